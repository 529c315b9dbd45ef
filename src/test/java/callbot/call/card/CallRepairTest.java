package callbot.call.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import callbot.call.card.Moment.Phase;
import callbot.webex.calling.Call;
import callbot.webex.calling.Call.Media;
import callbot.webex.calling.Call.Personality;
import callbot.webex.calling.Call.Recording;
import callbot.webex.calling.Call.State;
import callbot.webex.calling.Party;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Webex's list of calls mends if events were lost. */
class CallRepairTest {

    private static final Instant BEGAN = Instant.parse("2025-08-05T16:48:19.359Z");
    private static final Party JOHN = new Party(Optional.of("John Smith"), Optional.of("+12223334444"));

    static List<Trace> traces() {
        return Trace.all();
    }

    @Test
    void whatIsListedAsItIsKnownChangesNothing() {
        CallView known = CallView.of(listed("call-1", State.HELD), BEGAN);
        assertSame(known, known.as(listed("call-1", State.HELD)));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTED", "HELD", "REMOTE_HELD"})
    void whatIsListedOtherwiseIsBelieved(State state) {
        CallView known = CallView.of(listed("call-1", State.ALERTING), BEGAN);
        Call listed = listed("call-1", state);
        assertEquals(Moment.of(listed, BEGAN).phase(), known.as(listed).phase());
    }

    @Test
    void aCallThatIsListedAsResumedIsBelievedToo() {
        CallView held = CallView.of(listed("call-1", State.HELD), BEGAN.plusSeconds(9));
        assertEquals(Phase.TALKING, held.as(listed("call-1", State.CONNECTED)).phase());
    }

    @Test
    void aListedMicrophoneIsBelieved() {
        Media muted = new Media(true, true, Recording.OFF);
        CallView known = CallView.of(listed("call-1", State.CONNECTED), BEGAN);
        CallView mended = known.as(new Call(
                "call-1",
                "session-1",
                Personality.TERMINATOR,
                State.CONNECTED,
                JOHN,
                Optional.of(BEGAN),
                Optional.of(BEGAN),
                muted));
        assertEquals(muted, mended.last().media());
    }

    @Test
    void whatIsListedUnderAnIdThatIsNewIsBelievedToo() {
        CallView dialled = CallView.dialled("call-1", JOHN);
        CallView mended = dialled.as(listed("call-2", State.CONNECTED));
        assertEquals(Phase.TALKING, mended.phase());
        assertEquals("call-2", mended.leg().callId());
        assertEquals(Optional.of(BEGAN), mended.began());
    }

    @Test
    void whatIsOverStaysOverWhateverIsListed() {
        CallView over = CallView.of(listed("call-1", State.CONNECTED), BEGAN).overAt(BEGAN.plusSeconds(60));
        assertEquals(Phase.OVER, over.as(listed("call-1", State.CONNECTED)).phase());
    }

    /** What was lost may come all the same, or what comes next may be later by a moment only. */
    @ParameterizedTest
    @MethodSource("traces")
    void aRepairDoesNotStandInTheWayOfTheEventsThatFollow(Trace trace) {
        List<CallView> story = trace.story();
        for (int lost = 1; lost < story.size(); lost++) {
            Call listed = trace.events().get(lost).call();
            CallView mended = story.get(lost - 1).as(listed);
            for (CallView seen : trace.views().subList(lost, story.size())) mended = mended.and(seen);
            assertEquals(story.getLast().phase(), mended.phase());
            assertEquals(story.getLast().answered(), mended.answered());
        }
    }

    @ParameterizedTest
    @MethodSource("traces")
    void aCallThatIsGoneIsOverAndKeepsItsStory(Trace trace) {
        for (CallView known : trace.story()) {
            CallView over = known.overAt(BEGAN.plusSeconds(600));
            assertEquals(Phase.OVER, over.phase());
            assertEquals(known.answered(), over.answered());
            assertEquals(known.remote(), over.remote());
        }
    }

    private static Call listed(String id, State state) {
        return new Call(
                id,
                "session-1",
                Personality.TERMINATOR,
                state,
                JOHN,
                Optional.of(BEGAN),
                state == State.ALERTING ? Optional.empty() : Optional.of(BEGAN.plusSeconds(2)),
                new Media(false, false, Recording.OFF));
    }
}
