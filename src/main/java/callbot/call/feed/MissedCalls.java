package callbot.call.feed;

import callbot.call.card.CallView;
import callbot.call.card.FollowedCall;
import callbot.call.card.FollowedCalls;
import callbot.call.card.FollowedCalls.Key;
import callbot.call.card.Gathering;
import callbot.webex.calling.Party;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Gathers the missed calls of one caller: the card of the last one tells of all of them. First that card learns of the others,
 * and once it shows them theirs are taken back; so whoever dies in between leaves one card too many, and none too few.
 */
record MissedCalls(FollowedCalls calls) {

    /**
     * Has a call, if it was missed, tell of the earlier ones too.
     *
     * @return those that have cards of their own, which are to be {@linkplain #handOver handed over}
     */
    List<Key> gather(Key key, CallView view) {
        if (!view.isMissed() || view.remote().number().isEmpty()) return List.of();
        List<Entry<Key, FollowedCall>> ofCaller = ofCaller(key, view.remote());
        Instant talked = ofCaller.stream()
                .map(other -> other.getValue().view())
                .filter(other -> other.answered().isPresent())
                .map(CallView::changed)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        List<Entry<Key, FollowedCall>> earlier = ofCaller.stream()
                .filter(other -> other.getValue().shown().isPresent())
                .filter(other -> other.getValue().view().isMissed())
                .filter(other -> isBetween(talked, other.getValue().view().changed(), view.changed()))
                .toList();
        if (earlier.isEmpty()) return List.of();
        SortedSet<Instant> times = new TreeSet<>();
        for (Entry<Key, FollowedCall> other : earlier) {
            times.add(other.getValue().view().last().at());
            times.addAll(other.getValue().view().gathering().earlier());
        }
        calls.know(key, now -> now.gathered(Gathering.of(times)));
        return earlier.stream().map(Entry::getKey).toList();
    }

    /** The card of this call now tells of those. */
    void handOver(List<Key> earlier, Key key) {
        earlier.forEach(other -> calls.know(other, view -> view.gathered(Gathering.toldBy(key.call()))));
    }

    private List<Entry<Key, FollowedCall>> ofCaller(Key key, Party caller) {
        return calls.of(key.person()).entrySet().stream()
                .filter(other -> !other.getKey().equals(key))
                .filter(other -> other.getValue().view().remote().number().equals(caller.number()))
                .toList();
    }

    private static boolean isBetween(Instant after, Instant time, Instant before) {
        return time.isAfter(after) && time.isBefore(before);
    }
}
