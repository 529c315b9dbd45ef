package callbot;

import static callbot.AnasCall.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.line.FakeBlocking;
import callbot.sandbox.messaging.ChatMessage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are blocked, and calls without one. */
class BlockTest {

    private final AnasCall call = AnasCall.withSettings();
    private final FakeBlocking webex = call.scene.webex().services().blocking();

    @AfterEach
    void stop() {
        call.close();
    }

    @Test
    void aNumberIsBlockedAndWithOnePressNoLonger() {
        ChatMessage told = ask("/block +1 (408) 555-0134");
        assertEquals(
                "✅ " + NUMBER + " is blocked: calls from there no longer reach you. /block off " + NUMBER
                        + " puts that back.",
                told.text());
        assertEquals(List.of(NUMBER), blocked());

        ChatMessage back = press(told, "Unblock");
        assertTrue(back.text().contains(NUMBER + " is not blocked"), back.text());
        assertEquals(List.of(), blocked());

        press(back, "Block again");
        assertEquals(List.of(NUMBER), blocked());
    }

    @Test
    void whatWasSoIsNotChanged() {
        webex.block(call.alice.person(), "1-408-555-0134");
        assertTrue(ask("/block " + NUMBER).text().endsWith("That was so already; I have changed nothing."));
        assertTrue(ask("/block off 2044").text().endsWith("That was so already; I have changed nothing."));
        assertTrue(ask("/block anonymous off").text().endsWith("That was so already; I have changed nothing."));
        assertEquals(
                0, call.scene.requests("POST", "/telephony/config") + call.scene.requests("PUT", "/telephony/config"));
        assertEquals(List.of("1-408-555-0134"), blocked());
    }

    @Test
    void oneOfThoseInTheListIsLetThroughAgain() {
        assertTrue(ask("/block").text().startsWith("🚫 No number is blocked."));
        ask("/block 2044");
        ask("/block " + NUMBER);
        ChatMessage list = ask("/block");
        assertTrue(list.text().startsWith("🚫 2 numbers are blocked\n2044\n" + NUMBER), list.text());
        press(list, "Unblock");
        assertEquals(1, blocked().size());
        ChatMessage one = ask("/block");
        assertTrue(one.text().startsWith("🚫 One number is blocked"), one.text());
        press(one, "Refuse anonymous calls");
        assertTrue(webex.refusesAnonymous(call.alice.person()));
    }

    /** What is no command is not made one: it would block, or let through, something else. */
    @Test
    void aNumberThatCannotBeTypedHasNoButton() {
        webex.block(call.alice.person(), "+1408*");
        ChatMessage list = ask("/block");
        assertTrue(list.text().contains("+1408*"), list.text());
        assertFalse(list.card().orElseThrow().toString().contains("/block off"));
    }

    @Test
    void anonymousCallsAreRefusedAndWithOnePressRingAgain() {
        ChatMessage told = ask("/block anonymous on");
        assertTrue(told.text().contains("Anonymous calls are refused"), told.text());
        assertTrue(webex.refusesAnonymous(call.alice.person()));
        assertTrue(ask("/block").text().contains("Anonymous calls are refused."));
        assertTrue(press(told, "Put back").text().contains("Anonymous calls ring"));
        assertFalse(webex.refusesAnonymous(call.alice.person()));
    }

    @Test
    void whatMayBeTwoNumbersIsAskedAbout() {
        ChatMessage asked = ask("/block 2044 2045");
        assertEquals(List.of(), blocked());
        press(asked, "2045");
        assertEquals(List.of("2045"), blocked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/block", "/block 2044", "/block off 2044", "/block anonymous on"})
    void whoHasItNotInThePlanIsToldSo(String command) {
        webex.takeAway(call.alice.person());
        assertTrue(ask(command).text().contains("Blocking is not part of your calling plan"), command);
    }

    @Test
    void withoutAnonymousCallsTheRestIsShown() {
        webex.takeAnonymousAway(call.alice.person());
        ChatMessage list = ask("/block");
        assertFalse(list.text().contains("nonymous"), list.text());
        assertTrue(ask("/block anonymous on").text().contains("not part of your calling plan"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | Webex did not accept that
            403 | Webex doesn't let you do that
            503 | I can't tell whether it happened. /block shows how it is now.
            """)
    void everyRefusalIsSaid(int status, String words) {
        call.scene.webex().faults().next(9, "POST", "/telephony/config").answer(status);
        assertTrue(ask("/block 2044").text().contains(words));
        call.scene.webex().faults().clear();
        assertEquals(List.of(), blocked());
    }

    @Test
    void theCardOfAMissedCallBlocksTheCaller() {
        call.asks("/monitor on");
        call.ana.call(call.alice);
        call.card("Incoming call");
        call.ana.hangUp();
        ChatMessage card = call.card("Missed call");
        assertTrue(card.text().endsWith("Type /dial " + NUMBER + " or /block " + NUMBER + "."), card.text());
        press(card, "Block");
        assertEquals(List.of(NUMBER), blocked());
    }

    @Test
    void withoutThePermissionTheCardDoesNotOfferIt() {
        try (AnasCall other = AnasCall.ringingOnCard()) {
            other.ana.hangUp();
            assertFalse(
                    other.card("Missed call").card().orElseThrow().toString().contains("/block"));
        }
    }

    @Test
    void aColleagueIsNotOffered() {
        call.asks("/monitor on");
        call.scene.bob().phone().dial(call.alice.phone().extension());
        call.card("Incoming call");
        call.scene.bob().phone().hangUp();
        assertFalse(call.card("Missed call").card().orElseThrow().toString().contains("/block"));
    }

    private List<String> blocked() {
        return webex.blocked(call.alice.person());
    }

    private ChatMessage ask(String text) {
        return call.scene.ask(call.alice, text);
    }

    private ChatMessage press(ChatMessage message, String button) {
        return call.scene.press(call.alice, message, button);
    }
}
