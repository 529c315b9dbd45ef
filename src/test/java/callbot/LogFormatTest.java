package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFormatTest {

    private final LogFormat format = new LogFormat();

    @Test
    void writesOneLineWithTimeLevelWorkAndSource() {
        assertEquals(
                "2026-03-01T12:00:00.120Z INFO    " + Thread.currentThread().getName()
                        + " Inbox event=inbox.taken-over key=k state=NEW"
                        + System.lineSeparator(),
                format.format(line(Level.INFO, "event=inbox.taken-over key={0} state={1}", "k", "NEW")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n", "\r", "\r\n", "\n\n", "\u000b", "\f", "\u0085", "\u2028", "\u2029", "\u001b", "\0", "\b", "\u202e"
            })
    void whatIsQuotedStaysOnTheLine(String sly) {
        String written = format.format(line(Level.INFO, "reason=\"{0}\"", "a" + sly + "b"));
        assertTrue(written.endsWith("reason=\"a b\"" + System.lineSeparator()), written);
    }

    @Test
    void bracesInWhatIsQuotedAreNotFilledIn() {
        assertTrue(format.format(line(Level.INFO, "x={0} y={1}", "{1}", "''")).contains("x={1} y=''"));
        assertTrue(format.format(line(Level.INFO, "it's {0")).contains("it's {0"));
    }

    @Test
    void aStrangersValueIsCutInTheMiddleSinceIdsDifferAtTheirEnds() {
        String written = format.format(line(Level.INFO, "path={0} id={1}", "a".repeat(60_000) + "z", "7"));
        assertTrue(
                written.endsWith("path=" + "a".repeat(66) + "…" + "a".repeat(32) + "z id=7" + System.lineSeparator()),
                written);
    }

    @Test
    void aStrangersValueCannotBeginAnother() {
        assertTrue(format.format(line(Level.INFO, "path={0}", "/ event=bot.ready \"x\""))
                .contains("path=\"/ event=bot.ready 'x'\""));
        assertTrue(format.format(line(Level.INFO, "reason=\"{0}\"", "no\" event=bot.ready"))
                .contains("reason=\"no' event=bot.ready\""));
    }

    @Test
    void anExceptionsMessageCannotBeginALineOfTheLog() {
        LogRecord line = line(Level.SEVERE, "event=x");
        line.setThrown(new IllegalStateException(
                "field \"a\n2026-03-01T12:00:00Z INFO forged\u001b[2J\r\u202ez\" " + "b".repeat(10_000)));
        List<String> written = format.format(line).lines().toList();
        for (String each : written.subList(1, written.size())) {
            assertTrue(each.startsWith("| ") || each.startsWith("\t"), each);
            assertTrue(each.length() <= 500 && each.chars().noneMatch(c -> c == 27 || c == 0x202e), each);
        }
    }

    @Test
    void anErrorBringsItsStackTrace() {
        LogRecord line = line(Level.SEVERE, "event=command.failed");
        line.setThrown(new IllegalStateException("on purpose", new ArithmeticException("because")));
        String written = format.format(line);
        assertTrue(written.lines().findFirst().orElseThrow().endsWith("event=command.failed"), written);
        assertTrue(written.contains("IllegalStateException: on purpose"), written);
        assertTrue(written.contains("\tat " + LogFormatTest.class.getName()), written);
        assertTrue(written.contains("Caused by: java.lang.ArithmeticException: because"), written);
    }

    private static LogRecord line(Level level, String message, Object... parameters) {
        LogRecord line = new LogRecord(level, message);
        line.setLoggerName("callbot.webhook.Inbox");
        line.setInstant(Instant.parse("2026-03-01T12:00:00.120999Z"));
        line.setParameters(parameters);
        return line;
    }
}
