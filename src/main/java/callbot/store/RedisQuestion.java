package callbot.store;

import java.util.function.Predicate;
import java.util.function.Supplier;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;

/**
 * What Redis is asked.
 *
 * @param command as it is asked
 * @param inFull the same for a Redis that does not know the script which the command names
 * @param isProof whether this answer, if it is asked once more, says what became of the first time, which may have been heard
 */
record RedisQuestion<T>(CommandObject<T> command, Supplier<CommandArguments> inFull, Predicate<T> isProof) {

    /** One that may be asked as often as one likes. */
    static <T> RedisQuestion<T> of(CommandObject<T> command) {
        return new RedisQuestion<>(command, command::getArguments, answer -> true);
    }

    /** The same, but an answer must pass this test to be a proof. */
    RedisQuestion<T> provedBy(Predicate<T> test) {
        return new RedisQuestion<>(command, inFull, test);
    }

    /** The answer, from how it came. */
    T read(Object reply) {
        return command.getBuilder().build(reply);
    }
}
