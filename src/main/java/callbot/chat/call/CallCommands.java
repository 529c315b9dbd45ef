package callbot.chat.call;

import callbot.call.CallControl;
import callbot.call.Devices;
import callbot.call.Devices.Meant;
import callbot.call.Outcome;
import callbot.call.feed.CallFeed;
import callbot.call.feed.CardWatch;
import callbot.card.Button;
import callbot.command.CallAction;
import callbot.command.CallChoice;
import callbot.command.CallChoice.ThisOne;
import callbot.command.Query.History.Kind;
import callbot.command.value.DialString;
import callbot.signin.SignIn.Asker;
import callbot.webex.calling.Call;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.HistoryRecord;
import callbot.webex.calling.Party;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.List;
import java.util.Optional;

/**
 * The commands about calls that there are, and how their outcomes are told. If a press of a button shows on the card that it
 * belongs to, nothing else is said.
 */
public final class CallCommands {

    private static final List<Button> SHOW_CALLS = List.of(Button.say("Show my calls", "/calls"));

    private final Line line;
    private final CallControl calls;
    private final CallFeed feed;

    /** Commands on calls of this line. */
    public CallCommands(Line line) {
        this.line = line;
        this.calls = line.calls();
        this.feed = line.feed();
    }

    /** The outcome, unless the call's card shows it already. */
    public Optional<Draft> act(Asker asker, CallAction action, CallChoice choice) {
        if (!(action instanceof CallAction.Answer(Optional<String> named)))
            return act(asker, action, choice, Optional.empty());
        return switch (line.devices().meant(calls.caller(asker.personId()), named)) {
            case Meant.Unclear unclear -> Optional.of(DeviceCommands.unclear(unclear));
            case Meant.This(Optional<Devices.Device> device) ->
                act(asker, action, choice, device.map(Devices.Device::endpointId));
        };
    }

    private Optional<Draft> act(Asker asker, CallAction action, CallChoice choice, Optional<String> endpointId) {
        Optional<CardWatch> card = cardOf(asker, action, choice);
        Outcome outcome = calls.act(asker.personId(), action, choice, endpointId);
        if (outcome instanceof Outcome.Done done && done.place().isPresent()) {
            key(done, choice).ifPresent(parked -> feed.parked(asker.personId(), parked));
        }
        boolean shown = outcome instanceof Outcome.Done
                && card.filter(CardWatch::changes).isPresent();
        return shown ? Optional.empty() : Optional.of(told(asker, ActionWords.of(action), choice, outcome));
    }

    private static Optional<CallKey> key(Outcome.Done done, CallChoice choice) {
        return choice instanceof ThisOne one
                ? Optional.of(new CallKey(one.sessionId()))
                : done.call().map(Call::key);
    }

    /** The card whose button was pressed, if what the button does can be seen on it. */
    private Optional<CardWatch> cardOf(Asker asker, CallAction action, CallChoice choice) {
        return choice instanceof ThisOne one && !(action instanceof CallAction.SendDigits)
                ? feed.watch(asker.personId(), new CallKey(one.sessionId()))
                : Optional.empty();
    }

    /** Whatever button or number named it, the call as it stands now. */
    public Optional<Draft> show(Asker asker, CallChoice choice) {
        Outcome outcome = calls.find(asker.personId(), choice);
        if (!(outcome instanceof Outcome.Done(var call, var place, var consultation)) || call.isEmpty()) {
            ActionWords words = new ActionWords("Show", "/calls", "shown", "be shown", "You have no calls just now.");
            return Optional.of(told(asker, words, choice, outcome));
        }
        return feed.refreshed(asker.personId(), call.get());
    }

    /** The asker's calls. */
    public Draft list(Asker asker) {
        List<Call> current = calls.listToShow(asker.personId());
        if (current.isEmpty()) {
            return Draft.offering(
                    "You have no calls just now. `/dial` starts one.", List.of(Button.say("Last calls", "/history")));
        }
        feed.listed(asker.personId(), current);
        return new CallListCard("Your calls", current, current).draft(Optional.empty(), "**Your calls**");
    }

    /** The asker's past calls, all or of one kind. */
    public Draft history(Asker asker, Optional<Kind> kind, int page) {
        List<HistoryRecord> past =
                calls.history(asker.personId(), kind.map(wanted -> HistoryRecord.Type.valueOf(wanted.name())));
        return new HistoryCard(kind, past, page, feed.recollect(asker.personId()), line.times(asker.personId()))
                .draft();
    }

    /** What came of the wish to do something with a call. */
    Draft told(Asker asker, ActionWords words, CallChoice choice, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var call, var place, var consultation) ->
                Draft.text("✅ The " + described(call, choice) + " is " + words.done() + parked(place) + ".");
            case Outcome.NoneFits none -> Draft.text(words.noneFits());
            case Outcome.Several(List<Call> all, List<Call> fitting) ->
                new CallListCard("Which call?", all, fitting)
                        .draft(
                                Optional.of(words),
                                "Which call? Write " + Markdown.code(words.command()) + " and its number, for example "
                                        + Markdown.code(words.command(all.indexOf(fitting.getFirst()) + 1)) + ".");
            case Outcome.DoesNotFit(Call call) -> {
                CallWords there = new CallWords(call);
                yield Draft.text("I have done nothing: the " + there.described() + " cannot " + words.ability()
                        + ", because it is " + there.standing() + ".");
            }
            case Outcome.NoSuchCall(Optional<CallKey> key) -> gone(asker, key);
        };
    }

    private Draft gone(Asker asker, Optional<CallKey> key) {
        if (key.isEmpty())
            return Draft.offering(
                    "I have done nothing: no call has that number. `/calls` shows what there is.", SHOW_CALLS);
        String story =
                feed.gone(asker.personId(), key.get()).map(told -> " " + told).orElse("");
        return Draft.offering(
                "That call is over, so I did nothing." + story + " `/calls` shows what there is.", SHOW_CALLS);
    }

    private static String described(Optional<Call> call, CallChoice choice) {
        if (call.isPresent()) return new CallWords(call.get()).described();
        return choice instanceof CallChoice.Numbered(int number) ? "call " + number : "call";
    }

    private static String parked(Optional<Party> place) {
        return place.flatMap(Party::number)
                .filter(DialString::isDialable)
                .map(number -> " at **" + Markdown.escape(number) + "**: `/retrieve " + number
                        + "` brings it back, from any phone")
                .orElse("");
    }
}
