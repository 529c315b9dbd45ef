package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.base.Habit;
import callbot.sandbox.line.FakeAssistant;
import callbot.sandbox.messaging.ChatMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers are told while somebody is away. */
class AwayTest {

    private final AnasCall call = AnasCall.withSettings();
    private final FakeAssistant webex = call.scene.webex().services().assistant();

    @AfterEach
    void stop() {
        call.close();
    }

    @Test
    void callersAreToldUntilTheTimeIsOver() {
        ChatMessage told = ask("/away 2h meeting");
        assertTrue(told.text().startsWith("✅ You're in a meeting until "), told.text());
        assertTrue(told.text().endsWith("Webex ends it by itself; /away off does at once."), told.text());
        assertEquals(Optional.of("MEETING"), tells());
        Instant end = webex.until(call.alice.person()).orElseThrow();
        assertTrue(Duration.between(call.scene.clock().instant(), end)
                        .minusHours(2)
                        .abs()
                        .toMinutes()
                < 1);

        call.scene.clock().advance(Duration.ofHours(3));
        assertEquals(Optional.empty(), tells());
        assertTrue(ask("/away").text().startsWith("🙋 You're not away"));
    }

    @Test
    void oneIsBackWithOnePressAndAwayAgainWithAnother() {
        ChatMessage back = press(ask("/away gone for the day"), "I'm back");
        assertEquals(Optional.empty(), tells());
        assertTrue(back.text().endsWith("/away gone for the day puts that back."), back.text());

        ChatMessage again = press(back, "Put back");
        assertEquals(Optional.of("GONE_FOR_THE_DAY"), tells());
        assertTrue(again.text().contains("It stays so until you write /away off."), again.text());
    }

    /** As it was told before, to the minute. */
    @Test
    void whatWasBeforeIsPutBackWithOnePress() {
        Instant end = now().plusDays(20).truncatedTo(ChronoUnit.MINUTES).toInstant();
        webex.tell(call.alice.person(), "VACATION", Optional.of(end), Optional.of("+14085550134"));
        ChatMessage shown = ask("/away");
        assertTrue(shown.text().startsWith("🚪 You're on vacation until "), shown.text());
        assertTrue(shown.text().contains("can put them through to +14085550134."), shown.text());

        ChatMessage told = ask("/away 1h lunch");
        assertEquals(Optional.of("LUNCH"), tells());
        assertEquals(3, webex.rings(call.alice.person()), "the rest is left as it is");
        press(told, "Put back");
        assertEquals(Optional.of("VACATION"), tells());
        assertEquals(Optional.of(end), webex.until(call.alice.person()));
    }

    @Test
    void aDayIsTheUsersOwn() {
        ZonedDateTime day = now().plusDays(9).truncatedTo(ChronoUnit.DAYS);
        ask("/away vacation until " + DateTimeFormatter.ISO_LOCAL_DATE.format(day));
        assertEquals(Optional.of(day.toInstant()), webex.until(call.alice.person()));
    }

    @Test
    void aDayOfThePastIsNotTaken() {
        assertTrue(ask("/away vacation until 2001-01-01").text().contains("1 January 2001 00:00 is over"));
        assertEquals(Optional.empty(), tells());
    }

    @Test
    void whatWasSoIsNotChanged() {
        assertTrue(ask("/away off").text().endsWith("That was so already; I have changed nothing."));
        ask("/away lunch");
        long before = call.scene.requests("PUT", "/telephony/config");
        assertTrue(ask("/away lunch").text().endsWith("That was so already; I have changed nothing."));
        assertEquals(before, call.scene.requests("PUT", "/telephony/config"));
    }

    @Test
    void anEndIsTakenAway() {
        ask("/away 2h meeting");
        assertTrue(ask("/away lunch").text().contains("It stays so until you write /away off. /away until "));
        assertEquals(Optional.empty(), webex.until(call.alice.person()));
    }

    /** Whether Webex does nobody knows. */
    @Test
    void anEndThatWebexKeepsIsTold() {
        call.scene.webex().habits().set(Habit.KEEPS_THE_END_OF_ABSENCE, true);
        ask("/away 2h meeting");
        String told = ask("/away lunch").text();
        assertTrue(told.startsWith("✅ You're at lunch until "), told);
        assertTrue(told.contains("Webex keeps the end that it had."), told);

        call.scene.clock().advance(Duration.ofHours(3));
        ChatMessage over = ask("/away lunch");
        assertTrue(over.text().contains("its assistant is not on"), over.text());
        assertEquals(Optional.empty(), tells());
        press(over, "For 2 hours");
        assertEquals(Optional.of("LUNCH"), tells());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/away", "/away lunch", "/away off"})
    void whoHasItNotInThePlanIsToldSo(String command) {
        webex.takeAway(call.alice.person());
        String told = ask(command).text();
        assertTrue(told.contains("Webex's personal assistant is not part of your calling plan"), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | Webex did not accept that
            403 | Webex doesn't let you do that
            503 | I can't tell whether it happened. /away shows how it is now.
            """)
    void everyRefusalIsSaid(int status, String words) {
        call.scene.webex().faults().next(9, "PUT", "/telephony/config").answer(status);
        assertTrue(ask("/away lunch").text().contains(words));
        call.scene.webex().faults().clear();
        assertEquals(Optional.empty(), tells());
    }

    /** It is said to colleagues as well, who are not to find one's calls answered by a machine. */
    @Test
    void thatSomebodyIsAtLunchIsNotTakenForACommand() {
        ChatMessage asked = ask("I'm at lunch until 1pm");
        assertEquals(0, call.scene.requests("PUT", "/telephony/config"));
        assertFalse(asked.card().isEmpty());
        press(asked, "At lunch until 1pm");
        assertEquals(Optional.of("LUNCH"), tells());
    }

    private Optional<String> tells() {
        return webex.tells(call.alice.person());
    }

    private ZonedDateTime now() {
        return call.scene.clock().instant().atZone(call.scene.clock().getZone());
    }

    private ChatMessage ask(String text) {
        return call.scene.ask(call.alice, text);
    }

    private ChatMessage press(ChatMessage message, String button) {
        return call.scene.press(call.alice, message, button);
    }
}
