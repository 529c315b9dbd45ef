package callbot.store;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Copies what still counts in a journal into a new one, while the old one goes on being read and written; then the new one takes
 * its place.
 *
 * <p>It reads the old journal from its first frame, and copies a value if it is its key's value now. If that is changed later, then
 * by a frame behind, to which it has not come yet. So it has only to read on, in ever shorter rounds, and the last time while
 * nobody may write.
 */
final class Compaction implements Closeable {

    /** So many bytes are forced at once: a larger burst would hold up whoever writes to the old journal. */
    private static final int PORTION = 4 << 20;

    /** So few bytes are left to be copied while nobody may write. */
    private static final long LITTLE = 64 << 10;

    /** But after so many rounds, however much is left. */
    private static final int ROUNDS = 20;

    private final Path source;
    private final Path target;
    private final Table table;
    private final Index index = new Index();
    private final Journal journal;
    private final ByteArrayOutputStream portion = new ByteArrayOutputStream();
    private long reached = Journal.BEGIN;
    private boolean done;

    /** The new journal, and where its values stand. */
    record Result(Journal journal, Index index) {}

    /**
     * Begins to compact a journal.
     *
     * @param source where it is
     * @param target where the new one is put together
     * @param table what it says
     */
    Compaction(Path source, Path target, Table table) throws IOException {
        this.source = source;
        this.target = target;
        this.table = table;
        this.journal = Journal.create(target);
    }

    /** Copies what counts, but perhaps for the latest. */
    void copyAlmostAll() throws IOException {
        for (int round = 0; round < ROUNDS && table.end() - reached > LITTLE; round++) catchUp(table.end());
    }

    private void catchUp(long end) throws IOException {
        long whole = Journal.read(source, reached, end, this::copy);
        if (whole < end) throw new Journal.DamagedException("it is damaged at byte " + whole + ", since it was opened");
        reached = end;
        write();
    }

    private void copy(long at, byte[] frame) throws IOException {
        Frame kept = new Frame();
        Frame.forEachRecord(frame, new Frame.Reader() {
            @Override
            public void put(String key, int offset, int length, long expires) {
                if (table.isCurrent(key, at + offset))
                    kept.put(key, Arrays.copyOfRange(frame, offset, offset + length), expires);
            }

            @Override
            public void remove(String key) {
                if (index.knows(key)) kept.remove(key); // it was copied when it was there yet
            }
        });
        if (kept.isEmpty()) return;
        byte[] bytes = kept.toBytes();
        index.apply(journal.end() + portion.size(), bytes);
        portion.writeBytes(bytes);
        if (portion.size() >= PORTION) write();
    }

    private void write() throws IOException {
        journal.commit(portion.toByteArray());
        portion.reset();
    }

    /**
     * Copies the rest, while nobody may write, and puts the new journal in the place of the old one, which can be read as long as it
     * is open.
     */
    Result finish() throws IOException {
        catchUp(table.end());
        PrivateFile.replace(source, target);
        done = true;
        try {
            PrivateFile.syncDirectoryOf(source);
        } catch (IOException e) {
            journal.distrust(); // a power cut may bring back the old one
        }
        return new Result(journal, index);
    }

    @Override
    public void close() throws IOException {
        if (done) return;
        journal.close();
        Files.deleteIfExists(target);
    }
}
