package callbot.store;

import static callbot.fuzz.FuzzTarget.require;

import callbot.fuzz.Choices;
import callbot.fuzz.FuzzTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A journal in which bytes were changed, cut off, or added: it is refused, or it says what it said after one of its changes, and
 * then not after an earlier one than was promised.
 */
public final class DamageFuzz implements FuzzTarget {

    private static final List<String> KEYS = List.of("a:1", "a:2", "b:1", "c");

    private final Path file = Temporary.directory().resolve("state");

    /** The states after each change, and where each ends in the file. */
    private record History(List<Map<String, String>> states, List<Integer> ends) {}

    @Override
    public List<byte[]> seeds() {
        return List.of(
                new byte[] {3, 0, 5, 1, 2, 2, 9, 0, 0, 0, 1, 0, 7},
                "\4\0\3\1\5\2\4\3\2\1\20\60\0\2\10\0".getBytes(StandardCharsets.UTF_8),
                "\2\0\1\0\2\3\0\0\1\7garbage".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void check(byte[] input) throws IOException {
        Choices choices = new Choices(input);
        History history = write(choices);
        byte[] whole = Files.readAllBytes(file);
        boolean inSlots = false;
        byte[] damaged = whole;
        for (int i = 0; i < 4 && choices.hasMore(); i++) {
            int kind = choices.below(4);
            int at = choices.below(4) == 0 ? choices.below(Journal.BEGIN) : Journal.BEGIN + choices.below(4000);
            at = Math.min(at, damaged.length);
            inSlots |= at < Journal.BEGIN;
            damaged = damaged(damaged, kind, at, choices);
        }
        Files.write(file, damaged);
        try (Table table = Table.open(file, Clock.systemUTC())) {
            Map<String, String> found = new TreeMap<>(table.values(KEYS));
            int state = history.states().lastIndexOf(found);
            require(state >= 0, "it says what it never said: " + found);
            require(state == history.states().size() - 1 || inSlots, "it has forgotten what was promised: " + found);
            require(history.ends().contains((int) table.end()), "it ends within a change");
        } catch (Journal.DamagedException e) {
            require(
                    e.getMessage()
                            .matches("it is damaged at byte \\d+ and must be whole up to byte \\d+|both of its slots"
                                    + " are damaged|it does not begin as one of this version does"),
                    e.getMessage());
            require(!Arrays.equals(damaged, whole), "it is whole, and was refused: " + e.getMessage());
            require(Arrays.equals(damaged, Files.readAllBytes(file)), "it was refused, and changed all the same");
        }
    }

    private History write(Choices choices) throws IOException {
        Map<String, String> state = new TreeMap<>();
        History history = new History(new ArrayList<>(List.of(Map.of())), new ArrayList<>(List.of(Journal.BEGIN)));
        try (Journal journal = Journal.create(file)) {
            int changes = choices.below(6);
            for (int i = 0; i < changes; i++) {
                String key = KEYS.get(choices.below(KEYS.size()));
                String value = "v".repeat(choices.below(60)) + i;
                boolean put = choices.below(4) > 0;
                if (put) state.put(key, value);
                else state.remove(key);
                Frame frame = new Frame();
                journal.commit(
                        (put ? frame.put(key, value.getBytes(StandardCharsets.UTF_8), Frame.NEVER) : frame.remove(key))
                                .toBytes());
                history.states().add(Map.copyOf(state));
                history.ends().add((int) journal.end());
            }
        }
        return history;
    }

    private static byte[] damaged(byte[] bytes, int kind, int at, Choices choices) {
        byte[] changed = bytes.clone();
        switch (kind) {
            case 0 -> {
                if (at < changed.length) changed[at] ^= (byte) (1 + choices.below(255));
            }
            case 1 -> changed = Arrays.copyOf(bytes, at);
            case 2 -> Arrays.fill(changed, at, Math.min(changed.length, at + choices.below(600)), (byte) 0);
            default -> {
                byte[] more = choices.bytes(64);
                changed = Arrays.copyOf(bytes, bytes.length + more.length);
                System.arraycopy(more, 0, changed, at, more.length);
                System.arraycopy(bytes, at, changed, at + more.length, bytes.length - at);
            }
        }
        return changed;
    }
}
