package callbot;

import callbot.http.Page;
import callbot.http.Request;
import callbot.http.Response;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What the bot says of itself to browsers and to whoever watches over it. */
final class StatusPages {

    private static final String KEY = "ready";

    /** Whoever asks more often is told what was so then: anybody may ask, and nobody shall make the bot write by it. */
    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(10);

    private final System.Logger log = System.getLogger(StatusPages.class.getName());
    private final String version;
    private final StateStore store;
    private final Supplier<Optional<String>> trouble;
    private final Clock clock;
    private final AtomicReference<Instant> written = new AtomicReference<>(Instant.EPOCH);

    /**
     * Pages of a bot with this state.
     *
     * @param trouble why it cannot work just now, in a sentence for anybody; absent if it can
     */
    StatusPages(String version, StateStore store, Supplier<Optional<String>> trouble, Clock clock) {
        this.version = version;
        this.store = store;
        this.trouble = trouble;
        this.clock = clock;
    }

    /** Whether the process is alive: if not, it should be started again. */
    Response health(Request request) {
        return Response.text(200, "I am alive.\n");
    }

    /** Whether the bot can do its work just now: if not, why, in words that tell strangers nothing of where it runs. */
    Response ready(Request request) {
        try {
            tryStore();
        } catch (StoreUnavailableException e) {
            log.log(Level.WARNING, "event=ready.not reason=\"{0}\"", e.getMessage());
            return Response.text(503, "I cannot use my memory. " + e.reason().sentence() + "\n");
        }
        return trouble.get().map(why -> Response.text(503, why + "\n")).orElse(Response.text(200, "I am ready.\n"));
    }

    /** Reading alone would not show that a disk is full, or that this Redis has become a replica. */
    private void tryStore() {
        Instant last = written.get();
        Instant now = clock.instant();
        if (last.plus(BETWEEN_WRITES).isAfter(now)) {
            store.get(KEY);
        } else if (written.compareAndSet(last, now)) {
            try {
                store.put(KEY, "", BETWEEN_WRITES);
            } catch (StoreUnavailableException e) {
                written.set(last);
                throw e;
            }
        }
    }

    /** What this is, for somebody who comes by with a browser. */
    Response home(Request request) {
        return Page.of(
                        "callbot",
                        "A bot that lets people with a Webex Calling line control their calls from a Webex chat.",
                        "To use it, open Webex, begin a direct message, search for the bot by its name, and write /help to it.",
                        "Version " + version + ".")
                .toResponse(200);
    }
}
