package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.base.Account;
import callbot.sandbox.line.FakeQueues;
import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.webex.FakeUser;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls from queues: Bob takes them. */
class QueueTest {

    private final Scene scene = LineScopesTest.withSettings();
    private final FakeUser bob = scene.bob();
    private final Account agent = bob.person();
    private final FakeQueues webex = scene.webex().services().stations().queues();

    @BeforeEach
    void signIn() {
        scene.signIn(bob);
        scene.awaitWelcome(bob);
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void theCardSaysWhatIsAndOffersWhatMayBe() {
        add("Sales", "2100", true);
        webex.add(agent, Optional.empty(), Optional.of("2300"), false);
        webex.add(agent, Optional.empty(), Optional.empty(), true);
        ChatMessage card = ask("/queue");
        assertTrue(card.text().startsWith("🎧 You're out: no calls from your queues reach you."), card.text());
        assertTrue(card.text().contains("Sales (2100): you're in\n"), card.text());
        assertTrue(
                card.text().contains("the queue 2300: you're in; your administrator does not let you change that"),
                card.text());
        assertTrue(card.text().contains("a queue without a name: you're in"), card.text());
        String buttons = card.card().orElseThrow().toString();
        assertTrue(buttons.contains("/queue out 2100"), buttons);
        assertFalse(buttons.contains("/queue out 2300"), buttons);
        assertTrue(buttons.contains("\"/queue in\""), buttons);
        assertFalse(buttons.contains("\"/queue out\""), "that is so already");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /queue in    | AVAILABLE   | You're in: calls from your queues reach you.
            /queue pause | UNAVAILABLE | You're on pause: no calls from your queues reach you, and you stay signed in.
            """)
    void theWholeIsChangedAndWithOnePressPutBack(String command, String state, String words) {
        add("Sales", "2100", true);
        ChatMessage told = ask(command);
        assertEquals("✅ " + words + " /queue out puts back what was before.", told.text());
        assertEquals(Optional.of(state), webex.state(agent));
        ChatMessage back = press(told, "Put back");
        assertTrue(back.text().startsWith("✅ You're out: "), back.text());
        assertEquals(Optional.of("SIGN_OUT"), webex.state(agent));
        press(back, "Put back");
        assertEquals(Optional.of(state), webex.state(agent));
    }

    /** Not to something like it. */
    @ParameterizedTest
    @ValueSource(strings = {"SIGN_IN", "SIGN_OUT", "AVAILABLE", "UNAVAILABLE", "WRAP_UP"})
    void whateverWasBeforeIsPutBack(String before) {
        add("Sales", "2100", true);
        webex.state(agent, before);
        ChatMessage told = ask(before.equals("AVAILABLE") ? "/queue out" : "/queue in");
        press(told, "Put back");
        assertEquals(Optional.of(before), webex.state(agent));
    }

    @Test
    void aSingleQueueIsLeftByItsNameAndJoinedAgain() {
        String sales = add("Sales", "2100", true);
        String support = add("Support", "2200", true);
        webex.state(agent, "AVAILABLE");
        ChatMessage told = ask("/queue out sal");
        assertEquals(
                "✅ You're out of Sales (2100): its calls no longer reach you. /queue in 2100 puts that back.",
                told.text());
        assertFalse(webex.isIn(agent, sales));
        assertTrue(webex.isIn(agent, support));
        ChatMessage back = press(told, "Join again");
        assertEquals("✅ You're in Sales (2100): its calls reach you. /queue out 2100 puts that back.", back.text());
        assertTrue(webex.isIn(agent, sales));
        press(ask("/queue"), "Leave");
        assertFalse(webex.isIn(agent, sales));
        press(ask("/queue"), "Join");
        assertTrue(webex.isIn(agent, sales));
        assertEquals(Optional.of("AVAILABLE"), webex.state(agent));
    }

    @Test
    void whoJoinsOneAndIsOutOfAllIsToldSo() {
        String sales = add("Sales", "2100", true);
        ask("/queue out 2100");
        ChatMessage in = ask("/queue in");
        assertTrue(in.text().contains("But you have left each single queue"), in.text());
        webex.state(agent, "UNAVAILABLE");
        ChatMessage told = ask("/queue in 2100");
        assertTrue(told.text().endsWith("But you're on pause for all queues: /queue in lets calls come."), told.text());
        assertTrue(webex.isIn(agent, sales));
        press(told, "Go in");
        assertEquals(Optional.of("AVAILABLE"), webex.state(agent));
    }

    @Test
    void whoMustNotLeaveIsToldSoAndNothingIsAskedOfWebex() {
        String support = add("Support", "2200", false);
        webex.state(agent, "AVAILABLE");
        ChatMessage told = ask("/queue out support");
        assertTrue(told.text().contains("your administrator does not let you leave Support (2200)"), told.text());
        assertEquals(0, scene.requests("PUT", "/telephony/config"));
        assertTrue(webex.isIn(agent, support));
        press(told, "Pause");
        assertEquals(Optional.of("UNAVAILABLE"), webex.state(agent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/queue out 9999", "/queue out s", "/queue in 21"})
    void whatIsNotJustOneQueueIsNoneOfThem(String command) {
        add("Sales", "2100", true);
        add("Support", "2200", true);
        ChatMessage told = ask(command);
        assertTrue(told.text().startsWith("I have changed nothing: “"), told.text());
        assertTrue(told.text().endsWith("You have:\nSales (2100)\nSupport (2200)"), told.text());
        assertEquals(0, scene.requests("PUT", "/telephony/config"));
    }

    @Test
    void whatWasSoIsNotChanged() {
        add("Sales", "2100", true);
        assertTrue(ask("/queue out").text().endsWith("That was so already; I have changed nothing."));
        assertTrue(ask("/queue in 2100").text().contains("That was so already; I have changed nothing."));
        assertEquals(0, scene.requests("PUT", "/telephony/config"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/queue", "/queue in", "/queue out 2100"})
    void whoIsInNoQueueIsToldSo(String command) {
        assertTrue(ask(command).text().startsWith("You're in no call queue"), command);
        webex.takeAway(agent);
        String told = ask(command).text();
        assertTrue(told.contains("To take calls from queues is not part of your calling plan"), told);
    }

    /** They are but an ornament. */
    @ParameterizedTest
    @ValueSource(ints = {403, 404, 503})
    void withoutNamesThereAreNumbers(int status) {
        add("Sales", "2100", true);
        scene.webex()
                .faults()
                .next(9, "GET", "/telephony/config/people/me/settings/availableCallerIds")
                .answer(status);
        String told = ask("/queue").text();
        scene.webex().faults().clear();
        assertTrue(told.contains("the queue 2100: you're in"), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | Webex did not accept that
            403 | Webex doesn't let you do that
            503 | I can't tell whether it happened. /queue shows how it is now.
            """)
    void everyRefusalIsSaid(int status, String words) {
        add("Sales", "2100", true);
        scene.webex().faults().next(9, "PUT", "/telephony/config").answer(status);
        String told = ask("/queue in").text();
        assertTrue(told.contains(words), told);
        scene.webex().faults().clear();
        assertEquals(Optional.of("SIGN_OUT"), webex.state(agent));
    }

    private String add(String name, String extension, boolean mayLeave) {
        return webex.add(agent, Optional.of(name), Optional.of(extension), mayLeave);
    }

    private ChatMessage ask(String text) {
        return scene.ask(bob, text);
    }

    private ChatMessage press(ChatMessage message, String button) {
        return scene.press(bob, message, button);
    }
}
