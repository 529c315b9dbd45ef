package callbot.sandbox;

import callbot.json.Json;
import callbot.sandbox.Exchange.Direction;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An event that Webex has never sent: somebody pretends that Alice has written to the bot. */
final class Forgery {

    private static final String NAME = "forged";

    private static final String SIGNATURE = "0123456789abcdef0123456789abcdef01234567";

    private final FakeWebex webex;
    private final URI target;

    /**
     * A forgery.
     *
     * @param port where the bot listens
     */
    Forgery(FakeWebex webex, int port) {
        this.webex = webex;
        this.target = URI.create("http://127.0.0.1:" + port + "/webhook");
    }

    /**
     * Sends it.
     *
     * @throws IllegalStateException if nobody is there to be deceived
     */
    void happen(WireScribe scribe) {
        Begun begun = webex.wire().begin();
        String body = body(begun);
        try {
            int status = webex.deliveries().forge(target, body, SIGNATURE);
            scribe.exchange(new Exchange(
                    begun.number(),
                    begun.time(),
                    Direction.TO_BOT,
                    "POST",
                    target.toString(),
                    Map.of("content-type", List.of("application/json"), "x-spark-signature", List.of(SIGNATURE)),
                    body,
                    status,
                    Map.of(),
                    "",
                    begun.elapsed(),
                    Optional.of(NAME)));
        } catch (IOException e) {
            throw new IllegalStateException("Nobody is there to be deceived: the bot does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static boolean isOne(Exchange exchange) {
        return exchange.fault().equals(Optional.of(NAME));
    }

    private String body(Begun begun) {
        Person alice = webex.alice().person();
        return Json.object()
                .put("resource", "messages")
                .put("event", "created")
                .put("actorId", alice.id())
                .put(
                        "data",
                        Json.object()
                                .put("id", Ids.of("MESSAGE", "forged-" + begun.number()))
                                .put("roomId", Ids.of("ROOM", "forged"))
                                .put("roomType", "direct")
                                .put("personId", alice.id())
                                .put("personEmail", alice.email())
                                .put("created", begun.time()))
                .toString();
    }
}
