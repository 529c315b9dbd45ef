package callbot.chat.call;

import callbot.command.value.DialString;
import callbot.command.value.Reading;
import callbot.json.Json;
import callbot.store.StateStore;
import callbot.webex.messaging.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which number somebody chose for a name: whoever was called by that very name before is called by it again. Of each user the
 * last {@value #MOST} names are remembered, each until it was not used for {@value #DAYS} days.
 */
public final class ChosenNames {

    /** What its keys begin with. */
    public static final String KEYS = "names:";

    private static final int MOST = 50;
    private static final int DAYS = 180;
    private static final Duration LIFETIME = Duration.ofDays(DAYS);

    private final StateStore store;
    private final Clock clock;

    /** A name as it is compared, and what was chosen for it. */
    private record Choice(String name, String number, Instant at) {

        static Choice from(Json json) {
            return new Choice(
                    json.requireText("name"),
                    json.requireText("number"),
                    json.instant("at").orElse(Instant.EPOCH));
        }
    }

    /** Names in this store. */
    public ChosenNames(StateStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The number that this user chose for this name. */
    Optional<DialString> number(String personId, String name) {
        String wanted = new FoldedName(name).text();
        return choices(store.get(key(personId))).stream()
                .filter(choice -> choice.name().equals(wanted))
                .findFirst()
                .flatMap(choice -> number(choice.number()));
    }

    /** Remembers the number for this name. If another instance changes the same user's names meanwhile, it is not remembered. */
    void remember(String personId, String name, DialString number) {
        String wanted = new FoldedName(name).text();
        Optional<String> before = store.get(key(personId));
        List<Choice> all = new ArrayList<>(choices(before));
        all.removeIf(choice -> choice.name().equals(wanted));
        all.addFirst(new Choice(wanted, number.typed(), clock.instant()));
        String after = stored(all.stream().limit(MOST).toList());
        before.map(text -> store.replace(key(personId), text, after, LIFETIME))
                .orElseGet(() -> store.putIfAbsent(key(personId), after, LIFETIME));
    }

    private List<Choice> choices(Optional<String> stored) {
        Instant oldest = clock.instant().minus(LIFETIME);
        return stored.map(Json::parse).map(json -> json.list("names")).orElse(List.of()).stream()
                .map(Choice::from)
                .filter(choice -> choice.at().isAfter(oldest))
                .toList();
    }

    private static String stored(List<Choice> all) {
        return Json.object()
                .put(
                        "names",
                        all.stream()
                                .map(choice -> Json.object()
                                        .put("name", choice.name())
                                        .put("number", choice.number())
                                        .put("at", choice.at()))
                                .toList())
                .toString();
    }

    private static Optional<DialString> number(String typed) {
        return DialString.read(typed) instanceof Reading.One(DialString one) ? Optional.of(one) : Optional.empty();
    }

    private static String key(String personId) {
        return KEYS + Person.key(personId);
    }
}
