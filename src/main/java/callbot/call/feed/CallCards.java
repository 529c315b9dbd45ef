package callbot.call.feed;

import callbot.call.Partings;
import callbot.call.card.Beside;
import callbot.call.card.Beside.Other;
import callbot.call.card.Beside.Sound;
import callbot.call.card.CallCard;
import callbot.call.card.CallText;
import callbot.call.card.CallView;
import callbot.call.card.FollowedCall;
import callbot.call.card.FollowedCalls;
import callbot.call.card.FollowedCalls.Key;
import callbot.call.card.Granted;
import callbot.call.card.LivingCard;
import callbot.call.card.LivingCard.Shown;
import callbot.call.card.Moment.Phase;
import callbot.signin.TimeText;
import callbot.signin.User;
import callbot.signin.Users;
import callbot.store.Lease;
import callbot.webex.WebexException;
import callbot.webex.calling.Conference;
import callbot.webex.calling.Conference.Participant;
import callbot.webex.calling.Party;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Messages;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has one card show each followed call. Whoever has something new of a call folds it in first and then tries to be the one who
 * shows it; whoever shows it looks again before leaving. So nothing stays unshown, and of two who show the same call at once
 * one has nothing to do.
 */
final class CallCards {

    /** Who waits for an answer waits for no longer than this. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private final System.Logger log = System.getLogger(CallCards.class.getName());
    private final FollowedCalls calls;
    private final Partings partings;
    private final LivingCard livingCard;
    private final Users users;
    private final Clock clock;

    /** A call, and how it should be shown: on a card of its own, or on another's. */
    private record Known(FollowedCall call, boolean toldByAnother, Draft draft) {

        private boolean isShown() {
            if (toldByAnother) return call.shown().isEmpty();
            return call.shown().map(Shown::face).equals(Optional.of(LivingCard.face(draft)));
        }
    }

    /** What came of the wish to show a call. */
    enum Result {
        /** The chat shows it as it is, or whoever had the call has been forgotten meanwhile. */
        SHOWN,
        /** Somebody else is at it, and looks again before leaving. */
        LEFT_TO_ANOTHER,
        /** Webex did not take it. */
        REFUSED
    }

    CallCards(FollowedCalls calls, Partings partings, Messages messages, Users users, Clock clock) {
        this.calls = calls;
        this.partings = partings;
        this.livingCard = new LivingCard(messages);
        this.users = users;
        this.clock = clock;
    }

    /** Has the chat show the call, unless somebody else is at it. */
    Result show(Key key) {
        Optional<User> user = users.find(key.person());
        do {
            Lease lease = calls.lease(key);
            if (!lease.take(FollowedCalls.LEASE)) return Result.LEFT_TO_ANOTHER;
            try (lease) {
                Optional<Known> known = known(key, user);
                if (known.isEmpty()) return Result.SHOWN;
                boolean shown = known.get().isShown() || show(key, user, known.get());
                if (shown && known.get().call().view().phase() == Phase.OVER) calls.close(key);
            } catch (WebexException e) {
                log.log(
                        Level.WARNING,
                        "event=card.not-shown reason=\"{0}\" tracking={1}",
                        e.getMessage(),
                        e.trackingId());
                return Result.REFUSED;
            }
        } while (known(key, user).filter(call -> !call.isShown()).isPresent());
        return Result.SHOWN;
    }

    /** The old card goes last: whoever dies before leaves one too many. Whether nobody else has shown the call meanwhile. */
    private boolean show(Key key, Optional<User> user, Known known) {
        Optional<Shown> before = known.call().shown();
        if (known.toldByAnother()) {
            before.ifPresent(card -> {
                livingCard.takeBack(card.messageId());
                calls.notShown(key, card);
            });
            return true;
        }
        Shown now = livingCard.show(user.map(User::id).orElse(key.person()), before, known.draft());
        boolean remembered = calls.shown(key, before, now);
        Optional<Shown> useless = remembered ? before : Optional.of(now);
        boolean isEdited = before.map(Shown::messageId).equals(Optional.of(now.messageId()));
        if (!isEdited) useless.map(Shown::messageId).ifPresent(livingCard::takeBack);
        return remembered;
    }

    /** The same, but does not rely on anybody: who is at it may be dead, and then the right to it runs out. */
    void showInAnyCase(Key key) {
        new Lookout(FollowedCalls.LEASE).sees(() -> show(key) != Result.LEFT_TO_ANOTHER);
    }

    /** Whether the chat shows the call as it is. */
    boolean isShown(Key key) {
        return known(key, users.find(key.person())).filter(Known::isShown).isPresent();
    }

    /** The call and its card as it should be; absent if the call is forgotten. */
    private Optional<Known> known(Key key, Optional<User> user) {
        return calls.get(key).map(call -> known(key, call, user));
    }

    private Known known(Key key, FollowedCall call, Optional<User> user) {
        CallView view = call.view();
        return new Known(call, isToldByAnother(key, view), card(key, call, user).draft());
    }

    private boolean isToldByAnother(Key key, CallView view) {
        return view.phase() == Phase.OVER
                && (view.gathering().toldBy().isPresent() || partings.isToldByAnother(key, view));
    }

    /** What the user has beside this call; looked up only where it makes a difference. */
    private Beside beside(Key key, FollowedCall call) {
        if (!call.isInConference() && !isInFront(call.view().phase())) return new Beside.Nothing();
        List<FollowedCall> others = calls.of(key.person()).entrySet().stream()
                .filter(other -> !other.getKey().equals(key))
                .map(Map.Entry::getValue)
                .toList();
        return call.conference()
                .flatMap(conference -> inConference(call, conference, others))
                .orElseGet(() -> beside(others));
    }

    /** With nobody else in it, it is a call like any other. */
    private static Optional<Beside> inConference(FollowedCall call, Conference conference, List<FollowedCall> all) {
        Optional<Participant> here = call.participant(conference);
        List<Other> others = conference.participants().stream()
                .filter(one -> !Optional.of(one).equals(here))
                .flatMap(one -> other(one, all).stream())
                .toList();
        Sound sound = here.map(CallCards::sound).orElse(new Sound(false, false));
        return Optional.<Beside>of(new Beside.InConference(conference.muted(), sound, others))
                .filter(any -> !others.isEmpty());
    }

    /** Somebody else in a conference; absent if that call is over, as Webex has told since. */
    private static Optional<Other> other(Participant one, List<FollowedCall> all) {
        Optional<CallView> followed = all.stream()
                .map(FollowedCall::view)
                .filter(view -> view.has(one.callId()))
                .findFirst();
        if (followed.filter(view -> view.last().isOver()).isPresent()) return Optional.empty();
        Party who = followed.map(CallView::remote).orElse(new Party(Optional.empty(), Optional.empty()));
        boolean away = followed.filter(view -> view.phase() == Phase.HELD_THERE).isPresent();
        return Optional.of(new Other(who, sound(one), away));
    }

    private static Sound sound(Participant one) {
        return new Sound(one.muted(), one.deafened());
    }

    private static Beside beside(List<FollowedCall> all) {
        if (all.stream().anyMatch(FollowedCall::isInConference)) return new Beside.AConference();
        List<Phase> phases = all.stream()
                .map(other -> other.view().phase())
                .filter(phase -> phase == Phase.HELD || isInFront(phase))
                .toList();
        return phases.equals(List.of(Phase.HELD)) ? new Beside.OneWaiting() : new Beside.Nothing();
    }

    private static boolean isInFront(Phase phase) {
        return switch (phase) {
            case CALLING_OUT, RINGING_THERE, TALKING, HELD_THERE -> true;
            case RINGING_HERE, HELD, OVER -> false;
        };
    }

    /** Shows other calls whose cards are no longer right because of this one: what can be done with two calls is on one card. */
    void showBeside(Key key) {
        Optional<User> user = users.find(key.person());
        calls.of(key.person()).forEach((other, call) -> {
            boolean concerned = !other.equals(key)
                    && call.shown().isPresent()
                    && (isInFront(call.view().phase()) || call.isInConference());
            if (concerned && !known(other, call, user).isShown()) show(other);
        });
    }

    /** Whether some card shows the call, by the end of a wait for whoever is at it. */
    boolean isShownSoon(Key key) {
        return new Lookout(SOON)
                .sees(() -> calls.get(key).flatMap(FollowedCall::shown).isPresent());
    }

    /** The card of a call as it looks like this. */
    Draft draft(Key key, CallView view) {
        return card(key, known(key, view), users.find(key.person())).draft();
    }

    private CallCard card(Key key, FollowedCall call, Optional<User> user) {
        return new CallCard(key.call(), call.view(), beside(key, call), Granted.to(user), TimeText.of(user, clock));
    }

    /** The call in words, as it looks like this. */
    CallText words(Key key, CallView view) {
        Optional<User> user = users.find(key.person());
        return new CallText(view, beside(key, known(key, view)), Granted.to(user), TimeText.of(user, clock));
    }

    private FollowedCall known(Key key, CallView view) {
        return calls.get(key).map(call -> call.with(view)).orElseGet(() -> FollowedCall.of(view));
    }
}
