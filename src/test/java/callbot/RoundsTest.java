package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.testing.Eventually;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RoundsTest {

    private final Rounds rounds = new Rounds();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @Test
    void aRoundUnderWayMayEndAndTheNextDoesNotBegin() throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        rounds.every(Duration.ofMillis(1), "test", () -> {
            hold();
            done.incrementAndGet();
        });
        begun.await();
        AtomicBoolean ended = new AtomicBoolean();
        Thread stopper = Thread.startVirtualThread(() -> ended.set(rounds.stop(Duration.ofSeconds(30))));
        Eventually.isTrue("it waits for the end", () -> stopper.getState() == Thread.State.TIMED_WAITING);
        held.countDown();
        stopper.join();
        assertTrue(ended.get());
        assertEquals(1, interrupted.getCount());
        assertEquals(1, done.get());
    }

    @Test
    void whoeverWaitsForTheNextRoundEndsAtOnce() {
        rounds.every(Duration.ofDays(1), "test", this::hold);
        assertTrue(rounds.stop(Duration.ofSeconds(30)));
        assertEquals(1, begun.getCount());
    }

    @Test
    void aRoundThatDoesNotEndInTimeIsInterrupted() throws InterruptedException {
        rounds.soon("test", this::hold);
        begun.await();
        assertFalse(rounds.stop(Duration.ofMillis(1)));
        interrupted.await();
    }

    @Test
    void whateverGoesWrongInARoundIsLoggedAndTheNextOneComes() throws InterruptedException {
        try (LogCapture log = new LogCapture()) {
            AtomicInteger times = new AtomicInteger();
            rounds.every(Duration.ofMillis(1), "test", () -> {
                if (times.incrementAndGet() == 1) throw new StackOverflowError();
                if (times.get() == 2) throw new NullPointerException();
                hold();
            });
            begun.await();
            held.countDown();
            assertTrue(rounds.stop(Duration.ofSeconds(30)));
            String logged = log.text();
            assertTrue(logged.contains("event=round.failed round=test"), logged);
            assertTrue(logged.contains("StackOverflowError") && logged.contains("NullPointerException"), logged);
            assertTrue(logged.contains("RoundsTest.java"), logged);
        }
    }

    private void hold() {
        begun.countDown();
        try {
            held.await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
    }
}
