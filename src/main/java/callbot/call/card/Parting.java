package callbot.call.card;

import callbot.command.CallAction;
import callbot.command.value.DialString;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.Party;
import java.util.Comparator;
import java.util.Optional;

/**
 * How a user has parted from a call by way of the bot. Webex tells only that the call is over; that it was declined, or parked,
 * the bot knows because it asked for it.
 *
 * @param to the third party: to whom the other side went, or who was transferred to it; unknown if there is none
 * @param with the other one of two calls whose other sides are to be connected; absent if no other call has to do with it
 */
public record Parting(Way way, Party to, Optional<CallKey> with) implements Comparable<Parting> {

    /** In which way; of two ways out of one call the later one in this list counts. */
    public enum Way {
        /** A third party was called in order to hand over another call; nothing is known of it yet. */
        CONSULTING,
        /** It shall be handed over once a third party answers; nothing is known of it yet. */
        TRANSFERRING,
        /** The user hung up. */
        HUNG_UP,
        /** The caller was turned away. */
        DECLINED,
        /** It rang on for the caller only. */
        SILENCED,
        /** It was sent to a third party, unasked. */
        DIVERTED,
        /** It was sent to the user's voicemail. */
        TO_VOICEMAIL,
        /** It was handed to the user's executive. */
        PUSHED,
        /** It was parked. */
        PARKED,
        /** The other side of another call was transferred to this one. */
        TOOK_OVER,
        /** It was transferred to a third party, who has answered. */
        TRANSFERRED
    }

    static final Party NOBODY = new Party(Optional.empty(), Optional.empty());

    private static final Comparator<Parting> LATER = Comparator.comparing(Parting::way)
            .thenComparing(parting -> parting.to.isKnown())
            .thenComparing(parting -> parting.to.toString()) // any order will do, as long as it is always the same
            .thenComparing(parting -> parting.with.map(CallKey::text).orElse(""));

    /** How an action takes the user out of a call, if Webex does it; absent if it leaves him in. */
    public static Optional<Parting> by(CallAction action) {
        return switch (action) {
            case CallAction.Answer answer -> Optional.empty();
            case CallAction.SendDigits digits -> Optional.empty();
            case CallAction.Reject(CallAction.Reject.Reason reason) ->
                Optional.of(alone(reason == CallAction.Reject.Reason.IGNORE ? Way.SILENCED : Way.DECLINED));
            case CallAction.Divert(DialString to) -> Optional.of(to(Way.DIVERTED, number(to)));
            case CallAction.Transfer(DialString to) -> Optional.of(to(Way.TRANSFERRING, number(to)));
            case CallAction.Park park -> Optional.of(alone(Way.PARKED));
            case CallAction.ParkInGroup park -> Optional.of(alone(Way.PARKED));
            case CallAction.Simple simple -> by(simple).map(Parting::alone);
        };
    }

    private static Optional<Way> by(CallAction.Simple action) {
        return switch (action) {
            case HANG_UP -> Optional.of(Way.HUNG_UP);
            case TO_VOICEMAIL -> Optional.of(Way.TO_VOICEMAIL);
            case PUSH -> Optional.of(Way.PUSHED);
            case HOLD, RESUME, MUTE, UNMUTE, START_RECORDING, STOP_RECORDING, PAUSE_RECORDING, RESUME_RECORDING ->
                Optional.empty();
        };
    }

    private static Parting alone(Way way) {
        return to(way, NOBODY);
    }

    /** A parting in this way, by which the other side came to somebody. */
    public static Parting to(Way way, Party to) {
        return new Parting(way, to, Optional.empty());
    }

    /** The same, knowing which other call has to do with it. */
    public Parting with(CallKey other) {
        return new Parting(way, to, Optional.of(other));
    }

    private static Party number(DialString to) {
        return new Party(Optional.empty(), Optional.of(to.value()));
    }

    @Override
    public int compareTo(Parting other) {
        return LATER.compare(this, other);
    }

    static Parting parse(Json json) {
        return new Parting(
                Way.valueOf(json.requireText("way")),
                new Party(json.text("name"), json.text("number")),
                json.text("with").map(CallKey::new));
    }

    ObjectWriter stored() {
        return Json.object()
                .put("way", way)
                .put("name", to.name())
                .put("number", to.number())
                .put("with", with.map(CallKey::text));
    }
}
