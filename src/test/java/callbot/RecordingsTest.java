package callbot;

import static callbot.AnasCall.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.line.FakeRecordings;
import callbot.sandbox.messaging.ChatMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Recordings of calls that are over. */
class RecordingsTest {

    private static final String SESSION = "NWNmZWFmOGYtZDMzYS00YjZiLTlkN2ItMmQ1YzZiMWM3YTEw";

    private final AnasCall call = AnasCall.withRecordings();
    private final FakeRecordings webex = call.scene.webex().services().recordings();

    @AfterEach
    void stop() {
        call.close();
    }

    @Test
    void theLastOnesAreListedNewestFirst() {
        assertTrue(call.asks("/recordings").startsWith("🎧 You have no recordings of the last 7 days."));
        add(SESSION, "Call with Ana", 125);
        call.scene.clock().advance(Duration.ofHours(1));
        add(SESSION, "Call with Ben", 7);
        String told = call.asks("/recordings");
        assertTrue(told.startsWith("🎧 Your last recordings"), told);
        assertTrue(told.indexOf("Call with Ben") < told.indexOf("Call with Ana"), told);
        assertTrue(told.contains(", 2:05") && told.contains(", 0:07"), told);

        call.scene.clock().advance(Duration.ofDays(8));
        assertTrue(call.asks("/recordings").startsWith("🎧 You have no recordings"));
    }

    @Test
    void linksAreFetchedAtThePressAndStandOnTheCardAlone() {
        webex.add(call.alice.person(), SESSION, "Call with Ana", 125, true);
        ChatMessage list = ask("/recordings");
        assertEquals(0, webex.links().size());

        ChatMessage told = press(list, "Listen");
        assertTrue(told.text().startsWith("🎧 Recording: Call with Ana, today "), told.text());
        assertTrue(told.text().contains("The buttons open it in your browser, until "), told.text());
        assertEquals(2, webex.links().size());
        String card = told.card().orElseThrow().toString();
        webex.links().forEach(link -> assertTrue(card.contains(link), card));
        webex.links().forEach(link -> assertFalse(told.text().contains(link), told.text()));
        assertTrue(card.contains("Read transcript"), card);
    }

    @Test
    void withoutATranscriptNoneIsOffered() {
        add(SESSION, "Call with Ana", 125);
        String card = ask("/recordings 1").card().orElseThrow().toString();
        assertTrue(card.contains(webex.links().getFirst()), card);
        assertFalse(card.contains("Read transcript"), card);
    }

    /** Whoever has a link can listen. */
    @Test
    void linksAreNeitherLoggedNorKept() throws IOException {
        try (LogCapture log = new LogCapture()) {
            webex.add(call.alice.person(), SESSION, "Call with Ana", 125, true);
            ask("/recordings 1");
            String why = call.asks("/why");
            call.scene.stop(); // it writes down all that it knows
            String kept = Files.readString(call.scene.bot().stateFile(), StandardCharsets.ISO_8859_1);
            assertTrue(log.text().contains("event=webex.request"), "the log has its finest lines");
            assertEquals(2, webex.links().size());
            for (String link : webex.links())
                assertFalse((log.text() + kept + why).contains(link.substring(link.indexOf("sig="))), link);
        }
    }

    /** An answer that does not get through is kept until it does. */
    @Test
    void anAnswerThatIsKeptHasNoLink() {
        add(SESSION, "Call with Ana", 125);
        call.scene.webex().faults().next(1, "POST", "/messages").answer(429);
        call.alice.say("/recordings 1");
        ChatMessage told = call.scene.awaitMessage(call.alice, "Recording: Call with Ana");
        webex.links().forEach(link -> assertFalse(told.text().contains(link), told.text()));
    }

    @Test
    void theCardOfARecordedCallFindsItsRecording() {
        String session = recordedCall();
        ChatMessage card = call.card("ended after");
        ChatMessage early = press(card, "Recording");
        assertTrue(early.text().startsWith("⏳ Webex has no recording of this call yet"), early.text());

        add(SESSION, "Call with somebody else", 5);
        add(session, "Call with Ana", 125);
        assertTrue(press(early, "Look again").text().startsWith("🎧 Recording: Call with Ana"));
        assertTrue(press(card, "Recording").text().startsWith("🎧 Recording: Call with Ana"));
    }

    /** As whoever tries it in the sandbox sees it. */
    @Test
    void afterAWhileARecordingIsThere() {
        recordedCall();
        ChatMessage card = call.card("ended after");
        assertTrue(press(card, "Recording").text().startsWith("⏳ Webex has no recording of this call yet"));
        call.scene.clock().advance(Duration.ofMinutes(2));
        assertTrue(press(card, "Recording").text().startsWith("🎧 Recording: Call with Ana"));
    }

    @Test
    void allRecordingsOfTheCallAreListed() {
        String session = recordedCall();
        add(session, "First part", 5);
        add(session, "Second part", 6);
        add(SESSION, "Call with somebody else", 7);
        String told = press(call.card("ended after"), "Recording").text();
        assertTrue(told.startsWith("🎧 Recordings of this call"), told);
        assertTrue(told.contains("First part") && told.contains("Second part"), told);
        assertFalse(told.contains("somebody else"), told);
    }

    @Test
    void theCardOfAnotherCallDoesNotOfferIt() {
        call.asks("/monitor on");
        call.ana.call(call.alice);
        call.card("Incoming call");
        call.alice.phone().pickUp();
        call.card("Connected with Ana");
        call.ana.hangUp();
        assertFalse(card("ended after").contains("/recordings"));
    }

    @Test
    void withoutThePermissionTheCardDoesNotOfferIt() {
        try (AnasCall other = AnasCall.connectedOnCard()) {
            other.asks("/record start");
            other.card("it is being recorded");
            other.ana.hangUp();
            assertFalse(
                    other.card("ended after").card().orElseThrow().toString().contains("/recordings"));
        }
    }

    @Test
    void whatIsNotThereAnyMoreIsSaid() {
        String id = add(SESSION, "Call with Ana", 125);
        ChatMessage list = ask("/recordings");
        webex.delete(call.alice.person(), id);
        assertTrue(press(list, "Listen").text().startsWith("That recording is not there any more."));
        assertTrue(call.asks("/recordings 1").startsWith("That recording is not there any more."));
        assertTrue(call.asks("/recordings 0a5c7f1e-no-such").startsWith("That recording is not there any more."));
    }

    @Test
    void nobodyElsesAreFound() {
        webex.add(call.scene.bob().person(), SESSION, "Call with Ben", 7, false);
        assertTrue(call.asks("/recordings").startsWith("🎧 You have no recordings"));
    }

    @Test
    void everyRefusalIsSaid() {
        webex.forbid(call.alice.person());
        assertTrue(call.asks("/recordings").contains("Webex doesn't let you do that"));
        call.scene.webex().faults().next(9, "GET", "/convergedRecordings").answer(400);
        assertTrue(call.asks("/recordings").contains("Webex did not accept that"));
    }

    /** Ana and Alice have talked, and it was recorded for a while. @return the call's session */
    private String recordedCall() {
        call.scene.webex().editsOfCards(true); // or a new card could be taken for an answer
        call.asks("/monitor on");
        call.ana.call(call.alice);
        call.card("Incoming call");
        call.alice.phone().pickUp();
        call.card("Connected with Ana");
        String session = call.onPhone().sessionId();
        call.alice.say("/record start");
        call.card("it is being recorded");
        call.alice.say("/record stop");
        call.scene.await(() -> !call.card("Connected").text().contains("recorded"), "the end of the recording");
        call.ana.hangUp();
        ChatMessage over = call.card("ended after");
        assertTrue(over.text().contains("/dial " + NUMBER) && over.text().contains("/recordings"), over.text());
        return session;
    }

    private String card(String text) {
        return call.card(text).card().orElseThrow().toString();
    }

    private String add(String session, String topic, long seconds) {
        return webex.add(call.alice.person(), session, topic, seconds, false);
    }

    private ChatMessage ask(String text) {
        return call.scene.ask(call.alice, text);
    }

    private ChatMessage press(ChatMessage message, String button) {
        return call.scene.press(call.alice, message, button);
    }
}
