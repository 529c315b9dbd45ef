package callbot.sandbox.line;

import callbot.sandbox.api.Operation;
import callbot.sandbox.base.Turn;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** What users' lines have beside settings and messages. */
public record LineServices(FakeAssistant assistant, FakeReach reach) {

    /** Everybody begins with all switched off. */
    public static LineServices of(Clock clock, Turn turn) {
        return new LineServices(new FakeAssistant(clock, turn), new FakeReach(turn));
    }

    public List<Operation> operations() {
        return Stream.of(assistant.operations(), reach.operations())
                .flatMap(List::stream)
                .toList();
    }
}
