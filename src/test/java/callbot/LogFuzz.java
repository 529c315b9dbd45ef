package callbot;

import static callbot.fuzz.FuzzTarget.require;

import callbot.fuzz.FuzzTarget;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What strangers have the log say: it stays within its value, its line, and some two thousand characters. */
public final class LogFuzz implements FuzzTarget {

    private static final Pattern LINE = Pattern.compile(
            "\\S+ WARNING .* callbot event=[^ ]+ key=(\\S{1,100}|\"[^\"]{1,100}\") reason=\"[^\"]{0,500}\" end=1");

    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\u200C-\\u200E]]");

    private final LogFormat format = new LogFormat();

    @Override
    public List<byte[]> seeds() {
        return FuzzTarget.inputs(Stream.of(
                "x",
                "two words",
                "\n2026-01-01T00:00:00Z SEVERE main Bot event=forged",
                "\u001b[31mred\u202e",
                "{0} {1} \" end=2",
                "z".repeat(3000)));
    }

    @Override
    public void check(byte[] input) {
        String said = FuzzTarget.text(input);
        var record = new LogRecord(Level.WARNING, "event=test key={0} reason=\"{1}\" end=1");
        record.setLoggerName("callbot");
        record.setParameters(new Object[] {said, said});
        String line = format.format(record);
        require(line.endsWith(System.lineSeparator()), "it does not end");
        String content =
                line.substring(0, line.length() - System.lineSeparator().length());
        require(!HARMFUL.matcher(content).find(), "it has " + content);
        require(said.isEmpty() || LINE.matcher(content).matches(), "it says another: " + content);
        require(content.length() < 2200, "it is long");
    }
}
