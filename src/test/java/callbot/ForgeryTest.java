package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.traffic.Exchange;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What does not come from Webex, or is not about whom it claims to be about, changes nothing. */
class ForgeryTest {

    @Test
    void anUnsignedMessageIsNotRead() throws Exception {
        try (Scene scene = Scene.started()) {
            Exchange genuine = delivery(scene, scene.alice().say("/echo hello"));
            for (String signature :
                    List.of("", "0", "f".repeat(40), signature(genuine).replaceAll(".$", "x"))) {
                assertEquals(401, forge(scene, "/webhook", genuine.requestBody(), signature));
            }
            String changed = genuine.requestBody().replace("alice.adams", "bob.brown");
            assertEquals(401, forge(scene, "/webhook", changed, signature(genuine)));
            scene.awaitMessage(scene.alice(), "hello");
            assertEquals("the end", scene.ask(scene.alice(), "/echo the end").text());
            assertEquals(2, scene.requests("GET", "/messages/"), "nothing was fetched for what was not signed");
        }
    }

    @Test
    void aReplayedMessageDialsOnce() throws Exception {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            Exchange dialling = delivery(scene, scene.alice().say("/dial +14085550134"));
            scene.awaitMessage(scene.alice(), "Calling");

            assertEquals(200, forge(scene, "/webhook", dialling.requestBody(), signature(dialling)));
            scene.ask(scene.alice(), "/echo the end");
            assertEquals(1, scene.requests("POST", "/telephony/calls/dial"));
            scene.stop();
            scene.start();
            assertEquals(200, forge(scene, "/webhook", dialling.requestBody(), signature(dialling)));
            scene.ask(scene.alice(), "/echo the end");
            assertEquals(1, scene.requests("POST", "/telephony/calls/dial"));
        }
    }

    @Test
    void everyDeliveryTwiceIsEveryCommandOnce() {
        try (Scene scene = Scene.started()) {
            scene.webex().deliveries().copies(3);
            scene.signIn(scene.alice());
            scene.ask(scene.alice(), "/dial +14085550134");
            scene.ask(scene.alice(), "/hangup");
            scene.ask(scene.alice(), "/echo the end");

            assertEquals(1, scene.requests("POST", "/telephony/calls/dial"));
            assertEquals(5, scene.fromBot(scene.alice()).size(), scene.told(scene.alice())::toString);
        }
    }

    @Test
    void aForgedCallIsNotTold() throws Exception {
        try (Scene scene = Scene.started()) {
            Exchange ofAlice = incomingCallOfAlice(scene);
            String address = URI.create(ofAlice.target()).getPath();
            String forged = ofAlice.requestBody().replace("Ana", "The boss");

            assertEquals(401, forge(scene, address, forged, signature(ofAlice)));
            assertEquals(401, forge(scene, address, forged, ""));
            scene.ask(scene.alice(), "/echo the end");
            assertTrue(scene.told(scene.alice()).stream().noneMatch(text -> text.contains("boss")));
        }
    }

    @Test
    void theCallsOfOneUserAreNotToldToAnother() throws Exception {
        try (Scene scene = Scene.started()) {
            Exchange ofAlice = incomingCallOfAlice(scene);
            scene.signIn(scene.bob());
            scene.ask(scene.bob(), "/monitor on");
            String call = scene.webex().outside("+14085550135", "Ben").call(scene.bob());
            scene.awaitMessage(scene.bob(), "Incoming call from Ben");
            String addressOfBob = URI.create(delivery(scene, call).target()).getPath();

            assertEquals(401, forge(scene, addressOfBob, ofAlice.requestBody(), signature(ofAlice)));
            assertEquals(401, forge(scene, "/webhook/calls/unknown", ofAlice.requestBody(), signature(ofAlice)));
            assertEquals(401, forge(scene, "/webhook", ofAlice.requestBody(), signature(ofAlice)));
            scene.ask(scene.bob(), "/echo the end");
            assertTrue(scene.told(scene.bob()).stream().noneMatch(text -> text.contains("Ana")));
        }
    }

    @Test
    void aMessageIsNotTakenAtTheAddressForCalls() throws Exception {
        try (Scene scene = Scene.started()) {
            Exchange ofAlice = incomingCallOfAlice(scene);
            Exchange message = delivery(scene, scene.alice().say("/echo hello"));
            String address = URI.create(ofAlice.target()).getPath();

            assertEquals(401, forge(scene, address, message.requestBody(), signature(message)));
        }
    }

    @Test
    void aBodyWithoutEndIsRefused() throws Exception {
        try (Scene scene = Scene.started()) {
            assertEquals(413, forge(scene, "/webhook", "x".repeat(1 << 20), "0"));
            assertTrue(scene.ask(scene.alice(), "/help").text().contains("/dial"));
        }
    }

    private static Exchange incomingCallOfAlice(Scene scene) {
        scene.signIn(scene.alice());
        scene.ask(scene.alice(), "/monitor on");
        scene.webex().outside("+14085550134", "Ana").call(scene.alice());
        scene.awaitMessage(scene.alice(), "Incoming call from Ana");
        return delivery(scene, "telephony_calls");
    }

    /** The first delivery in which this occurs, when it has arrived. */
    private static Exchange delivery(Scene scene, String about) {
        scene.await(() -> !deliveries(scene, about).isEmpty(), "a delivery on the wire");
        return deliveries(scene, about).getFirst();
    }

    private static List<Exchange> deliveries(Scene scene, String about) {
        return scene.webex().exchanges().stream()
                .filter(exchange -> exchange.direction() == Exchange.Direction.TO_BOT)
                .filter(exchange -> exchange.requestBody().contains(about))
                .toList();
    }

    private static String signature(Exchange delivery) {
        return delivery.requestHeaders().get("x-spark-signature").getFirst();
    }

    private static int forge(Scene scene, String path, String body, String signature) throws Exception {
        return scene.webex().deliveries().forge(scene.address(path), body, signature);
    }
}
