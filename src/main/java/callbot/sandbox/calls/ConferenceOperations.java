package callbot.sandbox.calls;

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
import callbot.sandbox.calls.session.CallLeg;
import callbot.sandbox.calls.switchboard.ConferenceBridge;
import callbot.sandbox.calls.switchboard.ConferenceCall;
import callbot.sandbox.calls.switchboard.Switchboard;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** The operations about a user's conference. */
final class ConferenceOperations {

    private static final String PATH = "/telephony/conference";
    private static final Field LINE = Field.optional("lineOwnerId");
    private static final Shape START = Shape.of(Field.required("callIds").texts(), LINE);
    private static final Shape CALL = Shape.of(Field.required("callId"), LINE);
    private static final Shape MAYBE_CALL = Shape.of(Field.optional("callId"), LINE);

    private final Switchboard switchboard;
    private final ConferenceBridge conferences;
    private final Habits habits;
    private final Set<Account> withoutService = new HashSet<>();

    public ConferenceOperations(Switchboard switchboard, ConferenceBridge conferences, Habits habits) {
        this.switchboard = switchboard;
        this.conferences = conferences;
        this.habits = habits;
    }

    List<Operation> operations() {
        return List.of(
                of("GET", "", this::get).usersWith("spark:calls_read").query(LINE),
                of("POST", "", this::start).json(START),
                of("DELETE", "", running(conferences::end)).query(LINE),
                of("POST", "/addParticipant", one(conferences::add)).json(CALL),
                of("POST", "/mute", ask -> mute(ask, true)).optionalJson(MAYBE_CALL),
                of("POST", "/unmute", ask -> mute(ask, false)).optionalJson(MAYBE_CALL),
                of("POST", "/deafen", one((now, leg) -> conferences.deafen(now, leg, true)))
                        .json(CALL),
                of("POST", "/undeafen", one((now, leg) -> conferences.deafen(now, leg, false)))
                        .json(CALL),
                of("POST", "/hold", running(now -> conferences.hold(now, true))).query(LINE),
                of("POST", "/resume", running(now -> conferences.hold(now, false)))
                        .query(LINE));
    }

    /** From now on this user's calling plan has no conferences. */
    void takeAway(Account person) {
        withoutService.add(person);
    }

    private Operation of(String method, String path, Function<Ask, Response> answer) {
        return Operation.of(method, PATH + path, ask -> {
                    CallOperations.requireOwnLine(ask);
                    if (withoutService.contains(ask.person())) throw Refusal.notAssigned();
                    return answer.apply(ask);
                })
                .usersWith("spark:calls_write");
    }

    private Response get(Ask ask) {
        if (habits.has(Habit.FINDS_NO_CONFERENCE)) required(ask);
        return Ask.answer(
                200, conferences.of(ask.person()).map(ConferenceCall::toJson).orElseGet(Json::object));
    }

    private Response start(Ask ask) {
        List<String> ids = ask.body().texts("callIds");
        if (ids.stream().distinct().count() < 2) throw Refusal.badRequest("At least two calls are needed.");
        conferences.start(
                ask.person(),
                ids.stream().map(id -> switchboard.leg(ask.person(), id)).toList());
        return Ask.done();
    }

    private Response mute(Ask ask, boolean on) {
        Optional<String> callId = ask.body().text("callId");
        return callId.isPresent()
                ? one((now, leg) -> conferences.mute(now, leg, on)).apply(ask)
                : running(now -> conferences.muteHost(now, on)).apply(ask);
    }

    private Function<Ask, Response> one(BiConsumer<ConferenceCall, CallLeg> action) {
        return ask -> {
            ConferenceCall now = required(ask);
            action.accept(now, switchboard.leg(ask.person(), ask.body().requireText("callId")));
            return Ask.done();
        };
    }

    private Function<Ask, Response> running(Consumer<ConferenceCall> action) {
        return ask -> {
            action.accept(required(ask));
            return Ask.done();
        };
    }

    private ConferenceCall required(Ask ask) {
        return conferences.of(ask.person()).orElseThrow(() -> Refusal.notFound("There is no conference."));
    }
}
