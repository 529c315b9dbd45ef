package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.testing.Eventually;
import callbot.testing.RealRedis;
import callbot.testing.RecordedLog;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
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
                StateStore store =
                        SealedStateStore.over(RedisStateStore.at(redis.address(), true), List.of("passphrase"));
                RedisClient client = RedisClient.create(redis.address())) {
            leaveCanaries(store);
            var keys = client.keys("*");
            keys.removeIf(key -> key.startsWith("callbot:redis:"));
            assertEquals(4, keys.size(), keys.toString());
            for (String key : keys) assertHidden(key + client.get(key));
        }
    }

    @Test
    void theSameValueOfTheSameEntryLooksTheSameAndOfAnotherDifferent() {
        StateStore store = sealed("passphrase");
        store.put("key", CANARY, FOREVER);
        store.put("other", CANARY, FOREVER);
        String before = below.get("key").orElseThrow();
        assertNotEquals(before, below.get("other").orElseThrow());
        store.put("key", CANARY, FOREVER);
        assertEquals(before, below.get("key").orElseThrow());
    }

    /** Where the name ends and the value begins makes a difference too. */
    @Test
    void noTwoDifferentTextsAreSealedWithOneIv() {
        Seal seal = Seal.of("passphrase");
        Set<String> ivs = new HashSet<>();
        for (String name : List.of("a", "ab", "abc", "a:b")) {
            for (String value : List.of("", "b", "bc", "c", "x".repeat(1_000))) {
                ivs.add(seal.seal(name, value).substring(0, 18));
                assertEquals(seal.seal(name, value), Seal.of("passphrase").seal(name, value));
            }
        }
        ivs.add(Seal.of("another").seal("a", "b").substring(0, 18));
        assertEquals(21, ivs.size());
    }

    @Test
    void aComparisonIsOneOperationBelow() {
        StateStore store = sealed("passphrase");
        store.put("key", "before", FOREVER);
        store.put("other", "value", FOREVER);
        AtomicInteger operations = new AtomicInteger();
        StateStore counting = (StateStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {StateStore.class}, (proxy, method, arguments) -> {
                    operations.incrementAndGet();
                    return method.invoke(below, arguments);
                });
        StateStore counted = SealedStateStore.over(counting, List.of("passphrase"));
        operations.set(0);
        assertTrue(counted.change(List.of(
                new Change.Replace("key", "before", "after", FOREVER),
                new Change.DeleteIf("other", "value"),
                new Change.PutIfAbsent("more", "value", FOREVER))));
        assertFalse(counted.replace("key", "before", "never", FOREVER));
        assertEquals(2, operations.get());
    }

    @Test
    void whatTheVersionBeforeHasSealedIsReadComparedAndSealedAnew() {
        below.put("seal:check", sealedBefore("seal:check", "callbot"), FOREVER);
        below.put("user:1", sealedBefore("user:1", "her tokens"), Duration.ofHours(1));
        below.put("seen", sealedBefore("seen", "once"), FOREVER);
        StateStore store = sealed("passphrase");
        assertEquals(Optional.of("her tokens"), store.get("user:1"));
        assertTrue(store.replace("seen", "once", "twice", FOREVER));
        assertTrue(store.delete("seen", "twice"));
        awaitSealedAnew("passphrase");
        assertTrue(below.get("user:1").orElseThrow().startsWith("2:"));
        assertEquals(Optional.of("her tokens"), store.get("user:1"));
        assertTrue(below.remaining("user:1").orElseThrow().compareTo(Duration.ofHours(1)) <= 0);
    }

    /** As the version before sealed: AES-256-GCM, an IV in front, by the extracted key of HKDF itself. */
    private static String sealedBefore(String name, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("callbot state v1".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] key = mac.doFinal("passphrase".getBytes(StandardCharsets.UTF_8));
            byte[] iv = Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), 12);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            byte[] text = cipher.doFinal(value.getBytes(StandardCharsets.UTF_8));
            byte[] sealed =
                    ByteBuffer.allocate(12 + text.length).put(iv).put(text).array();
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
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
        byte[] whole = Base64.getDecoder().decode(below.get("key").orElseThrow().substring(2));
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            below.put("key", "2:" + Base64.getEncoder().encodeToString(changed), FOREVER);
            assertDoesNotOpen(() -> store.get("key"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "never sealed",
                "äöü",
                "AAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "2:",
                "2:AAAA",
                "2:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatWasNeverSealedDoesNotOpen(String foreign) {
        StateStore store = sealed("passphrase");
        below.put("key", foreign, FOREVER);
        assertDoesNotOpen(() -> store.get("key"));
        assertFalse(store.replace("key", foreign, "value", FOREVER));
        assertFalse(store.delete("key", foreign));
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
        awaitSealedAnew("new");

        assertThrows(StoreUnavailableException.class, () -> sealed("old"));
        assertEquals(Optional.of("changed"), sealed("new", "old").get("before"));
    }

    @Test
    void anOldPassphraseCanGoWhenAllIsSealedAnew() {
        sealed("old").put("family:stays", "value", FOREVER);
        sealed("old").put("ends", "value", Duration.ofMinutes(5));
        sealed("new", "old");
        awaitSealedAnew("new");

        StateStore newOnly = sealed("new");
        assertEquals(Optional.of("value"), newOnly.get("family:stays"));
        assertEquals(Optional.of("value"), newOnly.get("ends"));
        clock.advance(Duration.ofMinutes(5));
        assertEquals(Optional.empty(), newOnly.get("ends"));
    }

    /** First all instances learn the new one, then they begin to use it, one after the other; each understands all the others. */
    @Test
    void whileThePassphraseIsChangedInTwoStepsNoInstanceIsDeaf() {
        List<List<String>> steps =
                List.of(List.of("old"), List.of("old", "new"), List.of("new", "old"), List.of("new"));
        for (int step = 1; step < steps.size(); step++) {
            StateStore before = SealedStateStore.over(below, steps.get(step - 1));
            StateStore after = SealedStateStore.over(below, steps.get(step));
            before.put("key", "by the one before", FOREVER);
            assertTrue(after.replace("key", "by the one before", "by the one after", FOREVER));
            assertTrue(before.replace("key", "by the one after", "value", FOREVER));
            assertTrue(after.delete("key", "value"));
            after.put("lease", "of the one after", FOREVER);
            assertTrue(before.delete("lease", "of the one after"));
            if (step == 2) awaitSealedAnew("new");
        }
    }

    @Test
    void aStartThatCouldNotSealAllAnewIsMadeGoodByTheNext() {
        for (int i = 0; i < 200; i++) sealed("old").put("user " + i, "value", FOREVER);
        try (var log = new RecordedLog(SealedStateStore.class)) {
            SealedStateStore.over(new FailingStore(below, "user 77"), List.of("new", "old"));
            Eventually.isTrue(
                    "it says so", () -> log.lines().contains("event=store.sealed-anew-not reason=\"told to fail\""));
        }
        assertThrows(DoesNotOpenException.class, () -> sealed("new"));
        sealed("new", "old");
        awaitSealedAnew("new");
        StateStore newOnly = sealed("new");
        for (int i = 0; i < 200; i++) assertEquals(Optional.of("value"), newOnly.get("user " + i));
    }

    private void awaitSealedAnew(String passphrase) {
        String check = Seal.of(passphrase).seal("seal:check", "callbot");
        Eventually.isTrue("all is sealed anew", () -> below.get("seal:check").equals(Optional.of(check)));
    }

    private StateStore sealed(String... passphrases) {
        return SealedStateStore.over(below, List.of(passphrases));
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
