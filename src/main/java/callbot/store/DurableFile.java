package callbot.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that is replaced as a whole or not at all, readable by its owner only, and used by one process at a time. */
final class DurableFile implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private DurableFile(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Writes what the file is to hold. */
    @FunctionalInterface
    interface Content {
        void write(Writer out) throws IOException;
    }

    /** Claims the file until it is closed or the process ends, however it ends. */
    static DurableFile lock(Path file) {
        Path path = file.toAbsolutePath();
        Path lockFile = path.resolveSibling(path.getFileName() + ".lock");
        try {
            FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw new StoreUnavailableException("Another callbot is using " + path
                        + ". End it first, or give this one a file of its own (WXC_CC_STATE_FILE).");
            }
            return new DurableFile(path, lock);
        } catch (IOException e) {
            throw new StoreUnavailableException("The state file " + path + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) { // another store in this very process has it
            return false;
        }
    }

    /** Replaces the content. When this returns, the new content survives a power cut; when it throws, the old one does. */
    void replaceContent(Content content) throws IOException {
        if (!lock.isOpen()) throw new ClosedChannelException(); // the file may be another process's by now
        Path temporary = path.resolveSibling(path.getFileName() + ".tmp");
        Files.deleteIfExists(temporary);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(temporary, options, ownerOnly())) {
            Writer out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
            content.write(out);
            out.flush();
            channel.force(true);
        }
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (onPosix()) {
            try (FileChannel directory = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
                directory.force(true); // else the rename itself may be lost
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new StoreUnavailableException("The state file's lock cannot be given back.", e);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return onPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private boolean onPosix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
