package callbot.sandbox.faults;

import callbot.json.Json;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Ids;
import callbot.sandbox.traffic.Begun;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.traffic.Exchange.Direction;
import callbot.sandbox.webex.FakeWebex;
import callbot.sandbox.wire.WireScribe;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An event that Webex has never sent: somebody pretends that Alice has written to the bot. */
public final class Forgery {

    private static final String SIGNATURE = "0123456789abcdef0123456789abcdef01234567";

    private final FakeWebex webex;
    private final URI target;

    /**
     * A forgery.
     *
     * @param port where the bot listens
     */
    public Forgery(FakeWebex webex, int port) {
        this.webex = webex;
        this.target = URI.create("http://127.0.0.1:" + port + "/webhook");
    }

    /**
     * Sends it.
     *
     * @throws IllegalStateException if nobody is there to be deceived
     */
    public void happen(WireScribe scribe) {
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
                    Optional.of(Exchange.FORGED)));
        } catch (IOException e) {
            throw new IllegalStateException("Nobody is there to be deceived: the bot does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String body(Begun begun) {
        Account alice = webex.alice().person();
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
