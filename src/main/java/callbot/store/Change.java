package callbot.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A change of one entry, which may depend on what the entry is. Each refuses what no store could give back as it was.
 *
 * <p>A key has 1 to 1,000 bytes in UTF-8 and no half of a surrogate pair, which UTF-8 cannot express; a value has up to
 * 1,048,576 characters. What breaks this is an {@link IllegalArgumentException} before anything is changed.
 */
public sealed interface Change {

    /** The key of the entry. */
    String key();

    /** Whether this is made where that is the value, which is asked for only if it matters. */
    boolean accepts(Supplier<Optional<String>> value);

    /** The value that is there when this was made, if any. */
    default Optional<String> after() {
        return switch (this) {
            case Sets set -> Optional.of(set.value());
            case Removes remove -> Optional.empty();
        };
    }

    /** A change after which there is this value, for this long. */
    sealed interface Sets extends Change {

        /** What is there afterwards. */
        String value();

        /** How long it stays; {@link StateStore#FOREVER} until it is deleted. */
        Duration lifetime();
    }

    /** A change after which there is no value. */
    sealed interface Removes extends Change {}

    /** Sets the value, whatever it was before. */
    record Put(String key, String value, Duration lifetime) implements Sets {
        public Put {
            check(key, value, lifetime);
        }

        @Override
        public boolean accepts(Supplier<Optional<String>> present) {
            return true;
        }
    }

    /** Sets the value, if there is none. */
    record PutIfAbsent(String key, String value, Duration lifetime) implements Sets {
        public PutIfAbsent {
            check(key, value, lifetime);
        }

        @Override
        public boolean accepts(Supplier<Optional<String>> present) {
            return present.get().isEmpty();
        }
    }

    /** Sets the value, if there is one, whichever. */
    record PutIfPresent(String key, String value, Duration lifetime) implements Sets {
        public PutIfPresent {
            check(key, value, lifetime);
        }

        @Override
        public boolean accepts(Supplier<Optional<String>> present) {
            return present.get().isPresent();
        }
    }

    /** Sets the value, if it still is the expected one. */
    record Replace(String key, String expected, String value, Duration lifetime) implements Sets {
        public Replace {
            Objects.requireNonNull(expected);
            check(key, value, lifetime);
        }

        @Override
        public boolean accepts(Supplier<Optional<String>> present) {
            return present.get().equals(Optional.of(expected));
        }
    }

    /** Removes the entry, if there is one. */
    record Delete(String key) implements Removes {
        public Delete {
            check(key);
        }

        @Override
        public boolean accepts(Supplier<Optional<String>> present) {
            return true;
        }
    }

    /** Removes the entry, if its value still is the expected one. */
    record DeleteIf(String key, String expected) implements Removes {
        public DeleteIf {
            Objects.requireNonNull(expected);
            check(key);
        }

        @Override
        public boolean accepts(Supplier<Optional<String>> present) {
            return present.get().equals(Optional.of(expected));
        }
    }

    private static void check(String key, String value, Duration lifetime) {
        check(key);
        if (value.length() > 1 << 20)
            throw new IllegalArgumentException("the value of " + key + " has " + value.length() + " characters");
        if (lifetime.isNegative() || lifetime.isZero())
            throw new IllegalArgumentException(key + " is to stay for " + lifetime);
    }

    private static void check(String key) {
        if (key.isEmpty() || key.getBytes(StandardCharsets.UTF_8).length > 1000)
            throw new IllegalArgumentException("a key has " + key.length() + " characters");
        if (key.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
            throw new IllegalArgumentException("a key has half a character");
    }
}
