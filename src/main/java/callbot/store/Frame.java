package callbot.store;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What one change writes into the {@link Journal}: all of its records, or, if a checksum says that some byte is missing or wrong,
 * none. A frame does not depend on where it stands, so it may be copied as it is.
 *
 * <pre>
 *   4 bytes  length of the body
 *   4        CRC32C (RFC 3720) of the length and the body
 *   n        body: one record for each entry that is changed
 *            8  when it expires, in milliseconds since 1970; 2⁶³-1 never
 *            4  length of the value; -1 if the entry is removed
 *            2  length of the key
 *            k  the key, in UTF-8
 *            v  the value, in UTF-8
 * </pre>
 *
 * Numbers are big-endian.
 */
final class Frame {

    private static final int RECORD_HEAD = 14;

    /** Bytes before the body. */
    static final int HEAD = 8;

    /** Bytes that a frame of one record has beyond its key and value. */
    static final int OVERHEAD = HEAD + RECORD_HEAD;

    /** No frame is longer, head included, so that no damaged length makes the reader ask for all memory. */
    static final int LONGEST = 64 << 20;

    /** When what never expires does. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int REMOVED = -1;

    private final ByteArrayOutputStream records = new ByteArrayOutputStream(256);

    /** Is told of each record of a frame. */
    interface Reader {

        /** This key has a value, which begins at this byte of the frame, and has so many. */
        void put(String key, int offset, int length, long expires);

        /** This key has no value any more. */
        void remove(String key);
    }

    /** Adds that a key has this value from now on, and until when. */
    Frame put(String key, byte[] value, long expires) {
        return add(key, Optional.of(value), expires);
    }

    /** Adds that a key has no value from now on. */
    Frame remove(String key) {
        return add(key, Optional.empty(), NEVER);
    }

    boolean isEmpty() {
        return records.size() == 0;
    }

    private Frame add(String key, Optional<byte[]> value, long expires) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        records.writeBytes(ByteBuffer.allocate(RECORD_HEAD)
                .putLong(expires)
                .putInt(value.map(bytes -> bytes.length).orElse(REMOVED))
                .putShort((short) name.length)
                .array());
        records.writeBytes(name);
        value.ifPresent(records::writeBytes);
        return this;
    }

    /**
     * The bytes of it.
     *
     * @throws IllegalArgumentException if they are more than {@link #LONGEST}
     */
    byte[] toBytes() {
        int length = records.size();
        if (length > LONGEST - HEAD)
            throw new IllegalArgumentException("a change of " + length + " bytes is too large to be made at once");
        byte[] frame = ByteBuffer.allocate(HEAD + length)
                .putInt(length)
                .putInt(0)
                .put(records.toByteArray())
                .array();
        ByteBuffer.wrap(frame).putInt(4, checksum(frame));
        return frame;
    }

    /**
     * The next frame of a file, if it is whole.
     *
     * @param most how many bytes there are yet
     */
    static Optional<byte[]> read(DataInputStream in, long most) throws IOException {
        if (most < HEAD) return Optional.empty();
        int length = in.readInt();
        int checksum = in.readInt();
        if (length <= 0 || length > Math.min(most, LONGEST) - HEAD) return Optional.empty();
        byte[] frame = new byte[HEAD + length];
        ByteBuffer.wrap(frame).putInt(length).putInt(checksum);
        in.readFully(frame, HEAD, length);
        return checksum(frame) == checksum && hasWholeRecords(frame) ? Optional.of(frame) : Optional.empty();
    }

    /** Tells of each record of a whole frame. */
    static void forEachRecord(byte[] frame, Reader reader) {
        ByteBuffer in = ByteBuffer.wrap(frame).position(HEAD);
        while (in.hasRemaining()) {
            long expires = in.getLong();
            int length = in.getInt();
            byte[] name = new byte[in.getShort()];
            in.get(name);
            String key = new String(name, StandardCharsets.UTF_8);
            if (length == REMOVED) {
                reader.remove(key);
            } else {
                reader.put(key, in.position(), length, expires);
                in.position(in.position() + length);
            }
        }
    }

    private static boolean hasWholeRecords(byte[] frame) {
        ByteBuffer in = ByteBuffer.wrap(frame);
        long at = HEAD;
        while (frame.length - at >= RECORD_HEAD) {
            int value = in.getInt((int) at + Long.BYTES);
            int key = in.getShort((int) at + Long.BYTES + Integer.BYTES);
            if (value < REMOVED || key < 0) return false;
            at += RECORD_HEAD + key + (value == REMOVED ? 0L : value);
        }
        return at == frame.length;
    }

    private static int checksum(byte[] frame) {
        CRC32C crc = new CRC32C();
        crc.update(frame, 0, 4);
        crc.update(frame, HEAD, frame.length - HEAD);
        return (int) crc.getValue();
    }
}
