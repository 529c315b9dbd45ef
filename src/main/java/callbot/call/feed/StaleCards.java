package callbot.call.feed;

import callbot.call.CallControl;
import callbot.call.Monitoring;
import callbot.call.card.CallView;
import callbot.call.card.FollowedCall;
import callbot.call.card.FollowedCalls;
import callbot.call.card.FollowedCalls.Key;
import callbot.call.card.Moment.Phase;
import callbot.command.AccountCommand.Monitor.Mode;
import callbot.webex.calling.Call;
import callbot.webex.calling.CallKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds cards that no longer show their calls as they are, and sets them right. News of a call may be lost while the bot is
 * away for longer than Webex tries to bring it, and Webex may not have taken the card that shows it.
 */
public final class StaleCards {

    /** After so long without news it is worth asking Webex; behind younger news there may be more on its way. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final FollowedCalls calls;
    private final CallCards cards;
    private final CallFeed feed;
    private final Monitoring monitoring;
    private final CallControl control;
    private final Clock clock;

    StaleCards(
            FollowedCalls calls,
            CallCards cards,
            CallFeed feed,
            Monitoring monitoring,
            CallControl control,
            Clock clock) {
        this.calls = calls;
        this.cards = cards;
        this.feed = feed;
        this.monitoring = monitoring;
        this.control = control;
        this.clock = clock;
    }

    /**
     * What sets each user's cards right, by the user's id; none for users all of whose calls are known to be over. It takes
     * one request to Webex, if any, a second one if a call is not listed, and one more if a call is in a conference.
     */
    public Map<String, Runnable> remedies() {
        return calls.open().collect(Collectors.groupingBy(Key::person)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, open -> () -> setRight(open.getKey(), open.getValue())));
    }

    private void setRight(String personId, List<Key> open) {
        if (monitoring.mode(personId) != Mode.ON) {
            open.forEach(calls::close);
            return;
        }
        List<Key> doubtful = open.stream().filter(this::isDoubtful).toList();
        if (doubtful.isEmpty()) return;
        Map<CallKey, Call> now = listed(personId);
        List<CallKey> missing = doubtful.stream()
                .map(Key::call)
                .filter(call -> !now.containsKey(call))
                .toList();
        Map<CallKey, Call> again = missing.isEmpty() ? now : listed(personId); // a list may be incomplete
        doubtful.stream()
                .map(Key::call)
                .flatMap(call -> Optional.ofNullable(now.getOrDefault(call, again.get(call))).stream())
                .forEach(call -> feed.correct(personId, call));
        boolean conferring =
                doubtful.stream().flatMap(key -> calls.get(key).stream()).anyMatch(FollowedCall::isInConference);
        if (conferring) feed.lookAtConference(personId);
        missing.stream().filter(call -> !again.containsKey(call)).forEach(call -> feed.gone(personId, call));
    }

    private Map<CallKey, Call> listed(String personId) {
        return control.list(personId).stream().collect(Collectors.toMap(Call::key, Function.identity(), (a, b) -> a));
    }

    /** Whether Webex must be asked how the call stands. What is known of it is shown, if it is not already. */
    private boolean isDoubtful(Key key) {
        Optional<FollowedCall> known = calls.get(key);
        if (known.isEmpty()) {
            calls.close(key);
            return false;
        }
        CallView view = known.get().view();
        boolean over = view.phase() == Phase.OVER;
        if (over || known.get().shown().isPresent()) cards.show(key);
        return !over && view.changed().isBefore(clock.instant().minus(QUIET));
    }
}
