package callbot.store;

import callbot.json.Json;
import callbot.json.JsonException;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The state file as it was before there was a journal: a line of JSON for each entry, {@code {"key":…,"value":…,"expires":…}}
 * (milliseconds since 1970, absent for never), and a last one that says how many there are, {@code {"entries":…}}.
 */
final class OldStateFile {

    /** How it was called unless the operator had said otherwise. */
    private static final String NAME = "callbot-state.json";

    private static final int PORTION = 1 << 20;

    /** In UTF-16 units, of which each takes three bytes at most: a frame has room for no more. */
    private static final int LONGEST_KEY = Short.MAX_VALUE / 3;

    private OldStateFile() {}

    /**
     * Makes a journal of an old state file, if there is one at this path, or, if there is nothing, beside it by its old name. The old
     * file is kept, with {@code .old} behind its name.
     *
     * @param target where the journal is put together, before it takes the path
     * @throws JsonException if it is not whole
     */
    static void takeOver(Path path, Path target) throws IOException {
        Path old = Files.exists(path) ? path : path.resolveSibling(NAME);
        if (!beginsWithBrace(old)) return;
        try (Journal journal = Journal.create(target);
                BufferedReader in = Files.newBufferedReader(old)) {
            copy(in, journal);
        } catch (CharacterCodingException e) {
            Files.delete(target);
            throw new JsonException("it is not written in UTF-8");
        } catch (IOException | RuntimeException e) {
            Files.delete(target);
            throw e;
        }
        Path kept = old.resolveSibling(old.getFileName() + ".old");
        Files.copy(old, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        try (FileChannel copy = PrivateFile.open(kept, StandardOpenOption.WRITE)) {
            copy.force(true);
        }
        PrivateFile.replace(path, target);
        PrivateFile.syncDirectoryOf(path);
        if (!old.equals(path)) Files.delete(old);
    }

    private static boolean beginsWithBrace(Path file) throws IOException {
        if (!Files.isRegularFile(file)) return false;
        try (var in = Files.newInputStream(file)) {
            return in.read() == '{';
        }
    }

    private static void copy(BufferedReader in, Journal journal) throws IOException {
        var portion = new ByteArrayOutputStream();
        int found = 0;
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            Json line = Json.parse(text);
            if (line.number("entries").isPresent()) {
                requireEnd(line.number("entries").get(), found, in.readLine());
                journal.commit(portion.toByteArray());
                return;
            }
            portion.writeBytes(frame(line));
            found++;
            if (portion.size() >= PORTION) {
                journal.commit(portion.toByteArray());
                portion.reset();
            }
        }
        throw new JsonException("its end is missing");
    }

    private static byte[] frame(Json line) {
        byte[] value = line.requireText("value").getBytes(StandardCharsets.UTF_8);
        long expires = line.number("expires").orElse(Frame.NEVER);
        String key = line.requireText("key");
        if (key.length() > LONGEST_KEY) throw new JsonException("one of its keys is too long");
        return new Frame().put(key, value, expires).toBytes();
    }

    private static void requireEnd(long said, int found, String more) {
        if (said != found) throw new JsonException("it says that it has " + said + " entries, and has " + found);
        if (more != null) throw new JsonException("there is more after its end");
    }
}
