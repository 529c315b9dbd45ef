package callbot.upkeep;

import callbot.store.StateStore;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where the hand is kept, one for all instances, any of which may move it at any moment. */
record HandStore(StateStore store) {

    private static final String KEY = "upkeep";

    /** Absent if none has been kept yet, or the store has forgotten it. */
    Optional<Hand> read() {
        return store.get(KEY).map(Hand::parse);
    }

    /** Changes the hand, or what is to be there if there is none; the hand after that. */
    Hand change(Hand otherwise, UnaryOperator<Hand> change) {
        while (true) {
            Optional<String> before = store.get(KEY);
            Hand after = change.apply(before.map(Hand::parse).orElse(otherwise));
            if (replace(before, after.stored())) return after;
        }
    }

    private boolean replace(Optional<String> before, String after) {
        return before.map(old -> old.equals(after) || store.replace(KEY, old, after, StateStore.FOREVER))
                .orElseGet(() -> store.putIfAbsent(KEY, after, StateStore.FOREVER));
    }
}
