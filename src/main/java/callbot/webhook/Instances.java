package callbot.webhook;

import callbot.store.Change;
import callbot.store.StateStore;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which instances of the bot that share a store are alive: those that have said so within the last 30 seconds.
 *
 * <pre>
 *   instance:ID   may have left something undone; until that is settled
 *   alive.ID      is alive; for 30 seconds from each heartbeat
 * </pre>
 */
public final class Instances {

    /** How often an instance says that it is alive. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final String LISTED = "instance:";
    private static final String ALIVE = "alive.";
    private static final Duration PRESUMED_DEAD = HEARTBEAT.multipliedBy(3);

    private final StateStore store;
    private final String me;
    private Set<String> goneBefore = Set.of();

    /** The view that this instance has. */
    public Instances(StateStore store, String me) {
        this.store = store;
        this.me = me;
    }

    /** This instance. */
    public String me() {
        return me;
    }

    /** Lists this instance before it takes any work. If there are no others, that is all it has to say. */
    public void enter() {
        store.put(LISTED + me, "", StateStore.FOREVER);
    }

    /** Says that this instance is alive, also if others have taken it for dead meanwhile. */
    public void beat() {
        store.change(List.of(
                new Change.Put(LISTED + me, "", StateStore.FOREVER), new Change.Put(ALIVE + me, "", PRESUMED_DEAD)));
    }

    /**
     * Says that this instance is about to end, so that nobody need wait to take over.
     *
     * @param settled whether it leaves nothing undone; else it stays listed until somebody has taken over
     */
    public void leave(boolean settled) {
        store.delete(ALIVE + me);
        if (settled) strike(me);
    }

    /** All who may have something to do, alive or not. */
    Set<String> all() {
        return store.keys(LISTED).stream()
                .map(key -> key.substring(LISTED.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All others who are listed and not alive. */
    Set<String> gone() {
        Set<String> others = new HashSet<>(all());
        others.remove(me);
        if (others.isEmpty()) return others;
        Map<String, String> alive = store.get(others.stream().map(ALIVE::concat).toList());
        return others.stream()
                .filter(Predicate.not(instance -> alive.containsKey(ALIVE + instance)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * All who were gone when this was last asked and still are. Once is not enough: when the store was away for a while,
     * everybody seems to be dead until the next heartbeat. To be asked by one thread, not more often than hearts beat.
     */
    Set<String> vanished() {
        Set<String> goneNow = gone();
        Set<String> vanished = goneNow.stream().filter(goneBefore::contains).collect(Collectors.toUnmodifiableSet());
        goneBefore = goneNow;
        return vanished;
    }

    /** Removes an instance that has left nothing to do. */
    void strike(String settled) {
        store.delete(LISTED + settled);
    }
}
