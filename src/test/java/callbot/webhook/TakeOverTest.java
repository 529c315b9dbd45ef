package callbot.webhook;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.store.FileStateStore;
import callbot.store.SealedStateStore;
import callbot.store.StateStore;
import callbot.testing.Crowd;
import callbot.testing.Eventually;
import callbot.testing.RecordedLog;
import callbot.webhook.Delivery.Attempt;
import callbot.webhook.Delivery.TakenOverException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
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
    private static final String KEY = "inbox:messages:created:1";

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
        below = FileStateStore.open(directory.resolve("state.json"), clock);
        store = SealedStateStore.over(below, List.of("key"), new SecureRandom());
        asleep = instance("asleep", delivery -> TestInstance.await(awake));
        asleepAfterStart = instance("asleep after start", delivery -> {
            delivery.start();
            TestInstance.await(awake);
        });
        heir = instance("heir", delivery -> {});
    }

    @AfterEach
    void close() {
        try (var quiet = new RecordedLog(Work.class)) {
            awake.countDown();
            instances.forEach(TestInstance::close);
            assertTrue(quiet.errors().stream().allMatch(error -> error.startsWith("event=work.failed")));
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
        Eventually.isTrue("it is in work", () -> store.get(KEY).orElseThrow().contains("STARTED") == started);
        clock.advance(Duration.ofSeconds(seconds));
        heir.inbox.takeOver();

        awaitDone();
        assertEquals(List.of(expected), attempts(heir));
    }

    @Test
    void whatIsDoneIsLeftAlone() {
        instance("dead", delivery -> {}).accept(MESSAGE);
        awaitDone();
        heir.inbox.takeOver();
        assertEquals(List.of(), attempts(heir));
        assertEquals(0, heir.mailboxes.load());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOwnerIsLeftAloneForHalfAMinuteOrUntilItSaysGoodbye(boolean goodbye) {
        asleep.instances.beat();
        asleep.accept(MESSAGE);
        clock.advance(Duration.ofSeconds(20));
        heir.inbox.takeOver();
        assertEquals(0, heir.mailboxes.load());
        if (goodbye) asleep.instances.leave();
        else clock.advance(Duration.ofSeconds(11));
        heir.inbox.takeOver();
        awaitDone();
        assertEquals(List.of(Attempt.FIRST), attempts(heir));
    }

    @Test
    void nobodyTakesOverFromHimself() {
        asleep.accept(MESSAGE);
        Eventually.isTrue("it is in work", () -> asleep.deliveries().size() == 1);
        asleep.inbox.takeOver();
        assertEquals(1, asleep.mailboxes.load());
    }

    @Test
    void ofThreeWhoTryOneGetsEachEvent() {
        for (int i = 0; i < 60; i++) asleep.accept(Recorded.message("m" + i, "person " + i % 7));
        List<TestInstance> all = List.of(heir, instance("second", delivery -> {}), instance("third", delivery -> {}));
        all.forEach(one -> one.instances.beat());
        Crowd.of(3, i -> {
            all.get(i).inbox.takeOver();
            return i;
        });
        all.forEach(one -> Eventually.isTrue("all is done", () -> one.mailboxes.load() == 0));
        List<String> worked = all.stream()
                .flatMap(one -> one.deliveries().stream())
                .map(delivery -> delivery.event().key())
                .toList();
        assertEquals(60, worked.size());
        assertEquals(60, Set.copyOf(worked).size());
    }

    @Test
    void whoWakesUpAfterATakeOverMayNotStart() {
        asleep.accept(MESSAGE);
        Eventually.isTrue("it is in work", () -> asleep.deliveries().size() == 1);
        heir.inbox.takeOver();
        awaitDone();
        Delivery late = asleep.deliveries().getFirst();
        assertThrows(TakenOverException.class, late::start);
        assertThrows(TakenOverException.class, late::done);
        assertTrue(store.get(KEY).orElseThrow().contains("heir"));
    }

    @Test
    void whatWasTakenOverTooLateIsStillTooLateForTheNext() {
        asleep.accept(MESSAGE);
        clock.advance(Duration.ofSeconds(45));
        var weak = instance("weak", delivery -> TestInstance.await(awake));
        weak.inbox.takeOver();
        Eventually.isTrue("it is in work", () -> weak.deliveries().size() == 1);
        clock.advance(Duration.ofSeconds(45));
        heir.inbox.takeOver();
        awaitDone();
        assertEquals(List.of(Attempt.TOO_LATE), attempts(heir));
        assertThrows(TakenOverException.class, weak.deliveries().getFirst()::start);
    }

    @Test
    void whatIsTakenOverIsDoneInTheOrderInWhichItCame() {
        List<String> bodies = IntStream.range(0, 30)
                .mapToObj(i -> Recorded.message("m" + i, "alice"))
                .toList();
        for (String body : bodies) {
            asleep.accept(body);
            clock.advance(Duration.ofMillis(1));
        }
        heir.inbox.takeOver();
        Eventually.isTrue("all is done", () -> heir.mailboxes.load() == 0);
        assertEquals(
                bodies.stream().map(body -> Recorded.parse(body).key()).toList(),
                heir.deliveries().stream()
                        .map(delivery -> delivery.event().key())
                        .toList());
    }

    @Test
    void aDaysEventsAreReadSeveralAtOnce() {
        instance("dead", delivery -> {}).accept(MESSAGE);
        for (int i = 0; i < 8; i++) asleep.accept(Recorded.message("m" + i, "alice"));
        CountDownLatch allMet = new CountDownLatch(8);
        StateStore slow = (StateStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {StateStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("get")) {
                        allMet.countDown();
                        allMet.await();
                    }
                    return method.invoke(store, arguments);
                });
        assertEquals(
                9,
                new TestInstance(slow, clock, "reader", delivery -> {})
                        .inbox
                        .summary()
                        .known());
    }

    @Test
    void anEntryThatCannotBeReadDoesNotKeepTheOthersFromBeingTakenOver() {
        try (RecordedLog log = new RecordedLog(DaysEvents.class)) {
            String good = new InboxEntry(InboxEntry.State.ACCEPTED, clock.instant(), "dead", MESSAGE).stored();
            store.put("inbox:not json", "{", FOREVER);
            store.put("inbox:nothing", "{}", FOREVER);
            store.put("inbox:state", good.replace("ACCEPTED", "LATER"), FOREVER);
            store.put("inbox:time", good.replace("\"at\"", "\"when\""), FOREVER);
            store.put("inbox:body", good.replace("resource", "source"), FOREVER);
            below.put("inbox:sealed with another key", good, FOREVER);
            for (int i = 0; i < 20; i++) asleep.accept(Recorded.message("m" + i, "alice"));
            heir.inbox.takeOver();
            Eventually.isTrue("all is done", () -> heir.mailboxes.load() == 0);
            assertEquals(20, heir.deliveries().size());
            assertEquals(Collections.nCopies(6, "event=inbox.unreadable key={0} reason=\"{1}\""), log.errors());
            assertEquals(20, heir.inbox.summary().known());
        }
    }

    @Test
    void whatMeetsAValueThatDoesNotOpenIsNotTriedForEver() {
        below.put("monitor:alice", "sealed with another key", FOREVER);
        try (RecordedLog log = new RecordedLog(Work.class)) {
            TestInstance one = instance("one", delivery -> store.get("monitor:alice"));
            one.accept(MESSAGE);
            awaitDone();
            one.inbox.finish();
            assertEquals(1, one.deliveries().size());
            assertEquals(List.of("event=work.failed key=messages:created:1"), log.errors());
        }
    }

    private TestInstance instance(String name, Consumer<Delivery> worker) {
        var instance = new TestInstance(store, clock, name, worker);
        instances.add(instance);
        return instance;
    }

    private static List<Attempt> attempts(TestInstance instance) {
        return instance.deliveries().stream().map(Delivery::attempt).toList();
    }

    private void awaitDone() {
        Eventually.isTrue("it is done", () -> store.get(KEY).orElseThrow().contains("DONE"));
    }
}
