package callbot.store;

import callbot.store.StoreUnavailableException.Reason;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * What is the matter with a Redis. It begins its refusals with a word in capitals, in a script also in the middle of a sentence
 * (<a href="https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors">RESP, simple errors</a>).
 *
 * @param reason what kind of trouble it is
 * @param cure what the operator may do about it
 */
record RedisTrouble(Reason reason, String cure) {

    private enum Refusal {
        READONLY(
                Reason.READ_ONLY,
                "It is a replica. The bot asks again until the address leads to the one that takes over."),
        LOADING(Reason.LOADING, "The bot asks again until it is done."),
        MASTERDOWN(Reason.READ_ONLY, "It is a replica that has lost its master."),
        OOM(Reason.FULL, "Raise its maxmemory; its maxmemory-policy should be noeviction."),
        MISCONF(Reason.CANNOT_SAVE, "Redis's own log says why; mostly its disk is full."),
        NOAUTH(Reason.REFUSED, "Its address must name a password, or user:password."),
        WRONGPASS(Reason.REFUSED, ""),
        NOPERM(Reason.REFUSED, "See docs/state.md for the rights that the user needs.");

        private final Reason reason;
        private final String cure;

        Refusal(Reason reason, String cure) {
            this.reason = reason;
            this.cure = cure;
        }

        boolean isIn(String message) {
            return message.startsWith(name() + " ") || message.contains("-" + name() + " ");
        }
    }

    /** What a failure means, at this address. */
    static RedisTrouble of(JedisException failure, RedisAddress address) {
        String message = String.valueOf(failure.getMessage());
        return Stream.of(Refusal.values())
                .filter(refusal -> refusal.isIn(message))
                .findFirst()
                .map(refusal -> new RedisTrouble(refusal.reason, cure(refusal, address)))
                .orElseGet(() -> ofConnection(failure));
    }

    private static String cure(Refusal refusal, RedisAddress address) {
        if (refusal != Refusal.WRONGPASS) return refusal.cure;
        return address.user()
                .map(user -> "The address names the user \"" + user
                        + "\". If there is only a password, leave the user out:" + " redis://:password@host")
                .orElse("The address names a password and no user, which is that of Redis's user \"default\".");
    }

    private static RedisTrouble ofConnection(JedisException failure) {
        if (has(failure, SSLException.class) || has(failure, CertificateException.class)) {
            return new RedisTrouble(
                    Reason.UNTRUSTED,
                    "If its certificate is one that it has made out for itself, as Heroku's, set REDIS_TLS_VERIFY=false.");
        }
        boolean broken = failure instanceof JedisConnectionException;
        return new RedisTrouble(broken ? Reason.UNREACHABLE : Reason.OTHER, "");
    }

    /** Whether it came of an answer that did not come in time. */
    static boolean isTimeout(JedisException failure) {
        return has(failure, SocketTimeoutException.class);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, one -> one != null, Throwable::getCause)
                .flatMap(one -> Stream.concat(Stream.of(one), Arrays.stream(one.getSuppressed())))
                .anyMatch(type::isInstance);
    }

    /** This trouble as others meet it. */
    StoreUnavailableException asException(JedisException failure, RedisAddress address) {
        String message = address + " does not serve: " + rootMessage(failure) + ". " + cure;
        return new StoreUnavailableException(reason, message.strip(), failure);
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) root = root.getCause();
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
