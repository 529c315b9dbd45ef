package callbot;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What is done again and again while the bot runs. A round that fails is logged, and the next one comes all the same. */
final class Rounds implements AutoCloseable {

    private final System.Logger log = System.getLogger(Rounds.class.getName());
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("round-", 0).factory());

    /** Does this once, while others go on. */
    void soon(String name, Runnable task) {
        threads.execute(() -> run(name, task));
    }

    /** Does this for the first time after the pause, and again after the same pause each time. */
    void every(Duration pause, String name, Runnable task) {
        threads.execute(() -> {
            while (waited(pause)) run(name, task);
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void run(String name, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) { // the edge of what nobody waits for
            log.log(Level.WARNING, "event=round.failed round={0} reason=\"{1}\"", name, e.getMessage());
        }
    }

    private static boolean waited(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
