package callbot.store;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Strings by key, each with a lifetime. Every operation is atomic, also against other instances that share the store, and
 * a change is durable when its method returns. Keys hold 1 to 1,000 bytes in UTF-8, values up to 700 KB; none is null.
 *
 * <p>A key that holds a colon belongs to a family: all up to and including its last colon. The keys of a family can be listed,
 * at a cost that depends on that family alone. A key without a colon is found by its name only, and costs less.
 *
 * <p>Every method throws {@link StoreUnavailableException} if the store cannot be reached or cannot write; then nothing
 * was changed, as far as that can be known.
 */
public interface StateStore extends AutoCloseable {

    /** The lifetime of what stays until it is deleted. */
    Duration FOREVER = ChronoUnit.FOREVER.getDuration();

    /** The value of this key. */
    default Optional<String> get(String key) {
        return Optional.ofNullable(get(List.of(key)).get(key));
    }

    /** The values of those of these keys that have one, by key, all of the same moment. */
    Map<String, String> get(Collection<String> keys);

    /**
     * Makes all of these changes, or none if one of them finds another value than it expects; tells which. Each key may be
     * named once.
     */
    boolean change(List<Change> changes);

    /** Removes this key and returns the value it had: of many who take, one gets it. */
    Optional<String> take(String key);

    /** All keys of a family, such as {@code user:}, in no particular order; not those of a family that only begins alike. */
    List<String> keys(String family);

    /**
     * Does something with every key there is, of whatever family, some of them perhaps twice. It costs as much as the whole store,
     * so it is for what is done once in a while, and never for what somebody asks for.
     */
    void forEachKey(Consumer<String> action);

    /** How long this key will be there yet, by the clock that all instances share; absent if it is not there. */
    Optional<Duration> remaining(String key);

    /** Sets the value of this key, whatever it was before. */
    default void put(String key, String value, Duration lifetime) {
        change(List.of(new Change.Put(key, value, lifetime)));
    }

    /** Sets the value of this key if it has none; tells whether it did. */
    default boolean putIfAbsent(String key, String value, Duration lifetime) {
        return change(List.of(new Change.PutIfAbsent(key, value, lifetime)));
    }

    /** Sets the value of this key if it still is the expected one; tells whether it did. */
    default boolean replace(String key, String expected, String value, Duration lifetime) {
        return change(List.of(new Change.Replace(key, expected, value, lifetime)));
    }

    /** Removes this key, whatever its value. */
    default void delete(String key) {
        change(List.of(new Change.Delete(key)));
    }

    /** Removes this key if its value still is the expected one; tells whether it did. */
    default boolean delete(String key, String expected) {
        return change(List.of(new Change.DeleteIf(key, expected)));
    }

    /** Lets go of files and connections. */
    @Override
    void close();
}
