package callbot.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A line to a server on this machine that can be cut, go silent, be slow, and heal. */
public final class Line implements AutoCloseable {

    private volatile int to;
    private final int port;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private ServerSocket entrance;
    private Future<?> doorman;
    private Duration delay = Duration.ZERO;
    private boolean silent;
    private volatile boolean losesAnswer;

    private Line(int to) throws IOException {
        this.to = to;
        entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        port = entrance.getLocalPort();
        doorman = admitAt(entrance);
    }

    /** A line to this port, as good as none. */
    public static Line to(int port) {
        try {
            return new Line(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port at which it begins. */
    public int port() {
        return port;
    }

    /** Every connection ends, and new ones are refused, as if nothing listened there. */
    public void cut() {
        shut(entrance);
        awaitEnd(doorman); // else the port may still be taken when the line heals
        open.forEach(Line::shut);
    }

    /** Nothing comes through any more, and nobody is told: connections stay, and new ones are taken. */
    public void silence() {
        change(() -> silent = true);
    }

    /** New connections lead to another port from now on; those that are there stay. */
    public void leadTo(int port) {
        to = port;
    }

    /** The next answer is lost, and its connection with it: it was heard what was asked, and nobody is told. */
    public void loseNextAnswer() {
        losesAnswer = true;
    }

    /** From now on everything takes so much longer, each way. */
    public void delay(Duration each) {
        change(() -> delay = each);
    }

    /** All is as it was at first; what was held up comes through now. */
    public void heal() {
        change(() -> {
            silent = false;
            delay = Duration.ZERO;
            if (entrance.isClosed()) entrance = reopened();
        });
    }

    @Override
    public void close() {
        cut();
        threads.shutdownNow();
    }

    private ServerSocket reopened() {
        try {
            ServerSocket again = new ServerSocket();
            again.setReuseAddress(true);
            again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            doorman = admitAt(again);
            return again;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Future<?> admitAt(ServerSocket door) {
        return threads.submit(() -> {
            while (!door.isClosed()) admit(door);
        });
    }

    private void admit(ServerSocket door) {
        try {
            Socket near = door.accept();
            Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
            open.add(near);
            open.add(far);
            threads.execute(() -> carry(near, far, false));
            threads.execute(() -> carry(far, near, true));
        } catch (IOException | RejectedExecutionException e) {
            // it was cut, or the server is away: either way there is no connection
        }
    }

    private void carry(Socket from, Socket into, boolean answers) {
        byte[] buffer = new byte[64 * 1024];
        try (from;
                into) {
            InputStream in = from.getInputStream();
            OutputStream out = into.getOutputStream();
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                awaitPassage();
                if (answers && losesAnswer) {
                    losesAnswer = false;
                    return;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException | InterruptedException e) {
            // it is over, which the closing of both ends tells whoever is there
        }
    }

    private void awaitPassage() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (silent) changed.await();
            long left = delay.toNanos();
            while (left > 0 && !delay.isZero()) left = changed.awaitNanos(left);
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void awaitEnd(Future<?> task) {
        try {
            task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void shut(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
