package callbot.webex.calling;

import callbot.json.Json;
import callbot.webex.WebexId;
import java.time.Instant;
import java.util.Optional;

/**
 * One user's side of a call.
 *
 * <pre>
 *   dial ──▶ clickToDial/alerting ──the own device is picked up──▶ originator/connecting ──▶ originator/alerting ──▶ connected
 *   somebody rings ──▶ terminator/alerting ──answer──▶ connected ◀──resume── held ◀──hold── connected
 *   any of them ──hang up, reject, divert──▶ disconnected
 * </pre>
 *
 * @param id the user's side; it may change while a call that was dialled is set up, {@code sessionId} does not
 * @param sessionId the call as a whole, the same for both sides within an organization
 * @param remote the other side
 * @param created when this side began
 * @param answered when it was answered
 * @param media microphone and recording
 * @see <a href="https://developer.webex.com/docs/api/v1/call-controls">Call controls</a>
 */
public record Call(
        String id,
        String sessionId,
        Personality personality,
        State state,
        Party remote,
        Optional<Instant> created,
        Optional<Instant> answered,
        Media media) {

    /**
     * What is done with the sound.
     *
     * @param muteCapable whether the microphone can be switched from here
     * @param muted whether the microphone is off
     */
    public record Media(boolean muteCapable, boolean muted, Recording recording) {}

    /** Whether a call is being recorded. */
    public enum Recording {
        /** It is not, or not any more. */
        OFF,
        /** It is. */
        RUNNING,
        /** It was, and will be again. */
        PAUSED
    }

    /** The user's part in the call. */
    public enum Personality {
        /** The user called. */
        ORIGINATOR,
        /** The user was called. */
        TERMINATOR,
        /** The user's own device rings, so that it can call on the user's behalf. */
        CLICK_TO_DIAL,
        /** Webex does not say. */
        UNKNOWN
    }

    /** What this side of the call does. */
    public enum State {
        /** The other side is being looked for. */
        CONNECTING,
        /** It rings. */
        ALERTING,
        /** They talk. */
        CONNECTED,
        /** The user has put the other side on hold. */
        HELD,
        /** The other side has put the user on hold. */
        REMOTE_HELD,
        /** It is over. */
        DISCONNECTED,
        /** Webex does not say, or in a word that it has added since this was written. */
        UNKNOWN
    }

    /**
     * Reads a call as Webex lists it, or as a {@code telephony_calls} event describes it: there its id is {@code callId}.
     *
     * @throws callbot.json.JsonException if it has no id; whatever else is missing is not known
     */
    public static Call from(Json json) {
        return new Call(
                WebexId.at(json, "id").orElseGet(() -> WebexId.required(json, "callId")),
                WebexId.at(json, "callSessionId").orElse(""),
                personality(json.text("personality").orElse("")),
                state(json.text("state").orElse("")),
                Party.from(json.at("remoteParty")),
                json.instant("created"),
                json.instant("answered"),
                new Media(json.flag("muteCapable"), json.flag("muted"), recording(json.text("recordingState"))));
    }

    /** This call after it has ended. */
    public Call ended() {
        return new Call(id, sessionId, personality, State.DISCONNECTED, remote, created, answered, media);
    }

    /** What the call is known by from its beginning to its end. */
    public CallKey key() {
        return new CallKey(sessionId.isEmpty() ? id : sessionId);
    }

    /** Whether somebody rings and this call can be answered, as far as known. One's own click-to-dial rings too, and cannot. */
    public boolean isRingingIn() {
        return (personality == Personality.TERMINATOR || personality == Personality.UNKNOWN) && state == State.ALERTING;
    }

    /** Whether there is sound: it has been answered, and is not over. */
    public boolean isAnswered() {
        return state == State.CONNECTED || state == State.HELD || state == State.REMOTE_HELD;
    }

    private static Recording recording(Optional<String> state) {
        return switch (state.orElse("")) {
            case "started" -> Recording.RUNNING;
            case "paused" -> Recording.PAUSED;
            default -> Recording.OFF;
        };
    }

    private static Personality personality(String text) {
        return switch (text) {
            case "terminator" -> Personality.TERMINATOR;
            case "clickToDial" -> Personality.CLICK_TO_DIAL;
            case "" -> Personality.UNKNOWN;
            default -> Personality.ORIGINATOR;
        };
    }

    private static State state(String text) {
        return switch (text) {
            case "connecting" -> State.CONNECTING;
            case "alerting" -> State.ALERTING;
            case "connected" -> State.CONNECTED;
            case "held" -> State.HELD;
            case "remoteHeld" -> State.REMOTE_HELD;
            case "disconnected" -> State.DISCONNECTED;
            default -> State.UNKNOWN;
        };
    }
}
