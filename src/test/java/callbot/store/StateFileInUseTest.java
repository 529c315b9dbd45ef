package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two who want the same file, in one process or in two. */
class StateFileInUseTest {

    /** The other process: it has the file open until its input ends. */
    static final class Other {

        private Other() {}

        public static void main(String[] arguments) throws IOException {
            try (StateStore store = JournalStateStore.open(Path.of(arguments[0]), Clock.systemUTC())) {
                store.put("key", "of the other process", FOREVER);
                System.out.println("open");
                while (System.in.read() >= 0) {}
            } catch (StoreUnavailableException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @TempDir
    private Path directory;

    @Test
    void aSecondStoreInTheSameProcessIsRefused() {
        try (StateStore first = open()) {
            assertTrue(assertThrows(StoreUnavailableException.class, this::open)
                    .getMessage()
                    .startsWith("Another callbot is using " + file()));
            first.put("key", "value", FOREVER);
        }
        try (StateStore next = open()) {
            assertEquals(Optional.of("value"), next.get("key"));
        }
    }

    @Test
    void aStoreThatWasClosedNoLongerWrites() {
        StateStore first = open();
        first.put("key", "old", FOREVER);
        first.close();
        try (StateStore next = open()) {
            next.put("key", "new", FOREVER);
            assertThrows(StoreUnavailableException.class, () -> first.put("other", "value", FOREVER));
        }
        try (StateStore afterwards = open()) {
            assertEquals(Optional.of("new"), afterwards.get("key"));
        }
    }

    @Test
    void aSecondProcessIsRefused() throws Exception {
        try (StateStore first = open()) {
            first.put("key", "mine", FOREVER);
            Process other = startOther();
            try (BufferedReader output = other.inputReader(StandardCharsets.UTF_8)) {
                String said = output.readLine();
                assertTrue(said.startsWith("Another callbot is using " + file()), said);
                assertEquals(0, other.waitFor());
            }
            assertEquals(Optional.of("mine"), first.get("key"));
        }
    }

    @Test
    void aProcessThatIsKilledLeavesTheFileFreeAndWhole() throws Exception {
        Process other = startOther();
        try (BufferedReader output = other.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("open", output.readLine());
            assertThrows(StoreUnavailableException.class, this::open);
        } finally {
            other.destroyForcibly().waitFor();
        }
        try (StateStore store = open()) {
            assertEquals(Optional.of("of the other process"), store.get("key"));
        }
    }

    private Process startOther() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        assertTrue(Files.isExecutable(java));
        return new ProcessBuilder(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        file().toString())
                .redirectErrorStream(true)
                .start();
    }

    private StateStore open() {
        return JournalStateStore.open(file(), Clock.systemUTC());
    }

    private Path file() {
        return directory.resolve("callbot.state");
    }
}
