package callbot.webex;

import static callbot.webex.ScriptedWebex.TOKEN;

import callbot.json.Json;
import java.util.function.Function;

/** The methods that do the same when they are done twice. */
enum Idempotent {
    GET {
        @Override
        void ask(WebexClient client) {
            client.get(TOKEN, "/x", Function.identity());
        }
    },
    PUT {
        @Override
        void ask(WebexClient client) {
            client.put(TOKEN, "/x", Json.object());
        }
    },
    DELETE {
        @Override
        void ask(WebexClient client) {
            client.delete(TOKEN, "/x");
        }
    };

    abstract void ask(WebexClient client);
}
