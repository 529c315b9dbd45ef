package callbot.sandbox.calls;

import callbot.http.Response;
import callbot.json.Json;
import callbot.sandbox.accounts.FakePeople;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Field;
import callbot.sandbox.api.Operation;
import callbot.sandbox.api.Shape;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.CallParty;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.calls.session.CallLeg;
import callbot.sandbox.calls.session.Purpose;
import callbot.sandbox.calls.switchboard.Handover;
import callbot.sandbox.calls.switchboard.ParkingLot;
import callbot.sandbox.calls.switchboard.Switchboard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The commands that give calls to others, and those that fetch calls from others. */
final class HandoverOperations {

    private static final Field LINE = Field.optional("lineOwnerId");
    private static final Field ENDPOINT = Field.optional("endpointId");
    private static final Field REACH = Field.optional("singleNumberReachPhoneNumber");
    private static final Field DESTINATION =
            Field.optional("destination").where(CallOperations::canBeDialled, "a number or an address");

    private static final Shape DIVERT = Shape.of(
                    Field.required("callId"),
                    DESTINATION,
                    Field.optional("toVoicemail").flag(),
                    LINE)
            .atLeastOne("destination", "toVoicemail");
    private static final Shape TRANSFER = Shape.of(
                    Field.optional("callId1"), Field.optional("callId2"), DESTINATION, LINE)
            .notBoth("callId2", "destination");
    private static final Shape PARK = Shape.of(
            Field.required("callId"),
            Field.optional("destination"),
            Field.optional("isGroupPark").flag(),
            LINE);
    private static final Shape RETRIEVE =
            Shape.of(Field.optional("destination"), ENDPOINT, REACH, LINE).notBoth(ENDPOINT.name(), REACH.name());
    private static final Shape PICK_UP =
            Shape.of(Field.optional("target"), ENDPOINT, REACH, LINE).notBoth(ENDPOINT.name(), REACH.name());
    private static final Shape BARGE_IN =
            Shape.of(Field.required("target"), ENDPOINT, REACH, LINE).notBoth(ENDPOINT.name(), REACH.name());
    private static final Shape PULL = Shape.of(ENDPOINT, LINE);
    private static final Shape PUSH = Shape.of(Field.optional("callId"), LINE);

    private final Switchboard switchboard;
    private final Handover handover;
    private final ParkingLot parkingLot;
    private final ClickToDial clickToDial;
    private final FakePeople people;
    private final Map<Account, Account> executives = new HashMap<>();

    HandoverOperations(
            Switchboard switchboard,
            Handover handover,
            ParkingLot parkingLot,
            ClickToDial clickToDial,
            FakePeople people) {
        this.switchboard = switchboard;
        this.handover = handover;
        this.parkingLot = parkingLot;
        this.clickToDial = clickToDial;
        this.people = people;
    }

    List<Operation> operations() {
        return List.of(
                CallOperations.command("divert", DIVERT, this::divert),
                CallOperations.optional("transfer", TRANSFER, this::transfer),
                CallOperations.command("park", PARK, this::park),
                CallOperations.optional("retrieve", RETRIEVE, this::retrieve),
                CallOperations.optional("push", PUSH, this::push),
                CallOperations.optional("pickup", PICK_UP, this::pickUp),
                CallOperations.command("bargeIn", BARGE_IN, this::bargeIn),
                CallOperations.optional("pull", PULL, this::pull));
    }

    /** The calls of this assistant belong to this executive. */
    void assist(Account assistant, Account executive) {
        executives.put(assistant, executive);
    }

    private Response divert(Ask ask) {
        Optional<String> destination = ask.body().text("destination");
        boolean toVoicemail = ask.body().flag("toVoicemail");
        if (!toVoicemail && destination.isEmpty()) throw Refusal.badRequest("\"destination\" is missing.");
        CallLeg leg = call(ask, "callId");
        if (toVoicemail) handover.divertToVoicemail(leg, destination);
        else handover.divert(leg, destination.orElseThrow());
        return Ask.done();
    }

    private Response transfer(Ask ask) {
        CallOperations.requireOwnLine(ask);
        Json body = ask.body();
        boolean first = body.text("callId1").isPresent();
        boolean second = body.text("callId2").isPresent();
        Optional<String> destination = body.text("destination");
        if (first && destination.isPresent()) {
            return CallOperations.begun(handover.transfer(call(ask, "callId1"), destination.get()));
        }
        if (first != second || destination.isPresent()) {
            throw Refusal.badRequest("Two calls, or callId1 and a destination, are needed.");
        }
        List<CallLeg> both = first
                ? List.of(call(ask, "callId1"), call(ask, "callId2"))
                : switchboard.legsOf(ask.person()).toList();
        if (both.size() != 2) throw Refusal.badRequest("The calls must be named unless there are just two.");
        if (both.getFirst().equals(both.getLast())) throw Refusal.badRequest("These are not two calls.");
        handover.join(both.getFirst(), both.getLast());
        return Ask.done();
    }

    private Response park(Ask ask) {
        boolean anywhere = ask.body().flag("isGroupPark");
        CallParty spot = parkingLot.park(call(ask, "callId"), ask.body().text("destination"), anywhere);
        return Ask.answer(200, Json.object().put("parkedAgainst", spot.toJson()));
    }

    private Response retrieve(Ask ask) {
        String number =
                ask.body().text("destination").orElse(ask.person().requireLine().extension());
        return begin(ask, new Purpose.Retrieve(number));
    }

    private Response push(Ask ask) {
        List<CallLeg> calls = ask.body().text("callId").isPresent()
                ? List.of(call(ask, "callId"))
                : switchboard.legsOf(ask.person()).toList();
        if (calls.size() != 1) throw Refusal.badRequest("\"callId\" is needed unless there is just one call.");
        Account executive = Optional.ofNullable(executives.get(ask.person()))
                .orElseThrow(() -> Refusal.conflict("This call does not belong to an executive."));
        handover.push(calls.getFirst(), executive);
        return Ask.done();
    }

    private Response pickUp(Ask ask) {
        return begin(ask, new Purpose.PickUp(somebodysCall(ask, CallLeg::isRingingIn, "rings")));
    }

    private Response bargeIn(Ask ask) {
        return begin(
                ask, new Purpose.BargeIn(somebodysCall(ask, leg -> leg.state().isAnswered(), "is answered")));
    }

    private Response pull(Ask ask) {
        CallLeg own = switchboard
                .legsOf(ask.person())
                .filter(leg -> leg.state().isAnswered())
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("You have no call on another device."));
        return begin(ask, new Purpose.Pull(own));
    }

    private Response begin(Ask ask, Purpose purpose) {
        CallOperations.requireOwnLine(ask);
        return CallOperations.begun(clickToDial.begin(ask.person(), ask.body().text("endpointId"), purpose));
    }

    private CallLeg somebodysCall(Ask ask, Predicate<CallLeg> wanted, String state) {
        List<Account> whose = ask.body()
                .text("target")
                .map(target -> List.of(people.byDestination(target)
                        .orElseThrow(() -> Refusal.notFound("There is no user at this number."))))
                .orElseGet(people::all);
        return whose.stream()
                .filter(person -> !person.equals(ask.person()))
                .flatMap(switchboard::legsOf)
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("Nobody there has a call that " + state + "."));
    }

    private CallLeg call(Ask ask, String field) {
        CallOperations.requireOwnLine(ask);
        return switchboard.leg(ask.person(), ask.body().requireText(field));
    }
}
