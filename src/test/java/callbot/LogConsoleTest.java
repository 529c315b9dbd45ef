package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.http.WebServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogConsoleTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LogConsole console = onPaper();

    @Test
    void ofWhatStrangersCauseOnlySoMuchIsWrittenAndThenHowMuchWasLeftOut() throws Exception {
        asRequest(() -> {
            for (int i = 0; i < 10_000; i++) refuse("/" + i, NOON);
        });
        assertEquals(30, lines().size());

        asRequest(() -> refuse("/later", NOON.plus(Duration.ofMinutes(2))));
        assertEquals(32, lines().size());
        assertTrue(
                lines().get(30).endsWith("event=log.left-out lines=9970 like=\"event=x path={0}\""), lines().get(30));
        assertTrue(lines().get(31).endsWith("event=x path=/later"), lines().get(31));
    }

    @Test
    void oneKindOfLineDoesNotHideAnother() throws Exception {
        asRequest(() -> {
            for (int i = 0; i < 100; i++) refuse("/", NOON);
            console.publish(line(Level.SEVERE, "event=other", NOON));
        });
        assertTrue(lines().getLast().endsWith("event=other"), lines().getLast());
    }

    @Test
    void whatTheBotSaysOfItsOwnWorkIsNeverLeftOut() {
        for (int i = 0; i < 100; i++) refuse("/", NOON);
        assertEquals(100, lines().size());
    }

    private void refuse(String path, Instant when) {
        LogRecord line = line(Level.WARNING, "event=x path={0}", when);
        line.setParameters(new Object[] {path});
        console.publish(line);
    }

    private static LogRecord line(Level level, String message, Instant when) {
        LogRecord line = new LogRecord(level, message);
        line.setLoggerName("callbot.X");
        line.setInstant(when);
        return line;
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static void asRequest(Runnable task) throws InterruptedException {
        Thread.ofPlatform().name(WebServer.THREADS + "7").start(task).join();
    }

    /** The console writes to what is the error stream when it is made. */
    private LogConsole onPaper() {
        PrintStream before = System.err;
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            return new LogConsole(new LogFormat());
        } finally {
            System.setErr(before);
        }
    }
}
