package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callbot.json.Json;
import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.messaging.ChatMessage;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How many messages somebody sees for one call who wants to be told of it. Where Webex lets no card be edited, each change
 * writes the card anew and takes the old one back.
 */
class CardCountTest {

    private static final String ANA = "+14085550134";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnsweredCallIsOneMessage(boolean editable) {
        try (Scene scene = monitored(editable)) {
            OutsidePhone ana = scene.webex().outside(ANA, "Ana");
            ana.call(scene.alice());
            scene.awaitCard(scene.alice(), "Incoming call");
            scene.alice().phone().pickUp();
            scene.awaitCard(scene.alice(), "Connected");
            ana.hangUp();
            scene.awaitCard(scene.alice(), "ended after");
            assertCards(scene, 1, editable ? 1 : 3, editable ? 2 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMissedCallIsOneMessage(boolean editable) {
        try (Scene scene = monitored(editable)) {
            OutsidePhone ana = scene.webex().outside(ANA, "Ana");
            ana.call(scene.alice());
            scene.awaitCard(scene.alice(), "Incoming call");
            ana.hangUp();
            scene.awaitCard(scene.alice(), "Missed call");
            assertCards(scene, 1, editable ? 1 : 2, editable ? 1 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allMissedCallsOfACallerAreOneMessageUntilTheyTalk(boolean editable) {
        try (Scene scene = monitored(editable)) {
            OutsidePhone ana = scene.webex().outside(ANA, "Ana");
            miss(scene, ana, "Missed call");
            miss(scene, scene.webex().outside("+14085550135", "Ben"), "Missed call from Ben");
            miss(scene, ana, "2 missed calls from Ana (" + ANA + "), at ");
            miss(scene, ana, "3 missed calls from Ana (" + ANA + "), at ");
            scene.await(() -> visibleCards(scene) == 2, "a card for each caller");

            ana.call(scene.alice());
            scene.awaitCard(scene.alice(), "Incoming call");
            scene.alice().phone().pickUp();
            scene.awaitCard(scene.alice(), "Connected");
            ana.hangUp();
            scene.awaitCard(scene.alice(), "ended after");
            scene.clock().advance(Duration.ofMinutes(1));
            miss(scene, ana, "Missed call from Ana");
            scene.await(() -> visibleCards(scene) == 4, "what was before they talked to be another matter");
        }
    }

    private static void miss(Scene scene, OutsidePhone caller, String told) {
        caller.call(scene.alice());
        scene.awaitCard(scene.alice(), "Incoming call");
        caller.hangUp();
        scene.awaitCard(scene.alice(), told);
        scene.clock().advance(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDialledCallIsOneMessageAndNoAnswerBesides(boolean editable) {
        try (Scene scene = monitored(editable)) {
            OutsidePhone ana = scene.webex().outside(ANA, "Ana");
            scene.alice().say("/dial " + ANA);
            scene.awaitCard(scene.alice(), "Your phone rings");
            scene.alice().phone().pickUp();
            scene.awaitCard(scene.alice(), "Calling");
            ana.pickUp();
            scene.awaitCard(scene.alice(), "Connected");
            ana.hangUp();
            scene.awaitCard(scene.alice(), "ended after");
            assertCards(scene, 1, editable ? 1 : 4, editable ? 3 : 0);
            assertEquals(0, answers(scene), "the card is the answer");
        }
    }

    /** The bot knows before Webex tells that it is over, so no card says "missed" in between. */
    @ParameterizedTest
    @MethodSource("waysOut")
    void aCallThatTheUserLeavesByButtonIsOneMessage(
            boolean answered, String button, String input, String told, boolean editable) {
        try (Scene scene = monitored(editable)) {
            OutsidePhone ana = scene.webex().outside(ANA, "Ana");
            ana.call(scene.alice());
            ChatMessage card = scene.awaitCard(scene.alice(), "Incoming call");
            if (answered) {
                scene.alice().phone().pickUp();
                card = scene.awaitCard(scene.alice(), "Connected");
            }
            var inputs = Json.object();
            if (!input.isEmpty()) inputs.put(input, "8002");
            scene.alice().press(card.id(), button, inputs.toJson());
            scene.awaitCard(scene.alice(), told);
            int changes = answered ? 2 : 1;
            assertCards(scene, 1, editable ? 1 : 1 + changes, editable ? changes : 0);
            assertEquals(
                    0,
                    answers(scene),
                    () -> "the card is the answer: " + since(scene).toList());
        }
    }

    static List<Arguments> waysOut() {
        return Stream.of(true, false)
                .flatMap(editable -> Stream.of(
                        Arguments.of(false, "Decline", "", "You declined the call from Ana", editable),
                        Arguments.of(false, "To my voicemail", "", "You sent Ana (" + ANA + ") to your", editable),
                        Arguments.of(true, "Park", "extension", "You parked Ana (" + ANA + ") at 8002", editable),
                        Arguments.of(true, "Hang up", "", "Call with Ana (" + ANA + ") ended", editable)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCallThatIsCancelledIsOneMessage(boolean editable) {
        try (Scene scene = monitored(editable)) {
            scene.webex().outside(ANA, "Ana");
            scene.alice().say("/dial " + ANA);
            ChatMessage card = scene.awaitCard(scene.alice(), "Your phone rings");
            scene.alice().press(card.id(), "Hang up", Json.object().toJson());
            scene.awaitCard(scene.alice(), "You cancelled the call to");
            assertCards(scene, 1, editable ? 1 : 2, editable ? 1 : 0);
            assertEquals(0, answers(scene), "the card is the answer");
        }
    }

    /** The call to whom it is handed over is a call too: it has a card of its own. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCallThatIsHandedOverIsTwoMessagesAndAnAnswer(boolean editable) {
        try (Scene scene = monitored(editable)) {
            scene.webex().outside(ANA, "Ana").call(scene.alice());
            scene.awaitCard(scene.alice(), "Incoming call");
            scene.alice().phone().pickUp();
            scene.awaitCard(scene.alice(), "Connected");
            scene.alice().say("/transfer " + scene.bob().phone().extension());
            scene.awaitMessage(scene.alice(), "handed over to");
            scene.awaitCard(scene.alice(), "is on hold");
            scene.awaitCard(scene.alice(), "Calling Bob Brown");
            scene.bob().phone().pickUp();
            scene.awaitCard(scene.alice(), "You transferred Ana (" + ANA + ") to Bob Brown (1002). /dial " + ANA);
            scene.awaitCard(scene.alice(), "You transferred Ana (" + ANA + ") to Bob Brown (1002). /dial 1002");
            assertEquals(1, answers(scene));
            scene.await(() -> visibleCards(scene) == 2, "two cards");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCallThatIsHandedOverAfterAQuestionIsTwoMessagesAndAnAnswer(boolean editable) {
        try (Scene scene = monitored(editable)) {
            scene.webex().outside(ANA, "Ana").call(scene.alice());
            scene.awaitCard(scene.alice(), "Incoming call");
            scene.alice().phone().pickUp();
            scene.awaitCard(scene.alice(), "Connected");
            scene.alice().say("/consult " + scene.bob().phone().extension());
            scene.awaitCard(scene.alice(), "is on hold");
            scene.awaitCard(scene.alice(), "Your phone rings");
            scene.alice().phone().pickUp();
            scene.bob().phone().pickUp();
            scene.await(
                    () -> scene.awaitCard(scene.alice(), "Connected with Bob Brown")
                            .text()
                            .contains("/swap"),
                    "the buttons for two calls");
            ChatMessage talking = scene.awaitCard(scene.alice(), "Connected with Bob Brown");
            scene.alice().press(talking.id(), "Complete transfer");
            scene.awaitMessage(scene.alice(), "You're off the call");
            scene.awaitCard(scene.alice(), "You transferred Ana (" + ANA + ") to Bob Brown (1002). /dial " + ANA);
            scene.awaitCard(scene.alice(), "You transferred Ana (" + ANA + ") to Bob Brown (1002). /dial 1002");
            assertEquals(1, answers(scene));
            scene.await(() -> visibleCards(scene) == 2, "two cards");
        }
    }

    private static void assertCards(Scene scene, int visible, int written, int edits) {
        scene.await(() -> visibleCards(scene) == visible, visible + " to be seen");
        List<ChatMessage> all =
                since(scene).filter(message -> message.card().isPresent()).toList();
        assertEquals(written, all.size(), () -> "" + all);
        assertEquals(edits, all.getLast().edits());
    }

    private static long visibleCards(Scene scene) {
        return since(scene)
                .filter(message -> message.card().isPresent() && !message.deleted())
                .count();
    }

    /** How much was said besides. */
    private static long answers(Scene scene) {
        return since(scene).filter(message -> message.card().isEmpty()).count();
    }

    /** All that was said after the invitation to sign in, the answer to that, and the beginning of monitoring. */
    private static Stream<ChatMessage> since(Scene scene) {
        return scene.fromBot(scene.alice()).stream().skip(3);
    }

    private static Scene monitored(boolean editable) {
        Scene scene = Scene.started();
        scene.webex().editsOfCards(editable);
        scene.signIn(scene.alice());
        scene.ask(scene.alice(), "/monitor on");
        return scene;
    }
}
