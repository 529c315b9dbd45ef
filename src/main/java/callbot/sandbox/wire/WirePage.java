package callbot.sandbox.wire;

import callbot.http.Request;
import callbot.http.Response;
import callbot.json.Json;
import callbot.sandbox.api.Ask;
import callbot.sandbox.page.Door;
import callbot.sandbox.web.Answer;
import callbot.sandbox.web.Place;
import callbot.sandbox.webex.FakeWebex;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The wire on the page: its lines as they come, and what there is to know about each. */
public final class WirePage {

    private final FakeWebex webex;
    private final WireLog log = new WireLog();
    private final Marks marks = new Marks();
    private final WireScribe scribe;

    /**
     * Begins to write down what goes over the wire.
     *
     * @param names what the bot calls the events that it works on
     */
    public WirePage(FakeWebex webex, EventNames names) {
        this.webex = webex;
        Masks masks = new Masks(webex.botToken(), webex.integration().clientSecret());
        this.scribe = new WireScribe(webex.wire(), log, masks, new Labels(this::name, masks::mask), marks, names);
        webex.wire().listen(scribe::exchange);
        webex.whenChanged(log::wake);
    }

    /**
     * Where the page asks.
     *
     * @param faults what goes wrong just now, as JSON on one line
     */
    public List<Place> places(Supplier<String> faults) {
        WireFeed feed = new WireFeed(log, faults);
        return List.of(
                Place.get("/wire", Door.guard(feed::open)),
                Place.beneath("/wire/", Door.guard(request -> new Answer.Whole(details(request)))));
    }

    public WireScribe scribe() {
        return scribe;
    }

    /** Which exchanges suffer from what was broken on purpose. */
    public Marks marks() {
        return marks;
    }

    private Response details(Request request) {
        String number = request.lastSegment();
        return Optional.of(number)
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(text -> log.details(Long.parseLong(text)))
                .map(details -> Ask.answer(200, details).with("Cache-Control", "no-store"))
                .orElseGet(() -> Ask.answer(
                        404,
                        Json.object()
                                .put(
                                        "message",
                                        "This line has been forgotten: only the last " + WireLog.MOST + " are kept.")));
    }

    private Optional<String> name(String personId) {
        return Stream.of(webex.alice().person(), webex.bob().person(), webex.bot())
                .filter(person -> person.id().equals(personId))
                .map(person -> person.displayName().split(" ", 2)[0])
                .findFirst();
    }
}
