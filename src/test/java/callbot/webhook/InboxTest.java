package callbot.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.store.FileStateStore;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import callbot.testing.Crowd;
import callbot.testing.Eventually;
import callbot.testing.RecordedLog;
import callbot.webhook.Delivery.Attempt;
import callbot.webhook.Inbox.Acceptance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
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
        store = FileStateStore.open(directory.resolve("state.json"), clock);
    }

    @AfterEach
    void close() {
        held.countDown();
        instance.close();
        store.close();
    }

    @Test
    void anEventIsWrittenDownBeforeItIsAcknowledged() throws IOException {
        instance(delivery -> TestInstance.await(held));
        assertEquals(Acceptance.ACCEPTED, instance.accept(MESSAGE));
        assertTrue(Files.readString(directory.resolve("state.json")).contains("inbox:messages:created:1"));
        InboxEntry entry = entry("messages:created:1");
        assertEquals(InboxEntry.State.ACCEPTED, entry.state());
        assertEquals("me", entry.owner());
        assertEquals(MESSAGE, entry.body());
    }

    @Test
    void aNewEventIsWorkedOnOnceHoweverOftenItComes() {
        instance(delivery -> {});
        List<Acceptance> all = Crowd.of(100, i -> instance.accept(MESSAGE));
        assertEquals(1, all.stream().filter(Acceptance.ACCEPTED::equals).count());
        assertEquals(99, all.stream().filter(Acceptance.SEEN_BEFORE::equals).count());
        awaitDone("messages:created:1");
        assertEquals(Acceptance.SEEN_BEFORE, instance.accept(MESSAGE));
        assertEquals(1, instance.deliveries().size());
        assertEquals(Attempt.FIRST, instance.deliveries().getFirst().attempt());
    }

    @Test
    void anEventThatIsDoneIsRememberedForADayWithoutWhatItSaid() {
        instance(delivery -> {});
        instance.accept(MESSAGE);
        awaitDone("messages:created:1");
        assertEquals("", entry("messages:created:1").body());

        clock.advance(Duration.ofHours(23));
        assertEquals(Acceptance.SEEN_BEFORE, instance.accept(MESSAGE));
        clock.advance(Duration.ofHours(2));
        assertEquals(Acceptance.ACCEPTED, instance.accept(MESSAGE));
    }

    @Test
    void whatIsStartedIsWrittenDownAsStarted() {
        instance(delivery -> {
            delivery.start();
            delivery.start();
            TestInstance.await(held);
        });
        instance.accept(MESSAGE);
        Eventually.isTrue("it is started", () -> entry("messages:created:1").state() == InboxEntry.State.STARTED);
        assertEquals(MESSAGE, entry("messages:created:1").body());
        held.countDown();
        awaitDone("messages:created:1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void workThatFailsIsLoggedAndHoldsNobodyUp(boolean error) {
        try (RecordedLog log = new RecordedLog(Work.class)) {
            instance(delivery -> {
                if (!delivery.event().key().endsWith(":1")) return;
                if (error) throw new StackOverflowError();
                throw new IllegalStateException();
            });
            instance.accept(MESSAGE);
            instance.accept(Recorded.message("2", "alice"));
            awaitDone("messages:created:2");
            assertEquals(List.of("event=work.failed key=messages:created:1"), log.errors());
            awaitDone("messages:created:1");
            Eventually.isTrue("nothing is in work", () -> instance.mailboxes.load() == 0);
        }
    }

    @Test
    void aPersonsCallsDoNotWaitForTheSamePersonsChat() {
        instance(delivery -> {
            if (delivery.event() instanceof WebhookEvent.MessageCreated) TestInstance.await(held);
        });
        instance.accept(MESSAGE);
        instance.accept(Recorded.message("2", "alice"));
        instance.accept(Recorded.call("call", "alice"));
        awaitDone("telephony_calls:call:ALERTING:received:2025-08-05T16:48:19.360Z");
        assertEquals(2, instance.deliveries().size());
    }

    @Test
    void aPersonsMessagesAreWorkedOnInTheirOrder() {
        instance(delivery -> {});
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            instance.accept(Recorded.message("m" + i, "alice"));
            keys.add("messages:created:m" + i);
        }
        awaitDone("messages:created:m49");
        assertEquals(
                keys,
                instance.deliveries().stream()
                        .map(delivery -> delivery.event().key())
                        .toList());
    }

    @Test
    void whatHasWaitedForTooLongIsTooLateWhenItIsTakenUp() {
        instance(delivery -> TestInstance.await(held));
        instance.accept(MESSAGE);
        instance.accept(Recorded.message("2", "alice"));
        clock.advance(Duration.ofSeconds(61));
        held.countDown();
        awaitDone("messages:created:2");
        assertEquals(
                List.of(Delivery.Attempt.FIRST, Delivery.Attempt.TOO_LATE),
                instance.deliveries().stream().map(Delivery::attempt).toList());
    }

    @Test
    void anInboxThatStopsOrHasTooMuchToDoStoresNothing() {
        instance(delivery -> {});
        for (int i = 0; i < 2000; i++) instance.mailboxes.post("busy", () -> TestInstance.await(held));
        assertEquals(Acceptance.TOO_BUSY, instance.accept(MESSAGE));
        held.countDown();
        Eventually.isTrue("it has less to do", () -> instance.mailboxes.load() == 0);
        assertEquals(Acceptance.ACCEPTED, instance.accept(MESSAGE));
        instance.inbox.stop();
        assertEquals(Acceptance.TOO_BUSY, instance.accept(Recorded.message("2", "alice")));
        assertEquals(List.of("inbox:messages:created:1"), store.keys("inbox:"));
    }

    @Test
    void whatCannotBeWrittenDownIsNotAcceptedAndNotDone() {
        instance(delivery -> {});
        store.close();
        assertThrows(StoreUnavailableException.class, () -> instance.accept(MESSAGE));
        assertEquals(0, instance.mailboxes.load());
        assertEquals(List.of(), instance.deliveries());
    }

    private void instance(Consumer<Delivery> worker) {
        instance = new TestInstance(store, clock, "me", worker);
    }

    private InboxEntry entry(String key) {
        return InboxEntry.parse(store.get("inbox:" + key).orElseThrow());
    }

    private void awaitDone(String key) {
        Eventually.isTrue(
                key + " is done",
                () -> store.get("inbox:" + key)
                        .map(stored -> InboxEntry.parse(stored).state() == InboxEntry.State.DONE)
                        .orElse(false));
    }
}
