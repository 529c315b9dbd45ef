package callbot.call.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LookoutTest {

    @Test
    void whatIsThereIsSeenAtOnce() {
        AtomicInteger looks = new AtomicInteger();
        assertTrue(new Lookout(Duration.ZERO).sees(() -> looks.incrementAndGet() == 1));
        assertEquals(1, looks.get());
    }

    @Test
    void looksThatTakeLongAreFewer() {
        AtomicInteger looks = new AtomicInteger();
        assertFalse(new Lookout(Duration.ofMillis(500)).sees(() -> slowly(looks)));
        assertTrue(looks.get() <= 3, () -> looks + " looks of 200 ms in half a second");
    }

    @Test
    void whoIsInterruptedLooksNoMore() {
        AtomicInteger looks = new AtomicInteger();
        Thread.currentThread().interrupt();
        assertFalse(new Lookout(Duration.ofMinutes(1)).sees(() -> looks.incrementAndGet() > 1));
        assertTrue(Thread.interrupted());
        assertEquals(1, looks.get());
    }

    private static boolean slowly(AtomicInteger looks) {
        looks.incrementAndGet();
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return false;
    }
}
