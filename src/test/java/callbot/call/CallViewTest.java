package callbot.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.call.CallView.Phase;
import callbot.webex.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallViewTest {

    private final Random random = new Random(5);

    static List<Trace> traces() {
        return Trace.all();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void endsAsItMust(Trace trace) {
        CallView end = folded(trace.views());
        assertEquals(trace.end().requireText("phase"), end.phase().name());
        assertEquals(trace.end().requireText("remote"), end.remote().described());
        assertEquals(trace.end().flag("incoming"), end.incoming());
        assertEquals(trace.end().instant("answered"), end.answered());
        assertEquals(trace.end().flag("answeredElsewhere"), end.answeredElsewhere());
        assertEquals(trace.end().text("via"), end.via());
    }

    @ParameterizedTest
    @MethodSource("traces")
    void endsTheSameInWhateverOrderAndHoweverOftenItsEventsCome(Trace trace) {
        CallView end = folded(trace.views());
        assertTrue(trace.events().size() <= 7, "there would be too many orders");
        permute(trace.views(), 0, order -> {
            List<CallView> repeated = new ArrayList<>(order);
            for (int repeats = random.nextInt(4); repeats > 0; repeats--) {
                repeated.add(random.nextInt(repeated.size() + 1), order.get(random.nextInt(order.size())));
            }
            assertEquals(end, folded(repeated), () -> "in this order: " + repeated);
        });
    }

    @ParameterizedTest
    @MethodSource("traces")
    void aCallThatHasEndedStaysEndedWhateverIsLost(Trace trace) {
        List<CallView> views = trace.views();
        int subsets = 1 << views.size();
        for (int subset = 1; subset < subsets; subset++) {
            List<CallView> arrived = new ArrayList<>();
            for (int i = 0; i < views.size(); i++) if ((subset & 1 << i) != 0) arrived.add(views.get(i));
            boolean ended = arrived.stream().anyMatch(view -> view.phase() == Phase.OVER);
            Collections.shuffle(arrived, random);
            assertEquals(ended, folded(arrived).phase() == Phase.OVER, arrived::toString);
        }
    }

    @Test
    void whateverTwoEventsSayTheirOrderMakesNoDifference() {
        for (int i = 0; i < 20_000; i++) {
            CallView one = anyView();
            CallView two = anyView();
            CallView three = anyView();
            assertEquals(one.and(two), two.and(one));
            assertEquals(one, one.and(one));
            assertEquals(one.and(two).and(three), one.and(two.and(three)));
        }
    }

    @Test
    void isReadAsItWasStored() {
        for (int i = 0; i < 2_000; i++) {
            CallView view = anyView();
            assertEquals(view, CallView.parse(view.stored()));
        }
    }

    @Test
    void readsWhatWebexWasRecordedToSend() {
        CallView rings = CallView.of(Trace.recorded("CreatedReceived"));
        assertEquals(Phase.RINGING_HERE, rings.phase());
        assertEquals("John Smith (+12223334444)", rings.remote().described());
        assertEquals(rings, rings.and(CallView.of(Trace.recorded("UpdatedRinging"))));
        CallView answered = rings.and(CallView.of(Trace.recorded("UpdatedAnswered")));
        assertEquals(Phase.TALKING, answered.phase());
        CallView over = CallView.of(Trace.recorded("Deleted")).and(answered);
        assertEquals(Phase.OVER, over.phase());
        assertEquals(Optional.of(Instant.parse("2025-08-05T16:48:21.154Z")), over.answered());
        assertTrue(rings.and(CallView.of(Trace.recorded("DeletedElsewhere"))).answeredElsewhere());
    }

    /** As the feed folds them: what was known is stored and read again each time. */
    private static CallView folded(List<CallView> views) {
        return views.stream()
                .reduce((before, seen) -> seen.and(CallView.parse(before.stored())))
                .orElseThrow();
    }

    private static void permute(List<CallView> views, int from, Consumer<List<CallView>> action) {
        if (from >= views.size() - 1) action.accept(views);
        for (int i = from; i < views.size() && from < views.size() - 1; i++) {
            List<CallView> swapped = new ArrayList<>(views);
            swapped.set(from, views.get(i));
            swapped.set(i, views.get(from));
            permute(swapped, from + 1, action);
        }
    }

    /** From so few values that many are the same. */
    private CallView anyView() {
        return new CallView(
                Phase.values()[random.nextInt(Phase.values().length)],
                random.nextBoolean(),
                new Party(maybe("Ana", "Bob *|*"), maybe("1", "+2")),
                anyTime(),
                random.nextBoolean() ? Optional.of(anyTime()) : Optional.empty(),
                random.nextBoolean(),
                maybe("Support", "Sales \"1\""),
                anyTime());
    }

    private Instant anyTime() {
        return Instant.ofEpochMilli(1_754_412_499_360L + random.nextInt(3));
    }

    private Optional<String> maybe(String one, String other) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(random.nextBoolean() ? one : other);
    }
}
