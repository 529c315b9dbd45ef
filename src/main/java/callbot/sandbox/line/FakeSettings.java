package callbot.sandbox.line;

import callbot.http.Response;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Field;
import callbot.sandbox.api.Operation;
import callbot.sandbox.api.Shape;
import callbot.sandbox.base.Person;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.base.Turn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What users have set for their own lines, and the operations that tell and change it. */
public final class FakeSettings {

    private static final String SETTINGS = "/telephony/config/people/me/settings/";
    private static final String READ = "spark:telephony_config_read";
    private static final String WRITE = "spark:telephony_config_write";

    /** A service is not assigned to this user. */
    private static final int NOT_ASSIGNED = 4410;

    private final Turn turn;
    private final Map<Person, LineSettings> lines = new HashMap<>();
    private final Set<Person> withoutService = new HashSet<>();

    /** Everybody begins with all switched off. */
    public FakeSettings(Turn turn) {
        this.turn = turn;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.of(
                                "GET",
                                SETTINGS + "doNotDisturb",
                                ask -> Ask.answer(200, line(ask).doNotDisturb()))
                        .usersWith(READ),
                Operation.of("PUT", SETTINGS + "doNotDisturb", this::changeDoNotDisturb)
                        .usersWith(WRITE)
                        .json(Shape.of(
                                Field.optional("enabled").flag(),
                                Field.optional("ringSplashEnabled").flag(),
                                Field.required("webexGoOverrideEnabled").flag())));
    }

    /** Whether this user's phones are silent. */
    public boolean isUndisturbed(Person person) {
        return turn.take(() -> of(person).isUndisturbed());
    }

    /** Switches do not disturb on or off, as the user does on the phone. */
    public void undisturbed(Person person, boolean on) {
        turn.run(() -> of(person).undisturbed(on));
    }

    /** From now on this user's calling plan has none of this. */
    public void takeAway(Person person) {
        turn.run(() -> withoutService.add(person));
    }

    private Response changeDoNotDisturb(Ask ask) {
        line(ask).changeDoNotDisturb(ask.body());
        return Ask.done();
    }

    private LineSettings line(Ask ask) {
        if (withoutService.contains(ask.person()))
            throw Refusal.coded(NOT_ASSIGNED, "The service is not assigned to this user.");
        return of(ask.person());
    }

    private LineSettings of(Person person) {
        return lines.computeIfAbsent(person, any -> new LineSettings());
    }
}
