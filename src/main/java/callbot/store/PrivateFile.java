package callbot.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that nobody but their owner may read or write (0600, where the file system knows such rights). */
public final class PrivateFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private PrivateFile() {}

    /** Opens a file, and takes from everybody else the rights that an earlier version or its owner may have given. */
    public static FileChannel open(Path path, OpenOption... options) throws IOException {
        if (!isPosix(path)) return FileChannel.open(path, options);
        FileAttribute<?> rights = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
        FileChannel channel = FileChannel.open(path, Set.of(options), rights); // they are set if it is created
        try {
            if (!Files.getPosixFilePermissions(path).equals(OWNER_ONLY))
                Files.setPosixFilePermissions(path, OWNER_ONLY);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Puts a file in the place of another in one step: whenever the power fails, one of the two is there, whole. */
    static void replace(Path old, Path fresh) throws IOException {
        Files.move(fresh, old, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes sure that the names in the file's directory survive a power cut: a name is content of the directory, not of the file. */
    static void syncDirectoryOf(Path path) throws IOException {
        if (!isPosix(path)) return; // elsewhere a directory cannot be opened
        try (FileChannel directory = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
