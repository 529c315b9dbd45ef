package callbot.store;

import java.time.Duration;
import java.util.Objects;

/** A change of one entry, which may depend on what the entry is. */
public sealed interface Change {

    /** The key of the entry. */
    String key();

    /** Sets the value, whatever it was before. */
    record Put(String key, String value, Duration lifetime) implements Change {
        public Put {
            requireAll(key, value, lifetime);
        }
    }

    /** Sets the value, if there is none. */
    record PutIfAbsent(String key, String value, Duration lifetime) implements Change {
        public PutIfAbsent {
            requireAll(key, value, lifetime);
        }
    }

    /** Sets the value, if there is one, whichever. */
    record PutIfPresent(String key, String value, Duration lifetime) implements Change {
        public PutIfPresent {
            requireAll(key, value, lifetime);
        }
    }

    /** Sets the value, if it still is the expected one. */
    record Replace(String key, String expected, String value, Duration lifetime) implements Change {
        public Replace {
            requireAll(key, expected, value, lifetime);
        }
    }

    /** Removes the entry, if there is one. */
    record Delete(String key) implements Change {
        public Delete {
            requireAll(key);
        }
    }

    /** Removes the entry, if its value still is the expected one. */
    record DeleteIf(String key, String expected) implements Change {
        public DeleteIf {
            requireAll(key, expected);
        }
    }

    private static void requireAll(Object... parts) {
        for (Object part : parts) Objects.requireNonNull(part);
    }
}
