package callbot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AtOnceTest {

    private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

    @Test
    void whoFailsKeepsNobodyElseFromBeingDoneAndIsToldOf() {
        Queue<Integer> done = new ConcurrentLinkedQueue<>();
        var failure = assertThrows(
                StoreUnavailableException.class,
                () -> new AtOnce(3).forEach(HUNDRED, i -> {
                    if (i % 10 == 7) throw new StoreUnavailableException("told to fail with " + i);
                    done.add(i);
                }));
        assertEquals("told to fail with 7", failure.getMessage());
        assertEquals(90, done.size());
    }

    @Test
    void anErrorIsToldOfToo() {
        var failure = assertThrows(
                IllegalStateException.class,
                () -> new AtOnce(3).forEach(HUNDRED, i -> {
                    if (i == 50) throw new AssertionError("told to fail");
                }));
        assertEquals("told to fail", failure.getCause().getMessage());
    }

    @Test
    void asManyAsAreAllowedAreDoneAtOnceAndNoMore() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch allMet = new CountDownLatch(8);
        new AtOnce(8).forEach(HUNDRED, i -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            allMet.countDown();
            assertEquals(0, awaited(allMet));
            atOnce.decrementAndGet();
        });
        assertEquals(8, most.get());
    }

    @Test
    void whoeverIsInterruptedInterruptsThoseAndBeginsNoMore() {
        AtomicInteger begun = new AtomicInteger();
        Thread.currentThread().interrupt();
        assertThrows(
                IllegalStateException.class,
                () -> new AtOnce(3).forEach(HUNDRED, i -> {
                    begun.incrementAndGet();
                    awaited(new CountDownLatch(1));
                }));
        assertTrue(Thread.interrupted());
        assertTrue(begun.get() <= 3);
    }

    private static long awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return latch.getCount();
    }
}
