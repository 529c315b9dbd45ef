package callbot.webex.line;

import callbot.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a user stands to the queues whose calls he may take.
 *
 * @param state absent if Webex does not say, or says what its documentation does not know
 */
public record AgentQueues(Optional<State> state, List<AgentQueue> queues) {

    /** How the user stands to all of them, as Webex calls it. */
    public enum State {
        /** Signed in. */
        SIGN_IN,
        /** Signed out. */
        SIGN_OUT,
        /** Calls may come. */
        AVAILABLE,
        /** No calls may come just now. */
        UNAVAILABLE,
        /** There is still something to do about the last call. */
        WRAP_UP
    }

    /** Keeps a copy. */
    public AgentQueues {
        queues = List.copyOf(queues);
    }

    static AgentQueues from(Json json) {
        return new AgentQueues(
                json.text("agentACDState")
                        .flatMap(text -> Stream.of(State.values())
                                .filter(one -> one.name().equals(text))
                                .findFirst()),
                json.list("queues").stream()
                        .map(AgentQueue::from)
                        .flatMap(Optional::stream)
                        .toList());
    }
}
