package callbot.upkeep;

import callbot.store.StateStore;
import callbot.webex.messaging.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Those whose webhooks could not be looked at, and when to try again: when Webex says, or else ever later, and at last not. */
final class Postponed {

    /** After so many tries the walk comes round anyway. */
    private static final int MOST_TRIES = 8;

    private static final String KEYS = "again:";

    private final StateStore store;

    /** One of them, who has been tried so often. */
    record Try(String personId, int tries, Instant notBefore) {

        private static Try read(String key, String stored) {
            String[] parts = stored.split(" ");
            return new Try(
                    key.substring(KEYS.length()),
                    Integer.parseInt(parts[0]),
                    Instant.ofEpochMilli(Long.parseLong(parts[1])));
        }
    }

    Postponed(StateStore store) {
        this.store = store;
    }

    List<Try> all() {
        List<String> keys = store.keys(KEYS);
        if (keys.isEmpty()) return List.of();
        return store.get(keys).entrySet().stream()
                .map(entry -> Try.read(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Has this one tried again, after this wait or a longer one. */
    void postpone(String personId, int tries, Instant now, Duration wait) {
        if (tries >= MOST_TRIES) {
            settle(personId);
            return;
        }
        Duration least = Duration.ofMinutes(1L << tries).dividedBy(2); // 30 s, 1 min, 2 min ... an hour
        Instant notBefore = now.plus(wait.isZero() ? least : wait);
        store.put(KEYS + Person.key(personId), (tries + 1) + " " + notBefore.toEpochMilli(), Duration.ofDays(1));
    }

    void settle(String personId) {
        store.delete(KEYS + Person.key(personId));
    }
}
