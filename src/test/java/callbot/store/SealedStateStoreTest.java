package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.testing.RealRedis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.RedisClient;

/** What can be seen, moved and changed by somebody who has the store but not the passphrase. */
class SealedStateStoreTest {

    private static final String CANARY = "canary-5f2c";

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock();
    private StateStore below;

    @BeforeEach
    void open() {
        below = JournalStateStore.open(directory.resolve("state.json"), clock);
    }

    @AfterEach
    void close() {
        below.close();
    }

    @Test
    void aSecretIsNowhereInTheFile() throws IOException {
        leaveCanaries(sealed("passphrase"));
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) assertHidden(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void aSecretIsNowhereInRedis() {
        try (RealRedis redis = RealRedis.with();
                StateStore store = SealedStateStore.over(
                        RedisStateStore.at(redis.address(), true), List.of("passphrase"), new SecureRandom());
                RedisClient client = RedisClient.create(redis.address())) {
            leaveCanaries(store);
            var keys = client.keys("*");
            assertEquals(4, keys.size(), keys.toString());
            for (String key : keys) assertHidden(key + client.get(key));
        }
    }

    @Test
    void theSameValueLooksDifferentEachTime() {
        StateStore store = sealed("passphrase");
        store.put("key", CANARY, FOREVER);
        String before = below.get("key").orElseThrow();
        store.put("key", CANARY, FOREVER);
        assertNotEquals(before, below.get("key").orElseThrow());
    }

    @Test
    void aValueThatWasMovedToAnotherKeyDoesNotOpen() {
        StateStore store = sealed("passphrase");
        store.put("user:alice", "her tokens", FOREVER);
        below.put("user:bob", below.get("user:alice").orElseThrow(), FOREVER);
        assertDoesNotOpen(() -> store.get("user:bob"));
        assertDoesNotOpen(() -> store.take("user:bob"));
    }

    @Test
    void aValueOfWhichAnyByteWasChangedDoesNotOpen() {
        StateStore store = sealed("passphrase");
        store.put("key", "value", FOREVER);
        byte[] whole = Base64.getDecoder().decode(below.get("key").orElseThrow());
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            below.put("key", Base64.getEncoder().encodeToString(changed), FOREVER);
            assertDoesNotOpen(() -> store.get("key"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "AAAA", "never sealed", "äöü", "AAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatWasNeverSealedDoesNotOpen(String foreign) {
        StateStore store = sealed("passphrase");
        below.put("key", foreign, FOREVER);
        assertDoesNotOpen(() -> store.get("key"));
        assertDoesNotOpen(() -> store.replace("key", foreign, "value", FOREVER));
        assertDoesNotOpen(() -> store.delete("key", foreign));
        assertEquals(Optional.of(foreign), below.get("key"));
    }

    @Test
    void aWrongPassphraseIsNoticedAtOnceAndChangesNothing() {
        sealed("passphrase").put("key", "value", FOREVER);
        var refusal = assertThrows(StoreUnavailableException.class, () -> sealed("another"));
        assertTrue(refusal.getMessage().contains("Add the one it was written with to WXC_CC_STATE_KEY"));
        assertEquals(Optional.of("value"), sealed("passphrase").get("key"));
    }

    @Test
    void aNewPassphraseInFrontSealsAnewAndOpensWhatIsOld() {
        sealed("old").put("before", "value", FOREVER);
        StateStore rotated = sealed("new", "old");
        assertEquals(Optional.of("value"), rotated.get("before"));
        rotated.put("after", "value", FOREVER);
        assertTrue(rotated.replace("before", "value", "changed", FOREVER));

        assertThrows(StoreUnavailableException.class, () -> sealed("old"));
        assertEquals(Optional.of("changed"), sealed("new", "old").get("before"));
    }

    @Test
    void anOldPassphraseCanGoAfterOneStartWithTheNewOneInFront() {
        sealed("old").put("stays", "value", FOREVER);
        sealed("old").put("ends", "value", Duration.ofMinutes(5));
        sealed("new", "old");

        StateStore newOnly = sealed("new");
        assertEquals(Optional.of("value"), newOnly.get("stays"));
        assertEquals(Optional.of("value"), newOnly.get("ends"));
        clock.advance(Duration.ofMinutes(5));
        assertEquals(Optional.empty(), newOnly.get("ends"));
    }

    @Test
    void aStartThatCouldNotSealAllAnewIsMadeGoodByTheNext() {
        for (int i = 0; i < 200; i++) sealed("old").put("user " + i, "value", FOREVER);
        var failing = new FailingStore(below, "user 77");
        assertThrows(
                StoreUnavailableException.class,
                () -> SealedStateStore.over(failing, List.of("new", "old"), new SecureRandom()));
        sealed("new", "old");
        StateStore newOnly = sealed("new");
        for (int i = 0; i < 200; i++) assertEquals(Optional.of("value"), newOnly.get("user " + i));
    }

    private StateStore sealed(String... passphrases) {
        return SealedStateStore.over(below, List.of(passphrases), new SecureRandom());
    }

    private static void leaveCanaries(StateStore store) {
        store.put("put", CANARY, FOREVER);
        assertTrue(store.putIfAbsent("putIfAbsent", CANARY, FOREVER));
        store.put("replace", "before", FOREVER);
        assertTrue(store.replace("replace", "before", CANARY, FOREVER));
    }

    private static void assertHidden(String seen) {
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));
        assertFalse(seen.contains(CANARY) || seen.contains(base64), seen);
    }

    private static void assertDoesNotOpen(Runnable attempt) {
        var failure = assertThrows(DoesNotOpenException.class, attempt::run);
        assertTrue(failure.getMessage().contains("does not open with this key"), failure.getMessage());
    }
}
