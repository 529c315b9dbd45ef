package callbot.webhook;

import callbot.store.StateStore;
import java.time.Duration;

/** Which instances of the bot that share a store are alive: those that have said so within the last 30 seconds. */
public final class Instances {

    /** How often an instance says that it is alive. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final String PREFIX = "instance:";
    private static final Duration PRESUMED_DEAD = HEARTBEAT.multipliedBy(3);

    private final StateStore store;
    private final String me;

    /** The view that this instance has. */
    public Instances(StateStore store, String me) {
        this.store = store;
        this.me = me;
    }

    /** This instance. */
    public String me() {
        return me;
    }

    /** Says that this instance is alive. */
    public void beat() {
        store.put(PREFIX + me, "alive", PRESUMED_DEAD);
    }

    /** Says that this instance is about to end, so that nobody need wait to take over. */
    public void leave() {
        store.delete(PREFIX + me);
    }

    boolean isAlive(String instance) {
        return instance.equals(me) || store.get(PREFIX + instance).isPresent();
    }
}
