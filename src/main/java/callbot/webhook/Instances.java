package callbot.webhook;

import callbot.store.StateStore;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which instances of the bot that share a store are alive: those that have said so within the last 30 seconds. A list in the
 * store has all who may have left something undone, so that it takes no search to find out that nobody has died.
 */
public final class Instances {

    /** How often an instance says that it is alive. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final String PREFIX = "instance:";
    private static final String LIST = "instances";
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

    /** Says that this instance is alive, also if others have taken it for dead meanwhile. */
    public void beat() {
        store.put(PREFIX + me, "alive", PRESUMED_DEAD);
        edit(names -> names.add(me));
    }

    /** Says that this instance is about to end, so that nobody need wait to take over. It stays listed until somebody has. */
    public void leave() {
        store.delete(PREFIX + me);
    }

    /** All who are listed and not alive. */
    Set<String> gone() {
        return listed(store.get(LIST)).stream()
                .filter(instance -> !isAlive(instance))
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

    /** Strikes off those of whom nothing is left to do. */
    void strike(Set<String> settled) {
        edit(names -> names.removeAll(settled));
    }

    boolean isAlive(String instance) {
        return instance.equals(me) || store.get(PREFIX + instance).isPresent();
    }

    private void edit(Predicate<Set<String>> change) {
        boolean settled = false;
        while (!settled) { // others may edit at the same time
            Optional<String> before = store.get(LIST);
            Set<String> names = listed(before);
            if (!change.test(names)) return;
            String after = String.join(" ", names);
            settled = before.map(old -> store.replace(LIST, old, after, StateStore.FOREVER))
                    .orElseGet(() -> store.putIfAbsent(LIST, after, StateStore.FOREVER));
        }
    }

    private static Set<String> listed(Optional<String> stored) {
        return stored.stream()
                .flatMap(names -> Stream.of(names.split(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
