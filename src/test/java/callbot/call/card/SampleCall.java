package callbot.call.card;

import callbot.signin.TimeText;
import callbot.webex.calling.Call;
import callbot.webex.calling.Call.Media;
import callbot.webex.calling.Call.Personality;
import callbot.webex.calling.Call.Recording;
import callbot.webex.calling.Call.State;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.Party;
import callbot.webex.messaging.Draft;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A call with Ana that began at noon UTC, as its user in Berlin has it. */
record SampleCall(Personality personality, State state, Media media, Party remote) {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Party ANA = new Party(Optional.of("Ana"), Optional.of("2044"));
    static final Party PRIVATE = new Party(Optional.empty(), Optional.empty());
    static final TimeText BERLIN = new TimeText(NOON.plusSeconds(3600).atZone(ZoneId.of("Europe/Berlin")));
    private static final Media QUIET = new Media(false, false, Recording.OFF);

    static SampleCall incoming(State state) {
        return new SampleCall(Personality.TERMINATOR, state, QUIET, ANA);
    }

    static SampleCall outgoing(State state) {
        return new SampleCall(Personality.ORIGINATOR, state, QUIET, ANA);
    }

    static SampleCall dialled() {
        return new SampleCall(Personality.CLICK_TO_DIAL, State.ALERTING, QUIET, ANA);
    }

    SampleCall in(State other) {
        return new SampleCall(personality, other, media, remote);
    }

    SampleCall with(Party other) {
        return new SampleCall(personality, state, media, other);
    }

    SampleCall with(Media other) {
        return new SampleCall(personality, state, other, remote);
    }

    /** As Webex lists it; what is or was talked was answered at once. */
    Call call() {
        boolean answered = state == State.CONNECTED || state == State.HELD || state == State.REMOTE_HELD;
        return call(answered ? Optional.of(NOON) : Optional.empty());
    }

    private Call call(Optional<Instant> answered) {
        return new Call("call-1", "session-1", personality, state, remote, Optional.of(NOON), answered, media);
    }

    CallView view() {
        return seen(call(), NOON);
    }

    /** What is known after it ended without having been answered. */
    CallView unanswered() {
        return view().and(seen(in(State.DISCONNECTED).call(), NOON.plusSeconds(80)));
    }

    /** What is known after it was talked for so long. */
    CallView talked(Duration time) {
        Call over = in(State.DISCONNECTED).call(Optional.of(NOON));
        return seen(in(State.CONNECTED).call(), NOON).and(seen(over, NOON.plus(time)));
    }

    /** What Webex shows of a call at one time. */
    static CallView seen(Call call, Instant at) {
        return new CallView(new TreeMap<>(Map.of(call.id(), Leg.of(call, at))));
    }

    static String sentence(CallView view) {
        return new CallText(view, new Beside.Nothing(), Granted.NOTHING, BERLIN).sentence();
    }

    static Draft card(CallView view) {
        return card(view, new Beside.Nothing());
    }

    /** @param beside what else there is */
    static Draft card(CallView view, Beside beside) {
        return new CallCard(new CallKey("session-1"), view, beside, Granted.NOTHING, BERLIN).draft();
    }

    static CardParts parts(CallView view) {
        return new CardParts(card(view).card().orElseThrow());
    }
}
