package callbot.call.card;

import callbot.call.card.Moment.Phase;
import callbot.webex.calling.Call.Media;
import callbot.webex.calling.Call.Recording;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.Party;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Views of calls, made from so few values that many are the same. */
record AnyView(Random random) {

    CallView next() {
        TreeMap<String, Leg> legs = new TreeMap<>();
        for (String id : List.of("a", "b", "c")) if (legs.isEmpty() || random.nextBoolean()) legs.put(id, leg(id));
        CallView view = new CallView(legs);
        for (String id : List.of("a", "b", "d")) if (random.nextInt(3) == 0) view = view.left(id, parting());
        return random.nextInt(3) == 0 ? view.gathered(gathering()) : view;
    }

    private Gathering gathering() {
        return new Gathering(
                new TreeSet<>(List.of(time(3), time(3))), maybe("x", "y").map(CallKey::new));
    }

    private Parting parting() {
        Party to = new Party(maybe("Ben", "Bob *|*"), maybe("1", "+2"));
        return new Parting(any(Parting.Way.values()), to, maybe("x", "y").map(CallKey::new));
    }

    /** A leg of a few moments, or sometimes of more than are kept. */
    private Leg leg(String id) {
        int moments = random.nextInt(20) == 0 ? 60 : 1 + random.nextInt(4);
        return new Leg(
                id,
                random.nextBoolean(),
                IntStream.range(0, moments)
                        .mapToObj(i -> moment(moments))
                        .collect(Collectors.toCollection(TreeSet<Moment>::new)),
                maybe(time(3), time(3)),
                new Party(maybe("Ana", "Bob *|*"), maybe("1", "+2")),
                time(3),
                maybe(time(3), time(3)),
                random.nextBoolean(),
                maybe("Support", "Sales \"1\""));
    }

    private Moment moment(int times) {
        return new Moment(
                time(times),
                any(Phase.values()),
                new Media(random.nextBoolean(), random.nextBoolean(), any(Recording.values())));
    }

    private Instant time(int times) {
        return Instant.ofEpochMilli(1_754_412_499_360L + random.nextInt(times));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> Optional<T> maybe(T one, T other) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(random.nextBoolean() ? one : other);
    }
}
