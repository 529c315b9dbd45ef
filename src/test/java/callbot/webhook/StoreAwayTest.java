package callbot.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callbot.MovableClock;
import callbot.store.JournalStateStore;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import callbot.testing.Eventually;
import callbot.webhook.Inbox.Acceptance;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of events when the store does not do what it is asked for, or does it and its answer is lost. */
class StoreAwayTest {

    private static final String MESSAGE = Recorded.message("1", "alice");

    @TempDir
    private Path directory;

    private StateStore real;
    private StateStore store;
    private TestInstance instance;
    private volatile boolean fails;
    private volatile boolean answerOnly;

    @BeforeEach
    void open() {
        real = JournalStateStore.open(directory.resolve("state.json"), new MovableClock());
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
        start(task -> {});
        loseAnswer();
        assertThrows(StoreUnavailableException.class, () -> instance.accept(MESSAGE));
        assertEquals(Acceptance.SEEN_BEFORE, instance.accept(MESSAGE), "so nobody else will do it");
        instance.inbox.resume();
        awaitDone();
        assertEquals(1, instance.tasks().size());
    }

    @Test
    void anEventThatIsNotWrittenIsDoneWhenItComesAgain() {
        start(task -> {});
        refuse();
        assertThrows(StoreUnavailableException.class, () -> instance.accept(MESSAGE));
        instance.inbox.resume();
        assertEquals(0, instance.tasks().size());
        assertEquals(Acceptance.ACCEPTED, instance.accept(MESSAGE));
        awaitDone();
        assertEquals(1, instance.tasks().size());
    }

    @Test
    void whatIsDoneIsMarkedAsDoneLaterAndNotDoneAgain() {
        start(task -> refuse());
        instance.accept(MESSAGE);
        awaitIdle();
        assertEquals(1, instance.open().size());
        instance.inbox.resume();
        awaitDone();
        assertEquals(1, instance.tasks().size());
    }

    @Test
    void whatMayHaveBeenMarkedAsBegunIsNotBegunAgain() {
        start(task -> {
            if (task.attempt() == Task.Attempt.UNCERTAIN) return;
            loseAnswer();
            task.start();
        });
        instance.accept(MESSAGE);
        awaitIdle();
        instance.inbox.resume();
        awaitDone();
        assertEquals(Task.Attempt.UNCERTAIN, instance.tasks().getLast().attempt());
    }

    @Test
    void whatCouldNotBeDoneForWantOfTheStoreIsDoneWhenItIsBack() {
        AtomicInteger attempts = new AtomicInteger();
        start(task -> {
            if (attempts.incrementAndGet() == 1) throw new StoreUnavailableException("away", null);
        });
        instance.accept(MESSAGE);
        awaitIdle();
        instance.inbox.resume();
        awaitDone();
        assertEquals(2, attempts.get());
    }

    @Test
    void whatAnHeirHasTakenOverThoughTheAnswerWasLostIsDoneByTheHeir() {
        start(task -> {});
        new Instances(real, "dead").enter();
        String entry = TaskEntry.accepted(new MovableClock().instant(), MESSAGE).stored();
        real.put(Task.family("dead") + "0123456789abcdef", entry, Inbox.MEMORY);
        loseAnswer();
        assertThrows(StoreUnavailableException.class, instance.inbox::resumeAtStart);
        instance.inbox.resume();
        awaitDone();
        assertEquals(1, instance.tasks().size());
    }

    private void start(Consumer<Task> worker) {
        instance = TestInstance.finishing(store, new MovableClock(), "me", worker);
    }

    /** The next change is made, and nobody hears of it. */
    private void loseAnswer() {
        answerOnly = true;
        fails = true;
    }

    /** The next change is not made. */
    private void refuse() {
        answerOnly = false;
        fails = true;
    }

    private Object failOnce(Method method, Object[] arguments) throws Throwable {
        boolean failing = fails && method.getName().equals("change");
        if (failing) fails = false;
        if (failing && !answerOnly) throw new StoreUnavailableException("refused", null);
        try {
            Object answer = method.isDefault()
                    ? InvocationHandler.invokeDefault(store, method, arguments)
                    : method.invoke(real, arguments);
            if (failing) throw new StoreUnavailableException("the answer is lost", null);
            return answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void awaitIdle() {
        Eventually.isTrue("nothing is in work", () -> instance.mailboxes.load() == 0);
    }

    private void awaitDone() {
        awaitIdle();
        assertEquals(List.of(), instance.open());
    }
}
