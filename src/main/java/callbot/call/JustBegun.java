package callbot.call;

import callbot.store.StateStore;
import callbot.webex.messaging.Person;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The calls that people have begun within the last seconds, in whichever instance: a button that is pressed twice, or on two
 * devices, shall not call twice.
 */
public final class JustBegun {

    /** What its keys begin with. */
    public static final String BEGUN = "begun:";

    private static final Duration MEMORY = Duration.ofSeconds(10);

    private final StateStore store;
    private final Clock clock;

    /** What one person has begun: until it is ended, nobody begins the same. */
    final class Beginning {

        private final String key;
        private final Instant since = clock.instant();

        private Beginning(String personId, String what) {
            this.key =
                    BEGUN + Person.key(personId) + ":" + UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
        }

        /** Tells whether it is the first of its kind. */
        boolean isFirst() {
            return store.putIfAbsent(key, "", MEMORY);
        }

        /** Says that it may have happened. What waited for a slow one is remembered from its end. */
        void done() {
            boolean slow = since.plus(MEMORY.dividedBy(2)).isBefore(clock.instant());
            if (slow) store.put(key, "", MEMORY);
        }

        /** Says that it has not happened, so that it can be tried again at once. */
        void failed() {
            store.delete(key);
        }
    }

    JustBegun(StateStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Somebody is about to begin this, which is told from everything else by these words. */
    Beginning of(String personId, String what) {
        return new Beginning(personId, what);
    }
}
