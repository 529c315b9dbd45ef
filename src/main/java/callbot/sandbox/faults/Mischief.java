package callbot.sandbox.faults;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.api.Faults;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.page.Door;
import callbot.sandbox.web.Place;
import callbot.sandbox.webex.FakeWebex;
import callbot.sandbox.webhooks.Deliveries;
import callbot.sandbox.wire.Marks;
import callbot.sandbox.wire.WirePage;
import callbot.sandbox.wire.WireScribe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one can break on the page, and mend again. Whatever is broken is also said on the wire. */
public final class Mischief {

    private final FakeWebex webex;
    private final Optional<Victim> bot;
    private final WireScribe scribe;
    private final Marks marks;
    private final BadHabits habits;
    private final Map<String, Trouble> troubles;

    /**
     * Mischief with this Webex.
     *
     * @param bot the bot itself, absent if it is somebody else's
     */
    public Mischief(FakeWebex webex, WirePage wire, Optional<Victim> bot) {
        this.webex = webex;
        this.bot = bot;
        this.scribe = wire.scribe();
        this.marks = wire.marks();
        this.habits = new BadHabits(webex, scribe);
        this.troubles = Stream.of(
                        new BadAnswers(webex.faults(), scribe).troubles(),
                        new BadDeliveries(webex, scribe).troubles(),
                        new BadTokens(webex, scribe, marks).troubles(),
                        bot.map(Victim::troubles).orElse(List.of()),
                        habits.troubles(),
                        List.of(Trouble.of("mend", this::mend)))
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableMap(Trouble::name, trouble -> trouble));
    }

    public Place place() {
        return Place.post("/fault", Door.act(this::act));
    }

    /** What is broken just now, as JSON on one line. */
    public String state() {
        Deliveries.State deliveries = webex.deliveries().state();
        return Json.object()
                .put("alive", bot.map(one -> one.isAlive().getAsBoolean()))
                .put(
                        "expected",
                        webex.faults().expected().stream().map(Mischief::json).toList())
                .put("copies", deliveries.copies())
                .put("holding", deliveries.holding())
                .put("heldBack", deliveries.heldBack())
                .put("habits", habits.state())
                .put("withholds", habits.withholds())
                .toString();
    }

    private void act(Json wish) {
        String name = wish.requireText("fault");
        Optional.ofNullable(troubles.get(name))
                .orElseThrow(() -> Refusal.badRequest("There is no fault " + name + " here."))
                .cause()
                .accept(wish);
    }

    private void mend() {
        webex.faults().clear();
        webex.deliveries().copies(1);
        webex.deliveries().release();
        habits.mend();
        marks.clear();
        scribe.remark("All is mended", "Nothing goes wrong on purpose any more.");
        bot.filter(one -> !one.isAlive().getAsBoolean())
                .ifPresent(one -> one.restart().run());
    }

    private static ObjectWriter json(Faults.Expected expected) {
        return Json.object()
                .put("left", expected.left())
                .put("path", expected.path())
                .put("what", expected.what());
    }
}
