package callbot.sandbox.line;

import callbot.http.Response;
import callbot.json.Json;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Field;
import callbot.sandbox.api.Operation;
import callbot.sandbox.api.Shape;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Habit;
import callbot.sandbox.base.Habits;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.base.Turn;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The personal assistants of users, and the operations that tell and change what they say to callers. */
public final class FakeAssistant {

    private static final String PATH = "/telephony/config/people/me/settings/personalAssistant";

    private final Clock clock;
    private final Turn turn;
    private final Habits habits;
    private final Map<Account, Told> told = new HashMap<>();
    private final Set<Account> withoutService = new HashSet<>();

    private record Told(
            boolean enabled,
            Optional<String> presence,
            Optional<Instant> until,
            boolean transfer,
            Optional<String> transferNumber,
            String alerting,
            long rings) {

        static final Told NOTHING =
                new Told(false, Optional.empty(), Optional.empty(), false, Optional.empty(), "NONE", 0);

        /** What is not there stays as it is; but for the end, if ends are not kept. */
        Told after(Json body, boolean keepsEnd) {
            return new Told(
                    body.at("enabled").isAbsent() ? enabled : body.flag("enabled"),
                    body.text("presence").or(() -> presence),
                    body.instant("untilDateTime").or(() -> until.filter(any -> keepsEnd)),
                    body.at("transferEnabled").isAbsent() ? transfer : body.flag("transferEnabled"),
                    body.text("transferNumber").or(() -> transferNumber),
                    body.text("alerting").orElse(alerting),
                    body.number("alertMeFirstNumberOfRings").orElse(rings));
        }

        boolean isOn(Instant now) {
            return enabled && until.filter(end -> !end.isAfter(now)).isEmpty();
        }
    }

    FakeAssistant(Clock clock, Turn turn, Habits habits) {
        this.clock = clock;
        this.turn = turn;
        this.habits = habits;
    }

    List<Operation> operations() {
        return List.of(
                Operation.of("GET", PATH, this::show).usersWith("spark:telephony_config_read"),
                Operation.of("PUT", PATH, this::change)
                        .usersWith("spark:telephony_config_write")
                        .json(Shape.of(
                                Field.required("enabled").flag(),
                                Field.optional("presence")
                                        .oneOf(
                                                "BUSINESS_TRIP",
                                                "GONE_FOR_THE_DAY",
                                                "LUNCH",
                                                "MEETING",
                                                "OUT_OF_OFFICE",
                                                "TEMPORARILY_OUT",
                                                "TRAINING",
                                                "UNAVAILABLE",
                                                "VACATION"),
                                Field.optional("untilDateTime").time(),
                                Field.optional("transferEnabled").flag(),
                                Field.optional("transferNumber"),
                                Field.optional("alerting").oneOf("ALERT_ME_FIRST", "PLAY_RING_REMINDER", "NONE"),
                                Field.optional("alertMeFirstNumberOfRings").whole(0, 20))));
    }

    /** Why callers are told that this user is away, as Webex names it; absent if they are not. */
    public Optional<String> tells(Account person) {
        return turn.take(() -> of(person).presence().filter(any -> of(person).isOn(clock.instant())));
    }

    /** When that ends by itself; absent if it does not. */
    public Optional<Instant> until(Account person) {
        return turn.take(() -> of(person).until());
    }

    /** Sets it as the user does on Webex's own pages. */
    public void tell(Account person, String presence, Optional<Instant> until, Optional<String> transferNumber) {
        turn.run(() -> told.put(
                person,
                new Told(
                        true,
                        Optional.of(presence),
                        until,
                        transferNumber.isPresent(),
                        transferNumber,
                        "ALERT_ME_FIRST",
                        3)));
    }

    /** How often this user's phone rings before the assistant answers. */
    public long rings(Account person) {
        return turn.take(() -> of(person).rings());
    }

    /** From now on this user's calling plan has none of this. */
    public void takeAway(Account person) {
        turn.run(() -> withoutService.add(person));
    }

    private Response show(Ask ask) {
        Told now = own(ask);
        return Ask.answer(
                200,
                Json.object()
                        .put("enabled", now.isOn(clock.instant()))
                        .put("presence", now.presence())
                        .put("untilDateTime", now.until())
                        .put("transferEnabled", now.transfer())
                        .put("transferNumber", now.transferNumber())
                        .put("alerting", now.alerting())
                        .put("alertMeFirstNumberOfRings", now.rings()));
    }

    private Response change(Ask ask) {
        Told after = own(ask).after(ask.body(), habits.has(Habit.KEEPS_THE_END_OF_ABSENCE));
        if (after.transfer() && after.transferNumber().isEmpty())
            throw Refusal.badRequest("A number to transfer to is needed.");
        told.put(ask.person(), after);
        return Ask.done();
    }

    private Told own(Ask ask) {
        if (withoutService.contains(ask.person())) throw Refusal.notAssigned();
        return of(ask.person());
    }

    private Told of(Account person) {
        return told.getOrDefault(person, Told.NOTHING);
    }
}
