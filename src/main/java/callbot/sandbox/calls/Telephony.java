package callbot.sandbox.calls;

import callbot.sandbox.accounts.FakePeople;
import callbot.sandbox.api.Operation;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.CallParty;
import callbot.sandbox.base.Habits;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Turn;
import callbot.sandbox.calls.session.OutsideLine;
import callbot.sandbox.calls.switchboard.CallHistory;
import callbot.sandbox.calls.switchboard.CallNews;
import callbot.sandbox.calls.switchboard.ConferenceBridge;
import callbot.sandbox.calls.switchboard.Handover;
import callbot.sandbox.calls.switchboard.ParkingLot;
import callbot.sandbox.calls.switchboard.Routing;
import callbot.sandbox.calls.switchboard.Switchboard;
import callbot.sandbox.calls.switchboard.WhenRecorded;
import callbot.sandbox.webhooks.FakeWebhooks;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Webex Calling: the operations of call control, the users' phones, and the phones outside the organization. */
public final class Telephony {

    private final Switchboard switchboard;
    private final ParkingLot parkingLot;
    private final ClickToDial clickToDial;
    private final CallOperations commands;
    private final HandoverOperations handovers;
    private final ConferenceBridge conferences;
    private final ConferenceOperations conferencing;
    private final FakeWebhooks webhooks;
    private final Turn turn;

    /**
     * Webex Calling for these people.
     *
     * @param routing where calls go that come for users
     * @param recorded is told of calls that were recorded
     */
    public Telephony(
            Clock clock,
            Ids ids,
            FakePeople people,
            FakeWebhooks webhooks,
            Habits habits,
            Turn turn,
            Routing routing,
            WhenRecorded recorded) {
        this.webhooks = webhooks;
        this.turn = turn;
        var news = new CallNews(clock, webhooks, recorded);
        switchboard = new Switchboard(clock, ids, people, new CallHistory(), news, routing);
        parkingLot = new ParkingLot(switchboard, people);
        clickToDial = new ClickToDial(switchboard, parkingLot, habits);
        commands = new CallOperations(switchboard, clickToDial, habits);
        Handover handover = new Handover(switchboard, people);
        handovers = new HandoverOperations(switchboard, handover, parkingLot, clickToDial, people);
        conferences = new ConferenceBridge(switchboard, webhooks, habits);
        conferencing = new ConferenceOperations(switchboard, conferences, habits);
    }

    /** The operations of call control. */
    public List<Operation> operations() {
        return Stream.of(commands.operations(), handovers.operations(), conferencing.operations())
                .flatMap(List::stream)
                .toList();
    }

    /** The phones of this user. */
    public Phone phoneOf(Account person) {
        return new Phone(person, switchboard, conferences, clickToDial, webhooks, turn);
    }

    /**
     * The phone outside the organization with this number.
     *
     * @param name whose it is, absent if it withholds that and its number
     */
    public OutsidePhone outside(String number, Optional<String> name) {
        CallParty party = new CallParty(name, name.map(known -> number), Optional.empty(), name.isEmpty(), "external");
        return new OutsidePhone(number, party, switchboard, turn);
    }

    /** Everybody outside the organization who takes part in a call right now. */
    public List<OutsideLine> outsideLines() {
        return turn.look(() -> switchboard.sessions().lines());
    }

    /** Says that this assistant's calls belong to this executive, so that they can be pushed to him. */
    public void assist(Account assistant, Account executive) {
        turn.run(() -> handovers.assist(assistant, executive));
    }

    /** From now on this user's calling plan has no conferences. */
    public void takeConferencesAway(Account person) {
        turn.run(() -> conferencing.takeAway(person));
    }

    /** From now on conferences of this user's have room for so many others. */
    public void limitConferences(Account person, int others) {
        turn.run(() -> conferences.limit(person, others));
    }

    /** Time has passed: what has rung for as long as its owner has set goes elsewhere. */
    public void ringOn() {
        boolean due = turn.look(() -> switchboard.rungOut().findAny().isPresent());
        if (due) turn.run(() -> switchboard.rungOut().forEach(switchboard::unanswered));
    }

    /** Nobody has come for the call parked at this number: it rings again where it was parked from. */
    public void recallParked(String number) {
        turn.run(() -> parkingLot.recall(number));
    }
}
