package callbot.call.card;

import callbot.call.card.LivingCard.Shown;
import callbot.json.Json;
import callbot.webex.calling.Conference;
import callbot.webex.calling.Conference.Participant;
import java.util.Optional;

/**
 * A call of a user who is told about it.
 *
 * @param shown the message that shows it; absent if none does yet
 * @param conference the conference that it was last seen in; absent if in none
 */
public record FollowedCall(CallView view, Optional<Shown> shown, Optional<Conference> conference) {

    /** A call that no message shows yet. */
    public static FollowedCall of(CallView view) {
        return new FollowedCall(view, Optional.empty(), Optional.empty());
    }

    FollowedCall seen(CallView more) {
        return with(view.and(more));
    }

    /** This call, but seen like this. */
    public FollowedCall with(CallView other) {
        return new FollowedCall(other, shown, conference);
    }

    /** Whether it is this message, perhaps as it was some edits ago. */
    boolean isShownBy(Optional<Shown> message) {
        return shown.map(Shown::messageId).equals(message.map(Shown::messageId));
    }

    FollowedCall showing(Optional<Shown> message) {
        return new FollowedCall(view, message, conference);
    }

    /** This call, while this is the user's conference; absent if there is none. */
    public FollowedCall beside(Optional<Conference> now) {
        return new FollowedCall(
                view, shown, now.filter(running -> participant(running).isPresent()));
    }

    /** Whether it was last seen in a conference, and is not over. */
    public boolean isInConference() {
        return conference.isPresent() && !view.last().isOver();
    }

    /** Its other side in this conference; absent if it is not in it. */
    public Optional<Participant> participant(Conference running) {
        return running.participants().stream()
                .filter(one -> view.has(one.callId()))
                .findFirst();
    }

    static FollowedCall parse(String stored) {
        Json json = Json.parse(stored);
        return new FollowedCall(
                CallView.parse(json), Shown.parse(json.at("card")), Conference.from(json.at("conference")));
    }

    String stored() {
        return view.stored()
                .put("card", shown.map(Shown::stored))
                .put("conference", conference.map(Conference::toJson))
                .toString();
    }
}
