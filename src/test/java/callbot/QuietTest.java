package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.messaging.ChatMessage;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Do not disturb: on, off, and off again by itself. */
class QuietTest {

    private static final String OVER = "Do not disturb is off again";

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
    void itIsTurnedOnAndUndoneByAButton() {
        ChatMessage off = ask("/dnd");
        assertEquals(
                "🔔 Do not disturb is off: your phones ring. /dnd on keeps them silent, /dnd 1h for an hour.",
                off.text());
        ChatMessage on = scene.press(scene.alice(), off, "Turn on");
        assertEquals("🔕 Do not disturb is on: your phones stay silent until you write /dnd off.", on.text());
        assertQuiet(true);
        assertEquals(on.text(), ask("/dnd").text());

        assertTrue(scene.press(scene.alice(), on, "Turn off").text().contains("is off: your phones ring"));
        assertQuiet(false);
    }

    @Test
    void whatIsSoAlreadyIsNotChanged() {
        ask("/dnd off");
        ask("/dnd on");
        ask("/dnd on");
        assertEquals(1, scene.requests("PUT", "/telephony/config"));
    }

    @Test
    void afterItsTimeItIsTurnedOffAndTold() {
        String end = clock(now().plusHours(2));
        String told = ask("/dnd 2h").text();
        assertTrue(told.startsWith("🔕 Do not disturb is on until "), told);
        assertTrue(told.contains(end) || told.contains(clock(now().plusHours(2))), told + " " + end);
        assertEquals(told, ask("/dnd").text());
        afterwards(Duration.ofMinutes(119));
        assertQuiet(true);

        afterwards(Duration.ofMinutes(2));
        assertQuiet(false);
        ChatMessage news = scene.awaitMessage(scene.alice(), OVER);
        assertTrue(scene.press(scene.alice(), news, "Turn on").text().contains("Do not disturb is on:"));
        afterwards(Duration.ofHours(3));
        assertQuiet(true);
        assertToldOnce();
    }

    @Test
    void itEndsAtATimeOfDayWhereTheUserIs() {
        String end = clock(now().plusHours(1));
        assertTrue(ask("/dnd until " + end).text().contains(end), end);
        afterwards(Duration.ofMinutes(58));
        assertQuiet(true);
        afterwards(Duration.ofMinutes(3));
        assertQuiet(false);
    }

    @Test
    void itEndsLateIfTheBotWasAway() {
        ask("/dnd 30 min");
        scene.stop();
        scene.clock().advance(Duration.ofHours(5));
        assertQuiet(true);
        scene.start();
        scene.awaitMessage(scene.alice(), OVER);
        assertQuiet(false);
    }

    @Test
    void itEndsLateIfWebexWasAway() {
        ask("/dnd 30 min");
        scene.webex().faults().next(20, "GET", "/telephony/config").answer(503);
        afterwards(Duration.ofMinutes(31));
        assertQuiet(true);
        scene.webex().faults().clear();
        afterwards(Duration.ofMinutes(1));
        assertQuiet(false);
        assertToldOnce();
    }

    @Test
    void whatWasTurnedOffIsNotTurnedOffAgainLater() {
        ask("/dnd 2h");
        ask("/dnd off");
        scene.webex().settings().undisturbed(scene.alice().person(), true);
        afterwards(Duration.ofHours(3));
        assertQuiet(true);
    }

    @ParameterizedTest
    @CsvSource({"/dnd on, true", "/dnd 4h, true", "/dnd off, false"})
    void whatIsSaidLaterCounts(String later, boolean quiet) {
        ask("/dnd 2h");
        ask(later);
        afterwards(Duration.ofHours(3));
        assertQuiet(quiet);
        assertFalse(scene.told(scene.alice()).toString().contains(OVER));
    }

    @Test
    void whoTurnsItOffOnThePhoneIsToldNothing() {
        ask("/dnd 2h");
        scene.webex().settings().undisturbed(scene.alice().person(), false);
        assertTrue(ask("/dnd").text().contains("is off"));
        afterwards(Duration.ofHours(3));
        assertFalse(scene.told(scene.alice()).toString().contains(OVER));
        scene.webex().settings().undisturbed(scene.alice().person(), true);
        assertTrue(ask("/dnd").text().contains("silent until you write"), "the old end is forgotten");
    }

    @Test
    void whereTheBotMayNoLongerEndItThatIsSaidOnce() {
        ask("/dnd 2h");
        scene.webex().settings().takeAway(scene.alice().person());
        afterwards(Duration.ofHours(3));
        afterwards(Duration.ofHours(3));
        assertEquals(
                1,
                scene.told(scene.alice()).stream()
                        .filter(text -> text.contains("Webex does not let me turn it off"))
                        .count());
    }

    @Test
    void ofManyWhoNoticeThatItsTimeHasComeOneTurnsItOff() {
        ask("/dnd 2h");
        scene.clock().advance(Duration.ofHours(3));
        scene.webex().faults().latency(Duration.ofMillis(100));
        List<Thread> rounds = new ArrayList<>();
        for (int i = 0; i < 6; i++) rounds.add(Thread.ofVirtual().start(scene.bot()::upkeep));
        scene.await(() -> rounds.stream().noneMatch(Thread::isAlive), "the rounds to end");
        assertEquals(2, scene.requests("PUT", "/telephony/config"), "on, and off once");
        assertToldOnce();
    }

    @Test
    void whoeverSpeaksWhileItIsTurnedOffIsToldToSpeakAgain() {
        ask("/dnd 2h");
        List<String> answers = new CopyOnWriteArrayList<>();
        scene.webex().wire().listen(exchange -> {
            if (exchange.method().equals("PUT") && answers.isEmpty()) {
                answers.add("");
                answers.add(ask("/dnd 1h").text());
            }
        });
        afterwards(Duration.ofHours(3));
        assertTrue(answers.getLast().startsWith("⏳ I have changed nothing: do not disturb is being changed just now"));
        scene.awaitMessage(scene.alice(), OVER);
        assertTrue(ask("/dnd 1h").text().contains("is on until"));
    }

    @Test
    void whoSignsOutIsForgotten() {
        ask("/dnd 2h");
        assertTrue(ask("/auth clear").text().contains("Do not disturb stays as it is"));
        afterwards(Duration.ofHours(3));
        assertEquals(
                0,
                scene.told(scene.alice()).stream()
                        .filter(text -> text.contains("do not disturb is over"))
                        .count());
    }

    @Test
    void whatThePlanDoesNotIncludeIsSaidPlainly() {
        scene.webex().settings().takeAway(scene.alice().person());
        for (String command : new String[] {"/dnd", "/dnd on", "/dnd off"}) {
            String told = ask(command).text();
            assertTrue(told.contains("Do not disturb is not part of your calling plan"), told);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | Webex did not accept that
            403 | Webex doesn't let you do that
            500 | I have changed nothing
            503 | I can't tell whether it happened. /dnd shows how it is now.
            """)
    void everyRefusalIsSaid(int status, String words) {
        scene.webex().faults().next(9, "PUT", "/telephony/config").answer(status);
        String told = ask("/dnd 2h").text();
        assertTrue(told.contains(words), told);
        assertTrue(told.contains("/why shows how it went"), told);
        scene.webex().faults().clear();
        assertQuiet(false);
        assertTrue(ask("/dnd on").text().contains("silent until you write"));
    }

    @Test
    void whatWasRefusedHasNoEndEither() {
        scene.webex().faults().next(9, "PUT", "/telephony/config").answer(403);
        ask("/dnd 2h");
        scene.webex().faults().clear();
        scene.webex().settings().undisturbed(scene.alice().person(), true);
        afterwards(Duration.ofHours(3));
        assertQuiet(true);
    }

    @Test
    void aRefusedChangeLeavesTheEndThatWasSet() {
        ask("/dnd 2h");
        scene.webex().faults().next(9, "PUT", "/telephony/config").answer(403);
        ask("/dnd off");
        scene.webex().faults().clear();
        afterwards(Duration.ofHours(3));
        assertQuiet(false);
    }

    private ChatMessage ask(String text) {
        return scene.ask(scene.alice(), text);
    }

    private void afterwards(Duration time) {
        scene.clock().advance(time);
        scene.bot().upkeep();
    }

    private void assertQuiet(boolean expected) {
        assertEquals(
                expected, scene.webex().settings().isUndisturbed(scene.alice().person()));
    }

    private void assertToldOnce() {
        assertEquals(
                1,
                scene.told(scene.alice()).stream()
                        .filter(text -> text.contains(OVER))
                        .count());
    }

    private ZonedDateTime now() {
        return scene.clock().instant().atZone(scene.clock().getZone());
    }

    private static String clock(ZonedDateTime time) {
        return time.format(DateTimeFormatter.ofPattern("HH:mm"));
    }
}
