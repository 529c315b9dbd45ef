package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same bot runs twice, each with a store and an address of its own: what was started last acts, and the other knows. */
class TwoDeploymentsTest {

    private static final String DIAL = "/telephony/calls/dial";

    private final LogCapture log = new LogCapture();
    private final Scene scene = Scene.started();
    private final Deployment second = scene.another();

    @BeforeEach
    void aPersonHasSignedInAtBoth() {
        scene.signIn(scene.alice());
        scene.ask(scene.alice(), "/monitor on");
        second.start();
        scene.signIn(scene.alice());
        scene.ask(scene.alice(), "/monitor on");
    }

    @AfterEach
    void close() {
        second.close();
        scene.close();
        log.close();
    }

    @Test
    void oneMessageDialsOnceAndIsAnsweredOnce() {
        for (int round = 1; round <= 2; round++) {
            int before = scene.fromBot(scene.alice()).size();
            scene.alice().say("/dial +140855501" + round + "0");
            scene.awaitCard(scene.alice(), "+140855501" + round + "0");
            scene.ask(scene.alice(), "/echo end");
            assertEquals(before + 2, scene.fromBot(scene.alice()).size(), () -> "" + scene.told(scene.alice()));
            assertEquals(round, scene.requests("POST", DIAL));
            scene.bot().upkeep();
            second.upkeep();
        }
    }

    @Test
    void aCallThatRingsHasOneCard() {
        scene.bot().upkeep();
        second.upkeep();
        var ana = scene.webex().outside("+14085550134", "Ana");
        ana.call(scene.alice());
        scene.awaitCard(scene.alice(), "Incoming call from Ana");
        ana.hangUp();
        scene.awaitCard(scene.alice(), "Missed call from Ana");
        scene.await(
                () -> scene.visible(scene.alice()).stream()
                                .filter(message -> message.text().contains("Ana"))
                                .count()
                        == 1,
                "one card");
        second.upkeep();
        scene.bot().upkeep();
        assertEquals(
                2,
                scene.fromBot(scene.alice()).stream()
                        .filter(message -> message.text().contains("Ana"))
                        .count(),
                "one when it rang, and one when it was over");
    }

    @Test
    void eachSaysWhereItStands() {
        scene.bot().upkeep();
        HttpResponse<String> first = scene.visitor().open(scene.address("/ready"));
        assertEquals(503, first.statusCode());
        assertTrue(first.body().contains("superseded: another copy of me was started later"), first.body());
        assertEquals(200, scene.visitor().open(second.address("/ready")).statusCode());
        String status = scene.ask(scene.alice(), "/status").text();
        assertTrue(status.contains("Another copy of me ran before I was started. Only I act now"), status);
        assertTrue(log.text().contains("event=deployment.took-over"), log.text());
        assertTrue(log.text().contains("event=deployment.superseded"), log.text());
    }

    @Test
    void whenTheSecondEndsTheFirstActsAgain() {
        scene.bot().upkeep();
        second.close();
        scene.bot().upkeep();
        assertEquals(200, scene.visitor().open(scene.address("/ready")).statusCode());
        int before = scene.fromBot(scene.alice()).size();
        assertTrue(scene.ask(scene.alice(), "/calls").text().contains("no calls"));
        assertEquals(before + 1, scene.fromBot(scene.alice()).size());
        String status = scene.ask(scene.alice(), "/status").text();
        assertFalse(status.contains("Another copy"), status);
    }
}
