package callbot.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The right of one process to a file, until it is closed or the process ends, however it ends. */
final class ProcessLock implements AutoCloseable {

    private final FileChannel channel;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the right to this file, by a lock on another beside it that is never replaced; absent if somebody else has it. */
    static Optional<ProcessLock> take(Path path) throws IOException {
        Path lockFile = path.resolveSibling(path.getFileName() + ".lock");
        FileChannel channel = PrivateFile.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isLocked(channel)) return Optional.of(new ProcessLock(channel));
        channel.close();
        return Optional.empty();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) { // another store in this very process has it
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
