package callbot.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.call.FollowedCalls.Key;
import callbot.store.JournalStateStore;
import callbot.store.Lease;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateLeasesTest {

    private static final Key ONE = new Key("alice", "1");
    private static final Key OTHER = new Key("alice", "2");

    private final MovableClock clock = new MovableClock();
    private final LateLeases leases = new LateLeases(clock);
    private StateStore real;
    private StateStore store;
    private boolean away;
    private boolean answersAreLost;
    private int asked;

    @BeforeEach
    void open(@TempDir Path directory) {
        real = JournalStateStore.open(directory.resolve("state.json"), clock);
        store = (StateStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {StateStore.class}, (proxy, method, arguments) -> {
                    asked++;
                    if (away) throw new StoreUnavailableException("away");
                    try {
                        Object answer = method.invoke(real, arguments);
                        if (answersAreLost) throw new StoreUnavailableException("away since");
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @AfterEach
    void close() {
        real.close();
    }

    @Test
    void whatCouldNotBeGivenBackIsGivenBackByTheNext() {
        Lease lease = lease("one");
        away = true;
        leases.giveBack(ONE, lease);
        assertThrows(StoreUnavailableException.class, () -> leases.settle(ONE));
        away = false;
        leases.settle(ONE);
        assertEquals(Optional.empty(), real.get("one"));
        assertNothingIsLeftOf(ONE);
    }

    @Test
    void whatWasTakenWithoutAnAnswerIsGivenBackByTheNext() {
        answersAreLost = true;
        assertThrows(StoreUnavailableException.class, () -> leases.take(ONE, new Lease(store, "one")));
        assertTrue(real.get("one").isPresent());
        answersAreLost = false;
        assertTrue(leases.take(ONE, new Lease(store, "one")).isPresent());
    }

    @Test
    void whatHasRunOutIsForgotten() {
        Lease one = lease("one");
        Lease other = lease("other");
        away = true;
        leases.giveBack(ONE, one);
        clock.advance(FollowedCalls.LEASE.plus(Duration.ofSeconds(1)));
        leases.giveBack(OTHER, other);
        away = false;
        assertNothingIsLeftOf(ONE);
        leases.settle(OTHER);
    }

    private Lease lease(String key) {
        return Lease.take(store, key, FollowedCalls.LEASE).orElseThrow();
    }

    private void assertNothingIsLeftOf(Key key) {
        int before = asked;
        leases.settle(key);
        assertEquals(before, asked);
    }
}
