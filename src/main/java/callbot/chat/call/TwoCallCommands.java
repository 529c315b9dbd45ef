package callbot.chat.call;

import callbot.call.CallControl;
import callbot.call.CallControl.Connected;
import callbot.call.Outcome;
import callbot.call.TwoCalls;
import callbot.call.feed.CallFeed;
import callbot.call.feed.CardWatch;
import callbot.card.Button;
import callbot.card.Button.AboutCall;
import callbot.chat.failure.WayOn;
import callbot.command.CallAction;
import callbot.command.CallChoice.ThisOne;
import callbot.command.CallCommand;
import callbot.signin.SignIn.Asker;
import callbot.webex.calling.Call;
import callbot.webex.calling.CallKey;
import callbot.webex.messaging.Draft;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands for two calls at once: consult somebody while the other side waits, go back and forth, connect them. */
public final class TwoCallCommands {

    private static final Button GO_BACK = Button.say("Go back", "/swap");

    private final CallControl calls;
    private final CallFeed feed;
    private final DialCommands dialling;

    /** Commands on two calls of this line. */
    public TwoCallCommands(Line line, DialCommands dialling) {
        this.calls = line.calls();
        this.feed = line.feed();
        this.dialling = dialling;
    }

    /** Connects the two others. The outcome, unless the card of one of the calls shows it. */
    public Optional<Draft> join(Asker asker) {
        Map<CallKey, CardWatch> cards = feed.watch(asker.personId());
        Optional<Connected> connected = calls.join(asker.personId());
        if (connected.isEmpty()) {
            return Optional.of(Draft.offering(
                    "To complete a transfer you need **two** answered calls, and no more. `/calls` shows what you have.",
                    List.of(WayOn.CALLS)));
        }
        Connected both = connected.get();
        if (Optional.ofNullable(cards.get(both.one().key()))
                .filter(CardWatch::changes)
                .isPresent()) return Optional.empty();
        return Optional.of(Draft.text("✅ You connected " + CallWords.who(both.one()) + " with "
                + CallWords.who(both.other()) + ". You're off the call."));
    }

    /** Goes to the call that waits. The outcome, unless its card shows it. */
    public Optional<Draft> swap(Asker asker) {
        Optional<TwoCalls> found = calls.twoCalls(asker.personId());
        if (found.isEmpty()) {
            return Optional.of(Draft.offering(
                    "To swap you need **two** calls, one of them on hold. `/calls` shows what you have.",
                    List.of(WayOn.CALLS)));
        }
        TwoCalls two = found.get();
        Optional<CardWatch> card = feed.watch(asker.personId(), two.waiting().key());
        String left = CallWords.who(two.front()) + (two.isCalling() ? " is no longer called" : " is on hold");
        if (!calls.swap(asker.personId(), two)) {
            return Optional.of(Draft.offering(
                    "⚠️ " + left + ", but Webex did not take " + CallWords.who(two.waiting()) + " off hold.",
                    List.of(back(two.waiting()))));
        }
        if (card.filter(CardWatch::changes).isPresent()) return Optional.empty();
        return Optional.of(Draft.text("✅ You're back with " + CallWords.who(two.waiting()) + ". " + left + "."));
    }

    /** Holds the call that there is, and calls somebody. */
    public Optional<Draft> consult(Asker asker, CallCommand.Dial dial) {
        String number = dial.destination().typed();
        List<Call> answered = calls.answered(asker.personId());
        if (answered.isEmpty()) {
            return Optional.of(Draft.offering(
                    "You have no call to put on hold, so I have called nobody. `/dial " + number + "` calls.",
                    List.of(Button.say("Call", "/dial " + number))));
        }
        if (answered.size() > 1) {
            return Optional.of(Draft.offering(
                    "You have more than one call already, so I have called nobody. `/calls` shows them.",
                    List.of(WayOn.CALLS)));
        }
        return consult(asker, dial, answered.getFirst());
    }

    private Optional<Draft> consult(Asker asker, CallCommand.Dial dial, Call first) {
        return callBeside(
                asker,
                dial,
                first,
                "When they answer, `/transfer complete` connects the two; `/swap` goes back.",
                List.of(GO_BACK));
    }

    /** Holds this call, and calls somebody to make a conference with. */
    Optional<Draft> add(Asker asker, CallCommand.Dial dial, Call first) {
        return callBeside(
                asker,
                dial,
                first,
                "When they answer, `/merge` brings you all together; `/swap` goes back.",
                List.of(ConferenceCommands.MERGE, GO_BACK));
    }

    private Optional<Draft> callBeside(
            Asker asker, CallCommand.Dial dial, Call first, String next, List<Button> buttons) {
        ThisOne one = new ThisOne(first.id(), first.key().text());
        boolean holds = first.state() == Call.State.HELD
                || calls.act(asker.personId(), CallAction.Simple.HOLD, one, Optional.empty()) instanceof Outcome.Done;
        if (!holds) {
            return Optional.of(
                    Draft.text("⚠️ I couldn't put " + CallWords.who(first) + " on hold, so I have called nobody."));
        }
        return new Meanwhile(CallWords.who(first), next, buttons, back(first)).dial(dialling, asker, dial);
    }

    private static Button back(Call call) {
        return Button.say(
                "Resume", "/resume", new AboutCall(call.id(), call.key().text()));
    }
}
