package callbot.webhook;

import callbot.json.JsonException;
import callbot.store.AtOnce;
import callbot.store.DoesNotOpenException;
import callbot.store.StateStore;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The events of the last 24 hours, as they are written down. */
final class DaysEvents {

    /** How many are read at the same time: there may be tens of thousands, and Redis may be far away. */
    private static final AtOnce AT_ONCE = new AtOnce(8);

    private final System.Logger log = System.getLogger(DaysEvents.class.getName());
    private final StateStore store;

    /**
     * An event that is written down.
     *
     * @param stored the entry as the store has it
     * @param event absent if it is done
     */
    record Written(String key, String stored, InboxEntry entry, Optional<WebhookEvent> event) {

        /** @throws JsonException if this is no entry, or one of which the event cannot be read */
        static Written parse(String key, String stored) {
            InboxEntry entry = InboxEntry.parse(stored);
            Optional<String> body = Optional.of(entry.body()).filter(text -> entry.state() != InboxEntry.State.DONE);
            return new Written(
                    key, stored, entry, body.map(text -> WebhookEvent.parse(text.getBytes(StandardCharsets.UTF_8))));
        }
    }

    DaysEvents(StateStore store) {
        this.store = store;
    }

    /** Reads all of them, the oldest first. One that cannot be read is left out; the others are none the worse for it. */
    List<Written> read() {
        Queue<Written> all = new ConcurrentLinkedQueue<>();
        AT_ONCE.forEach(store.keys(Inbox.PREFIX), key -> read(key).ifPresent(all::add));
        return all.stream()
                .sorted(Comparator.comparing(one -> one.entry().acceptedAt()))
                .toList();
    }

    private Optional<Written> read(String key) {
        try {
            return store.get(key).map(stored -> Written.parse(key, stored));
        } catch (JsonException | DoesNotOpenException e) {
            log.log(Level.ERROR, "event=inbox.unreadable key={0} reason=\"{1}\"", key, e.getMessage());
            return Optional.empty();
        }
    }
}
