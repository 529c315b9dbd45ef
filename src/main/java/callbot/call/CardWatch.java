package callbot.call;

import callbot.call.FollowedCalls.Key;
import callbot.call.LivingCard.Shown;
import callbot.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;

/** A card that somebody looks at, to see whether it changes. */
public final class CardWatch {

    private static final Duration NEWS_COME_WITHIN = Duration.ofSeconds(3);

    private final FollowedCalls calls;
    private final Key key;
    private final String face;

    CardWatch(FollowedCalls calls, Key key, String face) {
        this.calls = calls;
        this.key = key;
        this.face = face;
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
        Optional<String> now = calls.get(key).flatMap(FollowedCall::shown).map(Shown::face);
        return !now.equals(Optional.of(face));
    }
}
