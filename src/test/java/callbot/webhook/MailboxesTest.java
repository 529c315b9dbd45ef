package callbot.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.testing.Crowd;
import callbot.testing.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MailboxesTest {

    private final Mailboxes mailboxes = new Mailboxes();
    private final CountDownLatch held = new CountDownLatch(1);
    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() {
        held.countDown();
        mailboxes.stop(Duration.ofSeconds(10));
    }

    @Test
    void howMuchIsWaitingForAnOwnerIsKnown() {
        CountDownLatch held = new CountDownLatch(1);
        Mailboxes mailboxes = new Mailboxes();
        for (int i = 0; i < 3; i++) mailboxes.post("alice", () -> TestInstance.await(held));
        Eventually.isTrue("one is being done", () -> mailboxes.waiting("alice") == 2);
        assertEquals(0, mailboxes.waiting("bob"));
        held.countDown();
        assertTrue(mailboxes.stop(Duration.ofSeconds(10)));
        assertEquals(0, mailboxes.waiting("alice"));
    }

    @Test
    void whatOneOwnerGetsIsDoneInOrderAndOneAtATime() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Queue<Integer>> orders = Crowd.of(20, owner -> {
            Queue<Integer> order = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < 500; i++) {
                int number = i;
                mailboxes.post("owner " + owner, () -> {
                    if (owner == 0) most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    order.add(number);
                    if (owner == 0) atOnce.decrementAndGet();
                });
            }
            return order;
        });
        Eventually.isTrue("all is done", () -> mailboxes.load() == 0);
        for (Queue<Integer> order : orders) {
            assertEquals(IntStream.range(0, 500).boxed().toList(), List.copyOf(order));
        }
        assertEquals(1, most.get());
    }

    @Test
    void nothingIsLostWhenManyPostToOneOwner() {
        AtomicInteger count = new AtomicInteger();
        Crowd.of(200, i -> {
            for (int j = 0; j < 50; j++) mailboxes.post("owner", count::incrementAndGet);
            return i;
        });
        Eventually.isTrue("all is done", () -> mailboxes.load() == 0);
        assertEquals(10_000, count.get());
    }

    @Test
    void noOwnerWaitsForAnother() {
        CountDownLatch allAtOnce = new CountDownLatch(100);
        for (int i = 0; i < 100; i++) {
            mailboxes.post("owner " + i, () -> {
                allAtOnce.countDown();
                TestInstance.await(allAtOnce);
                done.add("");
            });
        }
        Eventually.isTrue("all have met", () -> done.size() == 100);
        assertEquals(0, allAtOnce.getCount());
    }

    @Test
    void theLoadIsWhatWaitsAndWhatIsBeingDone() {
        for (int i = 0; i < 5; i++) mailboxes.post("owner " + i % 2, () -> TestInstance.await(held));
        assertEquals(5, mailboxes.load());
        held.countDown();
        Eventually.isTrue("all is done", () -> mailboxes.load() == 0);
    }

    @Test
    void whatIsBeingDoneIsFinishedAndWhatWaitsIsNotBegunAnyMore() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        mailboxes.post("owner", () -> {
            begun.countDown();
            TestInstance.await(held);
            done.add("first");
        });
        mailboxes.post("owner", () -> done.add("second"));
        begun.await();
        AtomicBoolean ended = new AtomicBoolean();
        Thread stopper = Thread.startVirtualThread(() -> ended.set(mailboxes.stop(Duration.ofSeconds(30))));
        Eventually.isTrue("it waits for the end", () -> stopper.getState() == Thread.State.TIMED_WAITING);
        held.countDown();
        stopper.join();
        assertTrue(ended.get());
        assertEquals(List.of("first"), List.copyOf(done));
    }

    @Test
    void workThatDoesNotEndInTimeIsInterrupted() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        mailboxes.post("owner", () -> {
            begun.countDown();
            try {
                held.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        begun.await();
        assertFalse(mailboxes.stop(Duration.ofMillis(1)));
        interrupted.await();
    }

    @Test
    void whatComesAfterTheEndIsNotDone() {
        assertTrue(mailboxes.stop(Duration.ofSeconds(10)));
        mailboxes.post("owner", () -> done.add("late"));
        assertEquals(0, mailboxes.load());
        assertEquals(List.of(), List.copyOf(done));
    }
}
