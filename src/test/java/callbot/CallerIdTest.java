package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.base.Account;
import callbot.sandbox.line.FakeCallerIds;
import callbot.sandbox.messaging.ChatMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others see when Alice calls: she may call as the queues Sales and Support, too. */
class CallerIdTest {

    private final AnasCall call = AnasCall.withSettings();
    private final FakeCallerIds webex = call.scene.webex().services().stations().callerIds();
    private final Account alice = call.alice.person();
    private final String own = call.alice.person().requireLine().number();

    @AfterEach
    void stop() {
        call.close();
    }

    @Test
    void theCardSaysWhatOthersSeeAndOffersTheRest() {
        ChatMessage card = ask("/callerid");
        assertTrue(
                card.text()
                        .startsWith("☎️ Others see Alice Adams (" + own
                                + "), your default when you call.\n1 Alice Adams (" + own
                                + "), your default, chosen\n2 Sales (2100), a queue\n3 Support (2200), a queue"),
                card.text());
        press(card, "Use 2");
        assertEquals("CALL_QUEUE", webex.selected(alice));
        assertTrue(ask("/callerid").text().startsWith("☎️ Others see Sales (2100), a queue when you call."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/callerid 2", "/callerid 2100", "/callerid Sales", "/callerid sal"})
    void oneIsChosenAndWithOnePressAsBefore(String command) {
        ChatMessage told = ask(command);
        assertEquals(
                "✅ Others see Sales (2100), a queue when you call. /callerid default puts back what was before.",
                told.text());
        assertEquals("CALL_QUEUE", webex.selected(alice));
        ChatMessage back = press(told, "Put back");
        assertEquals("DEFAULT_CLID", webex.selected(alice));
        press(back, "Put back");
        assertEquals("CALL_QUEUE", webex.selected(alice));
    }

    @Test
    void anotherNumberIsChosenByIt() {
        webex.addNumber(alice, "+14085550150");
        ask("/callerid +1 (408) 555-0150");
        assertEquals("ADDITIONAL_CLID", webex.selected(alice));
        assertTrue(ask("/callerid").text().startsWith("☎️ Others see +14085550150 when you call."));
    }

    @Test
    void theNumberIsHiddenAndWithOnePressShown() {
        webex.restrict(alice);
        ChatMessage told = ask("/callerid hide");
        assertEquals(
                "✅ Your number is hidden: those you call don't see it. /callerid show puts that back.", told.text());
        assertTrue(webex.isHidden(alice));
        assertTrue(webex.isRestricted(alice), "that is not to be changed");
        ChatMessage card = ask("/callerid");
        assertTrue(card.text().startsWith("☎️ Your number is hidden"), card.text());
        ChatMessage back = press(told, "Put back");
        assertFalse(webex.isHidden(alice));
        press(back, "Put back");
        assertTrue(webex.isHidden(alice));
        press(card, "Show my number");
        assertFalse(webex.isHidden(alice));
    }

    /** Otherwise what is told would not be so. */
    @Test
    void whoChoosesWhileHiddenIsToldSo() {
        ask("/callerid hide");
        ChatMessage told = ask("/callerid sales");
        assertTrue(told.text().endsWith("But your number is hidden just now: /callerid show shows it."), told.text());
        press(told, "Show my number");
        assertFalse(webex.isHidden(alice));
    }

    @Test
    void whatWasSoIsNotChanged() {
        for (String command : new String[] {"/callerid show", "/callerid default", "/callerid 1"})
            assertTrue(ask(command).text().endsWith("That was so already; I have changed nothing."), command);
        assertEquals(0, call.scene.requests("PUT", "/telephony/config"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/callerid 4", "/callerid s", "/callerid 9999", "/callerid Bob"})
    void whatIsNotJustOneOfThemIsNone(String command) {
        String told = ask(command).text();
        assertTrue(told.startsWith("I have changed nothing: “"), told);
        assertTrue(told.contains("2 Sales (2100), a queue"), told);
        assertEquals(0, call.scene.requests("PUT", "/telephony/config"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/callerid", "/callerid 2", "/callerid hide", "/callerid show"})
    void whoHasItNotInThePlanIsToldSo(String command) {
        webex.takeAway(alice);
        String told = ask(command).text();
        assertTrue(told.contains("The choice of your caller ID is not part of your calling plan"), told);
    }

    @Test
    void whoCannotHideTheNumberCanStillChoose() {
        webex.takeHidingAway(alice);
        String card = ask("/callerid").text();
        assertTrue(card.endsWith("Your calling plan does not let you hide your number."), card);
        assertTrue(ask("/callerid hide").text().contains("not part of your calling plan"));
        ask("/callerid 2");
        assertEquals("CALL_QUEUE", webex.selected(alice));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | Webex did not accept that
            403 | Webex doesn't let you do that
            503 | I can't tell whether it happened. /callerid shows how it is now.
            """)
    void everyRefusalIsSaid(int status, String words) {
        call.scene.webex().faults().next(9, "PUT", "/telephony/config").answer(status);
        String told = ask("/callerid 2").text();
        assertTrue(told.contains(words), told);
        call.scene.webex().faults().clear();
        assertEquals("DEFAULT_CLID", webex.selected(alice));
    }

    private ChatMessage ask(String text) {
        return call.scene.ask(call.alice, text);
    }

    private ChatMessage press(ChatMessage message, String button) {
        return call.scene.press(call.alice, message, button);
    }
}
