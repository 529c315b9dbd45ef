package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.testing.Crowd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the file and around it, before, between and after the times when a store has it open. */
class StateFileTest {

    private final MovableClock clock = new MovableClock();

    @TempDir
    private Path directory;

    @Test
    void whatIsStoredSurvivesARestartAndExpiresAsItShould() {
        try (StateStore store = open()) {
            store.put("stays", "größer\u0000👩‍👩‍👧", FOREVER);
            store.put("lasts", "value", Duration.ofHours(2));
            store.put("goes", "value", Duration.ofHours(1));
            store.delete("never was");
        }
        clock.advance(Duration.ofMinutes(90));
        try (StateStore store = open()) {
            assertEquals(Optional.of("größer\u0000👩‍👩‍👧"), store.get("stays"));
            assertEquals(Optional.of("value"), store.get("lasts"));
            assertEquals(Optional.empty(), store.get("goes"));
        }
    }

    @Test
    void theLongestKeyAndValueSurviveARestartAndLongerOnesAreRefused() {
        String key = "ä".repeat(500);
        String value = "v".repeat(1 << 20);
        try (StateStore store = open()) {
            store.put(key, value, FOREVER);
            assertThrows(IllegalArgumentException.class, () -> store.put(key + "k", "value", FOREVER));
            assertThrows(IllegalArgumentException.class, () -> store.put("key", value + "v", FOREVER));
            assertThrows(IllegalArgumentException.class, () -> store.put("", "value", FOREVER));
        }
        try (StateStore store = open()) {
            assertEquals(Optional.of(value), store.get(key));
        }
    }

    @Test
    void onlyTheOwnerMayReadItAndItsLockAlsoIfOthersCouldBefore() throws IOException {
        List<Path> files = List.of(file(), directory.resolve("callbot.state.lock"));
        open().close();
        for (Path file : files) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
        open().close();
        for (Path file : files) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void nothingButTheFileAndItsLockIsLeft() throws IOException {
        try (StateStore store = open()) {
            store.put("key", "value", FOREVER);
            assertEquals(Set.of("callbot.state", "callbot.state.lock"), names());
        }
    }

    @Test
    void whatACrashHasLeftBesideItDoesNoHarm() throws IOException {
        try (StateStore store = open()) {
            store.put("key", "value", FOREVER);
        }
        Files.writeString(directory.resolve("callbot.state.tmp"), "{\"key\":\"key\",\"val");
        try (StateStore store = open()) {
            assertEquals(Optional.of("value"), store.get("key"));
            store.put("key", "after", FOREVER);
            assertEquals(Set.of("callbot.state", "callbot.state.lock"), names());
        }
        try (StateStore store = open()) {
            assertEquals(Optional.of("after"), store.get("key"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{\"key\":\"key\",\"value\":\"val",
                "{\"key\":\"key\",\"value\":\"value\"}\n",
                "{\"key\":\"key\",\"value\":\"value\"}\n{\"entries\":2}\n",
                "{\"key\":\"key\",\"value\":\"value\"}\n{\"entries\":1",
                "{\"entries\":0}\n{\"key\":\"key\",\"value\":\"value\"}\n",
                "{\"entries\":0} {}",
                "{}",
                "[]",
                "null",
                "{\"entries\":{}}",
                "{\"key\":\"key\"}\n{\"entries\":1}\n",
                "{\"value\":\"value\"}\n{\"entries\":1}\n",
                "{\"key\":\"key\",\"value\":5}\n{\"entries\":1}\n",
                "{\"key\":\"key\",\"value\":\"value\",\"expires\":\"tomorrow\"}\n{\"entries\":1}\n",
                "{\"key\":\"key\",\"value\":\"value\",\"expires\":1.5}\n{\"entries\":1}\n",
                "PK\u0003\u0004 a zip file"
            })
    void aFileThatIsNoStateFileIsRefusedAndLeftAsItIs(String content) throws IOException {
        Files.writeString(file(), content);
        var refusal = assertThrows(StoreUnavailableException.class, this::open);

        assertTrue(refusal.getMessage().contains(file() + " is there but cannot be read"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("Restore it from a copy"), refusal.getMessage());
        assertEquals(content, Files.readString(file()));
        assertFalse(names().contains("callbot.state.tmp"));

        Files.delete(file()); // the refusal has let go of the lock
        open().close();
    }

    @Test
    void aDirectoryInItsPlaceIsRefused() throws IOException {
        Files.createDirectory(file());
        var refusal = assertThrows(StoreUnavailableException.class, this::open);
        assertTrue(refusal.getMessage().contains(file() + " cannot be opened"), refusal.getMessage());
    }

    @Test
    void aPathThatLeadsNowhereIsRefused() {
        Path nowhere = directory.resolve("missing/callbot.state");
        var refusal = assertThrows(StoreUnavailableException.class, () -> JournalStateStore.open(nowhere, clock));
        assertTrue(refusal.getMessage().contains(nowhere + " cannot be opened"), refusal.getMessage());
    }

    @Test
    void whatIsRefusedIsNotWritten() throws IOException {
        try (StateStore store = open()) {
            store.put("key", "value", FOREVER);
            long before = Files.size(file());
            assertFalse(store.putIfAbsent("key", "other", FOREVER));
            assertFalse(store.replace("key", "other", "value", FOREVER));
            assertFalse(store.delete("key", "other"));
            assertEquals(Optional.empty(), store.take("nothing"));
            assertEquals(before, Files.size(file()));
        }
    }

    @Test
    void aCopyOfTheFileInUseOpensAndHasAllThatWasPutBefore() {
        try (StateStore store = open()) {
            List<Optional<String>> copied = Crowd.of(50, i -> {
                store.put("key " + i, "value", FOREVER);
                Path copy = copy("copy" + i);
                try (StateStore other = JournalStateStore.open(copy, clock)) {
                    return other.get("key " + i);
                }
            });
            assertEquals(Set.of(Optional.of("value")), Set.copyOf(copied));
        }
    }

    /** What has expired by the clock of the day may come back when the clock is set back, but never in the place of what is newer. */
    @Test
    void aClockThatIsSetBackBringsNothingOldInThePlaceOfWhatIsNew() {
        clock.advance(Duration.ofHours(5));
        try (StateStore store = open()) {
            store.put("key", "old", Duration.ofHours(1));
            clock.advance(Duration.ofHours(2));
            assertTrue(store.putIfAbsent("key", "new", FOREVER));
            store.put("short", "value", Duration.ofHours(1));
            clock.advance(Duration.ofHours(-6));
            assertEquals(Optional.of("new"), store.get("key"));
            store.put("later", "value", Duration.ofHours(1));
        }
        try (StateStore store = open()) {
            assertEquals(Optional.of("new"), store.get("key"));
            assertEquals(Optional.of("value"), store.get("later"));
            assertTrue(store.remaining("short").orElseThrow().compareTo(Duration.ofHours(6)) > 0);
        }
    }

    private StateStore open() {
        return JournalStateStore.open(file(), clock);
    }

    private Path file() {
        return directory.resolve("callbot.state");
    }

    private Path copy(String name) {
        try {
            return Files.copy(file(), directory.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
