package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.line.FakeReach;
import callbot.sandbox.messaging.ChatMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that ring as well. */
class ReachTest {

    private static final String MOBILE = "+14085550177";
    private static final String HOME = "+14085550178";

    private final AnasCall call = AnasCall.withSettings();
    private final FakeReach webex = call.scene.webex().services().reach();

    @AfterEach
    void stop() {
        call.close();
    }

    private void setUp(boolean mobile, boolean home) {
        webex.add(call.alice.person(), MOBILE, "Mobile", mobile);
        webex.add(call.alice.person(), HOME, HOME, home);
    }

    @Test
    void aNumberIsSwitchedByItsNameAndWithOnePressBack() {
        setUp(true, true);
        ChatMessage told = ask("/reach mobile off");
        assertEquals(
                "✅ Mobile " + MOBILE + " does not ring when you're called. /reach " + MOBILE + " on puts that back.",
                told.text());
        assertFalse(rings(MOBILE));
        assertTrue(rings(HOME));
        assertTrue(webex.isConfirmed(call.alice.person(), MOBILE), "the rest is left as it is");

        assertTrue(press(told, "Put back").text().startsWith("✅ Mobile " + MOBILE + " rings too"));
        assertTrue(rings(MOBILE));
    }

    @Test
    void aNumberIsAddedAndRemovedAgainWhenThatIsConfirmed() {
        ChatMessage added = ask("/reach add +1 408 555 0177 as My mobile");
        assertEquals(
                "✅ My mobile " + MOBILE + " rings too when you're called. /reach remove " + MOBILE
                        + " takes it out again.",
                added.text());
        assertTrue(rings(MOBILE));
        ChatMessage sure = press(added, "Remove");
        assertTrue(sure.text().startsWith("Take My mobile " + MOBILE + " out of the numbers that can ring too?"));
        assertTrue(rings(MOBILE), "nobody has confirmed it yet");
        ChatMessage removed = press(sure, "Remove");
        assertTrue(removed.text().contains("is no longer among the numbers"), removed.text());
        assertFalse(webex.has(call.alice.person(), MOBILE));
        press(removed, "Add again");
        assertTrue(rings(MOBILE));
        assertTrue(ask("/reach").text().contains("My mobile, " + MOBILE + ": rings"));
    }

    @Test
    void whatIsThereAlreadyIsNotAddedAndWhatIsNotThereNotRemoved() {
        setUp(false, true);
        ChatMessage there = ask("/reach add " + MOBILE);
        assertEquals(
                "Mobile " + MOBILE + " is there already, and does not ring. I have changed nothing.", there.text());
        press(there, "Turn on");
        assertTrue(rings(MOBILE));
        assertTrue(ask("/reach remove office").text().startsWith("I have changed nothing: "));
        assertTrue(ask("/reach remove office for good").text().startsWith("I have changed nothing: "));
        String sure = ask("/reach remove mobile").text();
        assertTrue(sure.contains("What else is set for it is lost with it."), sure);
        assertTrue(ask("/reach add ana@example.com").text().contains("only a phone number can ring too"));
    }

    @Test
    void theListSwitchesEach() {
        assertTrue(ask("/reach").text().startsWith("📲 No other number rings when you're called."));
        setUp(true, false);
        webex.together(call.alice.person(), false, "+14085550180", "+14085550181");
        ChatMessage list = ask("/reach");
        assertTrue(
                list.text()
                        .startsWith("📲 What else can ring when you're called\nMobile, " + MOBILE + ": rings\n" + HOME
                                + ": silent\n+14085550180, +14085550181 (simultaneous ring): off"),
                list.text());
        press(list, "Turn off");
        assertFalse(rings(MOBILE));
    }

    @Test
    void simultaneousRingIsSwitchedAsAWhole() {
        webex.together(call.alice.person(), false, "+14085550180", "+14085550181");
        ChatMessage told = press(ask("/reach"), "Turn on");
        assertTrue(told.text().startsWith("✅ +14085550180, +14085550181 ring too"), told.text());
        assertTrue(webex.ringsTogether(call.alice.person(), 2));
        press(told, "Put back");
        assertFalse(webex.ringsTogether(call.alice.person(), 2));
    }

    @Test
    void allAreSwitchedAtOnceAndBack() {
        setUp(true, true);
        webex.together(call.alice.person(), true, "+14085550180");
        ChatMessage told = ask("/reach off");
        assertFalse(rings(MOBILE) || rings(HOME) || webex.ringsTogether(call.alice.person(), 1));
        press(told, "Put back");
        assertTrue(rings(MOBILE) && rings(HOME) && webex.ringsTogether(call.alice.person(), 1));
    }

    /** What was off before is not switched on when the rest is put back. */
    @Test
    void whereOnlySomeWereChangedEachIsPutBackByItself() {
        setUp(true, false);
        webex.together(call.alice.person(), true, "+14085550180");
        ChatMessage told = ask("/reach off");
        press(told, MOBILE + " on");
        assertTrue(rings(MOBILE));
        press(told, "Others on");
        assertTrue(webex.ringsTogether(call.alice.person(), 1));
        assertFalse(rings(HOME));
    }

    @Test
    void whatFailsInTheMiddleIsSaid() {
        setUp(true, true);
        call.scene
                .webex()
                .faults()
                .next(9, "PUT", "/telephony/config/people/me/settings/simultaneousRing")
                .answer(500);
        webex.together(call.alice.person(), true, "+14085550180");
        String told = ask("/reach off").text();
        assertTrue(told.startsWith("⚠️ Mobile " + MOBILE + ", " + HOME + " do not ring when you're called."), told);
        assertTrue(told.contains("/reach shows how it is now."), told);
        assertFalse(rings(MOBILE));
        assertTrue(webex.ringsTogether(call.alice.person(), 1));
    }

    @Test
    void whatWasSoIsNotChanged() {
        setUp(true, false);
        assertTrue(ask("/reach mobile on").text().endsWith("That was so already; I have changed nothing."));
        assertEquals(0, call.scene.requests("PUT", "/telephony/config"));
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertTrue(ask("/reach off").text().contains("no other number is set up to ring"));
        setUp(true, true);
        webex.add(call.alice.person(), "+14085550179", "mobile", true);
        assertTrue(ask("/reach mobile off").text().contains("there is not just one mobile"));
        assertTrue(ask("/reach 2044 off").text().contains("there is not just one 2044"));
        assertTrue(ask("/reach together on").text().contains("no number is set up for simultaneous ring"));
        assertEquals(0, call.scene.requests("PUT", "/telephony/config"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reach", "/reach on", "/reach off", "/reach mobile off"})
    void whoHasItNotInThePlanIsToldSo(String command) {
        webex.takeSingleAway(call.alice.person());
        webex.takeTogetherAway(call.alice.person());
        String told = ask(command).text();
        assertTrue(told.contains("Ringing at other numbers is not part of your calling plan"), told);
    }

    @Test
    void whatIsInThePlanIsShown() {
        webex.together(call.alice.person(), true, "+14085550180");
        webex.takeSingleAway(call.alice.person());
        assertTrue(ask("/reach").text().contains("+14085550180 (simultaneous ring): on"));
        ask("/reach off");
        assertFalse(webex.ringsTogether(call.alice.person(), 1));
    }

    @Test
    void thatAllOfItIsSwitchedOffIsSaid() {
        setUp(true, true);
        webex.switchOff(call.alice.person());
        assertTrue(ask("/reach").text().contains("switched off in Webex's call settings, so its numbers stay silent"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | Webex did not accept that
            403 | Webex doesn't let you do that
            404 | Webex doesn't let you do that
            503 | I can't tell whether it happened. /reach shows how it is now.
            """)
    void everyRefusalIsSaid(int status, String words) {
        setUp(true, true);
        call.scene.webex().faults().next(9, "PUT", "/telephony/config").answer(status);
        assertTrue(ask("/reach mobile off").text().contains(words));
        call.scene.webex().faults().clear();
        assertTrue(rings(MOBILE));
    }

    private boolean rings(String number) {
        return webex.rings(call.alice.person(), number);
    }

    private ChatMessage ask(String text) {
        return call.scene.ask(call.alice, text);
    }

    private ChatMessage press(ChatMessage message, String button) {
        return call.scene.press(call.alice, message, button);
    }
}
