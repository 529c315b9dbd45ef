package callbot.store;

import static callbot.fuzz.FuzzTarget.require;

import callbot.fuzz.Choices;
import callbot.fuzz.FuzzTarget;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Frames of the journal: what is written is read, and what is whole by its checksum and makes no sense is not whole. */
public final class FrameFuzz implements FuzzTarget {

    @Override
    public List<byte[]> seeds() {
        byte[] frame = new Frame()
                .put("user:x", "value".getBytes(StandardCharsets.UTF_8), Frame.NEVER)
                .remove("seen.y")
                .toBytes();
        byte[] body = ByteBuffer.allocate(frame.length - Frame.HEAD)
                .put(frame, Frame.HEAD, frame.length - Frame.HEAD)
                .array();
        return List.of(body, "\1\3\0key\2\0va".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void check(byte[] input) throws IOException {
        if (input.length > 0) senseless(input);
        Frame frame = new Frame();
        Map<String, Optional<String>> written = new LinkedHashMap<>();
        for (Choices choices = new Choices(input); choices.hasMore(); ) {
            boolean put = choices.below(2) == 0;
            String key = new String(choices.bytes(2000), StandardCharsets.UTF_8);
            byte[] value = choices.bytes(2000);
            if (put) frame.put(key, value, choices.any());
            else frame.remove(key);
            written.remove(key);
            written.put(key, put ? Optional.of(new String(value, StandardCharsets.UTF_8)) : Optional.empty());
        }
        if (frame.isEmpty()) return;
        require(read(whole(frame.toBytes())).equals(written), "it is not read as it was written");
    }

    /** A frame whose checksum is right, and nothing else perhaps. */
    private static void senseless(byte[] body) throws IOException {
        byte[] frame = ByteBuffer.allocate(Frame.HEAD + body.length)
                .putInt(body.length)
                .putInt(0)
                .put(body)
                .array();
        CRC32C crc = new CRC32C();
        crc.update(frame, 0, 4);
        crc.update(body);
        ByteBuffer.wrap(frame).putInt(4, (int) crc.getValue());
        Optional<byte[]> found = Frame.read(new DataInputStream(new ByteArrayInputStream(frame)), frame.length);
        if (found.isPresent()) read(found.get());
    }

    private static byte[] whole(byte[] frame) throws IOException {
        return Frame.read(new DataInputStream(new ByteArrayInputStream(frame)), frame.length)
                .orElseThrow();
    }

    private static Map<String, Optional<String>> read(byte[] frame) throws IOException {
        Map<String, Optional<String>> found = new LinkedHashMap<>();
        Frame.forEachRecord(frame, new Frame.Reader() {
            @Override
            public void put(String key, int offset, int length, long expires) {
                found.remove(key);
                found.put(key, Optional.of(new String(frame, offset, length, StandardCharsets.UTF_8)));
            }

            @Override
            public void remove(String key) {
                found.remove(key);
                found.put(key, Optional.empty());
            }
        });
        return found;
    }
}
