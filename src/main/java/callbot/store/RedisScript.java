package callbot.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import redis.clients.jedis.CommandObjects;

/**
 * A program in Lua that Redis runs as one step. Redis keeps it under the SHA-1 digest of its text, so that the text has to be sent
 * only when it has forgotten it: after a restart, or to a Redis that has taken over.
 */
record RedisScript(String text, String digest) {

    RedisScript(String text) {
        this(text, sha1(text));
    }

    /** Has it run for these; the answer is null if it returns nil. */
    RedisQuestion<Object> with(CommandObjects commands, List<String> keys, List<String> arguments) {
        return new RedisQuestion<>(
                commands.evalsha(digest, keys, arguments),
                () -> commands.eval(text, keys, arguments).getArguments(),
                answer -> true);
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
