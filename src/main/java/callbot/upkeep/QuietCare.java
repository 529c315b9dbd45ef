package callbot.upkeep;

import callbot.line.Quiet;
import callbot.line.QuietTimers;
import callbot.line.QuietTimers.Timer;
import callbot.store.AtOnce;
import callbot.store.StateStore;
import callbot.webex.WebexException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiConsumer;

/** Ends do not disturb when its time is over, or later if it could not be done in time. One instance does it for all. */
public final class QuietCare {

    /** How often to {@link #go}. */
    public static final Duration PAUSE = Duration.ofSeconds(30);

    /** For how many users it is done at the same time. */
    private static final AtOnce AT_ONCE = new AtOnce(8);

    private final System.Logger log = System.getLogger(QuietCare.class.getName());
    private final StateStore store;
    private final QuietTimers timers;
    private final Quiet quiet;
    private final BiConsumer<String, Quiet.Ended> news;
    private final Clock clock;
    private volatile boolean stopping;

    /**
     * Care for these timers.
     *
     * @param news tells the user with this id what came of one
     */
    public QuietCare(
            StateStore store, QuietTimers timers, Quiet quiet, BiConsumer<String, Quiet.Ended> news, Clock clock) {
        this.store = store;
        this.timers = timers;
        this.quiet = quiet;
        this.news = news;
        this.clock = clock;
    }

    /** Does it, unless another instance has just now. The lease is not given back: it ends when it is time again. */
    public void go() {
        if (store.putIfAbsent("lease:timers", "taken", PAUSE.minusSeconds(10))) everything();
    }

    /** Does it now. */
    public void everything() {
        AT_ONCE.forEach(timers.due(clock.instant()), this::end);
    }

    /** Begins with no further user. */
    public void stop() {
        stopping = true;
    }

    private void end(Timer timer) {
        if (stopping) return;
        try {
            news.accept(timer.personId(), quiet.end(timer));
        } catch (WebexException e) {
            log.log(Level.WARNING, "event=quiet.not-ended person={0} reason=\"{1}\"", timer.personId(), e.getMessage());
        }
    }
}
