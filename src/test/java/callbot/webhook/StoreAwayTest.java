package callbot.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.store.FileStateStore;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import callbot.testing.Eventually;
import callbot.webhook.Inbox.Acceptance;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of events when the store does not do what it is asked for, or does it and its answer is lost. */
class StoreAwayTest {

    private static final String MESSAGE = Recorded.message("1", "alice");
    private static final String KEY = "inbox:messages:created:1";

    @TempDir
    private Path directory;

    private StateStore real;
    private StateStore store;
    private TestInstance instance;
    private volatile String failing = "";
    private volatile boolean answerOnly;

    @BeforeEach
    void open() {
        real = FileStateStore.open(directory.resolve("state.json"), new MovableClock());
        store = (StateStore) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {StateStore.class},
                (proxy, method, arguments) -> failOnce(method, arguments));
    }

    @AfterEach
    void close() {
        instance.close();
        real.close();
    }

    @Test
    void anEventThatIsWrittenThoughTheAnswerWasLostIsDoneLater() {
        start(delivery -> {});
        loseAnswerOf("putIfAbsent");
        assertThrows(StoreUnavailableException.class, () -> instance.accept(MESSAGE));
        assertEquals(Acceptance.SEEN_BEFORE, instance.accept(MESSAGE), "so nobody else will do it");
        instance.inbox.finish();
        awaitDone();
        assertEquals(1, instance.deliveries().size());
    }

    @Test
    void anEventThatIsNotWrittenIsDoneWhenWebexBringsItAgain() {
        start(delivery -> {});
        refuse("putIfAbsent");
        assertThrows(StoreUnavailableException.class, () -> instance.accept(MESSAGE));
        instance.inbox.finish();
        assertEquals(0, instance.deliveries().size());
        assertEquals(Acceptance.ACCEPTED, instance.accept(MESSAGE));
        instance.inbox.finish();
        awaitDone();
        assertEquals(1, instance.deliveries().size());
    }

    @Test
    void whatIsDoneIsMarkedAsDoneLaterAndNotDoneAgain() {
        start(delivery -> refuse("replace"));
        instance.accept(MESSAGE);
        Eventually.isTrue("it is worked on", () -> instance.mailboxes.load() == 0);
        assertTrue(real.get(KEY).orElseThrow().contains("ACCEPTED"));
        instance.inbox.finish();
        awaitDone();
        assertEquals(1, instance.deliveries().size());
    }

    @Test
    void whatMayHaveBeenMarkedAsBegunIsMarkedAsDoneWhateverIsWritten() {
        start(delivery -> {
            loseAnswerOf("replace");
            assertThrows(StoreUnavailableException.class, delivery::start);
        });
        instance.accept(MESSAGE);
        awaitDone();
        assertEquals(1, instance.deliveries().size());
    }

    @Test
    void whatCouldNotBeDoneForWantOfTheStoreIsDoneWhenItIsBack() {
        AtomicInteger attempts = new AtomicInteger();
        start(delivery -> {
            if (attempts.incrementAndGet() == 1) throw new StoreUnavailableException("away", null);
        });
        instance.accept(MESSAGE);
        Eventually.isTrue("it is tried", () -> instance.mailboxes.load() == 0);
        instance.inbox.finish();
        awaitDone();
        assertEquals(2, attempts.get());
    }

    @Test
    void whatAnHeirHasTakenOverThoughTheAnswerWasLostIsDoneByTheHeir() {
        start(delivery -> {});
        String body = new InboxEntry(InboxEntry.State.ACCEPTED, new MovableClock().instant(), "dead", MESSAGE).stored();
        real.put(KEY, body, StateStore.FOREVER);
        loseAnswerOf("replace");
        assertThrows(StoreUnavailableException.class, instance.inbox::takeOver);
        instance.inbox.finish();
        awaitDone();
        assertEquals(1, instance.deliveries().size());
    }

    private void start(Consumer<Delivery> worker) {
        instance = new TestInstance(store, new MovableClock(), "me", worker);
    }

    private void loseAnswerOf(String operation) {
        answerOnly = true;
        failing = operation;
    }

    private void refuse(String operation) {
        answerOnly = false;
        failing = operation;
    }

    private Object failOnce(Method method, Object[] arguments) throws Throwable {
        boolean fails = method.getName().equals(failing);
        if (fails) failing = "";
        if (fails && !answerOnly) throw new StoreUnavailableException("refused", null);
        try {
            Object answer = method.invoke(real, arguments);
            if (fails) throw new StoreUnavailableException("the answer is lost", null);
            return answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void awaitDone() {
        Eventually.isTrue("it is done", () -> real.get(KEY).orElseThrow().contains("DONE"));
    }
}
