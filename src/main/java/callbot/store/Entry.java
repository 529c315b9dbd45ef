package callbot.store;

import callbot.json.Json;
import callbot.json.JsonException;
import callbot.json.ObjectWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A value in the state file, and how the file shows it.
 *
 * @param expires when it is no longer there; {@link Instant#MAX} for never
 */
record Entry(String value, Instant expires) {

    private static final int LONGEST_KEY = 1000;
    private static final int LONGEST_VALUE = 1 << 20;

    /**
     * A value for this key. What is too long could be written, but not read at the next start, and the whole file with it.
     *
     * @throws IllegalArgumentException if the key or the value is too long
     */
    static Entry of(String key, String value, Instant expires) {
        if (key.isEmpty() || key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY)
            throw new IllegalArgumentException("a key has " + key.length() + " characters");
        if (value.length() > LONGEST_VALUE)
            throw new IllegalArgumentException("the value of " + key + " has " + value.length() + " characters");
        return new Entry(value, expires);
    }

    boolean isLive(Instant now) {
        return expires.isAfter(now);
    }

    /** @throws JsonException if this is not what {@link #writeAll} has written */
    static Map<String, Entry> readAll(byte[] content) {
        Json stored = Json.parse(content).at("entries");
        if (!stored.isObject()) throw new JsonException("it has no entries");
        Map<String, Entry> entries = new HashMap<>();
        for (String key : stored.names()) {
            Json entry = stored.at(key);
            Instant expires = entry.number("expires").map(Instant::ofEpochMilli).orElse(Instant.MAX);
            entries.put(key, new Entry(entry.requireText("value"), expires));
        }
        return entries;
    }

    static byte[] writeAll(Map<String, Entry> entries) {
        ObjectWriter stored = Json.object();
        entries.forEach((key, entry) -> {
            ObjectWriter fields = Json.object().put("value", entry.value());
            if (!entry.expires().equals(Instant.MAX))
                fields.put("expires", entry.expires().toEpochMilli());
            stored.put(key, fields);
        });
        return Json.object().put("entries", stored).toBytes();
    }
}
