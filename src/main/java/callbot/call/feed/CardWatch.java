package callbot.call.feed;

import callbot.call.card.FollowedCall;
import callbot.call.card.FollowedCalls;
import callbot.call.card.FollowedCalls.Key;
import callbot.call.card.LivingCard.Shown;
import callbot.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;

/** A card that somebody looks at, to see whether it changes. */
public final class CardWatch {

    private static final Duration NEWS_COME_WITHIN = Duration.ofSeconds(3);

    private final FollowedCalls calls;
    private final Key key;
    private final Optional<String> face;

    /** Looks at the card of this call from now on; who presses a button of a new card may be faster than the note of it. */
    CardWatch(FollowedCalls calls, Key key, FollowedCall now) {
        this.calls = calls;
        this.key = key;
        this.face = face(now);
    }

    /** Whether there was a card when this began, as far as was noted. */
    boolean hasBegunWithCard() {
        return face.isPresent();
    }

    /** Waits for up to three seconds until the card has changed. Whether it has, as far as the store can tell. */
    public boolean changes() {
        try {
            return new Lookout(NEWS_COME_WITHIN).sees(this::hasChanged);
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    boolean hasChanged() {
        Optional<String> now = calls.get(key).flatMap(CardWatch::face);
        return !now.equals(face);
    }

    private static Optional<String> face(FollowedCall call) {
        return call.shown().map(Shown::face);
    }
}
