package callbot.call;

import callbot.call.Outcome.Done;
import callbot.call.card.Fitting;
import callbot.call.card.FollowedCalls;
import callbot.call.card.Parting;
import callbot.command.CallAction;
import callbot.command.CallChoice;
import callbot.command.CallChoice.ThisOne;
import callbot.command.CallCommand;
import callbot.command.CallSource;
import callbot.command.value.DialString;
import callbot.signin.AccessTokens;
import callbot.signin.NotSignedInException;
import callbot.signin.Scope;
import callbot.store.StateStore;
import callbot.webex.Secret;
import callbot.webex.WebexException;
import callbot.webex.calling.BegunCall;
import callbot.webex.calling.Call;
import callbot.webex.calling.Call.Personality;
import callbot.webex.calling.Calls;
import callbot.webex.calling.HistoryRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Acts on users' calls, each in that user's name. */
public final class CallControl {

    private static final List<Scope> WRITE = List.of(Scope.CALLS_WRITE);

    /** To find a call, and then to do something with it. */
    private static final List<Scope> ACT = List.of(Scope.CALLS_READ, Scope.CALLS_WRITE);

    private final Calls calls;
    private final AccessTokens tokens;
    private final StateStore store;
    private final CallChooser chooser;
    private final JustBegun justBegun;
    private final Partings partings;
    private final ConferenceControl conferences;

    /** What is known after dialling. */
    public sealed interface Dialled {
        /** Webex has accepted it. */
        record Accepted(BegunCall call) implements Dialled {}

        /** Webex did not answer, but the user's phone rings. */
        record FoundRinging() implements Dialled {}

        /** Webex did not answer, and no call is to be seen. */
        record NotSeen() implements Dialled {}

        /** The same was done a few seconds ago, and not again. */
        record DoneBefore() implements Dialled {}
    }

    /** Two calls whose other sides talk to each other now. */
    public record Connected(Call one, Call other) {}

    /** Control of calls in the name of whoever has signed in. */
    public CallControl(Calls calls, AccessTokens tokens, StateStore store, Clock clock) {
        this.calls = calls;
        this.tokens = tokens;
        this.store = store;
        this.chooser = new CallChooser(calls, tokens, store);
        this.justBegun = new JustBegun(store, clock);
        this.partings = new Partings(new FollowedCalls(store));
        this.conferences = new ConferenceControl(calls.conferences(), tokens, chooser);
    }

    /** What is done with several calls at once. */
    public ConferenceControl conferences() {
        return conferences;
    }

    /** What is known of somebody who is about to call. */
    public Caller caller(String personId) {
        return Caller.read(store, personId);
    }

    /** The user's calls, from the oldest; they can be named by their places in this list from now on. */
    public List<Call> listToShow(String personId) {
        return chooser.listToShow(personId);
    }

    /** The user's calls, from the oldest. */
    public List<Call> list(String personId) {
        return chooser.list(personId, CallChooser.LOOK);
    }

    /** The call that is meant, as it stands now. */
    public Outcome find(String personId, CallChoice choice) {
        return chooser.find(personId, choice);
    }

    /**
     * Does something with a call.
     *
     * @param endpointId on which device; absent if Webex shall choose, or it does not matter
     */
    public Outcome act(String personId, CallAction action, CallChoice choice, Optional<String> endpointId) {
        return chooser.withChosen(
                personId,
                choice,
                ACT,
                call -> Fitting.fits(action, call),
                one -> act(personId, action, one, endpointId));
    }

    private Done act(String personId, CallAction action, ThisOne one, Optional<String> endpointId) {
        Supplier<Done> request = () -> tokens.actAs(
                personId, WRITE, token -> new ActionRequest(calls, token, one.callId()).send(action, endpointId));
        return Parting.by(action)
                .map(way -> partings.leaving(personId, one, way, request))
                .orElseGet(request);
    }

    /** The user's calls in which there is sound, from the oldest. */
    public List<Call> answered(String personId) {
        return chooser.list(personId, ACT).stream().filter(Call::isAnswered).toList();
    }

    /** The user's two calls of which one waits; absent if there are not just two such calls. */
    public Optional<TwoCalls> twoCalls(String personId) {
        return TwoCalls.among(chooser.list(personId, ACT));
    }

    /**
     * Goes from the call in front to the one that waits. What is in front is put on hold first, as only one call can be talked;
     * if nobody has answered it yet, it is ended.
     *
     * @return whether Webex also took the waiting one off hold
     * @throws WebexException if the call in front stayed as it was
     */
    public boolean swap(String personId, TwoCalls two) {
        CallAction leave = two.isCalling() ? CallAction.Simple.HANG_UP : CallAction.Simple.HOLD;
        act(personId, leave, CallChooser.named(two.front()), Optional.empty());
        try {
            act(personId, CallAction.Simple.RESUME, CallChooser.named(two.waiting()), Optional.empty());
            return true;
        } catch (WebexException e) {
            return false;
        }
    }

    /** Connects the two others with whom the user talks in two calls; absent if it is not just two. */
    public Optional<Connected> join(String personId) {
        List<Call> joinable = answered(personId);
        if (joinable.size() != 2) return Optional.empty();
        Call one = joinable.getFirst();
        Call other = joinable.getLast();
        partings.connecting(
                personId,
                one,
                other,
                () -> tokens.runAs(personId, WRITE, token -> calls.join(token, one.id(), other.id())));
        return Optional.of(new Connected(one, other));
    }

    /**
     * Calls a destination, unless the very same was asked for a few seconds ago. If Webex does not say whether it will, the
     * user's calls do.
     *
     * @throws WebexException if it was refused; or if it may have happened, but the user's calls could not be seen afterwards
     */
    public Dialled dial(Caller caller, CallCommand.Dial dial, Optional<String> endpointId) {
        DialString destination = dial.destination();
        return begin(
                caller,
                dial.toString(),
                token -> calls.dial(token, destination.value(), endpointId),
                call -> isBeingDialled(call)
                        && call.remote().number().map(destination::mayBeShownAs).orElse(true));
    }

    /** Brings a call to a device of the user's; like {@link #dial} where Webex does not say whether it will. */
    public Dialled bring(Caller caller, CallSource source, Optional<String> endpointId) {
        return begin(
                caller,
                source.toString(),
                token -> switch (source) {
                    case CallSource.Parked(var at) -> calls.retrieve(token, at.map(DialString::value), endpointId);
                    case CallSource.RingingElsewhere(var at) ->
                        calls.pickUp(token, at.map(DialString::value), endpointId);
                    case CallSource.Answered(DialString at) -> calls.bargeIn(token, at.value(), endpointId);
                    case CallSource.OtherDevice other -> calls.pull(token, endpointId);
                },
                CallControl::isBeingDialled);
    }

    /** The user's calls of the past, newest first. */
    public List<HistoryRecord> history(String personId, Optional<HistoryRecord.Type> type) {
        return tokens.actAs(personId, CallChooser.LOOK, token -> calls.history(token, type)).stream()
                .sorted(Comparator.comparing(
                        (HistoryRecord past) -> past.time().orElse(Instant.MIN), Comparator.reverseOrder()))
                .toList();
    }

    private interface Request {
        BegunCall in(Secret token);
    }

    /** @param asked what tells it from everything else that is begun */
    private Dialled begin(Caller caller, String asked, Request request, Predicate<Call> begun) {
        JustBegun.Beginning beginning = justBegun.of(caller.personId(), asked);
        if (!beginning.isFirst()) return new Dialled.DoneBefore();
        try {
            Dialled accepted = new Dialled.Accepted(tokens.actAs(caller.user(), WRITE, request::in));
            beginning.done();
            return accepted;
        } catch (NotSignedInException e) {
            beginning.failed();
            throw e;
        } catch (WebexException failure) {
            if (!failure.mayHaveHappened()) {
                beginning.failed();
                throw failure;
            }
            beginning.done();
            return lookFor(caller.personId(), begun, failure);
        }
    }

    private Dialled lookFor(String personId, Predicate<Call> begun, WebexException failure) {
        try {
            return chooser.list(personId, CallChooser.LOOK).stream().anyMatch(begun)
                    ? new Dialled.FoundRinging()
                    : new Dialled.NotSeen();
        } catch (WebexException | NotSignedInException e) {
            throw failure;
        }
    }

    private static boolean isBeingDialled(Call call) {
        boolean outgoing =
                call.personality() == Personality.CLICK_TO_DIAL || call.personality() == Personality.ORIGINATOR;
        return outgoing && (call.state() == Call.State.CONNECTING || call.state() == Call.State.ALERTING);
    }
}
