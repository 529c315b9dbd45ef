package callbot.sandbox.line;

import callbot.sandbox.api.Operation;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Habits;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Turn;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What users' lines have beside settings and messages. */
public record LineServices(
        FakeBlocking blocking,
        FakeAssistant assistant,
        FakeReach reach,
        FakeRecordings recordings,
        FakeStations stations) {

    /** Everybody begins with all switched off. @param people by their ids */
    public static LineServices of(
            Clock clock, Ids ids, Turn turn, Habits habits, Function<String, Optional<Account>> people) {
        return new LineServices(
                new FakeBlocking(turn),
                new FakeAssistant(clock, turn, habits),
                new FakeReach(turn),
                new FakeRecordings(clock, ids, turn, habits),
                FakeStations.of(turn, ids, habits, people));
    }

    public List<Operation> operations() {
        return Stream.of(
                        blocking.operations(),
                        assistant.operations(),
                        reach.operations(),
                        recordings.operations(),
                        stations.operations())
                .flatMap(List::stream)
                .toList();
    }
}
