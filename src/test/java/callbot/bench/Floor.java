package callbot.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The least that a change on disk can cost: its bytes are written behind those before, and the disk is told to keep them. All who wait
 * meanwhile share the next write. Nothing can be read again.
 */
final class Floor implements AutoCloseable {

    private final Path file = Files.createTempFile("callbot-floor", "");
    private final FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    private final BlockingQueue<Change> waiting = new LinkedBlockingQueue<>();

    private record Change(byte[] bytes, CompletableFuture<Void> kept) {}

    Floor() throws IOException {
        Thread.ofPlatform().daemon().start(this::keep);
    }

    void write(String key, String value) {
        Change change = new Change((key + value).getBytes(StandardCharsets.UTF_8), new CompletableFuture<>());
        waiting.add(change);
        change.kept().join();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.delete(file);
    }

    private void keep() {
        try {
            while (true) {
                List<Change> group = new ArrayList<>(List.of(waiting.take()));
                waiting.drainTo(group);
                ByteBuffer bytes = ByteBuffer.allocate(
                        group.stream().mapToInt(change -> change.bytes().length).sum());
                group.forEach(change -> bytes.put(change.bytes()));
                for (bytes.flip(); bytes.hasRemaining(); ) channel.write(bytes);
                channel.force(false);
                group.forEach(change -> change.kept().complete(null));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e); // whoever waits now waits for ever
        }
    }
}
