package callbot.call.card;

import callbot.call.card.LivingCard.Shown;
import callbot.json.Json;
import java.util.Optional;

/**
 * A call of a user who is told about it.
 *
 * @param shown the message that shows it; absent if none does yet
 */
public record FollowedCall(CallView view, Optional<Shown> shown) {

    FollowedCall seen(CallView more) {
        return new FollowedCall(view.and(more), shown);
    }

    /** Whether it is this message, perhaps as it was some edits ago. */
    boolean isShownBy(Optional<Shown> message) {
        return shown.map(Shown::messageId).equals(message.map(Shown::messageId));
    }

    FollowedCall showing(Shown message) {
        return new FollowedCall(view, Optional.of(message));
    }

    static FollowedCall parse(String stored) {
        Json json = Json.parse(stored);
        return new FollowedCall(CallView.parse(json), Shown.parse(json.at("card")));
    }

    String stored() {
        return view.stored().put("card", shown.map(Shown::stored)).toString();
    }
}
