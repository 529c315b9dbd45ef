package callbot.upkeep;

import callbot.signin.NotSignedInException;
import callbot.store.AtOnce;
import callbot.store.StateStore;
import callbot.webex.WebexException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Sets the cards right of calls of which news was lost. One instance does it for all. */
public final class CardCare {

    /** How often to {@link #go}. */
    public static final Duration PAUSE = Duration.ofMinutes(5);

    /** How many users are looked after at the same time. */
    private static final AtOnce AT_ONCE = new AtOnce(8);

    private final System.Logger log = System.getLogger(CardCare.class.getName());
    private final StateStore store;
    private final Supplier<Map<String, Runnable>> remedies;
    private volatile boolean stopping;

    /**
     * Care for cards.
     *
     * @param remedies what sets each user's cards right, by the user's id, see {@link callbot.call.feed.StaleCards#remedies}
     */
    public CardCare(StateStore store, Supplier<Map<String, Runnable>> remedies) {
        this.store = store;
        this.remedies = remedies;
    }

    /** Does it, unless another instance has lately. The lease is not given back: it ends when it is time again. */
    public void go() {
        if (store.putIfAbsent("lease:cards", "taken", PAUSE.minusSeconds(10))) everything();
    }

    /** Does it now. */
    public void everything() {
        AT_ONCE.forEach(remedies.get().entrySet(), one -> setRight(one.getKey(), one.getValue()));
    }

    /** Begins with nobody more. */
    public void stop() {
        stopping = true;
    }

    private void setRight(String personId, Runnable remedy) {
        if (stopping) return;
        try {
            remedy.run();
        } catch (NotSignedInException | WebexException e) {
            log.log(Level.WARNING, "event=cards.not-corrected person={0} reason=\"{1}\"", personId, e.getMessage());
        }
    }
}
