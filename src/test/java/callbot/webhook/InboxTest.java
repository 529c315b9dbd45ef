package callbot.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callbot.MovableClock;
import callbot.store.Change;
import callbot.store.JournalStateStore;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import callbot.testing.Crowd;
import callbot.testing.Eventually;
import callbot.testing.RecordedLog;
import callbot.webhook.Inbox.Acceptance;
import callbot.webhook.Task.Attempt;
import callbot.webhook.Task.Progress;
import callbot.webhook.Task.Start;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class InboxTest {

    private static final String MESSAGE = Recorded.message("1", "alice");

    private final MovableClock clock = new MovableClock();
    private final CountDownLatch held = new CountDownLatch(1);

    @TempDir
    private Path directory;

    private StateStore store;
    private TestInstance instance;

    @BeforeEach
    void open() {
        store = JournalStateStore.open(directory.resolve("state.json"), clock);
    }

    @AfterEach
    void close() {
        held.countDown();
        instance.close();
        store.close();
    }

    @Test
    void anEventIsWrittenDownBeforeItIsAcknowledged() {
        instance(task -> TestInstance.await(held));
        assertEquals(Acceptance.ACCEPTED, instance.accept(MESSAGE));
        TaskEntry entry = instance.open().getFirst();
        assertEquals(TaskEntry.State.ACCEPTED, entry.state());
        assertFalse(entry.acceptedAt().isAfter(clock.instant()));
        assertEquals(MESSAGE, entry.body());
    }

    @Test
    void aNewEventIsWorkedOnOnceHoweverOftenItComes() {
        instance(task -> {});
        List<Acceptance> all = Crowd.of(100, i -> instance.accept(MESSAGE));
        assertEquals(1, all.stream().filter(Acceptance.ACCEPTED::equals).count());
        assertEquals(99, all.stream().filter(Acceptance.SEEN_BEFORE::equals).count());
        awaitAllDone();
        assertEquals(Acceptance.SEEN_BEFORE, instance.accept(MESSAGE));
        assertEquals(1, instance.tasks().size());
        assertEquals(Attempt.FIRST, instance.tasks().getFirst().attempt());
    }

    @Test
    void anEventThatIsDoneIsKnownForADayAndNotOpenAnyMore() {
        instance(task -> {});
        instance.accept(MESSAGE);
        awaitAllDone();
        assertEquals(List.of(), instance.open());
        clock.advance(Duration.ofHours(23));
        assertEquals(Acceptance.SEEN_BEFORE, instance.accept(MESSAGE));
        clock.advance(Duration.ofHours(2));
        assertEquals(Acceptance.ACCEPTED, instance.accept(MESSAGE));
    }

    @Test
    void whatIsStartedIsWrittenDownAsStarted() {
        instance(task -> {
            assertEquals(Start.GRANTED, task.start());
            assertEquals(Start.GRANTED, task.start());
            TestInstance.await(held);
        });
        instance.accept(MESSAGE);
        Eventually.isTrue("it is started", () -> instance.open().getFirst().isStarted());
        assertEquals(MESSAGE, instance.open().getFirst().body());
        held.countDown();
        awaitAllDone();
        assertEquals(List.of(), instance.open());
    }

    @Test
    void acceptingStartingAndEndingCostOneOperationOfTheStoreEach() {
        CountedStore counted = new CountedStore(store);
        instance = TestInstance.finishing(counted, clock, "me", task -> {
            task.start();
            task.atTheEnd(new Change.Put("why:alice", "so", StateStore.FOREVER));
        });
        int before = counted.operations();
        instance.accept(MESSAGE);
        awaitAllDone();
        assertEquals(3, counted.operations() - before);
        assertEquals(Optional.of("so"), store.get("why:alice"));
    }

    @Test
    void startAndQuestionsCostWhatIsOpenWhateverTheDayHasBrought() {
        CountedStore counted = new CountedStore(store);
        instance = TestInstance.finishing(counted, clock, "me", task -> {});
        for (int i = 0; i < 15; i++) instance.accept(Recorded.message("m" + i, "person" + i));
        awaitAllDone();
        int before = counted.operations();
        instance.inbox.resumeAtStart();
        assertEquals(0, instance.inbox.summary().open());
        int afterAFew = counted.operations() - before;
        for (int i = 15; i < 60; i++) instance.accept(Recorded.message("m" + i, "person" + i));
        awaitAllDone();
        before = counted.operations();
        instance.inbox.resumeAtStart();
        assertEquals(0, instance.inbox.summary().open());
        assertEquals(afterAFew, counted.operations() - before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void workThatFailsIsLoggedAndHoldsNobodyUp(boolean error) {
        try (RecordedLog log = new RecordedLog(TaskRunner.class)) {
            instance(task -> {
                if (!task.event().key().endsWith(":1")) return;
                if (error) throw new StackOverflowError();
                throw new IllegalStateException();
            });
            instance.accept(MESSAGE);
            instance.accept(Recorded.message("2", "alice"));
            awaitAllDone();
            assertEquals(List.of("event=task.failed key=messages:created:1"), log.errors());
            assertEquals(2, instance.tasks().size());
            assertEquals(List.of(), instance.open());
        }
    }

    @Test
    void aPersonsCallsAndPressesDoNotWaitForTheSamePersonsChat() {
        instance(task -> {
            if (task.event() instanceof WebhookEvent.MessageCreated) TestInstance.await(held);
        });
        instance.accept(MESSAGE);
        instance.accept(Recorded.message("2", "alice"));
        instance.accept(Recorded.call("call", "alice"));
        instance.accept(Recorded.press("press", "alice"));
        Eventually.isTrue("call and press are done", () -> instance.open().size() == 2);
        assertEquals(3, instance.tasks().size());
    }

    @Test
    void aPersonsMessagesAreWorkedOnInTheirOrder() {
        instance(task -> {});
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            instance.accept(Recorded.message("m" + i, "alice"));
            keys.add("messages:created:m" + i);
        }
        awaitAllDone();
        assertEquals(
                keys, instance.tasks().stream().map(task -> task.event().key()).toList());
    }

    @Test
    void whatHasWaitedForTooLongIsTooLateWhenItIsTakenUp() {
        instance(task -> TestInstance.await(held));
        instance.accept(MESSAGE);
        instance.accept(Recorded.message("2", "alice"));
        Eventually.isTrue("the first is taken up", () -> instance.tasks().size() == 1);
        clock.advance(Duration.ofSeconds(61));
        held.countDown();
        awaitAllDone();
        assertEquals(
                List.of(Attempt.FIRST, Attempt.TOO_LATE),
                instance.tasks().stream().map(Task::attempt).toList());
    }

    @Test
    void whatHasWaitedForTooLongInTheMiddleOfTheWorkDoesNotChangeTheWorld() {
        List<Start> starts = new ArrayList<>();
        instance(task -> {
            TestInstance.await(held);
            starts.add(task.start());
        });
        instance.accept(MESSAGE);
        Eventually.isTrue("it is taken up", () -> instance.tasks().size() == 1);
        clock.advance(Duration.ofSeconds(41));
        held.countDown();
        awaitAllDone();
        assertEquals(List.of(Start.TOO_LATE), starts);
    }

    @Test
    void onePersonFillsTheInboxForNobodyElse() {
        instance(task -> TestInstance.await(held));
        for (int i = 0; i < 21; i++)
            assertEquals(Acceptance.ACCEPTED, instance.accept(Recorded.message("m" + i, "alice")));
        assertEquals(Acceptance.TOO_MANY, instance.accept(Recorded.message("one-more", "alice")));
        assertEquals(Acceptance.ACCEPTED, instance.accept(Recorded.message("1", "bob")));
        assertEquals(22, instance.open().size());
    }

    @Test
    void whatFindsNoRoomIsWrittenDownAndDoneWhenThereIsSome() {
        instance = TestInstance.withRoomFor(10, store, clock, task -> TestInstance.await(held));
        for (int i = 0; i < 15; i++)
            assertEquals(Acceptance.ACCEPTED, instance.accept(Recorded.message("m" + i, "person" + i)));
        assertEquals(15, instance.open().size());
        instance.inbox.resume();
        Eventually.isTrue("ten are taken up", () -> instance.tasks().size() == 10);
        held.countDown();
        awaitAllDone();
        instance.inbox.resume();
        awaitAllDone();
        assertEquals(15, instance.tasks().size());
        assertEquals(List.of(), instance.open());
    }

    @Test
    void anInboxThatStopsWritesDownWhatComesForTheNextStart() {
        instance(task -> {});
        instance.inbox.stop();
        assertEquals(Acceptance.ACCEPTED, instance.accept(MESSAGE));
        assertEquals(1, instance.open().size());
        assertEquals(List.of(), instance.tasks());
        instance.inbox.leave();
        instance.close();
        instance = TestInstance.finishing(store, clock, "next", task -> {});
        instance.inbox.resumeAtStart();
        awaitAllDone();
        assertEquals(1, instance.tasks().size());
        assertEquals(List.of("instance:next"), store.keys("instance:"));
    }

    @Test
    void whatMustWaitIsTakenUpAgainWhenItsTimeHasComeAndKeepsItsAnswer() {
        working(task -> {
            if (task.answer().isPresent()) return new Progress.Done();
            task.keep("too busy to say it");
            return new Progress.Later(Duration.ofSeconds(30));
        });
        instance.accept(MESSAGE);
        awaitAllDone();
        instance.inbox.resume();
        awaitAllDone();
        assertEquals(1, instance.tasks().size());
        clock.advance(Duration.ofSeconds(31));
        instance.inbox.resume();
        awaitAllDone();
        assertEquals(2, instance.tasks().size());
        assertEquals(
                Optional.of("too busy to say it"), instance.tasks().getLast().answer());
        assertEquals(List.of(), instance.open());
    }

    @Test
    void anAnswerIsGivenByTheNextStartIfThisOneCannot() {
        working(task -> {
            task.keep("said later");
            return new Progress.Later(Duration.ofSeconds(30));
        });
        instance.accept(MESSAGE);
        awaitAllDone();
        instance.inbox.leave();
        instance.close();
        instance = TestInstance.finishing(store, clock, "next", task -> {});
        instance.inbox.resumeAtStart();
        awaitAllDone();
        assertEquals(Optional.of("said later"), instance.tasks().getFirst().answer());
    }

    @Test
    void whatCannotBeWrittenDownIsNotAcceptedAndNotDone() {
        instance(task -> {});
        store.close();
        assertThrows(StoreUnavailableException.class, () -> instance.accept(MESSAGE));
        assertEquals(0, instance.mailboxes.load());
        assertEquals(List.of(), instance.tasks());
    }

    private void instance(Consumer<Task> worker) {
        instance = TestInstance.finishing(store, clock, "me", worker);
    }

    private void working(Function<Task, Progress> worker) {
        instance = TestInstance.working(store, clock, "me", worker);
    }

    private void awaitAllDone() {
        Eventually.isTrue("nothing is in work", () -> instance.mailboxes.load() == 0);
    }

    /** Counts what is asked of a store. */
    private static final class CountedStore implements StateStore {

        private final StateStore below;
        private int operations;

        private CountedStore(StateStore below) {
            this.below = below;
        }

        synchronized int operations() {
            return operations;
        }

        private synchronized StateStore counted() {
            operations++;
            return below;
        }

        @Override
        public Optional<String> get(String key) {
            return counted().get(key);
        }

        @Override
        public Map<String, String> get(Collection<String> keys) {
            return counted().get(keys);
        }

        @Override
        public boolean change(List<Change> changes) {
            return counted().change(changes);
        }

        @Override
        public Optional<String> take(String key) {
            return counted().take(key);
        }

        @Override
        public List<String> keys(String family) {
            return counted().keys(family);
        }

        @Override
        public void forEachKey(Consumer<String> action) {
            counted().forEachKey(action);
        }

        @Override
        public Optional<Duration> remaining(String key) {
            return counted().remaining(key);
        }

        @Override
        public void close() {}
    }
}
