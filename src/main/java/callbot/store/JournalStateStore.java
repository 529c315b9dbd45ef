package callbot.store;

import callbot.json.JsonException;
import callbot.store.StoreUnavailableException.Reason;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The state in one file, for one instance: a {@link Journal}, and a {@link Table} that knows what it says.
 *
 * <p>One thread writes. It takes all changes that wait, decides one after the other which of them may be made, appends those,
 * forces them to the disk once for all, and only then lets their callers go on and others see them. So a thousand who wait
 * together wait as long as one ("group commit"), and what could not be stored never happened.
 *
 * <p>The journal grows with every change. When it is four times as long as it need be, a {@link Compaction} writes it anew.
 */
public final class JournalStateStore implements StateStore {

    /** A group of changes has about so many bytes at most, unless it is a single one. */
    private static final int GROUP = 1 << 20;

    private static final long SLACK = 1 << 20;

    /** What still counts is copied once for three times as much that does not: entries that last are small, those that go are not. */
    private static final int GROWTH = 4;

    /** A change that somebody waits for, and what it will write. */
    private record Pending(List<Change> changes, byte[] frame, CompletableFuture<Boolean> made) {}

    private final System.Logger log = System.getLogger(JournalStateStore.class.getName());
    private final Path path;
    private final Clock clock;
    private final ProcessLock lock;
    private final Table table;
    private final long slack;
    private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private final Thread writer =
            Thread.ofPlatform().daemon().name("state-writer").unstarted(this::writeAll);
    private volatile boolean closed;

    /** Held by whoever appends to the journal or replaces it. It is fair, or the writer would let no compaction end. */
    private final ReentrantLock writing = new ReentrantLock(true);

    private Thread compaction = new Thread();
    private volatile long compactAt;

    private JournalStateStore(Path path, Clock clock, ProcessLock lock, long slack) throws IOException {
        this.path = path;
        this.clock = clock;
        this.lock = lock;
        this.slack = slack;
        this.table = Table.open(path, clock);
        this.compactAt = GROWTH * table.neededBytes() + slack;
    }

    /**
     * Opens the state file, or begins a new one. A state file of the version before there was a journal is taken over.
     *
     * @throws StoreUnavailableException if another process has it open, or it is not whole: it is never taken for empty
     */
    public static JournalStateStore open(Path file, Clock clock) {
        return open(file, clock, SLACK);
    }

    /** As above; the file may have {@link #GROWTH} times as many bytes as it needs, and {@code slack} more. */
    static JournalStateStore open(Path file, Clock clock, long slack) {
        Path path = file.toAbsolutePath();
        try {
            ProcessLock lock = ProcessLock.take(path)
                    .orElseThrow(() -> new StoreUnavailableException(
                            Reason.IN_USE,
                            "Another callbot is using " + path
                                    + ". End it first, or give this one a file of its own (WXC_CC_STATE_FILE)."));
            try {
                return opened(path, clock, lock, slack);
            } catch (IOException | RuntimeException | Error e) {
                lock.close();
                throw e;
            }
        } catch (Journal.DamagedException | JsonException e) {
            throw new StoreUnavailableException(
                    Reason.DAMAGED,
                    path + " is there but cannot be read as a state file: " + e.getMessage()
                            + ". Restore it from a copy, or move it away to begin anew: everybody then signs in again.",
                    e);
        } catch (IOException e) {
            throw new StoreUnavailableException(
                    Reason.DISK, "The state file " + path + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static JournalStateStore opened(Path path, Clock clock, ProcessLock lock, long slack) throws IOException {
        Path temporary = temporary(path);
        Files.deleteIfExists(temporary); // of a compaction that was cut short
        OldStateFile.takeOver(path, temporary);
        Journal.createIfMissing(path, temporary);
        JournalStateStore store = new JournalStateStore(path, clock, lock, slack);
        store.writer.start();
        return store;
    }

    private static Path temporary(Path path) {
        return path.resolveSibling(path.getFileName() + ".tmp");
    }

    @Override
    public Map<String, String> get(Collection<String> keys) {
        try {
            return table.values(keys);
        } catch (IOException e) {
            throw new StoreUnavailableException(Reason.DISK, "The state file cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public List<String> keys(String family) {
        return table.indexed(index -> index.keys(family, clock.millis()));
    }

    @Override
    public void forEachKey(Consumer<String> action) {
        table.indexed(Index::all).forEach(action);
    }

    @Override
    public Optional<Duration> remaining(String key) {
        long now = clock.millis();
        return table.indexed(index -> index.find(key, now))
                .map(place -> place.expires() == Frame.NEVER ? FOREVER : Duration.ofMillis(place.expires() - now));
    }

    @Override
    public Optional<String> take(String key) {
        while (true) {
            Optional<String> value = get(key);
            if (value.isEmpty() || delete(key, value.get())) return value;
        }
    }

    @Override
    public boolean change(List<Change> changes) {
        if (changes.isEmpty()) return true;
        Pending pending = new Pending(changes, frame(changes), new CompletableFuture<>());
        queue.add(pending);
        if (closed) refuse(pending); // perhaps nobody takes it any more
        try {
            return pending.made().join(); // no interrupt ends this: others share the write
        } catch (CompletionException e) {
            throw new StoreUnavailableException(
                    Reason.DISK,
                    "The state file cannot be written: " + e.getCause().getMessage(),
                    e.getCause());
        }
    }

    private byte[] frame(List<Change> changes) {
        Frame frame = new Frame();
        for (Change change : changes) {
            switch (change) {
                case Change.Sets set ->
                    frame.put(set.key(), set.value().getBytes(StandardCharsets.UTF_8), expiry(set.lifetime()));
                case Change.Removes remove -> frame.remove(remove.key());
            }
        }
        return frame.toBytes();
    }

    private long expiry(Duration lifetime) {
        return lifetime.equals(FOREVER) ? Frame.NEVER : Math.addExact(clock.millis(), lifetime.toMillis());
    }

    private static void refuse(Pending pending) {
        pending.made().completeExceptionally(new IOException("it was closed"));
    }

    private void writeAll() {
        while (!closed || !queue.isEmpty()) {
            List<Pending> group = nextGroup();
            writing.lock();
            try {
                write(group);
            } catch (IOException | RuntimeException | Error e) { // whatever it is, nobody may be left waiting for ever
                group.forEach(pending -> pending.made().completeExceptionally(e));
            } finally {
                writing.unlock();
            }
        }
        queue.forEach(JournalStateStore::refuse);
    }

    private List<Pending> nextGroup() {
        try {
            List<Pending> group = new ArrayList<>();
            long bytes = 0;
            for (Pending next = queue.take(); next != null; next = bytes < GROUP ? queue.poll() : null) {
                group.add(next);
                bytes += next.frame().length;
            }
            return group;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the writer", e);
        }
    }

    private void write(List<Pending> group) throws IOException {
        if (!table.isSound()) {
            compactInBackground();
            throw new IOException("the disk has failed, and all must be written anew first");
        }
        Map<String, Optional<String>> values = new HashMap<>(); // as they are after what is decided so far
        List<Pending> accepted = new ArrayList<>();
        List<Pending> refused = new ArrayList<>();
        for (Pending pending : group) {
            boolean all = pending.changes().stream()
                    .allMatch(change -> change.accepts(() -> values.computeIfAbsent(change.key(), this::get)));
            if (all) pending.changes().forEach(change -> values.put(change.key(), change.after()));
            (all ? accepted : refused).add(pending);
        }
        table.commit(accepted.stream().map(Pending::frame).toList());
        accepted.forEach(pending -> pending.made().complete(true));
        refused.forEach(pending -> pending.made().complete(false)); // now that what they were measured by is stored
        if (table.end() > compactAt) compactInBackground();
    }

    private void compactInBackground() {
        if (compaction.isAlive() || closed) return;
        compaction = Thread.ofPlatform().daemon().name("state-compaction").start(this::compact);
    }

    private void compact() {
        long before = table.end();
        try (Compaction fresh = new Compaction(path, temporary(path), table)) {
            fresh.copyAlmostAll();
            Journal old = lastRound(fresh);
            old.close(); // while nobody waits: the disk takes back all its blocks
            log.log(Level.DEBUG, "event=store.compacted bytes-before={0} bytes={1}", "" + before, "" + table.end());
        } catch (IOException e) {
            if (!closed) log.log(Level.WARNING, "event=store.compaction-failed file={0} reason=\"{1}\"", path, e);
            compactAt = table.end() + slack;
        }
    }

    private Journal lastRound(Compaction fresh) throws IOException {
        writing.lock();
        try {
            Journal old = table.replaceBy(fresh.finish());
            compactAt = GROWTH * table.end() + slack;
            return old;
        } finally {
            writing.unlock();
        }
    }

    /** Ends it, after what waits has been written. */
    @Override
    public void close() {
        if (closed) return;
        writing.lock(); // so that no compaction begins or ends meanwhile
        closed = true;
        compaction.interrupt();
        writing.unlock();
        awaitEnd(compaction);
        queue.add(new Pending(List.of(), new byte[0], new CompletableFuture<>())); // wakes the writer
        awaitEnd(writer);
        try (lock) {
            table.close();
        } catch (IOException e) {
            throw new StoreUnavailableException(Reason.DISK, "The state file cannot be closed: " + e.getMessage(), e);
        }
    }

    private static void awaitEnd(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // the file must not be given back while somebody writes
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
