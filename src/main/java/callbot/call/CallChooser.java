package callbot.call;

import callbot.call.Outcome.Done;
import callbot.command.CallChoice;
import callbot.command.CallChoice.ThisOne;
import callbot.signin.AccessTokens;
import callbot.signin.Scope;
import callbot.store.StateStore;
import callbot.webex.WebexException;
import callbot.webex.calling.Call;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.Calls;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the call that a user means. One that a button names is acted on at once; only if Webex refuses is it looked up
 * what became of it.
 */
final class CallChooser {

    /** Refusals that have nothing to do with the call. How Webex says that there is none, or of another kind, is not documented. */
    private static final Set<Integer> WHATEVER_THE_CALL = Set.of(401, 403, 423, 429);

    /** What is needed to see calls, and no more. */
    static final List<Scope> LOOK = List.of(Scope.CALLS_READ);

    private final Calls calls;
    private final AccessTokens tokens;
    private final ShownCalls shown;

    /** Something that is done with a call. */
    interface Deed {
        Done with(ThisOne call);
    }

    CallChooser(Calls calls, AccessTokens tokens, StateStore store) {
        this.calls = calls;
        this.tokens = tokens;
        this.shown = new ShownCalls(store);
    }

    /** The user's calls, from the oldest; they can be named by their places in this list from now on. */
    List<Call> listToShow(String personId) {
        List<Call> all = list(personId, LOOK);
        shown.remember(personId, all);
        return all;
    }

    /** The user's calls, from the oldest, for somebody who needs all of this then. */
    List<Call> list(String personId, List<Scope> needed) {
        return tokens.actAs(personId, needed, calls::list).stream()
                .filter(call -> call.state() != Call.State.DISCONNECTED)
                .sorted(Comparator.comparing((Call call) -> call.created().orElse(Instant.MAX))
                        .thenComparing(Call::id))
                .toList();
    }

    /**
     * Does something with the call that is meant.
     *
     * @param needed to do it with a call that must be found first
     * @param fits with which calls it could be done at all
     */
    Outcome withChosen(String personId, CallChoice choice, List<Scope> needed, Predicate<Call> fits, Deed deed) {
        return switch (choice) {
            case CallChoice.WhicheverFits any -> withOnlyOne(personId, list(personId, needed), fits, deed);
            case CallChoice.Numbered(int number) -> withNumbered(personId, number, list(personId, needed), fits, deed);
            case ThisOne one -> withThisOne(personId, one, fits, deed);
        };
    }

    /** The call that is meant, as it is listed now. */
    Outcome find(String personId, CallChoice choice) {
        Deed look = call -> Done.simply();
        return choice instanceof ThisOne one
                ? listed(personId, one)
                : withChosen(personId, choice, LOOK, call -> true, look);
    }

    private Outcome listed(String personId, ThisOne one) {
        return listedOnce(personId, one)
                .or(() -> listedOnce(personId, one))
                .<Outcome>map(call -> Done.simply().seen(call))
                .orElseGet(() -> noSuchCall(one));
    }

    private Optional<Call> listedOnce(String personId, ThisOne one) {
        return find(list(personId, LOOK), one, call -> true);
    }

    private Outcome withOnlyOne(String personId, List<Call> all, Predicate<Call> fits, Deed deed) {
        List<Call> fitting = all.stream().filter(fits).toList();
        return fitting.size() == 1 ? done(fitting.getFirst(), deed) : several(personId, all, fits);
    }

    private Outcome withNumbered(String personId, int number, List<Call> all, Predicate<Call> fits, Deed deed) {
        Optional<List<ThisOne>> last = shown.last(personId);
        boolean unknown = last.isEmpty() && all.size() > 1; // a number that was in no list may mean any of them
        if (unknown) return several(personId, all, fits);
        List<ThisOne> numbered =
                last.orElseGet(() -> all.stream().map(CallChooser::named).toList());
        if (number > numbered.size()) return new Outcome.NoSuchCall(Optional.empty());
        ThisOne meant = numbered.get(number - 1);
        Optional<Call> call = find(withoutOthers(all, numbered, meant), meant, fits)
                .or(() -> find(withoutOthers(list(personId, LOOK), numbered, meant), meant, fits));
        if (call.isEmpty()) return noSuchCall(meant);
        return fits.test(call.get()) ? done(call.get(), deed) : new Outcome.DoesNotFit(call.get());
    }

    private static List<Call> withoutOthers(List<Call> all, List<ThisOne> numbered, ThisOne meant) {
        return all.stream()
                .filter(call -> numbered.stream()
                        .noneMatch(other -> other != meant && CallKey.areSame(other.callId(), call.id())))
                .toList();
    }

    /** Webex has refused it and does not list it, or has not listed it twice: one list alone may be incomplete. */
    private static Outcome noSuchCall(ThisOne one) {
        return new Outcome.NoSuchCall(Optional.of(new CallKey(one.sessionId())));
    }

    /** Those that fit are shown, and can be named by their places in the list of all from now on. */
    private Outcome several(String personId, List<Call> all, Predicate<Call> fits) {
        List<Call> fitting = all.stream().filter(fits).toList();
        if (fitting.isEmpty()) return new Outcome.NoneFits();
        shown.remember(personId, all);
        return new Outcome.Several(all, fitting);
    }

    private Outcome withThisOne(String personId, ThisOne one, Predicate<Call> fits, Deed deed) {
        try {
            return deed.with(one);
        } catch (WebexException.Refused refusal) {
            if (refusal.status() >= 500 || WHATEVER_THE_CALL.contains(refusal.status())) throw refusal;
            Optional<Call> now = find(list(personId, LOOK), one, fits);
            if (now.isEmpty()) return noSuchCall(one);
            if (!fits.test(now.get())) return new Outcome.DoesNotFit(now.get());
            if (CallKey.areSame(now.get().id(), one.callId())) throw refusal;
            return done(now.get(), deed); // its id has changed
        }
    }

    /** Its very id, or if that has changed, the only one of its session with which it could be done. */
    private static Optional<Call> find(List<Call> all, ThisOne one, Predicate<Call> fits) {
        Optional<Call> exact = all.stream()
                .filter(call -> CallKey.areSame(call.id(), one.callId()))
                .findFirst();
        if (exact.isPresent()) return exact;
        CallKey key = new CallKey(one.sessionId());
        List<Call> session = all.stream().filter(call -> call.key().equals(key)).toList();
        if (session.size() == 1) return Optional.of(session.getFirst());
        List<Call> fitting = session.stream().filter(fits).toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /** What names this very call. */
    static ThisOne named(Call call) {
        return new ThisOne(call.id(), call.key().text());
    }

    private static Done done(Call call, Deed deed) {
        return deed.with(named(call)).seen(call);
    }
}
