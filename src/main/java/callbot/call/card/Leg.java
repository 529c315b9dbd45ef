package callbot.call.card;

import callbot.call.card.Moment.Phase;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.webex.calling.Call;
import callbot.webex.calling.Party;
import callbot.webhook.WebhookEvent.CallChanged;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has been seen of what goes under one call id. Whatever order the events come in, and however often, the end is the
 * same: moments are a set, and of everything else the greatest that was seen stays.
 *
 * @param incoming whether the user was called
 * @param moments the newest that were seen, at least one
 * @param began when it began; absent if nothing has told of it yet
 * @param remote the other side, as it was last known
 * @param remoteAt the time of the event that told about the other side
 * @param answered when it was answered; absent if it never was, as far as seen
 * @param answeredElsewhere whether another device or person took it
 * @param via through what it came, the first by name if events differ in it; absent if directly, or unknown
 */
public record Leg(
        String callId,
        boolean incoming,
        SortedSet<Moment> moments,
        Optional<Instant> began,
        Party remote,
        Instant remoteAt,
        Optional<Instant> answered,
        boolean answeredElsewhere,
        Optional<String> via) {

    /** More than a call has that anybody wants to read about; so much is kept. */
    private static final int MOST_MOMENTS = 40;

    private static final Comparator<Leg> KNOWING = Comparator.comparing(Leg::knowsRemote)
            .thenComparing(Leg::remoteAt)
            .thenComparing(leg -> leg.remote.toString()); // any order will do, as long as it is always the same

    public Leg {
        if (moments.isEmpty()) throw new IllegalArgumentException("nothing was seen of " + callId);
        TreeSet<Moment> newest = new TreeSet<>(moments);
        while (newest.size() > MOST_MOMENTS) newest.pollFirst();
        moments = Collections.unmodifiableSortedSet(newest);
    }

    /** What one event alone shows. */
    static Leg of(CallChanged event, Instant at) {
        Leg leg = of(event.call(), at);
        return new Leg(
                leg.callId,
                leg.incoming,
                leg.moments,
                leg.began.or(() -> Optional.of(at)),
                leg.remote,
                leg.remoteAt,
                leg.answered,
                event.answeredElsewhere(),
                event.via());
    }

    /** What Webex shows of it at one time. */
    static Leg of(Call call, Instant at) {
        return new Leg(
                call.id(),
                call.personality() == Call.Personality.TERMINATOR,
                new TreeSet<>(List.of(Moment.of(call, at))),
                call.created(),
                call.remote(),
                at,
                call.answered(),
                false,
                Optional.empty());
    }

    /** This and another view of the same leg; which of them comes first makes no difference. */
    Leg and(Leg other) {
        TreeSet<Moment> all = new TreeSet<>(moments);
        all.addAll(other.moments);
        Leg knowing = moreKnowing(this, other);
        return new Leg(
                callId.compareTo(other.callId) <= 0 ? callId : other.callId,
                incoming || other.incoming,
                all,
                first(began, other.began),
                knowing.remote,
                knowing.remoteAt,
                first(answered, other.answered),
                answeredElsewhere || other.answeredElsewhere,
                first(via, other.via));
    }

    /** This leg, of which one more moment was seen. */
    Leg at(Moment moment) {
        TreeSet<Moment> more = new TreeSet<>(moments);
        more.add(moment);
        return new Leg(callId, incoming, more, began, remote, remoteAt, answered, answeredElsewhere, via);
    }

    Moment last() {
        return moments.last();
    }

    boolean knowsRemote() {
        return remote.isKnown();
    }

    /** Whether it is no more than the ringing of the user's own device, which Webex may know under an id of its own. */
    boolean isOwnRingingOnly() {
        return !incoming
                && answered.isEmpty()
                && moments.stream().allMatch(moment -> moment.phase() == Phase.CALLING_OUT || moment.isOver());
    }

    /** How often the user has put it on hold. */
    int holds() {
        int holds = 0;
        Phase before = Phase.CALLING_OUT;
        for (Moment moment : moments) {
            if (moment.phase() == Phase.HELD && before != Phase.HELD) holds++;
            before = moment.phase();
        }
        return holds;
    }

    static Leg moreKnowing(Leg one, Leg other) {
        return KNOWING.compare(one, other) >= 0 ? one : other;
    }

    static Leg parse(Json json) {
        return new Leg(
                json.requireText("id"),
                json.flag("incoming"),
                json.list("moments").stream().map(Moment::parse).collect(Collectors.toCollection(TreeSet::new)),
                json.instant("began"),
                new Party(json.text("name"), json.text("number")),
                json.instant("remoteAt").orElse(Instant.EPOCH),
                json.instant("answered"),
                json.flag("answeredElsewhere"),
                json.text("via"));
    }

    ObjectWriter stored() {
        return Json.object()
                .put("id", callId)
                .put("incoming", incoming)
                .put("moments", moments.stream().map(Moment::stored).toList())
                .put("began", began)
                .put("name", remote.name())
                .put("number", remote.number())
                .put("remoteAt", remoteAt)
                .put("answered", answered)
                .put("answeredElsewhere", answeredElsewhere)
                .put("via", via);
    }

    private static <T extends Comparable<T>> Optional<T> first(Optional<T> one, Optional<T> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
    }
}
