package callbot.call;

import callbot.json.Json;
import callbot.webex.Call;
import callbot.webex.Party;
import callbot.webhook.WebhookEvent.CallChanged;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has been seen of one call. Events are folded into it one by one; whatever order they come in, and however often, the
 * end is the same, because each part is the greatest that was seen: what is over stays over, what is later wins, and among
 * events of the same time the one further on.
 *
 * @param incoming whether the user was called
 * @param remote the other side, as it was last known
 * @param remoteAt the time of the event that told about the other side
 * @param answered when it was answered; absent if it never was, as far as seen
 * @param answeredElsewhere whether another device or person took it
 * @param via through what it came, the first by name if events differ in it; absent if directly, or unknown
 * @param at the time of the event that brought it to this phase
 */
record CallView(
        Phase phase,
        boolean incoming,
        Party remote,
        Instant remoteAt,
        Optional<Instant> answered,
        boolean answeredElsewhere,
        Optional<String> via,
        Instant at) {

    /** How far a call has come. Of two events at the same time the one with the later phase is the later event. */
    enum Phase {
        /** The user's own device rings, in order to call. */
        CALLING_OUT,
        /** The other side rings. */
        RINGING_THERE,
        /** Somebody rings here. */
        RINGING_HERE,
        /** They talk. */
        TALKING,
        /** The user has put the other side on hold. */
        HELD,
        /** The other side has put the user on hold. */
        HELD_THERE,
        /** It is over. */
        OVER
    }

    private static final Comparator<CallView> PROGRESS = Comparator.comparing(
                    (CallView view) -> view.phase == Phase.OVER)
            .thenComparing(CallView::at)
            .thenComparing(CallView::phase);

    private static final Comparator<CallView> REMOTE = Comparator.comparing((CallView view) ->
                    view.remote.name().isPresent() || view.remote.number().isPresent())
            .thenComparing(CallView::remoteAt)
            .thenComparing(view -> view.remote.toString()); // any order will do, as long as it is always the same

    /** What one event alone shows. */
    static CallView of(CallChanged event) {
        Call call = event.call();
        return new CallView(
                phase(call),
                call.personality() == Call.Personality.TERMINATOR,
                call.remote(),
                event.at(),
                call.answered(),
                event.answeredElsewhere(),
                event.via(),
                event.at());
    }

    /** What this and another view of the same call show together; which of them comes first makes no difference. */
    CallView and(CallView other) {
        CallView later = PROGRESS.compare(this, other) >= 0 ? this : other;
        CallView knowing = REMOTE.compare(this, other) >= 0 ? this : other;
        return new CallView(
                later.phase,
                incoming || other.incoming,
                knowing.remote,
                knowing.remoteAt,
                first(answered, other.answered),
                answeredElsewhere || other.answeredElsewhere,
                first(via, other.via),
                later.at);
    }

    private static <T extends Comparable<T>> Optional<T> first(Optional<T> one, Optional<T> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
    }

    private static Phase phase(Call call) {
        return switch (call.state()) {
            case DISCONNECTED -> Phase.OVER;
            case CONNECTED -> Phase.TALKING;
            case HELD -> Phase.HELD;
            case REMOTE_HELD -> Phase.HELD_THERE;
            case CONNECTING, ALERTING -> beginning(call.personality());
            case UNKNOWN -> call.answered().isPresent() ? Phase.TALKING : beginning(call.personality());
        };
    }

    private static Phase beginning(Call.Personality personality) {
        return switch (personality) {
            case TERMINATOR -> Phase.RINGING_HERE;
            case ORIGINATOR -> Phase.RINGING_THERE;
            case CLICK_TO_DIAL -> Phase.CALLING_OUT;
        };
    }

    static CallView parse(String stored) {
        Json json = Json.parse(stored);
        return new CallView(
                Phase.valueOf(json.requireText("phase")),
                json.flag("incoming"),
                new Party(json.text("name"), json.text("number")),
                json.instant("remoteAt").orElse(Instant.EPOCH),
                json.instant("answered"),
                json.flag("answeredElsewhere"),
                json.text("via"),
                json.instant("at").orElse(Instant.EPOCH));
    }

    String stored() {
        return Json.object()
                .put("phase", phase)
                .put("incoming", incoming)
                .put("name", remote.name())
                .put("number", remote.number())
                .put("remoteAt", remoteAt)
                .put("answered", answered)
                .put("answeredElsewhere", answeredElsewhere)
                .put("via", via)
                .put("at", at)
                .toString();
    }
}
