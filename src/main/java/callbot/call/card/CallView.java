package callbot.call.card;

import callbot.call.card.Moment.Phase;
import callbot.call.card.Parting.Way;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.webex.calling.Call;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.Party;
import callbot.webhook.WebhookEvent.CallChanged;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/**
 * What has been seen of one call. Events are folded into it one by one; whatever order they come in, and however often, the
 * end is the same. A call that was dialled may have two legs: the ringing of the user's own device, and then the call.
 *
 * @param legs by call id in its {@linkplain CallKey#idKey one form}, at least one
 * @param partings how the user has left legs by way of the bot, or is about to, by call id in the same form; also of legs that
 *     have not been seen yet
 * @param gathering how it stands to other calls of the same caller, if it was missed
 */
public record CallView(SortedMap<String, Leg> legs, SortedMap<String, Parting> partings, Gathering gathering) {

    public CallView {
        if (legs.isEmpty()) throw new IllegalArgumentException("a call has a leg");
        legs = Collections.unmodifiableSortedMap(new TreeMap<>(legs));
        partings = Collections.unmodifiableSortedMap(new TreeMap<>(partings));
    }

    /** A call that the user has not left by way of the bot. */
    CallView(SortedMap<String, Leg> legs) {
        this(legs, Collections.emptySortedMap(), Gathering.NONE);
    }

    /** What one event alone shows, which came now. */
    public static CallView of(CallChanged event, Instant now) {
        return of(Leg.of(event, event.at().orElse(now)));
    }

    /** What Webex shows of it just now. */
    public static CallView of(Call listed, Instant now) {
        return of(Leg.of(listed, listed.created().orElse(now)));
    }

    /** A call that has been dialled, before any event tells of it: all that events tell is news. */
    public static CallView dialled(String callId, Party remote) {
        Moment beginning =
                new Moment(Instant.EPOCH, Phase.CALLING_OUT, new Call.Media(false, false, Call.Recording.OFF));
        return of(new Leg(
                callId,
                false,
                new TreeSet<>(List.of(beginning)),
                Optional.empty(),
                remote,
                Instant.EPOCH,
                Optional.empty(),
                false,
                Optional.empty()));
    }

    private static CallView of(Leg leg) {
        return new CallView(new TreeMap<>(Map.of(CallKey.idKey(leg.callId()), leg)));
    }

    /** What this and another view of the same call show together; which of them comes first makes no difference. */
    CallView and(CallView other) {
        SortedMap<String, Leg> all = new TreeMap<>(legs);
        other.legs.forEach((id, leg) -> all.merge(id, leg, Leg::and));
        SortedMap<String, Parting> left = new TreeMap<>(partings);
        other.partings.forEach((id, way) -> left.merge(id, way, BinaryOperator.maxBy(Comparator.naturalOrder())));
        return new CallView(all, left, gathering.and(other.gathering));
    }

    /** This call, as Webex lists it: an event was lost if that is news. Whatever event comes later knows better. */
    public CallView as(Call listed) {
        Leg leg = legs.get(CallKey.idKey(listed.id()));
        if (leg == null) return and(of(Leg.of(listed, justAfter(changed(), listed))));
        if (leg.last().isOver()) return this;
        Moment seen = Moment.of(listed, justAfter(leg.last().at(), listed));
        boolean same = seen.phase() == leg.last().phase()
                && seen.media().equals(leg.last().media());
        return same ? this : and(of(leg.at(seen)));
    }

    private static Instant justAfter(Instant known, Call listed) {
        return listed.created().filter(known::isBefore).orElse(known).plusMillis(1);
    }

    /** This call, after it was found to be over. */
    public CallView overAt(Instant time) {
        return legs.values().stream()
                .filter(leg -> !leg.last().isOver())
                .map(leg -> of(leg.at(new Moment(time, Phase.OVER, leg.last().media()))))
                .reduce(this, CallView::and);
    }

    /** This call, of which the user has left one leg in this way, or is about to. */
    public CallView left(String callId, Parting way) {
        return and(new CallView(legs, new TreeMap<>(Map.of(CallKey.idKey(callId), way)), Gathering.NONE));
    }

    /** This call, of which the user has not left that leg in this way after all. */
    public CallView notLeft(String callId, Parting way) {
        SortedMap<String, Parting> others = new TreeMap<>(partings);
        others.remove(CallKey.idKey(callId), way);
        return new CallView(legs, others, gathering);
    }

    /** This call, which stands so to others of the same caller. */
    public CallView gathered(Gathering more) {
        return new CallView(legs, partings, gathering.and(more));
    }

    /** Whether somebody called, and nobody took it. */
    public boolean isMissed() {
        return phase() == Phase.OVER && Ending.of(this) == Ending.MISSED;
    }

    /** The leg that the user thinks of as the call: rather what goes on than what is over, and rather the call than its ringing. */
    public Leg leg() {
        return legs.values().stream()
                .max(Comparator.comparing(this::goesOn)
                        .thenComparing(leg -> !leg.isOwnRingingOnly())
                        .thenComparing(leg -> leg.last().at())
                        .thenComparing(Leg::callId))
                .orElseThrow();
    }

    /** The ringing of the own device has ended when the call itself is seen, even if no event says so. */
    private boolean goesOn(Leg leg) {
        boolean becameTheCall = leg.isOwnRingingOnly()
                && legs.values().stream()
                        .filter(other -> !other.isOwnRingingOnly() && !isParked(other)) // it may ring to take that back
                        .anyMatch(other ->
                                other.last().at().isAfter(leg.moments().first().at()));
        return !leg.last().isOver() && !becameTheCall;
    }

    private boolean isParked(Leg leg) {
        return leg.last().isOver()
                && parting(leg).filter(left -> left.way() == Way.PARKED).isPresent();
    }

    private Optional<Parting> parting(Leg leg) {
        return Optional.ofNullable(partings.get(CallKey.idKey(leg.callId())));
    }

    /** Whether this is the id of one of its legs. */
    public boolean has(String callId) {
        return legs.containsKey(CallKey.idKey(callId));
    }

    /** How it stands, as far as is known. */
    public Moment last() {
        return leg().last();
    }

    /** How far it has come. */
    public Phase phase() {
        return last().phase();
    }

    /** Whether it is over, and all that is known of it is the ringing of the user's own device. */
    public boolean isRingingInVain() {
        return last().isOver() && leg().isOwnRingingOnly();
    }

    /** Whether the user was called, even if he has since put it down and taken it again. */
    boolean incoming() {
        return legs.values().stream().anyMatch(Leg::incoming);
    }

    /** How the user has left it by way of the bot, or is about to; absent if not so. */
    public Optional<Parting> parting() {
        return parting(leg());
    }

    /** When it was answered; absent if it was not, or it is not known. */
    public Optional<Instant> answered() {
        return leg().answered();
    }

    boolean answeredElsewhere() {
        return leg().answeredElsewhere();
    }

    Optional<String> via() {
        return leg().via();
    }

    /** The other side, by another leg if this one does not say. */
    public Party remote() {
        boolean told = leg().knowsRemote() && leg().began().isPresent(); // until then it is only what was asked for
        if (told) return leg().remote();
        return legs.values().stream().reduce(leg(), Leg::moreKnowing).remote();
    }

    /** Whether it was recorded at any time, as far as seen. */
    boolean wasRecorded() {
        return legs.values().stream()
                .flatMap(leg -> leg.moments().stream())
                .anyMatch(moment -> moment.media().recording() != Call.Recording.OFF);
    }

    /** When it began; absent if no event has told of it yet. */
    public Optional<Instant> began() {
        return legs.values().stream().flatMap(leg -> leg.began().stream()).min(Comparator.naturalOrder());
    }

    /** When it was last seen to change. */
    public Instant changed() {
        return legs.values().stream()
                .flatMap(leg -> leg.moments().stream())
                .map(Moment::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    static CallView parse(Json stored) {
        CallView seen = stored.list("legs").stream()
                .map(leg -> of(Leg.parse(leg)))
                .reduce(CallView::and)
                .orElseThrow();
        SortedMap<String, Parting> left = new TreeMap<>();
        stored.list("left").forEach(one -> left.put(one.requireText("id"), Parting.parse(one)));
        return new CallView(seen.legs, left, Gathering.parse(stored.at("gathering")));
    }

    ObjectWriter stored() {
        ObjectWriter json = Json.object()
                .put("legs", legs.values().stream().map(Leg::stored).toList());
        List<ObjectWriter> left = partings.entrySet().stream()
                .map(one -> one.getValue().stored().put("id", one.getKey()))
                .toList();
        if (!left.isEmpty()) json.put("left", left);
        return gathering.equals(Gathering.NONE) ? json : json.put("gathering", gathering.stored());
    }
}
