package callbot.store;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Strings by key, each with a lifetime. Every operation is atomic, also against other instances that share the store, and
 * a change is durable when its method returns. Keys hold 1 to 1,000 bytes in UTF-8, values up to 700 KB; none is null.
 *
 * <p>Every method throws {@link StoreUnavailableException} if the store cannot be reached or cannot write; then nothing
 * was changed, as far as that can be known.
 */
public interface StateStore extends AutoCloseable {

    /** The lifetime of what stays until it is deleted. */
    Duration FOREVER = ChronoUnit.FOREVER.getDuration();

    /** For {@link #replace} only: the lifetime that the value before it has. */
    Duration UNCHANGED = Duration.ofSeconds(-1);

    /** The value of this key. */
    Optional<String> get(String key);

    /** Sets the value of this key, whatever it was before. */
    void put(String key, String value, Duration lifetime);

    /** Sets the value of this key if it has none; tells whether it did. */
    boolean putIfAbsent(String key, String value, Duration lifetime);

    /** Sets the value of this key if it still is the expected one; tells whether it did. */
    boolean replace(String key, String expected, String value, Duration lifetime);

    /** Removes this key and returns the value it had: of many who take, one gets it. */
    Optional<String> take(String key);

    /** Removes this key, whatever its value. */
    void delete(String key);

    /** Removes this key if its value still is the expected one; tells whether it did. */
    boolean delete(String key, String expected);

    /** All keys that begin with this prefix, in no particular order. */
    List<String> keys(String prefix);

    /** Lets go of files and connections. */
    @Override
    void close();
}
