package callbot.sandbox.line;

import callbot.sandbox.api.Operation;
import callbot.sandbox.base.Turn;
import java.time.Clock;
import java.util.List;

/** What users' lines have beside settings and messages. */
public record LineServices(FakeAssistant assistant) {

    /** Everybody begins with all switched off. */
    public static LineServices of(Clock clock, Turn turn) {
        return new LineServices(new FakeAssistant(clock, turn));
    }

    public List<Operation> operations() {
        return assistant.operations();
    }
}
