package callbot.store;

import static callbot.fuzz.FuzzTarget.require;

import callbot.fuzz.FuzzTarget;
import callbot.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What stands where the state file should: it is opened, taken over and kept, or refused in a sentence and left as it is. */
public final class OldStateFileFuzz implements FuzzTarget {

    private final Path directory = Temporary.directory();

    @Override
    public List<byte[]> seeds() {
        return FuzzTarget.inputs(Stream.of(
                "{\"key\":\"a\",\"value\":\"v\"}\n{\"key\":\"b\",\"value\":\"w\",\"expires\":4102444800000}\n{\"entries\":2}\n",
                "{\"entries\":0}",
                "{\"key\":\"a\",\"value\":\"\"}\n{\"key\":\"a\",\"value\":\"again\"}\n{\"entries\":2}\n{}",
                "{\"key\":\"" + "k".repeat(40_000) + "\",\"value\":\"v\"}\n{\"entries\":1}",
                "callbot state 1\n",
                ""));
    }

    @Override
    public void check(byte[] input) throws IOException {
        Path file = directory.resolve("state");
        Path kept = directory.resolve("state.old");
        Files.deleteIfExists(kept);
        Files.write(file, input);
        try (StateStore store = JournalStateStore.open(file, Clock.systemUTC())) {
            List<Json> lines = Files.readString(kept).lines().map(Json::parse).toList();
            List<Json> entries = lines.subList(0, lines.size() - 1);
            require(
                    lines.getLast().number("entries").orElseThrow() == entries.size(),
                    "its end does not say how many there are");
            for (Json entry : entries) {
                String key = entry.requireText("key");
                List<Json> same = entries.stream()
                        .filter(other -> other.requireText("key").equals(key))
                        .toList();
                Json last = same.getLast();
                require(
                        store.get(key).equals(last.text("value"))
                                || last.number("expires").isPresent(),
                        key + " is " + store.get(key));
            }
            require(Arrays.equals(input, Files.readAllBytes(kept)), "it was not kept as it was");
        } catch (StoreUnavailableException e) {
            require(e.reason() == StoreUnavailableException.Reason.DAMAGED, "it is called " + e.reason());
            require(
                    e.getMessage().matches("(?s)\\S+ is there but cannot be read as a state file: .*to begin anew: .*"),
                    e.getMessage());
            require(Arrays.equals(input, Files.readAllBytes(file)), "it was refused, and changed all the same");
        }
    }
}
