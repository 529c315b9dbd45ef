package callbot.sandbox.faults;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.base.Habit;
import callbot.sandbox.base.Habits;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.webex.FakeWebex;
import callbot.sandbox.wire.WireScribe;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What Webex does beside, or against, what it says; and permissions that hold less than was asked for. */
final class BadHabits {

    /** Without which a bot can no longer control calls. */
    private static final Set<String> WITHHELD = Set.of("spark:calls_write");

    private final FakeWebex webex;
    private final WireScribe scribe;

    BadHabits(FakeWebex webex, WireScribe scribe) {
        this.webex = webex;
        this.scribe = scribe;
    }

    List<Trouble> troubles() {
        return List.of(new Trouble("habit", this::set), new Trouble("withhold", this::withhold));
    }

    /** All that can be switched on the page, each with whether it is on. */
    List<ObjectWriter> state() {
        return offered()
                .map(habit -> Json.object()
                        .put("name", habit)
                        .put("told", habit.told())
                        .put("on", webex.habits().has(habit))
                        .put("odd", webex.habits().has(habit) != isUsual(habit)))
                .toList();
    }

    boolean withholds() {
        return !webex.tokens().withheld().isEmpty();
    }

    void mend() {
        offered().forEach(habit -> webex.habits().set(habit, isUsual(habit)));
        webex.tokens().withhold(Set.of());
    }

    private void set(Json wish) {
        String name = wish.requireText("name");
        Habit habit = offered()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest("There is no habit " + name + " here."));
        webex.habits().set(habit, wish.flag("on"));
        scribe.remark("Webex has changed its habits", (wish.flag("on") ? "From now on: " : "No more: ") + habit.told());
    }

    private void withhold(Json wish) {
        webex.tokens().withhold(wish.flag("on") ? WITHHELD : Set.of());
        scribe.remark(
                "Webex has changed its habits",
                wish.flag("on")
                        ? "From now on a permission lacks " + String.join(", ", WITHHELD) + ", though it is asked for."
                        : "A permission holds again what it is asked for.");
    }

    /** What makes a difference to the bot. */
    private static Stream<Habit> offered() {
        return Stream.of(Habit.values()).filter(habit -> habit != Habit.IGNORES_UNKNOWN_FIELDS);
    }

    private static boolean isUsual(Habit habit) {
        return Habits.USUAL.contains(habit);
    }
}
