package callbot.sandbox.calls;

import callbot.sandbox.base.CallParty;
import callbot.sandbox.base.LineEndpoint;
import callbot.sandbox.calls.session.CallLeg;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.calls.session.Personality;
import callbot.sandbox.calls.session.Recording;
import java.time.Instant;
import java.util.Optional;

/**
 * A call as the display of a user's phone shows it.
 *
 * @param id the call's id, as the API gives it
 * @param sessionId the id that the halves of one call share
 * @param personality what the user is in it
 * @param state where it stands
 * @param endpoint the phone on which it rings or was taken, absent while it rings on all of them
 * @param remote who is at the other end
 * @param created since when it has been there
 * @param answered when it was answered, absent if it was not
 * @param muted whether the user is muted
 * @param recording {@code started}, {@code paused} or {@code stopped}, absent if it never was recorded
 * @param digits the tones that were sent
 * @param conference whether it is in a conference
 */
public record PhoneCall(
        String id,
        String sessionId,
        Personality personality,
        CallState state,
        Optional<LineEndpoint> endpoint,
        CallParty remote,
        Instant created,
        Optional<Instant> answered,
        boolean muted,
        Optional<String> recording,
        String digits,
        boolean conference) {

    static PhoneCall of(CallLeg leg, boolean conference) {
        return new PhoneCall(
                leg.id(),
                leg.session().id(),
                leg.personality(),
                leg.state(),
                leg.isRingingIn() ? Optional.empty() : leg.endpoint(),
                leg.remote(),
                leg.created(),
                leg.answered(),
                leg.media().isMuted(),
                leg.media().recording().map(Recording::wireName),
                leg.media().digits(),
                conference);
    }
}
