package callbot.store;

import callbot.json.Json;
import callbot.json.JsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How the state file looks: a line of JSON for each entry, and a last one that says how many there are, so that a file that
 * was cut off is known for one. Read and written line by line, because ten thousand users make some ten megabytes.
 */
final class StateFile {

    private StateFile() {}

    static void write(Map<String, Entry> entries, Writer out) throws IOException {
        for (var entry : entries.entrySet()) {
            var line = Json.object()
                    .put("key", entry.getKey())
                    .put("value", entry.getValue().value());
            Instant expires = entry.getValue().expires();
            if (!expires.equals(Instant.MAX)) line.put("expires", expires.toEpochMilli());
            out.write(line + "\n");
        }
        out.write(Json.object().put("entries", entries.size()) + "\n");
    }

    /** @throws JsonException if this is not what {@link #write} has written, to the last line */
    static Map<String, Entry> read(BufferedReader in) throws IOException {
        Map<String, Entry> entries = new HashMap<>();
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            Json line = Json.parse(text);
            if (line.number("entries").isPresent()) {
                requireEnd(line.number("entries").get(), entries.size(), in.readLine());
                return entries;
            }
            Instant expires = line.number("expires").map(Instant::ofEpochMilli).orElse(Instant.MAX);
            entries.put(line.requireText("key"), new Entry(line.requireText("value"), expires));
        }
        throw new JsonException("its end is missing");
    }

    private static void requireEnd(long said, int found, String more) {
        if (said != found) throw new JsonException("it says that it has " + said + " entries, and has " + found);
        if (more != null) throw new JsonException("there is more after its end");
    }
}
