package callbot.sandbox.line;

import callbot.sandbox.api.Operation;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Habits;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Turn;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who reaches users, and as whom they reach others. */
public record FakeStations(FakeCallerIds callerIds, FakeQueues queues, FakeEndpoints endpoints) {

    /** Nobody has set anything yet. @param people by their ids */
    public static FakeStations of(Turn turn, Ids ids, Habits habits, Function<String, Optional<Account>> people) {
        FakeCallerIds callerIds = new FakeCallerIds(turn);
        return new FakeStations(
                callerIds, new FakeQueues(turn, ids, callerIds, habits), new FakeEndpoints(turn, people));
    }

    public List<Operation> operations() {
        return Stream.of(callerIds.operations(), queues.operations(), endpoints.operations())
                .flatMap(List::stream)
                .toList();
    }
}
