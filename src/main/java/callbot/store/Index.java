package callbot.store;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where in the journal each value stands. This is all that is kept in memory: some 150 bytes for each entry, however long its
 * value. It is sorted, so that a family of keys is one stretch of it.
 *
 * <p>What has expired is passed over, and leaves with the next compaction.
 */
final class Index {

    /** The character behind the colon. */
    private static final char AFTER_COLON = ';';

    private final NavigableMap<String, Place> places = new TreeMap<>();

    /**
     * Where a value stands.
     *
     * @param offset its first byte in the file
     * @param length how many bytes it has
     * @param expires in milliseconds since 1970
     */
    record Place(long offset, int length, long expires) {

        boolean isLive(long now) {
            return expires > now;
        }
    }

    /** Takes over what a frame says that stands at this byte of the file. */
    void apply(long at, byte[] frame) {
        Frame.forEachRecord(frame, new Frame.Reader() {
            @Override
            public void put(String key, int offset, int length, long expires) {
                places.put(key, new Place(at + offset, length, expires));
            }

            @Override
            public void remove(String key) {
                places.remove(key);
            }
        });
    }

    /** Where the value of this key stands, if it has one at this time. */
    Optional<Place> find(String key, long now) {
        return Optional.ofNullable(places.get(key)).filter(place -> place.isLive(now));
    }

    /** The keys of a family that have a value at this time. */
    List<String> keys(String family, long now) {
        List<String> keys = new ArrayList<>();
        var next = places.ceilingEntry(family);
        while (next != null && next.getKey().startsWith(family)) {
            String key = next.getKey();
            int colon = key.indexOf(':', family.length());
            if (colon >= 0) { // it is of another family, which begins alike
                next = places.ceilingEntry(key.substring(0, colon) + AFTER_COLON);
            } else {
                if (next.getValue().isLive(now)) keys.add(key);
                next = places.higherEntry(key);
            }
        }
        return keys;
    }

    /** Lets go of what has expired by this time. */
    void dropExpired(long now) {
        places.values().removeIf(place -> !place.isLive(now));
    }

    /** All keys, also of what has expired. */
    List<String> all() {
        return List.copyOf(places.keySet());
    }

    /** Whether this key has a place here, be it expired. */
    boolean knows(String key) {
        return places.containsKey(key);
    }

    /** About how many bytes a journal has in which nothing but this is. */
    long bytes() {
        return places.entrySet().stream()
                .mapToLong(entry -> Frame.OVERHEAD
                        + entry.getKey().length()
                        + entry.getValue().length())
                .sum();
    }
}
