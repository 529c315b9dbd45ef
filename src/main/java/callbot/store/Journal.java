package callbot.store;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32C;

/**
 * A file to which changes are only ever appended; what it says in the end is the state.
 *
 * <pre>
 *        0  "callbot state 1\n": what this is, and the version of its format
 *    4,096  slot 0  ┐ 8 bytes  how far all is promised: the file must be whole up to this byte
 *    8,192  slot 1  ┘ 4        CRC32C of that
 *   12,288  {@link Frame} Frame Frame ... to the end
 * </pre>
 *
 * <p><b>How it keeps its word.</b> What a program writes is in the memory of the operating system at first, and a power cut forgets
 * it. Only when {@code force} has returned is it on the disk, and only then may anybody be told that it is stored. So:
 * <ol>
 *   <li>frames are appended, then forced, then promised in a slot, and then the callers return;
 *   <li>the slot is not forced. If it is lost, it merely says less than could be promised, never more;
 *   <li>the slots are written in turns and stand in different blocks of the disk, so whatever the power cut tears, the other is
 *       whole. The one that promises more counts;
 *   <li>when the file is opened, frames are read until one is not whole. Behind the promise that is what a cut left
 *       half-written: nobody was told that it is stored, and it is cut off. Before the promise it is damage (a bad disk, an
 *       incomplete copy), and the file is refused: to go on with less than was promised would be worse than not to start.
 * </ol>
 *
 * <p>Without the slots, the two would look the same: a file that ends early.
 *
 * <p>If {@code force} fails, nobody knows what is on the disk: Linux drops what it could not write, and the next call succeeds.
 * From then on this file {@link #isSound() is not sound}, and takes nothing until its content was written to another.
 */
final class Journal implements Closeable {

    /** Where the first frame stands. */
    static final int BEGIN = 3 * 4096;

    private static final String MAGIC = "callbot state 1\n";
    private static final int BLOCK = 4096;
    private static final int SLOT = 12;

    private final FileChannel channel;
    private final RandomAccessFile reader; // a channel would be closed by the first reader who is interrupted
    private final ReentrantLock reading = new ReentrantLock();
    private volatile long end; // compaction reads up to it in a thread of its own
    private int nextSlot;
    private boolean sound;

    private Journal(Path path, FileChannel channel) throws IOException {
        this.channel = channel;
        this.reader = new RandomAccessFile(path.toFile(), "r");
    }

    /** Is told of each frame, and at which byte it stands. */
    @FunctionalInterface
    interface FrameReader {
        void read(long at, byte[] frame) throws IOException;
    }

    /** This is no journal, or a damaged one; the message says in what way. */
    static final class DamagedException extends IOException {

        private static final long serialVersionUID = 1L;

        DamagedException(String message) {
            super(message);
        }
    }

    /** Begins a file if there is none. It is put together elsewhere, so that it is never there without its head. */
    static void createIfMissing(Path path, Path temporary) throws IOException {
        if (Files.exists(path)) return;
        create(temporary).close();
        PrivateFile.replace(path, temporary);
        PrivateFile.syncDirectoryOf(path);
    }

    /** Begins a new file in the place of whatever is there. */
    static Journal create(Path path) throws IOException {
        Files.deleteIfExists(path);
        FileChannel channel = PrivateFile.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            ByteBuffer head = ByteBuffer.allocate(BEGIN);
            head.put(0, MAGIC.getBytes(StandardCharsets.US_ASCII))
                    .put(BLOCK, slot(BEGIN).array());
            write(channel, head, 0);
            Journal journal = new Journal(path, channel);
            journal.nextSlot = 1; // the first promise is forced with the head: it is all that the file has
            journal.promise(BEGIN);
            return journal;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Opens a file that is there, and tells of all that is in it.
     *
     * @throws DamagedException if it is not whole as far as was promised
     */
    static Journal open(Path path, FrameReader content) throws IOException {
        FileChannel channel = PrivateFile.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            ByteBuffer head = head(channel);
            long promised = Math.max(promised(head, 0), promised(head, 1));
            if (promised < BEGIN) throw new DamagedException("both of its slots are damaged");
            long size = channel.size();
            long whole = read(path, BEGIN, size, content);
            if (whole < promised) {
                throw new DamagedException(
                        "it is damaged at byte " + whole + " and must be whole up to byte " + promised);
            }
            if (whole < size) cutTail(path, channel, whole, size);
            Journal journal = new Journal(path, channel);
            journal.nextSlot = promised(head, 0) < promised(head, 1) ? 0 : 1;
            journal.promise(whole); // before anybody sees what nobody was promised yet
            return journal;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static ByteBuffer head(FileChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(BEGIN);
        while (head.hasRemaining() && channel.read(head, head.position()) >= 0) {}
        String begin = new String(head.array(), 0, MAGIC.length(), StandardCharsets.US_ASCII);
        if (head.position() == BEGIN && begin.equals(MAGIC)) return head;
        throw new DamagedException("it does not begin as one of this version does");
    }

    /** What a slot promises; nothing if it is damaged. */
    private static long promised(ByteBuffer head, int slot) {
        long promised = head.getLong((1 + slot) * BLOCK);
        return head.slice((1 + slot) * BLOCK, SLOT).equals(slot(promised)) ? promised : 0;
    }

    private static ByteBuffer slot(long promised) {
        ByteBuffer slot = ByteBuffer.allocate(SLOT).putLong(promised);
        CRC32C crc = new CRC32C();
        crc.update(slot.array(), 0, Long.BYTES);
        return slot.putInt((int) crc.getValue()).flip();
    }

    private static void cutTail(Path path, FileChannel channel, long whole, long size) throws IOException {
        System.getLogger(Journal.class.getName())
                .log(
                        Level.WARNING,
                        "event=store.tail-cut file={0} bytes={1} reason=\"they were being written when the bot or the"
                                + " power went; nobody was told that they are stored\"",
                        path,
                        "" + (size - whole));
        channel.truncate(whole);
    }

    /**
     * Tells of the frames between two bytes of a file, until one is not whole; returns where that is, or the end.
     */
    static long read(Path path, long from, long to, FrameReader reader) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 18))) {
            in.skipNBytes(from);
            long at = from;
            for (var frame = Frame.read(in, to - at); frame.isPresent(); frame = Frame.read(in, to - at)) {
                reader.read(at, frame.get());
                at += frame.get().length;
            }
            return at;
        }
    }

    /** How far all is promised. The next frame will stand there. */
    long end() {
        return end;
    }

    /** Whether it takes more frames. */
    boolean isSound() {
        return sound;
    }

    /** Something has happened after which it may not be what is found at the next start. */
    void distrust() {
        sound = false;
    }

    /** Appends whole frames and promises them; returns where they stand. If this fails, none of them does. */
    long commit(byte[] frames) throws IOException {
        long at = end;
        try {
            write(channel, ByteBuffer.wrap(frames), at);
            promise(at + frames.length);
            return at;
        } catch (IOException e) {
            cutBack();
            throw e;
        }
    }

    private void promise(long upTo) throws IOException {
        sound = false; // until it is known to be on the disk
        channel.force(false);
        write(channel, slot(upTo), (1L + nextSlot) * BLOCK);
        nextSlot = 1 - nextSlot;
        end = upTo;
        sound = true;
    }

    private void cutBack() {
        try {
            channel.truncate(end);
        } catch (IOException e) {
            sound = false; // there may be half a frame in the way of the next
        }
    }

    /** So many bytes from this one on. */
    byte[] bytes(long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        reading.lock();
        try {
            reader.seek(offset);
            reader.readFully(bytes);
            return bytes;
        } finally {
            reading.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        try (reader) {
            channel.close();
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
        for (long offset = at; bytes.hasRemaining(); ) offset += channel.write(bytes, offset);
    }
}
