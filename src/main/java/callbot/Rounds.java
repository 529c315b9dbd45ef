package callbot;

import callbot.store.StoreUnavailableException;
import callbot.tunnel.TunnelException;
import callbot.webex.WebexException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What is done again and again while the bot runs. A round that fails is logged, and the next one comes all the same. */
final class Rounds {

    private final System.Logger log = System.getLogger(Rounds.class.getName());
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("round-", 0).factory());
    private final CountDownLatch stopping = new CountDownLatch(1);

    /** Does this once, while others go on. */
    void soon(String name, Runnable task) {
        threads.execute(() -> run(name, task));
    }

    /** Does this for the first time after the pause, and again after the same pause each time. */
    void every(Duration pause, String name, Runnable task) {
        threads.execute(() -> {
            while (isTimeFor(pause)) run(name, task);
        });
    }

    /** Begins no more rounds, and gives those under way so long to end. Whether they all ended. */
    boolean stop(Duration patience) {
        stopping.countDown();
        threads.shutdown();
        try {
            if (threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
        return false;
    }

    private void run(String name, Runnable task) {
        try {
            task.run();
        } catch (StoreUnavailableException | TunnelException | WebexException e) { // others fail too, and it passes
            log.log(Level.WARNING, "event=round.failed round={0} reason=\"{1}\"", name, e.getMessage());
        } catch (RuntimeException | Error e) { // the edge of what nobody waits for; else this round were the last
            log.log(Level.ERROR, "event=round.failed round=" + name, e);
        }
    }

    private boolean isTimeFor(Duration pause) {
        try {
            return !stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
