package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.traffic.Exchange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that are sent elsewhere: all, or only some; and back with one press. */
class ForwardingTest {

    private Scene scene;

    @BeforeEach
    void start() {
        scene = LineScopesTest.withSettings();
        scene.signIn(scene.alice());
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void itIsShownWhereCallsGo() {
        assertEquals(
                List.of(
                        "↪️ Where your calls go",
                        "All calls: not forwarded",
                        "Calls while you are busy: to your voicemail",
                        "Calls that you don't answer: to your voicemail after 3 rings"),
                ask("/forward")
                        .text()
                        .lines()
                        .map(line -> line.replaceFirst("^[-•] ", ""))
                        .limit(4)
                        .toList());
        ask("/forward 1002");
        ChatMessage state = ask("/forward");
        assertTrue(state.text().contains("All calls: to 1002"), state.text());
        assertTrue(
                scene.press(scene.alice(), state, "Stop all").text().contains("now not forwarded. Before: to 1002."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /forward +1 (408) 555-0134     | always   | +14085550134
            /forward all to 1002           | always   | 1002
            /forward busy 1002             | busy     | 1002
            /forward 1002 when busy        | busy     | 1002
            /forward no answer 1002        | noAnswer | 1002
            /forward voicemail of 1002     | always   | 1002
            forward my calls to 1002       | always   | 1002
            """)
    void callsAreForwardedAndThatIsTakenBackByAPress(String command, String rule, String number) {
        String before = ask("/forward").text();
        ChatMessage told = ask(command);
        assertTrue(told.text().contains(number + "") && told.text().contains("puts that back."), told.text());
        assertForwarded(rule, Optional.of(number));
        assertEquals(List.of(rule), rulesSent(), "only that one is sent");

        scene.press(scene.alice(), told, "Put back");
        assertForwarded(rule, Optional.empty());
        assertEquals(before, ask("/forward").text());
    }

    @Test
    void whatWasThereBeforeIsShownAndPutBackWhole() {
        ask("/forward no answer after 4 rings voicemail of 1002");
        ChatMessage told = ask("/forward no answer after 6 rings +14085550134");
        assertEquals(
                "✅ Calls that you don't answer: now to +14085550134 after 6 rings. Before: to the voicemail of 1002 after 4"
                        + " rings. /forward no answer after 4 rings voicemail of 1002 puts that back.",
                told.text());
        String back = scene.press(scene.alice(), told, "Put back").text();
        assertTrue(back.contains("now to the voicemail of 1002 after 4 rings. Before: to +14085550134"), back);
    }

    @Test
    void anotherNumberLeavesTheRingsAsTheyAre() {
        ask("/forward no answer after 5 rings 1002");
        assertTrue(ask("/forward no answer 1003").text().contains("now to 1003 after 5 rings"));
    }

    @ParameterizedTest
    @CsvSource({
        "/forward voicemail, sendAllCalls, always, /forward 1002",
        "/forward busy voicemail, sendBusyCalls, busy, /forward busy 1002"
    })
    void toVoicemailMeansOnesOwn(String command, String taking, String rule, String before) {
        ask(before);
        ChatMessage told = ask(command);
        assertTrue(told.text().contains("now to your voicemail. Before: to 1002."), told.text());
        assertTrue(scene.webex().settings().goesToVoicemail(scene.alice().person(), taking));
        assertForwarded(rule, Optional.empty());
        scene.press(scene.alice(), told, "Put back");
        assertForwarded(rule, Optional.of("1002"));
    }

    @Test
    void switchedOffIsTheUpperOfTwoLayers() {
        ask("/forward busy 1002");
        assertTrue(ask("/forward busy off").text().contains("now to your voicemail. Before: to 1002."));
        ChatMessage told = ask("/forward busy off");
        assertTrue(told.text().contains("now not forwarded. Before: to your voicemail."), told.text());
        scene.press(scene.alice(), told, "Put back");
        assertTrue(scene.webex().settings().goesToVoicemail(scene.alice().person(), "sendBusyCalls"));
    }

    @Test
    void whatIsSoAlreadyIsNotChanged() {
        ask("/forward 1002");
        assertTrue(ask("/forward 1002").text().contains("That was so already"));
        assertTrue(ask("/forward busy voicemail").text().contains("That was so already"));
        assertEquals(1, scene.requests("PUT", "/telephony/config"));
    }

    @ParameterizedTest
    @CsvSource({"/forward busy 2044 2045, Which number do you mean?", "/forward busy bob, Bob Brown"})
    void whatMayMeanSeveralNumbersIsAskedAndTheAnswerIsAboutTheSameCalls(String command, String words) {
        ChatMessage told = ask(command);
        assertTrue(told.text().contains(words), told.text());
        assertTrue(told.text().contains("when busy"), told.text());
        assertEquals(0, scene.requests("PUT", "/telephony/config"));
    }

    @Test
    void theNumberThatIsChosenIsTaken() {
        scene.press(scene.alice(), ask("/forward no answer after 4 rings 2044 2045"), "2045");
        assertForwarded("noAnswer", Optional.of("2045"));
        assertForwarded("always", Optional.empty());
    }

    @Test
    void whoHasNoVoicemailIsToldAndForwardsAllTheSame() {
        scene.webex().settings().takeVoicemailAway(scene.alice().person());
        assertTrue(ask("/forward").text().contains("Calls while you are busy: not forwarded"));
        assertTrue(ask("/forward voicemail").text().contains("you have no voicemail"));
        assertTrue(ask("/forward 1002").text().contains("now to 1002"));
    }

    @Test
    void whereVoicemailCannotBeSeenTheRestGoesOn() {
        scene.webex()
                .faults()
                .next(9, "GET", "/telephony/config/people/me/settings/voicemail")
                .answer(403);
        assertTrue(ask("/forward 1002").text().contains("now to 1002"));
    }

    @Test
    void whatThePlanDoesNotIncludeIsSaidPlainly() {
        scene.webex().settings().takeAway(scene.alice().person());
        for (String command : new String[] {"/forward", "/forward 1002", "/forward off"})
            assertTrue(ask(command).text().contains("Forwarding is not part of your calling plan"), command);
    }

    @Test
    void moreRingsThanWebexWaitsForAreRefused() {
        assertTrue(ask("/forward no answer after 16 rings 1002").text().contains("Webex waits for 15 rings at most"));
        assertTrue(ask("/forward no answer after 1 ring 1002").text().contains("it can wait for 2 to 20 rings"));
        assertEquals(0, scene.requests("PUT", "/telephony/config"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | Webex did not accept that
            403 | Webex doesn't let you do that
            502 | I can't tell whether it happened. /forward shows how it is now.
            """)
    void everyRefusalIsSaid(int status, String words) {
        scene.webex().faults().next(9, "PUT", "/telephony/config").answer(status);
        String told = ask("/forward 1002").text();
        assertTrue(told.contains(words), told);
        scene.webex().faults().clear();
        assertForwarded("always", Optional.empty());
    }

    private ChatMessage ask(String text) {
        return scene.ask(scene.alice(), text);
    }

    private void assertForwarded(String rule, Optional<String> number) {
        assertEquals(number, scene.webex().settings().forwardedTo(scene.alice().person(), rule));
    }

    /** The rules in the last request that changed one. */
    private List<String> rulesSent() {
        return scene.requests().stream()
                .filter(one -> one.method().equals("PUT") && one.target().endsWith("/callForwarding"))
                .map(Exchange::requestBody)
                .reduce((earlier, later) -> later)
                .map(body -> Json.parse(body).at("callForwarding").names())
                .orElse(List.of());
    }
}
