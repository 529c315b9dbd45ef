package callbot.call;

import callbot.command.Command.CallChoice;
import callbot.command.DialString;
import callbot.signin.AccessTokens;
import callbot.webex.Call;
import callbot.webex.Call.Personality;
import callbot.webex.Calls;
import callbot.webex.HistoryRecord;
import callbot.webex.WebexException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Acts on users' calls, each in that user's name. */
public final class CallControl {

    private final Calls calls;
    private final AccessTokens tokens;

    /**
     * A call with the number by which its user can name it.
     *
     * @param number from 1, oldest first
     */
    public record Numbered(int number, Call call) {}

    /** Which call was meant. */
    public sealed interface Chosen {

        /** This one. */
        record One(Call call) implements Chosen {}

        /** There is none that it could be. */
        record NoneFits() implements Chosen {}

        /** It could be any of these. */
        record Several(List<Numbered> calls) implements Chosen {}

        /** The one that was named is there, but this cannot be done with it. */
        record DoesNotFit(Call call) implements Chosen {}

        /** The one that was named is not there, or not any more. */
        record NoSuchCall() implements Chosen {}
    }

    /** What is known after dialling. */
    public enum Dialled {
        /** Webex has accepted it. */
        ACCEPTED,
        /** Webex did not answer, but the user's phone rings. */
        FOUND_RINGING,
        /** Webex did not answer, and no call is to be seen. */
        NOT_SEEN
    }

    /** Control of calls in the name of whoever has signed in. */
    public CallControl(Calls calls, AccessTokens tokens) {
        this.calls = calls;
        this.tokens = tokens;
    }

    /** The user's calls, numbered from the oldest. */
    public List<Numbered> list(String personId) {
        List<Call> current = tokens.actAs(personId, calls::list).stream()
                .filter(call -> call.state() != Call.State.DISCONNECTED)
                .sorted(Comparator.comparing((Call call) -> call.created().orElse(Instant.MAX))
                        .thenComparing(Call::id))
                .toList();
        return IntStream.range(0, current.size())
                .mapToObj(i -> new Numbered(i + 1, current.get(i)))
                .toList();
    }

    /**
     * Finds the call that is meant.
     *
     * @param fits which calls it could be at all
     */
    public Chosen choose(String personId, CallChoice choice, Predicate<Call> fits) {
        List<Numbered> all = list(personId);
        return switch (choice) {
            case CallChoice.WhicheverFits any ->
                onlyOne(all.stream().filter(one -> fits.test(one.call())).toList());
            case CallChoice.Numbered(int number) -> named(all, fits, one -> one.number() == number);
            case CallChoice.WithId(String id) ->
                named(all, fits, one -> one.call().id().equals(id));
        };
    }

    /**
     * Calls a destination. If Webex does not say whether it will, the user's calls do.
     *
     * @throws WebexException if it was refused; or if it may have happened, but the user's calls could not be seen afterwards
     */
    public Dialled dial(String personId, DialString destination) {
        try {
            tokens.runAs(personId, token -> calls.dial(token, destination.value()));
            return Dialled.ACCEPTED;
        } catch (WebexException failure) {
            if (!failure.mayHaveHappened()) throw failure;
            return lookFor(personId, destination, failure);
        }
    }

    /** Answers a call. */
    public void answer(String personId, Call call) {
        tokens.runAs(personId, token -> calls.answer(token, call.id()));
    }

    /** Ends a call. */
    public void hangUp(String personId, Call call) {
        tokens.runAs(personId, token -> calls.hangUp(token, call.id()));
    }

    /** The user's calls of the past, newest first. */
    public List<HistoryRecord> history(String personId, Optional<HistoryRecord.Type> type) {
        return tokens.actAs(personId, token -> calls.history(token, type)).stream()
                .sorted(Comparator.comparing(
                        (HistoryRecord past) -> past.time().orElse(Instant.MIN), Comparator.reverseOrder()))
                .toList();
    }

    private Dialled lookFor(String personId, DialString destination, WebexException failure) {
        try {
            boolean rings = list(personId).stream().anyMatch(one -> isBeingDialled(one.call(), destination));
            return rings ? Dialled.FOUND_RINGING : Dialled.NOT_SEEN;
        } catch (WebexException e) {
            throw failure;
        }
    }

    private static Chosen onlyOne(List<Numbered> fitting) {
        return switch (fitting.size()) {
            case 0 -> new Chosen.NoneFits();
            case 1 -> new Chosen.One(fitting.getFirst().call());
            default -> new Chosen.Several(fitting);
        };
    }

    private static Chosen named(List<Numbered> all, Predicate<Call> fits, Predicate<Numbered> meant) {
        Optional<Call> found = all.stream().filter(meant).map(Numbered::call).findFirst();
        if (found.isEmpty()) return new Chosen.NoSuchCall();
        return fits.test(found.get()) ? new Chosen.One(found.get()) : new Chosen.DoesNotFit(found.get());
    }

    private static boolean isBeingDialled(Call call, DialString destination) {
        boolean outgoing =
                call.personality() == Personality.CLICK_TO_DIAL || call.personality() == Personality.ORIGINATOR;
        boolean beginning = call.state() == Call.State.CONNECTING || call.state() == Call.State.ALERTING;
        return outgoing
                && beginning
                && call.remote().number().map(destination.value()::equals).orElse(true);
    }
}
