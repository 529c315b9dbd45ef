package callbot.sandbox.api;

import java.util.Map;

/** What happens to a request instead of, or after, the answer. */
sealed interface Fault {

    /** Nothing is done, and this is the answer. */
    record Answer(int status, Map<String, String> headers, String why) implements Fault {

        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    /** Nothing is done, and no answer comes until the fake is closed. */
    record Hang() implements Fault {}

    /** Nothing is done, and the connection is closed. */
    record Drop() implements Fault {}

    /** What was asked for is done, but the connection is closed instead of an answer. */
    record LoseAnswer() implements Fault {}

    /** What was asked for is done, but no answer comes until the fake is closed. */
    record WithholdAnswer() implements Fault {}

    /** What happens, in a few words. */
    default String told() {
        return switch (this) {
            case Answer answer -> "refused with " + answer.status();
            case Hang nothing -> "never answered";
            case Drop nothing -> "connection cut";
            case LoseAnswer done -> "done, but the answer is lost";
            case WithholdAnswer done -> "done, but never answered";
        };
    }

    /** Whether whoever asks is kept waiting. */
    default boolean keepsWaiting() {
        return this instanceof Hang || this instanceof WithholdAnswer;
    }
}
