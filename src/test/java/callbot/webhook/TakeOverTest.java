package callbot.webhook;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.store.JournalStateStore;
import callbot.store.SealedStateStore;
import callbot.store.StateStore;
import callbot.testing.Crowd;
import callbot.testing.Eventually;
import callbot.testing.RecordedLog;
import callbot.webhook.Task.Attempt;
import callbot.webhook.Task.Start;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the work of an instance that has died in the middle of it, or only seems to have. */
@Timeout(60)
class TakeOverTest {

    private static final String MESSAGE = Recorded.message("1", "alice");

    private final MovableClock clock = new MovableClock();
    private final CountDownLatch awake = new CountDownLatch(1);

    @TempDir
    private Path directory;

    private final List<TestInstance> instances = new ArrayList<>();
    private StateStore below;
    private StateStore store;
    private TestInstance asleep;
    private TestInstance asleepAfterStart;
    private TestInstance heir;

    @BeforeEach
    void open() {
        below = JournalStateStore.open(directory.resolve("state.json"), clock);
        store = SealedStateStore.over(below, List.of("key"));
        asleep = instance("asleep", task -> TestInstance.await(awake));
        asleepAfterStart = instance("asleep after start", task -> {
            task.start();
            TestInstance.await(awake);
        });
        heir = instance("heir", task -> {});
    }

    @AfterEach
    void close() {
        try (var quiet = new RecordedLog(TaskRunner.class)) {
            awake.countDown();
            instances.forEach(TestInstance::close);
            assertTrue(quiet.errors().stream().allMatch(error -> error.startsWith("event=task.failed")));
        }
        store.close();
    }

    @ParameterizedTest
    @CsvSource({
        "false, 0, FIRST",
        "false, 45, FIRST",
        "false, 61, TOO_LATE",
        "true, 0, UNCERTAIN",
        "true, 61, UNCERTAIN"
    })
    void whatMayStillBeDoneDependsOnAgeAndOnWhetherItWasBegun(boolean started, int seconds, Attempt expected) {
        TestInstance dead = started ? asleepAfterStart : asleep;
        dead.accept(MESSAGE);
        Eventually.isTrue(
                "it is in work",
                () -> dead.tasks().size() == 1 && dead.open().getFirst().isStarted() == started);
        clock.advance(Duration.ofSeconds(seconds));
        heir.inbox.resumeAtStart();

        awaitDone();
        assertEquals(List.of(expected), attempts(heir));
    }

    @Test
    void whatIsDoneIsLeftAlone() {
        TestInstance dead = instance("dead", task -> {});
        dead.accept(MESSAGE);
        Eventually.isTrue("it is done", () -> dead.mailboxes.load() == 0);
        heir.inbox.resumeAtStart();
        assertEquals(List.of(), attempts(heir));
        assertEquals(0, heir.mailboxes.load());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOwnerIsLeftAloneForHalfAMinuteOrUntilItSaysGoodbye(boolean goodbye) {
        asleep.instances.beat();
        asleep.accept(MESSAGE);
        clock.advance(Duration.ofSeconds(20));
        heir.inbox.resumeAtStart();
        assertEquals(0, heir.mailboxes.load());
        if (goodbye) asleep.instances.leave(false);
        else clock.advance(Duration.ofSeconds(11));
        heir.inbox.resumeAtStart();
        awaitDone();
        assertEquals(List.of(Attempt.FIRST), attempts(heir));
    }

    @Test
    void nobodyTakesOverFromHimself() {
        asleep.accept(MESSAGE);
        Eventually.isTrue("it is in work", () -> asleep.tasks().size() == 1);
        asleep.inbox.resumeAtStart();
        assertEquals(1, asleep.mailboxes.load());
    }

    @Test
    void ofThreeWhoTryOneGetsEachEvent() {
        for (int i = 0; i < 60; i++) asleep.accept(Recorded.message("m" + i, "person-" + i % 7));
        List<TestInstance> all = List.of(heir, instance("second", task -> {}), instance("third", task -> {}));
        all.forEach(one -> one.instances.beat());
        Crowd.of(3, i -> {
            all.get(i).inbox.resumeAtStart();
            return i;
        });
        all.forEach(one -> Eventually.isTrue("all is done", () -> one.mailboxes.load() == 0));
        List<String> worked = all.stream()
                .flatMap(one -> one.tasks().stream())
                .map(task -> task.event().key())
                .toList();
        assertEquals(60, worked.size());
        assertEquals(60, Set.copyOf(worked).size());
    }

    @Test
    void whoWakesUpAfterATakeOverMayNotStart() {
        asleep.accept(MESSAGE);
        Eventually.isTrue("it is in work", () -> asleep.tasks().size() == 1);
        heir.inbox.resumeAtStart();
        awaitDone();
        Task late = asleep.tasks().getFirst();
        assertEquals(Start.TAKEN_OVER, late.start());
    }

    @Test
    void whatWasTakenOverTooLateIsStillTooLateForTheNext() {
        asleep.accept(MESSAGE);
        clock.advance(Duration.ofSeconds(45));
        var weak = instance("weak", task -> TestInstance.await(awake));
        weak.inbox.resumeAtStart();
        Eventually.isTrue("it is in work", () -> weak.tasks().size() == 1);
        clock.advance(Duration.ofSeconds(45));
        heir.inbox.resumeAtStart();
        awaitDone();
        assertEquals(List.of(Attempt.TOO_LATE), attempts(heir));
        assertEquals(Start.TOO_LATE, weak.tasks().getFirst().start());
    }

    @Test
    void whatIsTakenOverIsDoneInTheOrderInWhichItCame() {
        List<String> bodies = IntStream.range(0, 20)
                .mapToObj(i -> Recorded.message("m" + i, "alice"))
                .toList();
        for (String body : bodies) {
            asleep.accept(body);
            clock.advance(Duration.ofMillis(1));
        }
        heir.inbox.resumeAtStart();
        Eventually.isTrue("all is done", () -> heir.mailboxes.load() == 0);
        assertEquals(
                bodies.stream().map(body -> Recorded.parse(body).key()).toList(),
                heir.tasks().stream().map(task -> task.event().key()).toList());
    }

    @Test
    void anEntryThatCannotBeReadDoesNotKeepTheOthersFromBeingTakenOver() {
        try (RecordedLog log = new RecordedLog(Inbox.class)) {
            String good = TaskEntry.accepted(clock.instant(), MESSAGE).stored();
            store.put("event:asleep:not json", "{", FOREVER);
            store.put("event:asleep:nothing", "{}", FOREVER);
            store.put("event:asleep:state", good.replace("ACCEPTED", "LATER"), FOREVER);
            store.put("event:asleep:time", good.replace("\"at\"", "\"when\""), FOREVER);
            store.put("event:asleep:body", good.replace("resource", "source"), FOREVER);
            below.put("event:asleep:sealed with another key", good, FOREVER);
            for (int i = 0; i < 15; i++) asleep.accept(Recorded.message("m" + i, "alice"));
            heir.inbox.resumeAtStart();
            awaitDone();
            assertEquals(15, heir.tasks().size());
            assertEquals(Collections.nCopies(6, "event=inbox.unreadable key={0} reason=\"{1}\""), log.errors());
        }
    }

    @Test
    void howOldAnEventIsTheStoreSaysWhateverTheClocksOfTheInstances() {
        MovableClock ahead = new MovableClock();
        ahead.advance(Duration.ofMinutes(-10));
        TestInstance behind = TestInstance.finishing(store, ahead, "behind", task -> {});
        instances.add(behind);
        asleep.accept(MESSAGE);
        clock.advance(Duration.ofSeconds(61));
        behind.inbox.resumeAtStart();
        Eventually.isTrue("it is done", () -> behind.mailboxes.load() == 0);
        assertEquals(List.of(Attempt.TOO_LATE), attempts(behind));
    }

    @Test
    void whatMeetsAValueThatDoesNotOpenIsNotTriedForEver() {
        below.put("monitor:alice", "sealed with another key", FOREVER);
        try (RecordedLog log = new RecordedLog(TaskRunner.class)) {
            TestInstance one = instance("one", task -> store.get("monitor:alice"));
            one.accept(MESSAGE);
            Eventually.isTrue("it is done", () -> one.mailboxes.load() == 0);
            one.inbox.resume();
            assertEquals(1, one.tasks().size());
            assertEquals(List.of("event=task.failed key=messages:created:1"), log.errors());
        }
    }

    private TestInstance instance(String name, Consumer<Task> worker) {
        var instance = TestInstance.finishing(store, clock, name, worker);
        instances.add(instance);
        return instance;
    }

    private static List<Attempt> attempts(TestInstance instance) {
        return instance.tasks().stream().map(Task::attempt).toList();
    }

    private void awaitDone() {
        Eventually.isTrue("nothing is in work", () -> heir.mailboxes.load() == 0);
        assertEquals(List.of(), heir.open());
    }
}
