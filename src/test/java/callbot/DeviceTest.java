package callbot;

import static callbot.AnasCall.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.sandbox.base.LineEndpoint;
import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.traffic.Exchange;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which of a user's devices calls ring and are answered, for once or for good. */
class DeviceTest {

    private static final String DESK = "Desk phone of Alice Adams";
    private static final String APP = "Webex Desktop Application";

    @Test
    void aCallIsDialledFromTheDeviceThatIsNamed() {
        try (AnasCall call = AnasCall.toCome()) {
            call.isTold(
                    "/dial " + NUMBER + " on app",
                    "📞 Calling " + NUMBER + ": pick up " + APP + ", which rings first.");
            assertEquals(Optional.of(APP), call.onPhone().endpoint().map(LineEndpoint::name));
            call.asks("/hangup");
            call.asks("/dial " + NUMBER + " ON DESK PHONE");
            assertEquals(Optional.of(DESK), call.onPhone().endpoint().map(LineEndpoint::name));
        }
    }

    @Test
    void aCallIsAnsweredOnTheDeviceThatIsNamed() {
        try (AnasCall call = AnasCall.ringing()) {
            assertTrue(call.asks("/answer on app").startsWith("✅"));
            assertEquals(Optional.of(APP), call.onPhone().endpoint().map(LineEndpoint::name));
            assertTrue(call.ana.isInCall());
        }
    }

    @Test
    void withoutAWordWebexChooses() {
        try (AnasCall call = AnasCall.ringing()) {
            call.asks("/answer");
            assertEquals(Optional.empty(), endpointSent(call, "/answer"));
            assertEquals(0, call.scene.requests("GET", "/telephony/config"), "and nobody asks for the devices");
        }
    }

    @Test
    void aDeviceIsChosenForGoodAndLeftToWebexAgain() {
        try (AnasCall call = AnasCall.ringing()) {
            call.isTold(
                    "/device app",
                    "✅ " + APP
                            + " rings from now on when you dial or answer here. /device any leaves it to Webex again.");
            call.asks("/answer");
            assertEquals(Optional.of(APP), call.onPhone().endpoint().map(LineEndpoint::name));
            call.asks("/hangup");
            call.asks("/dial " + NUMBER);
            assertEquals(Optional.of(APP), call.onPhone().endpoint().map(LineEndpoint::name));
            call.asks("/hangup");
            assertEquals(1, call.scene.requests("GET", "/telephony/config"), "its id is remembered");

            call.isTold("/device any", "✅ Webex chooses again which device rings when you dial or answer here.");
            call.scene.clock().advance(Duration.ofSeconds(11)); // the same call is not made twice within ten
            call.asks("/dial " + NUMBER);
            assertEquals(Optional.of(DESK), call.onPhone().endpoint().map(LineEndpoint::name));
        }
    }

    @Test
    void whatIsNamedForOnceCountsMoreThanWhatIsChosen() {
        try (AnasCall call = AnasCall.ringing()) {
            call.asks("/device app");
            call.asks("/answer on desk phone");
            assertEquals(Optional.of(DESK), call.onPhone().endpoint().map(LineEndpoint::name));
        }
    }

    @Test
    void theDevicesAreListedAndChosenByButton() {
        try (AnasCall call = AnasCall.toCome()) {
            ChatMessage list = call.scene.ask(call.alice, "/device");
            assertTrue(list.text().startsWith("Webex chooses which of your devices rings"), list.text());
            assertTrue(list.text().contains(DESK) && list.text().contains(APP), list.text());
            String chosen = call.scene.press(call.alice, list, DESK).text();
            assertTrue(chosen.startsWith("✅ " + DESK + " rings"), chosen);

            list = call.scene.ask(call.alice, "/device");
            assertTrue(list.text().startsWith(DESK + " rings when you dial or answer here."), list.text());
            chosen = call.scene.press(call.alice, list, APP).text();
            assertTrue(chosen.startsWith("✅ " + APP + " rings"), chosen);
            chosen = call.scene.press(call.alice, list, "Let Webex choose").text();
            assertTrue(chosen.startsWith("✅ Webex chooses again"), chosen);
        }
    }

    @ParameterizedTest
    @CsvSource({"/dial 1002, dial", "/pull, pull"})
    void aChosenDeviceThatWebexDoesNotTakeIsNamed(String command, String operation) {
        try (AnasCall call = AnasCall.toCome()) {
            call.asks("/device app");
            call.scene
                    .webex()
                    .faults()
                    .next(1, "POST", "/telephony/calls/" + operation)
                    .answer(400);
            String answer = call.asks(command);
            assertTrue(answer.contains(APP + " was to ring"), answer);
            assertTrue(answer.contains("/device any leaves it to Webex. /why shows"), answer);

            call.scene
                    .webex()
                    .faults()
                    .next(1, "POST", "/telephony/calls/" + operation)
                    .answer(400);
            String named = call.asks(command + " on app");
            assertTrue(named.startsWith("⚠️ Webex did not accept that"), named);
            assertFalse(named.contains("/device any"), named);
        }
    }

    @Test
    void othersHaveTheirOwn() {
        try (AnasCall call = AnasCall.toCome()) {
            call.asks("/device app");
            call.scene.signIn(call.scene.bob());
            call.scene.ask(call.scene.bob(), "/dial " + NUMBER);
            assertEquals(
                    Optional.of("Desk phone of Bob Brown"),
                    call.scene.bob().phone().call().endpoint().map(LineEndpoint::name));
        }
    }

    @Test
    void aNameThatIsUnknownOrUnclearBringsTheListAndNothingIsDone() {
        try (AnasCall call = AnasCall.ringing()) {
            for (String command : new String[] {
                "/dial " + NUMBER + " on toaster",
                "/dial " + NUMBER + " on e",
                "/answer on toaster",
                "/device toaster",
                "/pull on toaster",
                "/retrieve on toaster",
                "/pickup on toaster",
                "/barge 1002 on toaster"
            }) {
                String answer = call.asks(command);
                assertTrue(answer.contains("is not the name of just one device. You have:"), answer);
                assertTrue(answer.contains(DESK) && answer.contains(APP), answer);
            }
            assertEquals(0, call.scene.requests("POST", "/telephony/calls/"));
        }
    }

    @Test
    void whatIsBroughtRingsOnTheDeviceThatIsNamed() {
        try (AnasCall call = AnasCall.connected()) {
            call.asks("/park");
            call.asks("/retrieve on app");
            assertEquals(Optional.of(APP), call.onPhone().endpoint().map(LineEndpoint::name));
        }
    }

    @Test
    void withoutThePermissionToSeeDevicesTheRestGoesOn() {
        try (Scene scene = Scene.prepared()
                .with("WXC_CC_INTEGRATION_CLIENT_SCOPES", "spark:calls_read spark:calls_write spark:people_read")
                .start()) {
            scene.signIn(scene.alice());
            for (String command : new String[] {"/device", "/device app", "/dial " + NUMBER + " on app"}) {
                String answer = scene.ask(scene.alice(), command).text();
                assertTrue(answer.contains("I can't see your devices"), answer);
                assertTrue(answer.contains("/auth force"), answer);
            }
            assertTrue(scene.alice().phone().calls().isEmpty());
            assertTrue(scene.ask(scene.alice(), "/dial " + NUMBER).text().startsWith("📞 Calling"));
        }
    }

    private static Optional<String> endpointSent(AnasCall call, String command) {
        return call.scene.requests().stream()
                .filter(one -> one.target().endsWith(command))
                .map(Exchange::requestBody)
                .map(Json::parse)
                .findFirst()
                .flatMap(body -> body.text("endpointId"));
    }
}
