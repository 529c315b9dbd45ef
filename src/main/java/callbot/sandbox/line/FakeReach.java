package callbot.sandbox.line;

import callbot.sandbox.api.Operation;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Turn;
import java.util.List;
import java.util.stream.Stream;

/** Who reaches users, and as whom they reach others. */
public record FakeReach(FakeCallerIds callerIds, FakeQueues queues) {

    /** Nobody has set anything yet. */
    public static FakeReach of(Turn turn, Ids ids) {
        FakeCallerIds callerIds = new FakeCallerIds(turn);
        return new FakeReach(callerIds, new FakeQueues(turn, ids, callerIds));
    }

    public List<Operation> operations() {
        return Stream.of(callerIds.operations(), queues.operations())
                .flatMap(List::stream)
                .toList();
    }
}
