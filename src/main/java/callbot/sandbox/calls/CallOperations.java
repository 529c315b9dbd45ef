package callbot.sandbox.calls;

import callbot.http.Response;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Field;
import callbot.sandbox.api.Operation;
import callbot.sandbox.api.Shape;
import callbot.sandbox.base.Habit;
import callbot.sandbox.base.Habits;
import callbot.sandbox.base.LineEndpoint;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.calls.session.CallLeg;
import callbot.sandbox.calls.session.CallMedia;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.calls.session.Purpose;
import callbot.sandbox.calls.switchboard.CallHistory;
import callbot.sandbox.calls.switchboard.CallJson;
import callbot.sandbox.calls.switchboard.Switchboard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The commands with which a user steers a call of his own, and those by which he reads his calls. */
public final class CallOperations {

    private static final String READ = "spark:calls_read";
    private static final String WRITE = "spark:calls_write";
    private static final Field LINE = Field.optional("lineOwnerId");

    private static final Shape CALL = Shape.of(Field.required("callId"), LINE);
    private static final Shape MAYBE_CALL = Shape.of(Field.optional("callId"), LINE);
    private static final Shape DIAL = Shape.of(
                    Field.required("destination").where(CallOperations::canBeDialled, "a number or an address"),
                    Field.optional("endpointId"),
                    Field.optional("singleNumberReachPhoneNumber"),
                    LINE)
            .notBoth("endpointId", "singleNumberReachPhoneNumber");
    private static final Shape ANSWER = Shape.of(Field.required("callId"), Field.optional("endpointId"), LINE);
    private static final Shape REJECT = Shape.of(
            Field.required("callId"), Field.optional("action").oneOf("busy", "temporarilyUnavailable", "ignore"), LINE);
    private static final Shape DTMF =
            Shape.of(Field.optional("callId"), Field.required("dtmf").matching("[0-9*#A-D,]+"), LINE);

    /** Those for other members than oneself are not simulated: they are for service apps, of which there is none here. */
    private static final Map<String, String> OF_MEMBERS = Map.of(
            "/telephony/calls", "/telephony/calls/members/me/calls",
            "/telephony/calls/{callId}", "/telephony/calls/members/me/calls/{callId}",
            "/telephony/calls/dial", "/telephony/calls/members/me/dial",
            "/telephony/calls/answer", "/telephony/calls/members/me/answer",
            "/telephony/calls/hangup", "/telephony/calls/members/me/hangup");

    private final Switchboard switchboard;
    private final ClickToDial clickToDial;
    private final Habits habits;
    private boolean listsNone;

    CallOperations(Switchboard switchboard, ClickToDial clickToDial, Habits habits) {
        this.switchboard = switchboard;
        this.clickToDial = clickToDial;
        this.habits = habits;
    }

    /** All of them; a few can be had under {@code members/me} as well, as with Webex. */
    List<Operation> operations() {
        List<Operation> commands = commands();
        Stream<Operation> ofMembers = commands.stream()
                .filter(command -> OF_MEMBERS.containsKey(command.path()))
                .map(command -> command.at(OF_MEMBERS.get(command.path())));
        return Stream.concat(commands.stream(), ofMembers).toList();
    }

    private List<Operation> commands() {
        return List.of(
                Operation.of("GET", "/telephony/calls", this::list)
                        .usersWith(READ)
                        .query(LINE),
                Operation.of("GET", "/telephony/calls/history", this::history)
                        .usersWith(READ)
                        .query(Field.optional("type").oneOf("placed", "missed", "received")),
                Operation.of("GET", "/telephony/calls/{callId}", this::get)
                        .usersWith(READ)
                        .query(LINE),
                command("dial", DIAL, this::dial),
                command("answer", ANSWER, this::answer),
                command("reject", REJECT, this::reject),
                command("hangup", CALL, this::hangUp),
                command("hold", CALL, one((ask, leg) -> switchboard.hold(leg))),
                command("resume", CALL, one((ask, leg) -> switchboard.resume(leg))),
                command("mute", CALL, one((ask, leg) -> mute(leg, true))),
                command("unmute", CALL, one((ask, leg) -> mute(leg, false))),
                optional("startRecording", MAYBE_CALL, recording(CallMedia.Step.START)),
                optional("stopRecording", MAYBE_CALL, recording(CallMedia.Step.STOP)),
                optional("pauseRecording", MAYBE_CALL, recording(CallMedia.Step.PAUSE)),
                optional("resumeRecording", MAYBE_CALL, recording(CallMedia.Step.RESUME)),
                optional("transmitDtmf", DTMF, one(CallOperations::send)));
    }

    static Operation command(String name, Shape shape, Function<Ask, Response> answer) {
        return Operation.of("POST", "/telephony/calls/" + name, answer)
                .usersWith(WRITE)
                .json(shape);
    }

    /** A command whose body may be left out. */
    static Operation optional(String name, Shape shape, Function<Ask, Response> answer) {
        return Operation.of("POST", "/telephony/calls/" + name, answer)
                .usersWith(WRITE)
                .optionalJson(shape);
    }

    /** Digits as people dial them, or an address. */
    public static boolean canBeDialled(String destination) {
        return destination.matches("(tel:)?[+]?[0-9*#]{1,32}") || destination.matches("(sip:)?[^@\\s:]+@[^@\\s]+");
    }

    /** Refuses to act for the line of somebody else: nobody here has a secondary line. */
    static void requireOwnLine(Ask ask) {
        Optional<String> owner = ask.query("lineOwnerId").or(() -> ask.body().text("lineOwnerId"));
        if (owner.isPresent() && !owner.get().equals(ask.person().id())) {
            throw Refusal.notFound("You have no line of this owner.");
        }
    }

    /** What Webex answers when a call has begun. */
    static Response begun(CallLeg leg) {
        return Ask.answer(
                201,
                Json.object()
                        .put("callId", leg.id())
                        .put("callSessionId", leg.session().id()));
    }

    private Response list(Ask ask) {
        requireOwnLine(ask);
        listsNone = !listsNone && habits.has(Habit.LISTS_NO_CALLS_EVERY_OTHER_TIME);
        List<ObjectWriter> calls = switchboard
                .legsOf(ask.person())
                .filter(any -> !listsNone)
                .map(CallJson::answer)
                .toList();
        return Ask.answer(200, Json.object().put("items", calls));
    }

    private Response get(Ask ask) {
        requireOwnLine(ask);
        return Ask.answer(200, CallJson.answer(switchboard.leg(ask.person(), ask.path("callId"))));
    }

    private Response history(Ask ask) {
        Predicate<CallHistory.Entry> wanted = ask.query("type")
                .<Predicate<CallHistory.Entry>>map(
                        type -> entry -> entry.kind().wireName().equals(type))
                .orElse(entry -> true);
        List<ObjectWriter> entries = switchboard.history().of(ask.person()).stream()
                .filter(wanted)
                .map(CallHistory.Entry::toJson)
                .toList();
        return Ask.answer(200, Json.object().put("items", entries));
    }

    private Response dial(Ask ask) {
        requireOwnLine(ask);
        Purpose purpose = new Purpose.Dial(ask.body().requireText("destination").replaceFirst("^(tel|sip):", ""));
        return begun(clickToDial.begin(ask.person(), ask.body().text("endpointId"), purpose));
    }

    private Response answer(Ask ask) {
        CallLeg leg = required(ask);
        LineEndpoint phone =
                ask.body().text("endpointId").map(ask.person()::endpoint).orElseGet(ask.person()::preferredEndpoint);
        switchboard.answer(leg, phone);
        return Ask.done();
    }

    private Response reject(Ask ask) {
        CallLeg leg = required(ask);
        CallLeg.require(leg.isRingingIn(), "Only an incoming call that rings can be rejected.");
        // "ignore" stops the user's own phones only: the caller hears it ring on.
        if (ask.body().text("action").orElse("busy").equals("ignore")) {
            leg.session().letWait();
            switchboard.hangUp(leg.session(), leg);
        } else {
            switchboard.decline(leg);
        }
        return Ask.done();
    }

    private Response hangUp(Ask ask) {
        switchboard.decline(required(ask));
        return Ask.done();
    }

    private void mute(CallLeg leg, boolean on) {
        CallLeg.require(leg.isMuteCapable(), "This call cannot be muted.");
        leg.media().mute(on);
        switchboard.changed(leg, "updated");
    }

    private static void send(Ask ask, CallLeg leg) {
        CallLeg.require(leg.state() == CallState.CONNECTED, "Tones can only be sent in a connected call.");
        leg.media().send(ask.body().requireText("dtmf"));
    }

    private Function<Ask, Response> recording(CallMedia.Step step) {
        return one((ask, leg) -> {
            CallLeg.require(leg.state().isAnswered(), "Only an answered call can be recorded.");
            leg.media().record(step);
            switchboard.changed(leg, "recording");
        });
    }

    private Function<Ask, Response> one(BiConsumer<Ask, CallLeg> action) {
        return ask -> {
            action.accept(ask, ask.body().text("callId").isPresent() ? required(ask) : onlyAnswered(ask));
            return Ask.done();
        };
    }

    private CallLeg required(Ask ask) {
        requireOwnLine(ask);
        return switchboard.leg(ask.person(), ask.body().requireText("callId"));
    }

    private CallLeg onlyAnswered(Ask ask) {
        requireOwnLine(ask);
        List<CallLeg> answered = switchboard
                .legsOf(ask.person())
                .filter(leg -> leg.state().isAnswered())
                .toList();
        if (answered.size() != 1) throw Refusal.badRequest("\"callId\" is needed unless there is just one call.");
        return answered.getFirst();
    }
}
