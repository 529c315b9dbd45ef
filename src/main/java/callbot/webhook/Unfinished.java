package callbot.webhook;

import callbot.store.StoreUnavailableException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is left to do when the store is back. */
final class Unfinished {

    private final Queue<Runnable> rest = new ConcurrentLinkedQueue<>();

    void add(Runnable work) {
        rest.add(work);
    }

    int size() {
        return rest.size();
    }

    /**
     * Does what was left until now. What fails again stays.
     *
     * @throws StoreUnavailableException if the store is still away
     */
    void comeBack() {
        for (int left = rest.size(); left > 0; left--) {
            Runnable work = rest.remove();
            try {
                work.run();
            } catch (StoreUnavailableException e) {
                rest.add(work);
                throw e;
            }
        }
    }
}
