package callbot.call.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.call.card.Moment.Phase;
import callbot.json.Json;
import callbot.webex.calling.Call.Recording;
import callbot.webhook.WebhookEvent.CallChanged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of calls whose events come in any order, repeatedly, or not at all. */
class CallViewTest {

    /** So many events have 5,040 orders; of more, as many are tried. */
    private static final int ALL_ORDERS = 7;

    private final Random random = new Random(5);

    static List<Trace> traces() {
        return Trace.all();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void endsAsItMust(Trace trace) {
        CallView end = folded(trace.views());
        Json expected = trace.end();
        assertEquals(expected.requireText("phase"), end.phase().name());
        assertEquals(expected.requireText("remote"), end.remote().described());
        assertEquals(expected.flag("incoming"), end.incoming());
        assertEquals(expected.instant("answered"), end.answered());
        assertEquals(expected.flag("answeredElsewhere"), end.answeredElsewhere());
        assertEquals(expected.text("via"), end.via());
        assertEquals(expected.number("holds").orElse(0L), end.leg().holds());
        assertEquals(expected.flag("muted"), end.last().media().muted());
        assertEquals(
                Recording.valueOf(expected.text("recording").orElse("OFF")),
                end.last().media().recording());
        assertEquals(trace.events().getFirst().call().created(), end.began());
    }

    @ParameterizedTest
    @MethodSource("traces")
    void endsTheSameInWhateverOrderAndHoweverOftenItsEventsCome(Trace trace) {
        CallView end = folded(trace.views());
        orders(trace.views(), order -> {
            List<CallView> repeated = new ArrayList<>(order);
            for (int repeats = random.nextInt(4); repeats > 0; repeats--) {
                repeated.add(random.nextInt(repeated.size() + 1), order.get(random.nextInt(order.size())));
            }
            assertEquals(end, folded(repeated), () -> "in this order: " + repeated);
        });
    }

    @ParameterizedTest
    @MethodSource("traces")
    void isOverAsSoonAsTheEndOfAllThatMattersHasCome(Trace trace) {
        List<CallChanged> events = trace.events();
        for (int subset = 1; subset < 1 << events.size(); subset++) {
            List<CallChanged> arrived = new ArrayList<>();
            for (int i = 0; i < events.size(); i++) if ((subset & 1 << i) != 0) arrived.add(events.get(i));
            Collections.shuffle(arrived, random);
            boolean over = folded(arrived.stream().map(Trace::view).toList()).phase() == Phase.OVER;
            assertEquals(isOver(arrived), over, arrived::toString);
        }
    }

    /** A leg of which no more than the own ringing was seen does not keep a call alive. */
    private static boolean isOver(List<CallChanged> arrived) {
        Map<String, List<CallChanged>> legs = arrived.stream()
                .collect(Collectors.groupingBy(event -> event.call().id()));
        return arrived.stream().anyMatch(CallViewTest::isEnd)
                && legs.values().stream()
                        .allMatch(leg -> leg.stream().anyMatch(CallViewTest::isEnd)
                                || leg.stream().allMatch(CallViewTest::isOwnRinging));
    }

    private static boolean isEnd(CallChanged event) {
        return Moment.of(event.call(), event.at().orElseThrow()).isOver();
    }

    private static boolean isOwnRinging(CallChanged event) {
        return Moment.of(event.call(), event.at().orElseThrow()).phase() == Phase.CALLING_OUT;
    }

    @ParameterizedTest
    @MethodSource("traces")
    void whatACommandHasBegunIsNoNewsToAnyEvent(Trace trace) {
        CallView begun = CallView.dialled("call-1", folded(trace.views()).remote());
        assertEquals(Phase.CALLING_OUT, begun.phase());
        for (CallView known : trace.story()) {
            CallView both = known.and(begun);
            assertEquals(known.phase(), both.phase());
            assertEquals(known.last(), both.last());
            assertEquals(known.remote(), known.leg().knowsRemote() ? both.remote() : known.remote());
            assertEquals(known.began(), both.began());
        }
    }

    /** As the feed folds them: what was known is stored and read again each time. */
    private static CallView folded(List<CallView> views) {
        return views.stream()
                .reduce((before, seen) ->
                        seen.and(CallView.parse(Json.parse(before.stored().toString()))))
                .orElseThrow();
    }

    private void orders(List<CallView> views, Consumer<List<CallView>> action) {
        if (views.size() <= ALL_ORDERS) {
            permute(views, 0, action);
        } else {
            List<CallView> shuffled = new ArrayList<>(views);
            for (int i = 0; i < 5_040; i++) {
                Collections.shuffle(shuffled, random);
                action.accept(shuffled);
            }
        }
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

    @Test
    void readsWhatWebexWasRecordedToSend() {
        CallView rings = Trace.view(Trace.recorded("CreatedReceived"));
        assertEquals(Phase.RINGING_HERE, rings.phase());
        assertEquals("John Smith (+12223334444)", rings.remote().described());
        CallView answered = rings.and(Trace.view(Trace.recorded("UpdatedRinging")))
                .and(Trace.view(Trace.recorded("UpdatedAnswered")));
        assertEquals(Phase.TALKING, answered.phase());
        CallView over = Trace.view(Trace.recorded("Deleted")).and(answered);
        assertEquals(Phase.OVER, over.phase());
        assertEquals(answered.answered(), over.answered());
        assertTrue(rings.and(Trace.view(Trace.recorded("DeletedElsewhere"))).answeredElsewhere());
    }
}
