package callbot.store;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The real disk, of which every step that changes something is recorded, and can be made to fail. A program that is given one of
 * its {@link #path paths} uses it without knowing, because {@link Files} and {@link FileChannel} ask the path for its file system.
 */
final class WatchedDisk extends FileSystemProvider {

    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicInteger counter = new AtomicInteger();
    private final FileSystem real;
    private final FileSystem watched = new Watched();
    private volatile Fault fault = step -> {};

    WatchedDisk(Path anyRealPath) {
        real = anyRealPath.getFileSystem();
    }

    /** Something that changes what is on the disk, or says that it must be there. */
    sealed interface Step {
        record Create(String name, int file) implements Step {}

        record Write(int file, long at, byte[] bytes) implements Step {}

        record Truncate(int file, long size) implements Step {}

        record Force(int file) implements Step {}

        record Rename(String from, String to) implements Step {}

        record Delete(String name) implements Step {}

        record ForceNames() implements Step {}

        /** Not of the disk: somebody was told that this is stored. */
        record Told(int what) implements Step {}
    }

    /** Is asked before each step, which happens unless this throws. */
    @FunctionalInterface
    interface Fault {
        void meet(Step step) throws IOException;
    }

    /** A real path as one of this disk. */
    Path path(Path path) {
        return (Path) Proxy.newProxyInstance(
                Path.class.getClassLoader(),
                new Class<?>[] {Path.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getFileSystem" -> watched;
                    case "toString" -> path.toString();
                    case "hashCode" -> path.hashCode();
                    default -> onReal(path, method, arguments);
                });
    }

    private Object onReal(Path path, Method method, Object[] arguments) throws Throwable {
        Object[] plain = arguments == null ? new Object[0] : arguments.clone();
        for (int i = 0; i < plain.length; i++) if (plain[i] instanceof Path other) plain[i] = real(other);
        try {
            Object result = method.invoke(path, plain);
            return result instanceof Path other ? path(other) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Path real(Path path) {
        return real.getPath(path.toString());
    }

    /** From now on each step must get past this. */
    void fault(Fault next) {
        fault = next;
    }

    /** What has happened so far. */
    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Records that somebody was told. */
    synchronized void told(int what) {
        steps.add(new Step.Told(what));
    }

    private interface Deed<T> {
        T done() throws IOException;
    }

    private synchronized <T> T step(Step step, Deed<T> deed) throws IOException {
        fault.meet(step);
        T result = deed.done();
        steps.add(step);
        return result;
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path file = real(path);
        if (name(file).endsWith(".lock")) return FileChannel.open(file, options, attributes);
        Deed<FileChannel> open = () -> FileChannel.open(file, options, attributes);
        boolean directory = Files.isDirectory(file);
        if (directory || !options.contains(StandardOpenOption.CREATE_NEW))
            return new Channel(open.done(), number(name(file)), directory);
        int number = counter.incrementAndGet();
        FileChannel channel = step(new Step.Create(name(file), number), open);
        numbers.put(name(file), number);
        return new Channel(channel, number, false);
    }

    private int number(String name) {
        return numbers.computeIfAbsent(name, unknown -> counter.incrementAndGet());
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        step(new Step.Rename(name(source), name(target)), () -> Files.move(real(source), real(target), options));
        numbers.put(name(target), numbers.remove(name(source)));
    }

    @Override
    public void delete(Path path) throws IOException {
        if (!Files.exists(real(path))) Files.delete(real(path));
        step(new Step.Delete(name(path)), () -> {
            Files.delete(real(path));
            return true;
        });
        numbers.remove(name(path));
    }

    /** A channel to a file, which keeps its number when it gets another name. */
    private final class Channel extends FileChannel {

        private final FileChannel channel;
        private final int file;
        private final boolean directory;

        Channel(FileChannel channel, int file, boolean directory) {
            this.channel = channel;
            this.file = file;
            this.directory = directory;
        }

        @Override
        public int write(ByteBuffer bytes, long at) throws IOException {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return step(new Step.Write(file, at, copy), () -> {
                int length = bytes.remaining();
                while (bytes.hasRemaining()) channel.write(bytes, at + length - bytes.remaining());
                return length;
            });
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            return step(new Step.Truncate(file, size), () -> channel.truncate(size));
        }

        @Override
        public void force(boolean metaData) throws IOException {
            step(directory ? new Step.ForceNames() : new Step.Force(file), () -> {
                channel.force(metaData);
                return true;
            });
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return channel.read(into);
        }

        @Override
        public long read(ByteBuffer[] into, int offset, int length) throws IOException {
            return channel.read(into, offset, length);
        }

        @Override
        public int read(ByteBuffer into, long at) throws IOException {
            return channel.read(into, at);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        protected void implCloseChannel() throws IOException {
            channel.close();
        }

        @Override
        public int write(ByteBuffer bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long write(ByteBuffer[] bytes, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferTo(long at, long count, WritableByteChannel target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long at, long count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long at, long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock lock(long at, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock tryLock(long at, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }
    }

    // What only reads, or nobody needs.

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... rights)
            throws IOException {
        return Files.newByteChannel(real(path), options, rights);
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real(path).getFileSystem().provider().checkAccess(real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return Files.getFileAttributeView(real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return Files.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return Files.readAttributes(real(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        Files.setAttribute(real(path), attribute, value, options);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return Files.isSameFile(real(one), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return Files.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return Files.getFileStore(real(path));
    }

    @Override
    public String getScheme() {
        return "watched";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException();
    }

    private final class Watched extends FileSystem {

        @Override
        public FileSystemProvider provider() {
            return WatchedDisk.this;
        }

        @Override
        public Set<String> supportedFileAttributeViews() {
            return real.supportedFileAttributeViews();
        }

        @Override
        public String getSeparator() {
            return real.getSeparator();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public void close() {}

        @Override
        public Path getPath(String first, String... more) {
            return path(real.getPath(first, more));
        }

        @Override
        public Iterable<Path> getRootDirectories() {
            return real.getRootDirectories();
        }

        @Override
        public Iterable<FileStore> getFileStores() {
            return real.getFileStores();
        }

        @Override
        public PathMatcher getPathMatcher(String pattern) {
            throw new UnsupportedOperationException();
        }

        @Override
        public UserPrincipalLookupService getUserPrincipalLookupService() {
            throw new UnsupportedOperationException();
        }

        @Override
        public WatchService newWatchService() {
            throw new UnsupportedOperationException();
        }
    }
}
