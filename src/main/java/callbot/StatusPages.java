package callbot;

import callbot.http.Request;
import callbot.http.Response;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import java.util.Optional;
import java.util.function.Supplier;

/** What the bot says of itself to browsers and to whoever watches over it. */
final class StatusPages {

    private final String version;
    private final StateStore store;
    private final Supplier<Optional<String>> trouble;

    /** Pages of a bot with this state, and perhaps with trouble. */
    StatusPages(String version, StateStore store, Supplier<Optional<String>> trouble) {
        this.version = version;
        this.store = store;
        this.trouble = trouble;
    }

    /** Whether the process is alive: if not, it should be started again. */
    Response health(Request request) {
        return Response.text(200, "I am alive.\n");
    }

    /** Whether the bot can do its work just now: if not, why. */
    Response ready(Request request) {
        try {
            store.get("ready");
        } catch (StoreUnavailableException e) {
            return Response.text(503, e.getMessage() + "\n");
        }
        return trouble.get().map(why -> Response.text(503, why + "\n")).orElse(Response.text(200, "I am ready.\n"));
    }

    /** What this is, for somebody who comes by with a browser. */
    Response home(Request request) {
        return Response.page(200, """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>callbot</title>
                <style>
                  :root { color-scheme: light dark; font: 18px/1.5 system-ui, sans-serif }
                  main { max-width: 36rem; margin: 15vh auto; padding: 0 1.5rem }
                </style>
                </head>
                <body><main>
                <h1>callbot</h1>
                <p>A bot that lets people with a Webex Calling line control their calls from a Webex chat.</p>
                <p>To use it, open Webex, begin a new direct message, search for the bot by its name, and write <b>/help</b> to it.</p>
                <p><small>Version %s. <a href="/ready">Is it ready?</a></small></p>
                </main></body>
                </html>
                """.formatted(version));
    }
}
