package callbot.trace;

import java.time.Duration;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * A command or a request to Webex that is under way. It is an event of the
 * <a href="https://docs.oracle.com/en/java/javase/21/jfapi/">JDK Flight Recorder</a>, which costs next to nothing unless somebody
 * records, and the meter counts it.
 */
@Name("callbot.Work")
@Label("Work")
@Category("callbot")
@Description("A command, or a request to Webex")
@StackTrace(false)
public final class Work extends Event {

    /** What kind of work there is. */
    public enum Kind {
        /** What somebody has asked the bot for. */
        COMMAND,
        /** One attempt of a request. */
        WEBEX_REQUEST
    }

    private final transient Kind kind;
    private final transient long begunAt = System.nanoTime();

    @Label("Kind")
    private final String kindName;

    @Label("Name")
    private final String name;

    @Label("Outcome")
    private String outcome = "";

    /**
     * Work that begins now.
     *
     * @param name which command or request: one of a few names, and none that belongs to somebody
     */
    public Work(Kind kind, String name) {
        this.kind = kind;
        this.kindName = kind.name();
        this.name = name;
        begin();
    }

    /** Of which kind it is. */
    public Kind kind() {
        return kind;
    }

    /** Which command or request it is. */
    public String name() {
        return name;
    }

    /** What came of it, in a word; empty before it has ended. */
    public String outcome() {
        return outcome;
    }

    /** For how long it has been under way. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - begunAt);
    }

    void end(String how) {
        outcome = how;
        commit();
    }
}
