package callbot.call;

import callbot.call.CallChooser.Deed;
import callbot.call.Outcome.Done;
import callbot.command.CallChoice;
import callbot.signin.AccessTokens;
import callbot.signin.Scope;
import callbot.webex.Secret;
import callbot.webex.WebexException;
import callbot.webex.calling.Call;
import callbot.webex.calling.Conference;
import callbot.webex.calling.Conferences;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Users' conferences: several calls of one user in which everybody hears everybody. */
public final class ConferenceControl {

    private static final List<Scope> WRITE = List.of(Scope.CALLS_WRITE);

    /** To see which calls there are, and then to do something with them. */
    private static final List<Scope> ACT = List.of(Scope.CALLS_READ, Scope.CALLS_WRITE);

    /** Refusals that may mean that there is no conference. How Webex says so is not documented. */
    private static final Set<Integer> PERHAPS_NONE = Set.of(400, 404, 405, 409, 410);

    /** Refusals that may mean that there is no room for one more. How Webex says so is not documented either. */
    private static final Set<Integer> PERHAPS_FULL = Set.of(400, 403, 405, 409);

    private final Conferences conferences;
    private final AccessTokens tokens;
    private final CallChooser chooser;

    /** What came of the wish to bring calls together. */
    public sealed interface Merged {
        /** A conference has begun with the other sides of these. */
        record Begun(Call one, Call other) implements Merged {}

        /**
         * The other side of this one is in the conference, too.
         *
         * @param waits whether the conference is still on hold
         */
        record Added(Call call, boolean waits) implements Merged {}

        /** Webex did not take the other side of this one in; all is as it was. */
        record NotTaken(Call call, WebexException.Refused why) implements Merged {}

        /** A conference is running, and not just one answered call is outside. */
        record NotJustOne() implements Merged {}

        /** There is no conference, and there are not just two answered calls. */
        record NotJustTwo() implements Merged {}
    }

    /** What there is that somebody could be added to. */
    public sealed interface Base {
        /** No answered call. */
        record None() implements Base {}

        /** One answered call, and no conference. */
        record One(Call call) implements Base {}

        /** A conference that all answered calls are in. */
        record Running(Conference conference) implements Base {}

        /** Answered calls that are not together. */
        record Apart() implements Base {}
    }

    /**
     * A conference, and the user's calls, by which it is known who is in it.
     *
     * @param calls from the oldest; they can be named by their places in this list
     */
    public record Seen(Conference conference, List<Call> calls) {

        /** Nothing of it changes any more. */
        public Seen {
            calls = List.copyOf(calls);
        }
    }

    ConferenceControl(Conferences conferences, AccessTokens tokens, CallChooser chooser) {
        this.conferences = conferences;
        this.tokens = tokens;
        this.chooser = chooser;
    }

    /** The user's conference; absent if there is none. */
    public Optional<Seen> current(String personId) {
        return running(personId, CallChooser.LOOK).map(now -> new Seen(now, chooser.listToShow(personId)));
    }

    /** Begins a conference with the user's two answered calls, or takes the one that is outside into the one that is running. */
    public Merged merge(String personId) {
        List<Call> answered = answered(personId);
        if (answered.size() < 2) return new Merged.NotJustTwo();
        Optional<Conference> running = running(personId, ACT);
        if (running.isPresent()) {
            List<Call> outside =
                    answered.stream().filter(call -> !running.get().has(call)).toList();
            return outside.size() == 1 ? add(personId, running.get(), outside.getFirst()) : new Merged.NotJustOne();
        }
        return answered.size() == 2
                ? begin(personId, answered.getFirst(), answered.getLast())
                : new Merged.NotJustTwo();
    }

    /** To what somebody could be added just now. Without conferences in the plan nothing is found out. */
    public Base base(String personId) {
        List<Call> answered = answered(personId);
        if (answered.isEmpty()) return new Base.None();
        return running(personId, ACT)
                .map(now -> answered.stream().allMatch(now::has) ? new Base.Running(now) : new Base.Apart())
                .orElseGet(() -> answered.size() == 1 ? new Base.One(answered.getFirst()) : new Base.Apart());
    }

    private List<Call> answered(String personId) {
        return chooser.list(personId, ACT).stream().filter(Call::isAnswered).toList();
    }

    /** A conference that waits goes on with whoever is added. */
    private Merged add(String personId, Conference running, Call call) {
        try {
            tokens.runAs(personId, WRITE, token -> conferences.add(token, call.id()));
        } catch (WebexException.Refused refusal) {
            if (!PERHAPS_FULL.contains(refusal.status()) || refusal.isNotInPlan()) throw refusal;
            return new Merged.NotTaken(call, refusal);
        }
        return new Merged.Added(call, running.held() && !isResumed(personId));
    }

    /** Whether it goes on; Webex may have it do so by itself when somebody is added, and then refuses to do it again. */
    private boolean isResumed(String personId) {
        try {
            return hold(personId, false);
        } catch (WebexException e) {
            return running(personId, CallChooser.LOOK).filter(Conference::held).isEmpty();
        }
    }

    private Merged begin(String personId, Call one, Call other) {
        tokens.runAs(personId, WRITE, token -> conferences.start(token, List.of(one.id(), other.id())));
        return new Merged.Begun(one, other);
    }

    /** Switches the user's own microphone in the conference; whether there is one. */
    public boolean mute(String personId, boolean muted) {
        return changed(personId, token -> mute(token, Optional.empty(), muted));
    }

    /** Switches the microphone of the other side of a call in the conference; absent if there is no conference. */
    public Optional<Outcome> mute(String personId, CallChoice choice, boolean muted) {
        Deed deed = one -> {
            tokens.runAs(personId, WRITE, token -> mute(token, Optional.of(one.callId()), muted));
            return Done.simply();
        };
        return ifThere(personId, () -> chooser.withChosen(personId, choice, ACT, Call::isAnswered, deed));
    }

    private void mute(Secret token, Optional<String> callId, boolean muted) {
        if (muted) conferences.mute(token, callId);
        else conferences.unmute(token, callId);
    }

    /** Puts the conference on hold, or takes it off hold; whether there is one. */
    public boolean hold(String personId, boolean held) {
        return changed(personId, held ? conferences::hold : conferences::resume);
    }

    /** Ends the conference for everybody; whether there is one. */
    public boolean end(String personId) {
        return changed(personId, conferences::end);
    }

    private boolean changed(String personId, Consumer<Secret> request) {
        return ifThere(personId, () -> {
                    tokens.runAs(personId, WRITE, request);
                    return true;
                })
                .isPresent();
    }

    /** Only if Webex refuses it is looked up whether there is a conference at all. */
    private <T> Optional<T> ifThere(String personId, Supplier<T> request) {
        try {
            return Optional.of(request.get());
        } catch (WebexException.Refused refusal) {
            boolean perhapsNone = PERHAPS_NONE.contains(refusal.status()) && !refusal.isNotInPlan();
            if (!perhapsNone || running(personId, CallChooser.LOOK).isPresent()) throw refusal;
            return Optional.empty();
        }
    }

    /** The same, without the calls in it. */
    public Optional<Conference> running(String personId) {
        return running(personId, CallChooser.LOOK);
    }

    private Optional<Conference> running(String personId, List<Scope> needed) {
        return tokens.actAs(personId, needed, conferences::current);
    }
}
