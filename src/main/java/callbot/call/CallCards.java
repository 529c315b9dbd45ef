package callbot.call;

import callbot.call.FollowedCalls.Key;
import callbot.call.LivingCard.Shown;
import callbot.call.Moment.Phase;
import callbot.signin.TimeText;
import callbot.signin.Users;
import callbot.store.Lease;
import callbot.webex.Draft;
import callbot.webex.Messages;
import callbot.webex.WebexException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;

/**
 * Has one card show each followed call. Whoever has something new of a call folds it in first and then tries to be the one who
 * shows it; whoever shows it looks again before leaving. So nothing stays unshown, and of two who show the same call at once
 * one has nothing to do.
 */
final class CallCards {

    private final System.Logger log = System.getLogger(CallCards.class.getName());
    private final FollowedCalls calls;
    private final LivingCard livingCard;
    private final Users users;
    private final Clock clock;
    private final LateLeases lateLeases;

    /** A call, and how it should be shown. */
    private record News(FollowedCall call, Draft draft) {

        private boolean isShown() {
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

    CallCards(FollowedCalls calls, Messages messages, Users users, Clock clock) {
        this.calls = calls;
        this.livingCard = new LivingCard(messages);
        this.users = users;
        this.clock = clock;
        this.lateLeases = new LateLeases(clock);
    }

    /** Has the chat show the call, unless somebody else is at it. */
    Result show(Key key) {
        TimeText times = times(key.personId());
        do {
            Optional<Lease> lease = lateLeases.take(key, calls.lease(key));
            if (lease.isEmpty()) return Result.LEFT_TO_ANOTHER;
            try {
                Optional<News> news = news(key, times);
                if (news.isEmpty()) return Result.SHOWN;
                show(key, news.get());
            } catch (WebexException e) {
                log.log(
                        Level.WARNING,
                        "event=card.not-shown reason=\"{0}\" tracking={1}",
                        e.getMessage(),
                        e.trackingId());
                return Result.REFUSED;
            } finally {
                lateLeases.giveBack(key, lease.get());
            }
        } while (news(key, times).isPresent());
        return Result.SHOWN;
    }

    private void show(Key key, News news) {
        calls.shown(key, livingCard.show(key.personId(), news.call().shown(), news.draft()));
        if (news.call().view().phase() == Phase.OVER) calls.close(key);
    }

    /** The same, but does not rely on anybody: who is at it may be dead, and then the right to it runs out. */
    void showInAnyCase(Key key) {
        new Lookout(FollowedCalls.LEASE).sees(() -> show(key) != Result.LEFT_TO_ANOTHER);
    }

    /** What the card should show and does not; absent if there is nothing, or the call is forgotten. */
    private Optional<News> news(Key key, TimeText times) {
        return calls.get(key)
                .map(call -> new News(call, new CallCard(key.callKey(), call.view(), times).draft()))
                .filter(news -> !news.isShown());
    }

    /** The card of a call. */
    Draft draft(Key key, CallView view) {
        return new CallCard(key.callKey(), view, times(key.personId())).draft();
    }

    /** The call in words. */
    CallText words(String personId, CallView view) {
        return new CallText(view, times(personId));
    }

    private TimeText times(String personId) {
        return TimeText.of(users.find(personId), clock);
    }
}
