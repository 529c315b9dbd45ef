package callbot.call.card;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.webex.calling.Call;
import callbot.webex.calling.Call.Media;
import callbot.webex.calling.Call.Recording;
import java.time.Instant;
import java.util.Comparator;

/**
 * How a call stood at a time. Of two moments the later one is further on, and of two at the same time the one in the later
 * phase; but what is over stays over, whatever times the events bear.
 */
public record Moment(Instant at, Phase phase, Media media) implements Comparable<Moment> {

    /** How far a call has come. */
    public enum Phase {
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

    private static final Comparator<Moment> PROGRESS = Comparator.comparing(Moment::isOver)
            .thenComparing(Moment::at)
            .thenComparing(Moment::phase)
            .thenComparing(moment -> moment.media.muteCapable())
            .thenComparing(moment -> moment.media.muted())
            .thenComparing(moment -> moment.media.recording());

    /** How a call stands now. */
    static Moment of(Call call, Instant at) {
        return new Moment(at, phase(call), call.media());
    }

    /** Whether the call was over. */
    public boolean isOver() {
        return phase == Phase.OVER;
    }

    @Override
    public int compareTo(Moment other) {
        return PROGRESS.compare(this, other);
    }

    static Moment parse(Json json) {
        return new Moment(
                json.instant("at").orElse(Instant.EPOCH),
                Phase.valueOf(json.requireText("phase")),
                new Media(
                        json.flag("muteCapable"),
                        json.flag("muted"),
                        Recording.valueOf(json.text("recording").orElse("OFF"))));
    }

    ObjectWriter stored() {
        ObjectWriter json = Json.object().put("at", at).put("phase", phase);
        if (media.muteCapable()) json.put("muteCapable", true);
        if (media.muted()) json.put("muted", true);
        if (media.recording() != Recording.OFF) json.put("recording", media.recording());
        return json;
    }

    private static Phase phase(Call call) {
        return switch (call.state()) {
            case DISCONNECTED -> Phase.OVER;
            case CONNECTED -> Phase.TALKING;
            case HELD -> Phase.HELD;
            case REMOTE_HELD -> Phase.HELD_THERE;
            case CONNECTING, ALERTING -> beginning(call);
            case UNKNOWN -> call.answered().isPresent() ? Phase.TALKING : beginning(call);
        };
    }

    private static Phase beginning(Call call) {
        return switch (call.personality()) {
            case TERMINATOR -> Phase.RINGING_HERE;
            case ORIGINATOR -> Phase.RINGING_THERE;
            case CLICK_TO_DIAL -> Phase.CALLING_OUT;
            case UNKNOWN -> call.isRingingIn() ? Phase.RINGING_HERE : Phase.RINGING_THERE;
        };
    }
}
