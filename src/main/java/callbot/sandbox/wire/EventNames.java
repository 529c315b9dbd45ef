package callbot.sandbox.wire;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The short names by which the bot calls a piece of work: 8 hexadecimal digits, which its requests and threads carry.
 *
 * @param ofBody of the work on what a webhook says, absent if it is no event
 * @param ofMessage of the work on a new message, by the message's id
 */
public record EventNames(Function<String, Optional<String>> ofBody, UnaryOperator<String> ofMessage) {}
