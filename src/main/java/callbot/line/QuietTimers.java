package callbot.line;

import callbot.json.Json;
import callbot.store.StateStore;
import callbot.webex.messaging.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Until when users do not want to be disturbed.
 *
 * <pre>
 *   quiet:PERSON   who, and until when; until it is carried out, or no longer wanted
 * </pre>
 */
public final class QuietTimers {

    /** The family of their keys. */
    public static final String KEYS = "quiet:";

    private final StateStore store;

    /**
     * When somebody is to be disturbed again.
     *
     * @param personId who
     */
    public record Timer(String personId, Instant end) {

        static Timer parse(String stored) {
            Json json = Json.parse(stored);
            return new Timer(json.requireText("person"), json.instant("end").orElse(Instant.EPOCH));
        }

        String stored() {
            return Json.object().put("person", personId).put("end", end).toString();
        }
    }

    /** Timers in this store. */
    public QuietTimers(StateStore store) {
        this.store = store;
    }

    /** This user's; absent if there is none. */
    public Optional<Timer> of(String personId) {
        return store.get(key(personId)).map(Timer::parse);
    }

    /** All that have run out; to find them costs what there are. */
    public List<Timer> due(Instant now) {
        List<String> keys = store.keys(KEYS);
        if (keys.isEmpty()) return List.of();
        return store.get(keys).values().stream()
                .map(Timer::parse)
                .filter(timer -> !timer.end().isAfter(now))
                .toList();
    }

    void set(Timer timer) {
        store.put(key(timer.personId()), timer.stored(), StateStore.FOREVER);
    }

    void cancel(String personId) {
        store.delete(key(personId));
    }

    private static String key(String personId) {
        return KEYS + Person.key(personId);
    }
}
