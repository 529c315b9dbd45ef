package callbot.call;

import callbot.call.FollowedCalls.Key;
import callbot.call.LivingCard.Shown;
import callbot.command.Command.Monitor.Mode;
import callbot.signin.TimeText;
import callbot.signin.Users;
import callbot.store.Lease;
import callbot.store.StateStore;
import callbot.webex.BegunCall;
import callbot.webex.Call;
import callbot.webex.Draft;
import callbot.webex.Markdown;
import callbot.webex.Messages;
import callbot.webex.Party;
import callbot.webex.WebexException;
import callbot.webhook.WebhookEvent.CallChanged;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Follows the calls of those who are told of them: what is seen of a call is folded into one {@link CallView}, and one card
 * shows it. Whoever has something new of a call folds it in first and then tries to be the one who shows it; whoever shows it
 * looks again before leaving. So nothing stays unshown, and of two who show the same call at once one has nothing to do.
 */
public final class CallFeed {

    private static final Duration NEWS_COME_WITHIN = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(100);

    private final System.Logger log = System.getLogger(CallFeed.class.getName());
    private final FollowedCalls calls;
    private final Monitoring monitoring;
    private final Users users;
    private final Messages messages;
    private final LivingCard livingCard;
    private final Clock clock;

    /** A feed for those who are monitored. */
    public CallFeed(StateStore store, Monitoring monitoring, Users users, Messages messages, Clock clock) {
        this.calls = new FollowedCalls(store);
        this.monitoring = monitoring;
        this.users = users;
        this.messages = messages;
        this.livingCard = new LivingCard(messages);
        this.clock = clock;
    }

    /**
     * Takes note of a change, and shows it.
     *
     * @param late whether it was left lying for a while: then it is no news any more that it rings
     */
    public void changed(CallChanged event, boolean late) {
        Mode mode = monitoring.mode(event.personId());
        if (mode == Mode.OFF) return; // a delivery that was under way when it was switched off
        if (mode == Mode.JSON) messages.tell(event.personId(), raw(event));

        Key key = new Key(event.personId(), event.call().key());
        FollowedCall now = calls.fold(key, CallView.of(event));
        boolean oldNews = late && now.shown().isEmpty() && now.view().phase() != Moment.Phase.OVER;
        if (mode == Mode.ON && !oldNews) show(key);
    }

    /** Takes note of a call that a command has begun. Whether a card now shows it, so that nothing else need be said. */
    public boolean begun(String personId, BegunCall call, Party remote) {
        if (monitoring.mode(personId) != Mode.ON) return false;
        Optional<String> before = face(personId, call.key());
        Key key = new Key(personId, call.key());
        calls.fold(key, CallView.dialled(call.callId(), remote));
        return show(key) && !face(personId, call.key()).equals(before);
    }

    /** Takes note of how Webex lists a call just now; an event may have been lost. */
    public void listed(String personId, Call call) {
        if (monitoring.mode(personId) == Mode.ON) correct(new Key(personId, call.key()), view -> view.as(call));
    }

    /**
     * Takes note of how Webex lists a call just now, which somebody wants to see.
     *
     * @return what is to be said: nothing if its card shows it and has just changed, else a line, or a card if it has none
     */
    public Optional<Draft> refreshed(String personId, Call call) {
        Optional<String> before = face(personId, call.key());
        if (before.isEmpty()) {
            CallView view = CallView.of(call, clock.instant());
            return Optional.of(new CallCard(call.key(), view, times(personId)).draft());
        }
        listed(personId, call);
        if (!face(personId, call.key()).equals(before)) return Optional.empty();
        CallText words = new CallText(CallView.of(call, clock.instant()), times(personId));
        return Optional.of(Draft.text("Nothing has changed. " + words.sentence()));
    }

    /** Takes note that there is no such call any more. What became of it, as far as it was followed. */
    public Optional<String> gone(String personId, String callKey) {
        return correct(new Key(personId, callKey), view -> view.overAt(clock.instant()))
                .map(call -> new CallText(call.view(), times(personId)))
                .map(text -> text.outcomeOf(
                        "**" + Markdown.escape(text.view().remote().described()) + "**"));
    }

    /** What the card of this call shows, to be compared; absent if no card shows it. */
    public Optional<String> face(String personId, String callKey) {
        if (monitoring.mode(personId) != Mode.ON) return Optional.empty();
        return calls.get(new Key(personId, callKey))
                .flatMap(FollowedCall::shown)
                .map(Shown::face);
    }

    /** Waits for up to three seconds until the card of this call shows something else. Whether it does. */
    public boolean showsOtherThan(String personId, String callKey, String face) {
        for (Duration waited = Duration.ZERO; waited.compareTo(NEWS_COME_WITHIN) < 0; waited = waited.plus(POLL)) {
            if (!face(personId, callKey).equals(Optional.of(face))) return true;
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    /** When a call of this user last changed, as far as is known of the last 24 hours. */
    public Optional<Instant> lastChange(String personId) {
        return calls.of(personId).map(call -> call.view().changed()).max(Comparator.naturalOrder());
    }

    private Optional<FollowedCall> correct(Key key, UnaryOperator<CallView> correction) {
        Optional<FollowedCall> known = calls.get(key);
        if (known.isEmpty()) return Optional.empty();
        CallView corrected = correction.apply(known.get().view());
        if (corrected.equals(known.get().view())) return known;
        FollowedCall now = calls.fold(key, corrected);
        if (now.shown().isPresent()) show(key);
        return Optional.of(now);
    }

    /** Whether the chat shows the call now, or somebody else is at it; if not, Webex did not take it. */
    private boolean show(Key key) {
        while (!isShown(key)) {
            Optional<Lease> lease = calls.lease(key);
            if (lease.isEmpty()) return true;
            try {
                FollowedCall call = calls.get(key).orElseThrow();
                calls.shown(key, livingCard.show(key.personId(), call.shown(), draft(key, call)));
            } catch (WebexException e) {
                log.log(
                        Level.WARNING,
                        "event=card.not-shown reason=\"{0}\" tracking={1}",
                        e.getMessage(),
                        e.trackingId());
                return false;
            } finally {
                lease.get().close();
            }
        }
        return true;
    }

    private boolean isShown(Key key) {
        FollowedCall call = calls.get(key).orElseThrow();
        String wanted = LivingCard.face(draft(key, call));
        return call.shown().map(Shown::face).equals(Optional.of(wanted));
    }

    private Draft draft(Key key, FollowedCall call) {
        return new CallCard(key.callKey(), call.view(), times(key.personId())).draft();
    }

    private TimeText times(String personId) {
        return TimeText.of(users.find(personId), clock);
    }

    private static Draft raw(CallChanged event) {
        return Draft.text(
                "Call event:\n" + Markdown.codeBlock("json", event.data().toPrettyString()));
    }
}
