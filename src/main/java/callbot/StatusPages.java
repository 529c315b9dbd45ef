package callbot;

import callbot.http.Page;
import callbot.http.Request;
import callbot.http.Response;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;

/** What the bot says of itself to browsers and to whoever watches over it. */
final class StatusPages {

    private final System.Logger log = System.getLogger(StatusPages.class.getName());
    private final String version;
    private final StateStore store;
    private final Supplier<Optional<String>> trouble;

    /**
     * Pages of a bot with this state.
     *
     * @param trouble why it cannot work just now, in a sentence for anybody; absent if it can
     */
    StatusPages(String version, StateStore store, Supplier<Optional<String>> trouble) {
        this.version = version;
        this.store = store;
        this.trouble = trouble;
    }

    /** Whether the process is alive: if not, it should be started again. */
    Response health(Request request) {
        return Response.text(200, "I am alive.\n");
    }

    /** Whether the bot can do its work just now: if not, why, in words that tell strangers nothing of where it runs. */
    Response ready(Request request) {
        try {
            store.get("ready");
        } catch (StoreUnavailableException e) {
            log.log(Level.WARNING, "event=ready.not reason=\"{0}\"", e.getMessage());
            return Response.text(503, "I cannot reach my memory. The log says more.\n");
        }
        return trouble.get().map(why -> Response.text(503, why + "\n")).orElse(Response.text(200, "I am ready.\n"));
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
