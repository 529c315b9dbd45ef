package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.base.Account;
import callbot.sandbox.base.LineEndpoint;
import callbot.sandbox.line.FakeEndpoints;
import callbot.sandbox.messaging.ChatMessage;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Alice's desk phone, which Webex prefers at first, and her app. */
class PhonesTest {

    private static final Optional<String> DESK = Optional.of("Desk phone of Alice Adams");
    private static final Optional<String> APP = Optional.of("Webex Desktop Application");

    private final AnasCall call = AnasCall.withSettings();
    private final FakeEndpoints webex = call.scene.webex().services().stations().endpoints();
    private final Account alice = call.alice.person();

    @AfterEach
    void stop() {
        call.close();
    }

    @Test
    void theCardSaysWhatCanBeDoneOnEachAndWhichIsPreferred() {
        ChatMessage card = ask("/phones");
        assertTrue(
                card.text()
                        .startsWith("📱 Your phones and apps\n"
                                + "Desk phone of Alice Adams: phone that I can answer, mute and hold; preferred\n"
                                + "Webex Desktop Application: app that I can answer, mute and hold\n"),
                card.text());
        assertTrue(card.text().contains("Webex prefers Desk phone of Alice Adams."), card.text());
        press(card, "Prefer");
        assertEquals(APP, preferred());
        press(ask("/phones"), "No preference");
        assertEquals(Optional.empty(), preferred());
        ChatMessage none = ask("/phones");
        assertTrue(none.text().contains("Webex prefers none of them."), none.text());
        assertFalse(none.card().orElseThrow().toString().contains("/phones any"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/phones app", "/phones webex desktop application", "/phones “Webex Desktop”"})
    void oneIsPreferredAndWithOnePressAsBefore(String command) {
        ChatMessage told = ask(command);
        assertEquals(
                "✅ Webex prefers Webex Desktop Application when a call of yours is to ring or be answered."
                        + " /phones Desk phone of Alice Adams puts back what was before.",
                told.text());
        assertEquals(APP, preferred());
        ChatMessage back = press(told, "Put back");
        assertEquals(DESK, preferred());
        press(back, "Put back");
        assertEquals(APP, preferred());
    }

    @Test
    void noneIsPreferredAndWithOnePressAsBefore() {
        ChatMessage told = ask("/phones any");
        assertTrue(told.text().startsWith("✅ Webex prefers none of your phones."), told.text());
        assertEquals(Optional.empty(), preferred());
        ChatMessage back = press(told, "Put back");
        assertEquals(DESK, preferred());
        press(back, "Put back");
        assertEquals(Optional.empty(), preferred());
    }

    /** Its documentation names the field in two ways. */
    @Test
    void theOtherNameIsTriedIfWebexRefusesTheOne() {
        webex.nameAsInSchema();
        ask("/phones app");
        assertEquals(APP, preferred());
        ask("/phones any");
        assertEquals(Optional.empty(), preferred());
        assertEquals(4, call.scene.requests("PUT", "/telephony/config"));
    }

    /** That both lists have the same ids is not documented. */
    @Test
    void aPhoneThatHasTwoIdsIsKnownByItsName() {
        webex.giveOtherIds();
        ChatMessage card = ask("/phones");
        assertTrue(card.text().contains("Webex Desktop Application: app that I can answer"), card.text());
        press(card, "Prefer");
        assertEquals(APP, preferred());
    }

    @Test
    void whatCannotBePreferredHasNoButton() {
        LineEndpoint app = alice.requireLine().endpoints().getLast();
        webex.uncontrolled(app);
        ChatMessage card = ask("/phones");
        assertTrue(card.text().contains("app that I can neither answer nor mute nor hold"), card.text());
        assertFalse(card.card().orElseThrow().toString().contains("/phones Webex"));
        String told = ask("/phones app").text();
        assertEquals("I have changed nothing: Webex does not let you prefer Webex Desktop Application.", told);
        assertEquals(0, call.scene.requests("PUT", "/telephony/config"));
    }

    @Test
    void whatWasSoIsNotChanged() {
        assertTrue(ask("/phones desk phone").text().endsWith("That was so already; I have changed nothing."));
        ask("/phones any");
        assertTrue(ask("/phones any").text().endsWith("That was so already; I have changed nothing."));
        assertEquals(1, call.scene.requests("PUT", "/telephony/config"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/phones fax", "/phones e"})
    void whatIsNotJustOneOfThemIsNone(String command) {
        String told = ask(command).text();
        assertTrue(told.startsWith("I have changed nothing: “"), told);
        assertTrue(told.endsWith("You have:\nDesk phone of Alice Adams\nWebex Desktop Application"), told);
        assertEquals(DESK, preferred());
    }

    /** One is for all that uses Webex, the other for this chat. */
    @Test
    void itAndItsNeighbourExplainEachOther() {
        assertTrue(ask("/phones").text().contains("/device chooses for this chat alone"));
        assertTrue(ask("/device").text().contains("/phones shows which one Webex prefers"));
        ask("/device app");
        assertEquals(DESK, preferred());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/phones", "/phones app", "/phones any"})
    void whoHasItNotInThePlanIsToldSo(String command) {
        webex.takeAway(alice);
        String told = ask(command).text();
        assertTrue(told.contains("To prefer a phone is not part of your calling plan"), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | Webex did not accept that
            403 | Webex doesn't let you do that
            503 | I can't tell whether it happened. /phones shows how it is now.
            """)
    void everyRefusalIsSaid(int status, String words) {
        call.scene.webex().faults().next(9, "PUT", "/telephony/config").answer(status);
        String told = ask("/phones app").text();
        assertTrue(told.contains(words), told);
        call.scene.webex().faults().clear();
        assertEquals(DESK, preferred());
    }

    private Optional<String> preferred() {
        return webex.preferred(alice);
    }

    private ChatMessage ask(String text) {
        return call.scene.ask(call.alice, text);
    }

    private ChatMessage press(ChatMessage message, String button) {
        return call.scene.press(call.alice, message, button);
    }
}
