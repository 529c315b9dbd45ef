package callbot.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * What the journal says in the end: each key's value, which is read from the {@link Journal} where the {@link Index} says that it
 * stands. Many may read while one writes; what they read is of one moment.
 */
final class Table implements AutoCloseable {

    private final Clock clock;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(); // whose writer has not to wait for ever

    // Both are replaced by the one who writes, who holds the lock then, and is the only one to look at them without it.
    private volatile Journal journal;
    private volatile Index index;

    private Table(Clock clock, Journal journal, Index index) {
        this.clock = clock;
        this.journal = journal;
        this.index = index;
    }

    /** What a journal says that is there. */
    static Table open(Path path, Clock clock) throws IOException {
        Index index = new Index();
        Journal journal = Journal.open(path, index::apply);
        index.dropExpired(clock.millis());
        return new Table(clock, journal, index);
    }

    /** The values of those of these keys that have one. */
    Map<String, String> values(Collection<String> keys) throws IOException {
        long now = clock.millis();
        Map<String, String> values = new HashMap<>();
        lock.readLock().lock();
        try {
            for (String key : keys) {
                Optional<Index.Place> place = index.find(key, now);
                if (place.isPresent()) values.put(key, text(place.get()));
            }
            return values;
        } finally {
            lock.readLock().unlock();
        }
    }

    private String text(Index.Place place) throws IOException {
        return new String(journal.bytes(place.offset(), place.length()), StandardCharsets.UTF_8);
    }

    /** What the index says. */
    <T> T indexed(Function<Index, T> question) {
        lock.readLock().lock();
        try {
            return question.apply(index);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Whether what begins at this byte of the journal is this key's value now. */
    boolean isCurrent(String key, long offset) {
        long now = clock.millis();
        return indexed(index -> index.find(key, now))
                .filter(place -> place.offset() == offset)
                .isPresent();
    }

    /** Writes these frames; nobody sees anything of them before all of them are on the disk. */
    void commit(List<byte[]> frames) throws IOException {
        var bytes = new ByteArrayOutputStream();
        frames.forEach(bytes::writeBytes);
        if (bytes.size() == 0) return;
        long at = journal.commit(bytes.toByteArray());
        lock.writeLock().lock();
        try {
            for (byte[] frame : frames) {
                index.apply(at, frame);
                at += frame.length;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Goes on with another journal that says the same; returns the one before, which is no longer read. */
    Journal replaceBy(Compaction.Result fresh) {
        lock.writeLock().lock();
        try {
            Journal old = journal;
            journal = fresh.journal();
            index = fresh.index();
            return old;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** How many bytes the journal has. */
    long end() {
        return journal.end();
    }

    /** Whether the journal takes more. */
    boolean isSound() {
        return journal.isSound();
    }

    /** About how many bytes the journal needs. */
    long neededBytes() {
        return Journal.BEGIN + indexed(Index::bytes);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
