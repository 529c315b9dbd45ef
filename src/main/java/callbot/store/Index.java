package callbot.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where in the journal each value stands. This is all that is kept in memory: some 150 bytes for each entry, however long its
 * value. The keys of each family are listed besides.
 *
 * <p>What has expired is passed over, and leaves with the next compaction.
 */
final class Index {

    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Set<String>> families = new HashMap<>();

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
                Place before = places.put(key, new Place(at + offset, length, expires));
                if (before == null) enlist(key);
            }

            @Override
            public void remove(String key) {
                if (places.remove(key) != null) strike(key);
            }
        });
    }

    /** All up to and including the last colon; nothing if the key belongs to no family. */
    private static String familyOf(String key) {
        return key.substring(0, key.lastIndexOf(':') + 1);
    }

    private void enlist(String key) {
        String family = familyOf(key);
        if (!family.isEmpty())
            families.computeIfAbsent(family, none -> new HashSet<>()).add(key);
    }

    private void strike(String key) {
        families.computeIfPresent(familyOf(key), (family, keys) -> {
            keys.remove(key);
            return keys.isEmpty() ? null : keys;
        });
    }

    /** Where the value of this key stands, if it has one at this time. */
    Optional<Place> find(String key, long now) {
        return Optional.ofNullable(places.get(key)).filter(place -> place.isLive(now));
    }

    /** The keys of a family that have a value at this time. */
    List<String> keys(String family, long now) {
        return families.getOrDefault(family, Set.of()).stream()
                .filter(key -> places.get(key).isLive(now))
                .toList();
    }

    /** Lets go of what has expired by this time. */
    void dropExpired(long now) {
        places.entrySet().removeIf(entry -> {
            boolean isOver = !entry.getValue().isLive(now);
            if (isOver) strike(entry.getKey());
            return isOver;
        });
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
