package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.base.Habit;
import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.messaging.ChatMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cards whose calls have gone on without anybody telling the bot. */
class StaleCardsTest {

    private static final String LIST = "/v1/telephony/calls";

    private Scene scene;
    private OutsidePhone ana;

    @BeforeEach
    void start() {
        scene = Scene.started();
        scene.signIn(scene.alice());
        scene.awaitWelcome(scene.alice()); // or it would be what Webex does not take
        scene.ask(scene.alice(), "/monitor on");
        ana = scene.webex().outside("+14085550134", "Ana");
        ana.call(scene.alice());
        scene.awaitCard(scene.alice(), "Incoming call");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aCallWhoseEndWasLostIsShownAsOver() {
        scene.webex().deliveries().lose(10);
        ana.hangUp();
        assertEquals(List.of("Incoming call"), cards());

        aLittleLater();
        assertEquals(List.of("Missed call"), cards());
        assertEquals(2, lists(), "it is not listed, and one list may be incomplete");
        aLittleLater();
        assertEquals(2, lists(), "what is known to be over is not asked about");
    }

    @Test
    void aCallThatOneListLacksGoesOn() {
        scene.webex().habits().set(Habit.LISTS_NO_CALLS_EVERY_OTHER_TIME, true);
        aLittleLater();
        assertEquals(2, lists());
        assertEquals(List.of("Incoming call"), cards());
        String card = scene.visible(scene.alice()).getLast().id();
        scene.alice().press(card, "Answer");
        scene.awaitCard(scene.alice(), "Connected");
        String told = scene.press(scene.alice(), scene.awaitCard(scene.alice(), "Connected"), "Refresh")
                .text();
        assertTrue(told.startsWith("Nothing has changed"), told);
    }

    @Test
    void aChangeThatWasLostIsShown() {
        scene.webex().deliveries().lose(10);
        scene.alice().phone().pickUp();
        aLittleLater();
        assertEquals(List.of("Connected"), cards());
    }

    @Test
    void anEndThatWebexDidNotTakeIsShownLater() {
        scene.webex().faults().next(2, "POST", "/messages").answer(400);
        long before = scene.requests("POST", "/messages");
        ana.hangUp();
        scene.await(
                () -> scene.requests("POST", "/messages") == before + 2,
                "the card that Webex does not take, nor its text alone");
        assertEquals(List.of("Incoming call"), cards());

        aLittleLater();
        assertEquals(List.of("Missed call"), cards());
        assertEquals(0, lists());
    }

    @Test
    void nobodyIsAskedAboutACallOfWhichThereIsYoungNews() {
        scene.bot().upkeep();
        assertEquals(List.of("Incoming call"), cards());
        assertEquals(0, lists());
    }

    @Test
    void nobodyIsAskedAboutCallsThatNobodyWantsToSee() {
        scene.ask(scene.alice(), "/monitor off");
        aLittleLater();
        assertEquals(0, lists());
    }

    @Test
    void aBotThatWasAwayFindsWhatItHasMissed() {
        scene.stop();
        scene.webex().deliveries().lose(10);
        ana.hangUp();
        scene.clock().advance(Duration.ofMinutes(10));
        scene.start();
        scene.awaitCard(scene.alice(), "Missed call");
    }

    private void aLittleLater() {
        scene.clock().advance(Duration.ofMinutes(2));
        scene.bot().upkeep();
    }

    /** What the cards that Alice sees of calls say, in short. */
    private List<String> cards() {
        return scene.visible(scene.alice()).stream()
                .map(ChatMessage::text)
                .flatMap(text -> List.of("Incoming call", "Missed call", "Connected").stream()
                        .filter(text::contains))
                .toList();
    }

    /** How often the calls of this moment were asked for. */
    private long lists() {
        return scene.requests().stream()
                .filter(one -> one.method().equals("GET") && one.target().equals(LIST))
                .count();
    }
}
