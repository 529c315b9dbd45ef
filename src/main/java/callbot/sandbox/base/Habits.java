package callbot.sandbox.base;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** Which habits this Webex has. */
public final class Habits {

    /** What it does unless told otherwise: it gives up on webhooks, and makes it hard for a client that follows calls. */
    public static final List<Habit> USUAL =
            List.of(Habit.CHANGES_CALL_ID_ON_PICK_UP, Habit.TELLS_END_OF_OLD_CALL_ID, Habit.GIVES_UP_ON_WEBHOOKS);

    private final Set<Habit> on = new CopyOnWriteArraySet<>(USUAL);

    /** Whether it does this. */
    public boolean has(Habit habit) {
        return on.contains(habit);
    }

    /** From now on it does this, or does it no more. */
    public void set(Habit habit, boolean wanted) {
        if (wanted) on.add(habit);
        else on.remove(habit);
    }
}
