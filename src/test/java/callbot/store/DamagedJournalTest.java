package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.store.StoreUnavailableException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file that was cut short, or of which any byte has changed, is either known for it or as good as before. */
@Timeout(120)
class DamagedJournalTest {

    private static final Map<String, String> CONTENT = Map.of("a:1", "first", "a:2", "second", "b:1", "third");

    private static final int FRAMES = 3 * 4096;

    @TempDir
    private Path directory;

    private final MovableClock clock = new MovableClock();
    private byte[] whole;

    @BeforeEach
    void fill() throws IOException {
        try (StateStore store = open()) {
            store.put("a:1", "first", FOREVER);
            store.put("a:2", "another", FOREVER);
            store.put("gone", "value", FOREVER);
            store.delete("gone");
            store.put("a:2", "second", FOREVER);
            store.put("b:1", "third", FOREVER);
        }
        whole = Files.readAllBytes(file());
        assertTrue(whole.length < 13_000, () -> whole.length + " bytes are too many to change each");
    }

    @Test
    void aFileThatWasCutAnywhereIsRefusedAndLeftAsItIs() throws IOException {
        for (int length : places().toArray()) {
            byte[] cut = Arrays.copyOf(whole, length);
            Files.write(file(), cut);
            assertRefused();
            assertArrayEquals(cut, Files.readAllBytes(file()));
        }
    }

    @Test
    void aChangedByteIsNoticedWhereverItMatters() throws IOException {
        Set<Integer> harmless = new TreeSet<>();
        for (int at : places().toArray()) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (1 << at % 8);
            Files.write(file(), changed);
            if (opens()) harmless.add(at);
            else assertArrayEquals(changed, Files.readAllBytes(file()));
        }
        assertTrue(harmless.stream().noneMatch(at -> at < 16 || at >= FRAMES), harmless::toString);
    }

    @Test
    void whenBothSlotsAreDamagedItIsRefused() throws IOException {
        byte[] changed = whole.clone();
        changed[4096] ^= 1;
        changed[2 * 4096] ^= 1;
        Files.write(file(), changed);
        assertRefused();
    }

    @Test
    void whatWasAppendedByNobodyIsCutOff() throws IOException {
        for (byte[] tail : new byte[][] {{0}, new byte[5000], "garbage of some length".getBytes(), whole}) {
            byte[] longer = Arrays.copyOf(whole, whole.length + tail.length);
            System.arraycopy(tail, 0, longer, whole.length, tail.length);
            Files.write(file(), longer);
            assertTrue(opens());
            assertEquals(whole.length, Files.size(file()));
        }
    }

    @Test
    void aFrameWhoseChecksumIsRightAndWhoseLengthsAreNotIsDamage() throws IOException {
        try (Journal journal = Journal.open(file(), (at, frame) -> {})) {
            journal.commit(new Frame().put("key", new byte[0], 1).toBytes());
        }
        byte[] changed = Files.readAllBytes(file());
        int lengthOfValue = whole.length + Frame.HEAD + Long.BYTES;
        changed[lengthOfValue] = 1;
        CRC32C crc = new CRC32C();
        crc.update(changed, whole.length, 4);
        crc.update(changed, whole.length + Frame.HEAD, changed.length - whole.length - Frame.HEAD);
        ByteBuffer.wrap(changed).putInt(whole.length + 4, (int) crc.getValue());
        Files.write(file(), changed);
        assertRefused();
    }

    @Test
    void aFileOfAnotherVersionIsRefused() throws IOException {
        byte[] changed = whole.clone();
        changed["callbot state ".length()] = '2';
        Files.write(file(), changed);
        assertRefused();
    }

    /** Every byte of the file, but of the blanks in its head only some. */
    private IntStream places() {
        return IntStream.range(0, whole.length)
                .filter(at -> at % 4096 < 20 || at % 4096 > 4090 || at % 509 == 0 || at > FRAMES);
    }

    /** Whether it opens, and then with all that was in it. */
    private boolean opens() {
        try (StateStore store = open()) {
            Map<String, String> found = new TreeMap<>();
            for (String key : Set.of("a:1", "a:2", "b:1", "gone")) {
                store.get(key).ifPresent(value -> found.put(key, value));
            }
            assertEquals(CONTENT, found);
            return true;
        } catch (StoreUnavailableException e) {
            assertEquals(Reason.DAMAGED, e.reason());
            return false;
        }
    }

    private void assertRefused() {
        var refusal = assertThrows(StoreUnavailableException.class, this::open);
        assertEquals(Reason.DAMAGED, refusal.reason());
        assertTrue(refusal.getMessage().contains(file() + " is there but cannot be read"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("Restore it from a copy"), refusal.getMessage());
    }

    private StateStore open() {
        return JournalStateStore.open(file(), clock);
    }

    private Path file() {
        return directory.resolve("callbot.state");
    }
}
