package callbot.call;

import callbot.call.Outcome.Done;
import callbot.call.card.CallView;
import callbot.call.card.FollowedCall;
import callbot.call.card.FollowedCalls;
import callbot.call.card.FollowedCalls.Key;
import callbot.call.card.Moment.Phase;
import callbot.call.card.Parting;
import callbot.call.card.Parting.Way;
import callbot.command.CallChoice.ThisOne;
import callbot.signin.NotSignedInException;
import callbot.store.StoreUnavailableException;
import callbot.webex.WebexException;
import callbot.webex.calling.BegunCall;
import callbot.webex.calling.Call;
import callbot.webex.calling.CallKey;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Remembers of each followed call how its user leaves it by way of the bot. It is written down before Webex is asked, as the
 * news that the call is over may come before the answer, and taken back if Webex refuses.
 */
public final class Partings {

    /** Two calls whose other sides are connected end at one time, as far as Webex is exact. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final System.Logger log = System.getLogger(Partings.class.getName());
    private final FollowedCalls calls;

    /** The partings from these calls. */
    public Partings(FollowedCalls calls) {
        this.calls = calls;
    }

    /**
     * Asks Webex, and remembers what it was asked for.
     *
     * @throws WebexException if that does not succeed; if it was refused, nothing is remembered
     */
    Done leaving(String personId, ThisOne one, Parting way, Supplier<Done> request) {
        Key key = new Key(personId, new CallKey(one.sessionId()));
        quietly(() -> calls.know(key, view -> view.left(one.callId(), way)));
        try {
            Done done = request.get();
            quietly(() -> left(key, one.callId(), way, done));
            return done;
        } catch (WebexException e) {
            if (!e.mayHaveHappened()) notLeft(key, one, way);
            throw e;
        } catch (NotSignedInException e) {
            notLeft(key, one, way);
            throw e;
        }
    }

    private void notLeft(Key key, ThisOne one, Parting way) {
        quietly(() -> calls.know(key, view -> view.notLeft(one.callId(), way)));
    }

    /** Asks Webex to connect the other sides of two calls, and remembers that; like {@link #leaving}. */
    void connecting(String personId, Call one, Call other, Runnable request) {
        leaving(
                personId,
                CallChooser.named(one),
                way(Way.TRANSFERRED, other),
                () -> leaving(personId, CallChooser.named(other), way(Way.TOOK_OVER, one), () -> {
                    request.run();
                    return Done.simply();
                }));
    }

    private static Parting way(Way way, Call other) {
        return Parting.to(way, other.remote()).with(other.key());
    }

    private void left(Key key, String callId, Parting way, Done done) {
        done.place().ifPresent(place -> calls.know(key, view -> view.left(callId, Parting.to(way.way(), place))));
        done.consultation().ifPresent(call -> consulting(key, callId, way, call));
    }

    private void consulting(Key key, String callId, Parting way, BegunCall consultation) {
        Optional<FollowedCall> handed = calls.know(key, view -> view.left(callId, way.with(consultation.key())));
        if (handed.isEmpty()) return;
        Parting link = Parting.to(Way.CONSULTING, handed.get().view().remote()).with(key.call());
        CallView called = CallView.dialled(consultation.callId(), way.to()).left(consultation.callId(), link);
        calls.fold(new Key(key.person(), consultation.key()), called);
    }

    /**
     * Sees whether a transfer that was begun has come about: the third party answered, and then both calls were over at once.
     *
     * @return the calls of which more is known now
     */
    public List<Key> settled(Key key, CallView view) {
        Optional<Parting> parting = view.parting().filter(Partings::isOpen);
        if (parting.isEmpty() || parting.get().with().isEmpty()) return List.of();
        Key otherKey = new Key(key.person(), parting.get().with().get());
        Optional<CallView> other = calls.get(otherKey).map(FollowedCall::view);
        if (other.isEmpty()) return List.of();
        boolean consulting = parting.get().way() == Way.CONSULTING;
        return consulting ? settled(otherKey, other.get(), key, view) : settled(key, view, otherKey, other.get());
    }

    private List<Key> settled(Key handed, CallView call, Key consulted, CallView consultation) {
        boolean cameAbout = call.phase() == Phase.OVER
                && consultation.phase() == Phase.OVER
                && consultation
                        .answered()
                        .filter(at -> !at.isAfter(call.last().at()))
                        .isPresent()
                && areAtOnce(call.last().at(), consultation.last().at());
        if (!cameAbout) return List.of();
        cameAbout(handed, call, Parting.to(Way.TRANSFERRED, consultation.remote()));
        cameAbout(consulted, consultation, Parting.to(Way.TOOK_OVER, call.remote()));
        return List.of(handed, consulted);
    }

    private void cameAbout(Key key, CallView view, Parting way) {
        calls.know(key, now -> now.left(view.leg().callId(), way));
    }

    /** Whether more is about to be known of how it ended. */
    public static boolean isOpen(CallView view) {
        return view.phase() == Phase.OVER
                && view.parting()
                        .filter(one -> isOpen(one)
                                || one.way() == Way.PARKED && !one.to().isKnown())
                        .isPresent();
    }

    private static boolean isOpen(Parting parting) {
        return parting.way() == Way.TRANSFERRING || parting.way() == Way.CONSULTING;
    }

    private static boolean areAtOnce(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(AT_ONCE) <= 0;
    }

    /** What is done does not fail because nobody can be told how. */
    private void quietly(Runnable remembering) {
        try {
            remembering.run();
        } catch (StoreUnavailableException e) {
            log.log(Level.WARNING, "event=call.parting-not-kept reason=\"{0}\"", e.getMessage());
        }
    }
}
