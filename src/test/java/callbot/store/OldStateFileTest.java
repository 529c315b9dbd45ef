package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state file of the version before there was a journal. */
class OldStateFileTest {

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock();

    @Test
    void itIsTakenOverOnceAndKeptUnderAnotherName() throws IOException {
        String old = oldContent();
        Files.writeString(file("state"), old);
        try (StateStore store = open("state")) {
            assertHasTheOldEntries(store);
            store.put("stays", "changed", FOREVER);
        }
        assertEquals(old, Files.readString(file("state.old")));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file("state.old"))));
        try (StateStore store = open("state")) {
            assertEquals(Optional.of("changed"), store.get("stays"));
        }
    }

    @Test
    void whereThereIsNoStateFileOneByTheOldNameBesideItIsTakenOver() throws IOException {
        String old = oldContent();
        Files.writeString(file("callbot-state.json"), old);
        try (StateStore store = open("callbot.state")) {
            assertHasTheOldEntries(store);
        }
        assertFalse(Files.exists(file("callbot-state.json")));
        assertEquals(old, Files.readString(file("callbot-state.json.old")));

        Files.delete(file("callbot.state"));
        try (StateStore anew = open("callbot.state")) {
            assertEquals(Optional.empty(), anew.get("stays"));
        }
    }

    @Test
    void whatACrashHasLeftInTheMiddleOfItIsBegunAnew() throws IOException {
        String old = oldContent();
        Files.writeString(file("state"), old);
        Files.writeString(file("state.tmp"), "half a journal");
        Files.writeString(file("state.old"), "half a copy");
        try (StateStore store = open("state")) {
            assertHasTheOldEntries(store);
        }
        assertEquals(old, Files.readString(file("state.old")));
        assertFalse(Files.exists(file("state.tmp")));
    }

    @Test
    void oneThatIsNoTextIsRefusedInASentenceAndLeftAsItIs() throws IOException {
        byte[] old = "{\"key\":\"stays\",\"value\":\"gr\u00f6\u00dfer\"}\n{\"entries\":1}\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file("state"), old);
        var refusal = assertThrows(StoreUnavailableException.class, () -> open("state"));
        assertEquals(StoreUnavailableException.Reason.DAMAGED, refusal.reason());
        assertTrue(refusal.getMessage().contains("it is not written in UTF-8"), refusal.getMessage());
        assertArrayEquals(old, Files.readAllBytes(file("state")));
        assertFalse(Files.exists(file("state.tmp")));
    }

    private String oldContent() {
        return "{\"key\":\"stays\",\"value\":\"größer\\u0000👩‍👩‍👧\"}\n"
                + "{\"key\":\"lasts\",\"value\":\"value\",\"expires\":"
                + clock.instant().plusSeconds(3600).toEpochMilli() + "}\n"
                + "{\"key\":\"expired\",\"value\":\"value\",\"expires\":"
                + clock.instant().minusSeconds(1).toEpochMilli() + "}\n"
                + "{\"entries\":3}\n";
    }

    private static void assertHasTheOldEntries(StateStore store) {
        assertEquals(Optional.of("größer\u0000👩‍👩‍👧"), store.get("stays"));
        assertEquals(Optional.of(FOREVER), store.remaining("stays"));
        assertEquals(Optional.of("value"), store.get("lasts"));
        Duration left = store.remaining("lasts").orElseThrow();
        assertTrue(
                left.compareTo(Duration.ofHours(1)) <= 0 && left.compareTo(Duration.ofMinutes(59)) > 0, left::toString);
        assertEquals(Optional.empty(), store.get("expired"));
    }

    private StateStore open(String name) {
        return JournalStateStore.open(file(name), clock);
    }

    private Path file(String name) {
        return directory.resolve(name);
    }
}
