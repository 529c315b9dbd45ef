package callbot.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.trace.Trace.Step;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TracerTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00.005Z"), ZoneOffset.UTC);
    private final Tracer tracer = new Tracer(clock);

    @Test
    void notesWhatIsDoneAndWhen() {
        tracer.follow("1a2b3c4d", Instant.parse("2026-03-01T12:00:00Z"), () -> {
            tracer.note("first");
            tracer.note("second");

            Trace trace = tracer.current().orElseThrow();
            assertEquals(List.of(new Step(5, "first"), new Step(5, "second")), trace.steps());
            assertEquals(trace, Trace.parse(trace.stored()));
        });
    }

    @Test
    void requestsOfOnePieceOfWorkAreNumberedUnderItsId() {
        tracer.follow("1a2b3c4d", clock.instant(), () -> {
            assertEquals("1a2b3c4d", Thread.currentThread().getName());
            assertEquals("callbot_1a2b3c4d_1", tracer.nextTrackingId());
            assertEquals("callbot_1a2b3c4d_2", tracer.nextTrackingId());
        });
        assertNotEquals(tracer.nextTrackingId(), tracer.nextTrackingId());
    }

    @Test
    void oneWorkDoesNotSeeTheStepsOfAnother() {
        tracer.note("of no work");
        tracer.follow("00000001", clock.instant(), () -> tracer.note("of the first"));
        tracer.follow(
                "00000002",
                clock.instant(),
                () -> assertTrue(tracer.current().orElseThrow().steps().isEmpty()));
        assertEquals(Optional.empty(), tracer.current());
    }

    @Test
    void stepsWithoutEndAreNotKept() {
        tracer.follow("1a2b3c4d", clock.instant(), () -> {
            for (int i = 0; i < 1000; i++) tracer.note("again");
            assertEquals(50, tracer.current().orElseThrow().steps().size());
        });
    }
}
