package callbot.sandbox.line;

import callbot.sandbox.api.Operation;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Turn;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** What users' lines have beside settings and messages. */
public record LineServices(FakeAssistant assistant, FakeReach reach, FakeRecordings recordings) {

    /** Everybody begins with all switched off. */
    public static LineServices of(Clock clock, Ids ids, Turn turn) {
        return new LineServices(
                new FakeAssistant(clock, turn), new FakeReach(turn), new FakeRecordings(clock, ids, turn));
    }

    public List<Operation> operations() {
        return Stream.of(assistant.operations(), reach.operations(), recordings.operations())
                .flatMap(List::stream)
                .toList();
    }
}
