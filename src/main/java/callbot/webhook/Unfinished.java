package callbot.webhook;

import callbot.store.DoesNotOpenException;
import callbot.store.StoreUnavailableException;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is left to do when the store is back. */
final class Unfinished {

    private final System.Logger log = System.getLogger(Unfinished.class.getName());
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
            Runnable work = rest.poll();
            if (work == null) return; // somebody else has come back as well
            try {
                work.run();
            } catch (DoesNotOpenException e) { // not the next time either
                log.log(Level.ERROR, "event=work.lost reason=\"{0}\"", e.getMessage());
            } catch (StoreUnavailableException e) {
                rest.add(work);
                throw e;
            }
        }
    }
}
