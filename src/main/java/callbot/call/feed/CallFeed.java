package callbot.call.feed;

import callbot.call.CallControl;
import callbot.call.Caller;
import callbot.call.ConferenceControl;
import callbot.call.Monitoring;
import callbot.call.Partings;
import callbot.call.card.CallView;
import callbot.call.card.FollowedCall;
import callbot.call.card.FollowedCalls;
import callbot.call.card.FollowedCalls.Key;
import callbot.call.card.Moment;
import callbot.call.card.Parting;
import callbot.command.AccountCommand.Monitor.Mode;
import callbot.signin.Users;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import callbot.webex.calling.BegunCall;
import callbot.webex.calling.Call;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.Conference;
import callbot.webex.calling.Party;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import callbot.webex.messaging.Messages;
import callbot.webhook.WebhookEvent.CallChanged;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Follows the calls of those who are told of them: what is seen of a call is folded into one view, and one card shows it. */
public final class CallFeed {

    private static final Duration THE_REST_FOLLOWS_WITHIN = Duration.ofSeconds(1);

    private final System.Logger log = System.getLogger(CallFeed.class.getName());
    private final FollowedCalls calls;
    private final Partings partings;
    private final MissedCalls missed;
    private final Monitoring monitoring;
    private final Messages messages;
    private final CallCards cards;
    private final ConferenceNews conferences;
    private final Clock clock;

    /** A feed for those who are monitored. @param conferences where it is seen who is in one */
    public CallFeed(
            StateStore store,
            Monitoring monitoring,
            Users users,
            Messages messages,
            ConferenceControl conferences,
            Clock clock) {
        this.calls = new FollowedCalls(store);
        this.partings = new Partings(calls);
        this.missed = new MissedCalls(calls);
        this.monitoring = monitoring;
        this.messages = messages;
        this.cards = new CallCards(calls, partings, messages, users, clock);
        this.conferences = new ConferenceNews(calls, cards, monitoring, conferences);
        this.clock = clock;
    }

    /**
     * Takes note of a change, and shows it.
     *
     * @param late whether it was left lying for a while: then it is no news any more that it rings
     */
    public void changed(CallChanged event, boolean late) {
        Mode mode = monitoring.modeOnEvent(event.personId());
        if (mode == Mode.OFF) {
            monitoring.unwanted(event.personId());
            return;
        }
        Key key = new Key(event.personId(), event.call().key());
        FollowedCall seen = calls.fold(key, CallView.of(event, clock.instant()));
        partings.settle(key, seen.view());
        if (mode == Mode.JSON) messages.tell(event.personId(), raw(event));
        else show(key, settled(key, seen), late);
    }

    private void showIfShown(Key key) {
        if (calls.get(key).flatMap(FollowedCall::shown).isPresent()) cards.show(key);
    }

    private void show(Key key, FollowedCall now, boolean late) {
        boolean oldNews = late && now.shown().isEmpty() && now.view().phase() != Moment.Phase.OVER;
        if (oldNews) return;
        List<Key> earlier = missed.gather(key, now.view());
        conferences.lookIfDoubtful(key, now);
        cards.showInAnyCase(key);
        if (cards.isShown(key)) {
            missed.handOver(earlier, key);
            earlier.forEach(cards::show);
        }
        now.view()
                .parting()
                .flatMap(Parting::with)
                .map(other -> new Key(key.person(), other))
                .ifPresent(this::showIfShown);
        cards.showBeside(key);
    }

    /** Some ends are no news without what is about to be told: what the own device rang for, or where a call went. */
    private FollowedCall settled(Key key, FollowedCall now) {
        if (isSettled(now)) return now;
        new Lookout(THE_REST_FOLLOWS_WITHIN).sees(() -> isSettled(calls.get(key).orElse(now)));
        return calls.get(key).orElse(now);
    }

    /** The ringing of the own device also ends when it is picked up. */
    private static boolean isSettled(FollowedCall now) {
        return !now.view().isRingingInVain() && !Partings.isOpen(now.view());
    }

    /** Takes note that Webex has said where a call went, which may have come after its end was shown. */
    public void parked(String personId, CallKey call) {
        showIfShown(new Key(personId, call));
    }

    /** Webex tells that something about a conference of this user's has changed. It is looked up, in one request. */
    public void conferenceChanged(String personId) {
        if (monitoring.mode(personId) == Mode.OFF) monitoring.unwanted(personId);
        conferences.lookIfShown(personId);
    }

    /** Looks how a conference of this user's stands, in one request, if there are cards that show it. */
    public void lookAtConference(String personId) {
        conferences.lookIfShown(personId);
    }

    /** Takes note of a conference of this user's, as it is now; absent if there is none. */
    public void conferenceSeen(String personId, Optional<Conference> now) {
        if (monitoring.mode(personId) == Mode.ON) conferences.seen(personId, now);
    }

    /**
     * Takes note of a call that a command has begun. Whether a card now shows it, so that nothing else need be said; if the
     * store is away, none does.
     */
    public boolean begun(Caller caller, BegunCall call, Party remote) {
        try {
            return showsBegun(caller, call, remote);
        } catch (StoreUnavailableException e) {
            log.log(Level.WARNING, "event=call.not-followed reason=\"{0}\"", e.getMessage());
            return false;
        }
    }

    private boolean showsBegun(Caller caller, BegunCall call, Party remote) {
        if (caller.mode() != Mode.ON) return false;
        Key key = new Key(caller.personId(), call.key());
        FollowedCall now = calls.fold(key, CallView.dialled(call.callId(), remote));
        boolean isTheCall = CallKey.areSame(now.view().leg().callId(), call.callId()); // else it joins one that goes on
        boolean shown = switch (cards.show(key)) {
            case SHOWN -> true;
            case LEFT_TO_ANOTHER -> cards.isShownSoon(key); // who may fail
            case REFUSED -> false;
        };
        return shown && isTheCall;
    }

    /** Takes note of how Webex lists these calls just now; an event may have been lost. */
    public void listed(String personId, List<Call> calls) {
        if (monitoring.mode(personId) == Mode.ON) calls.forEach(call -> correct(personId, call));
    }

    /** The same, for one call of somebody who is told on cards. */
    Optional<FollowedCall> correct(String personId, Call listed) {
        return correct(new Key(personId, listed.key()), view -> view.as(listed));
    }

    /**
     * Takes note of how Webex lists a call just now, which somebody wants to see.
     *
     * @return what is to be said: nothing if its card shows it and has just changed, else a line, or a card if it has none
     */
    public Optional<Draft> refreshed(String personId, Call call) {
        Optional<CardWatch> card = watch(personId, call.key()).filter(CardWatch::hasBegunWithCard);
        CallView now = CallView.of(call, clock.instant());
        if (card.isEmpty()) return Optional.of(cards.draft(new Key(personId, call.key()), now));
        correct(personId, call);
        if (card.get().hasChanged()) return Optional.empty();
        return Optional.of(Draft.text("Nothing has changed. "
                + cards.words(new Key(personId, call.key()), now).sentence()));
    }

    /** Takes note that there is no such call any more. What became of it, as far as it was followed. */
    public Optional<String> gone(String personId, CallKey call) {
        return correct(new Key(personId, call), view -> view.overAt(clock.instant()))
                .map(known -> cards.words(new Key(personId, call), known.view()))
                .map(text -> text.outcomeOf(
                        "**" + Markdown.escape(text.view().remote().described()) + "**"));
    }

    /** The card of this call as it is now, to see later whether it has changed; absent if the call is to have none. */
    public Optional<CardWatch> watch(String personId, CallKey call) {
        if (monitoring.mode(personId) != Mode.ON) return Optional.empty();
        Key key = new Key(personId, call);
        return calls.get(key).map(now -> new CardWatch(calls, key, now));
    }

    /**
     * The cards of all calls of this user, to see later which of them has changed. Who presses a button of a new card may be faster
     * than the note of it.
     */
    public Map<CallKey, CardWatch> watch(String personId) {
        if (monitoring.mode(personId) != Mode.ON) return Map.of();
        return calls.of(personId).entrySet().stream()
                .collect(Collectors.toMap(
                        call -> call.getKey().call(), call -> new CardWatch(calls, call.getKey(), call.getValue())));
    }

    /** What keeps the cards of this feed right when it hears of nothing. */
    public StaleCards staleCards(CallControl control) {
        return new StaleCards(calls, cards, this, monitoring, control, clock);
    }

    /** When a call of this user last changed, as far as is known of the last 24 hours. */
    public Optional<Instant> lastChange(String personId) {
        return calls.of(personId).values().stream()
                .map(FollowedCall::view)
                .filter(view -> view.began().isPresent())
                .map(CallView::changed)
                .max(Comparator.naturalOrder());
    }

    /** What is known of this user's calls of the last day. */
    public Recollection recollect(String personId) {
        return new Recollection(
                calls.of(personId).values().stream().map(FollowedCall::view).toList());
    }

    private Optional<FollowedCall> correct(Key key, UnaryOperator<CallView> correction) {
        Optional<FollowedCall> known = calls.get(key);
        Optional<FollowedCall> now = calls.know(key, correction);
        now.filter(call -> call.shown().isPresent()
                        && !call.view().equals(known.orElse(call).view()))
                .ifPresent(call -> cards.show(key));
        return now;
    }

    private static Draft raw(CallChanged event) {
        return Draft.text(
                "Call event:\n" + Markdown.codeBlock("json", event.data().toPrettyString()));
    }
}
