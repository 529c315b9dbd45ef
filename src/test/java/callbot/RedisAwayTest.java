package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.traffic.Exchange.Direction;
import callbot.store.StoreUnavailableException;
import callbot.testing.Line;
import callbot.testing.RealRedis;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people and Webex notice while Redis is away or slow, and that all is well again when it is back. */
class RedisAwayTest {

    private static final String DIAL = "/telephony/calls/dial";
    private static final String CANNOT_REMEMBER = "I can't reach my memory just now";

    private RealRedis redis;
    private Line line;
    private Scene scene;

    @BeforeEach
    void start() {
        redis = RealRedis.with();
        line = Line.to(redis.port());
        scene = Scene.prepared()
                .with("REDIS_URL", "redis://127.0.0.1:" + line.port())
                .start();
        scene.signIn(scene.alice());
        scene.await(() -> scene.requests("POST", "/messages") == 3, "the welcome and the answers");
    }

    @AfterEach
    void stop() {
        line.heal();
        scene.close();
        line.close();
        redis.close();
    }

    @Test
    void whatCannotBeStoredIsNotAcknowledgedButDoneWhenWebexTriesAgain() {
        scene.webex().deliveries().repeat(20, Duration.ofSeconds(1));
        line.cut();
        scene.alice().say("/echo at last");
        scene.await(() -> deliveriesAnswered(503) > 0, "a delivery that is refused");
        assertNotReady();
        assertEquals(200, scene.visitor().open(scene.address("/health")).statusCode());
        line.heal();

        scene.awaitMessage(scene.alice(), "at last");
        assertEquals(200, scene.visitor().open(scene.address("/ready")).statusCode());
    }

    @Test
    void aRedisThatIsSilentIsNoticedInSeconds() {
        scene.webex().deliveries().repeat(20, Duration.ofSeconds(1));
        line.silence();
        assertTimeout(Duration.ofSeconds(10), this::assertNotReady);
        scene.alice().say("/echo at last");
        scene.await(() -> deliveriesAnswered(503) > 0, "a delivery that is refused");
        line.heal();

        scene.awaitMessage(scene.alice(), "at last");
    }

    @Test
    void aSlowRedisMakesTheBotSlowAndNothingElse() {
        line.delay(Duration.ofMillis(100));
        assertTrue(scene.ask(scene.alice(), "/dial +14085550134").text().contains("Calling"));
        assertEquals(200, scene.visitor().open(scene.address("/ready")).statusCode());
        assertEquals(1, scene.requests("POST", DIAL));
    }

    @Test
    void aCommandThatCannotBeMarkedAsBegunIsNotBegunAndThatIsSaidOnce() {
        int before = scene.fromBot(scene.alice()).size();
        cutAt("GET", "/messages/");
        try (LogCapture log = new LogCapture()) {
            String answer = scene.ask(scene.alice(), "/dial +14085550134").text();
            assertTrue(answer.contains(CANNOT_REMEMBER), answer);
            healWhenPutOff(log);
        }
        restart();

        assertEquals("the end", scene.ask(scene.alice(), "/echo the end").text());
        assertEquals(before + 2, scene.fromBot(scene.alice()).size(), scene.told(scene.alice())::toString);
        assertEquals(0, scene.requests("POST", DIAL));
    }

    @Test
    void theOutcomeOfACommandIsToldOnceThoughItCannotBeMarkedAsDone() {
        int before = scene.fromBot(scene.alice()).size();
        cutAt("POST", DIAL);
        try (LogCapture log = new LogCapture()) {
            assertTrue(scene.ask(scene.alice(), "/dial +14085550134").text().contains("Calling"));
            healWhenPutOff(log);
        }
        restart();

        assertEquals("the end", scene.ask(scene.alice(), "/echo the end").text());
        assertEquals(before + 2, scene.fromBot(scene.alice()).size(), scene.told(scene.alice())::toString);
        assertEquals(1, scene.requests("POST", DIAL));
    }

    @Test
    void whoPressesAButtonIsToldInWordsToo() {
        scene.webex().outside("+14085550134", "Ana").call(scene.alice());
        ChatMessage calls = scene.ask(scene.alice(), "/calls");
        scene.webex().faults().latency(Duration.ofSeconds(1)); // so that both are under way when Redis goes
        awaitAccepted(scene.alice().say("/echo hello"));
        awaitAccepted(scene.alice().press(calls.id(), "Answer 1"));
        line.cut();

        scene.awaitMessage(scene.alice(), "hello"); // neither waits for the other
        scene.awaitMessage(scene.alice(), CANNOT_REMEMBER);
    }

    @Test
    void newsOfACallThatCannotBeRememberedIsToldWhenRedisIsBack() {
        scene.ask(scene.alice(), "/monitor on");
        String call = scene.webex().outside("+14085550134", "Ana").call(scene.alice());
        scene.awaitMessage(scene.alice(), "Incoming call");
        scene.webex().faults().latency(Duration.ofSeconds(1)); // so that the second news waits behind the first
        scene.alice().phone().pickUp();
        awaitAccepted("\"eventType\":\"answered\"");
        scene.alice().phone().hold(call);
        awaitAccepted("\"state\":\"held\"");
        try (LogCapture log = new LogCapture()) {
            line.cut();
            healWhenPutOff(log);
        }
        scene.awaitMessage(scene.alice(), "is on hold");
    }

    @Test
    void aSignInThatCannotBeKeptIsSaidInTheBrowserAndEndsLater() {
        ChatMessage invitation = scene.ask(scene.bob(), "/auth");
        var redirect = scene.visitor().agree(scene.bob(), invitation);
        line.cut();
        HttpResponse<String> page = scene.visitor().open(redirect);
        assertEquals(503, page.statusCode());
        assertTrue(page.body().contains("Open this page again in a minute"), page.body());
        line.heal();

        assertEquals(200, scene.visitor().open(redirect).statusCode());
        scene.awaitMessage(scene.bob(), "You are signed in");
    }

    @Test
    void aStopEndsThoughRedisIsAway() {
        line.cut();
        scene.stop();
        assertThrows(StoreUnavailableException.class, scene::start);
        line.heal();
        scene.start();
        assertEquals("hello", scene.ask(scene.alice(), "/echo hello").text());
    }

    private void healWhenPutOff(LogCapture log) {
        scene.await(() -> log.text().contains("event=task.postponed"), "work that cannot be marked as done");
        line.heal();
    }

    private void restart() {
        scene.stop();
        scene.start();
    }

    private void assertNotReady() {
        HttpResponse<String> page = scene.visitor().open(scene.address("/ready"));
        assertEquals(503, page.statusCode());
        assertEquals("I cannot use my memory. Redis cannot be reached.\n", page.body());
    }

    /** Cuts the line when Webex has done what this request asks for, and before the bot hears of it. */
    private void cutAt(String method, String path) {
        scene.webex().wire().listen(exchange -> {
            if (exchange.direction() == Direction.TO_WEBEX
                    && exchange.method().equals(method)
                    && exchange.target().startsWith("/v1" + path)) line.cut();
        });
    }

    private void awaitAccepted(String content) {
        scene.await(
                () -> scene.webex().exchanges().stream()
                        .filter(exchange -> exchange.direction() == Direction.TO_BOT && exchange.status() == 200)
                        .anyMatch(exchange -> exchange.requestBody().contains(content)),
                content + " to be accepted");
    }

    private long deliveriesAnswered(int status) {
        return scene.webex().exchanges().stream()
                .filter(exchange -> exchange.direction() == Direction.TO_BOT)
                .filter(exchange -> exchange.status() == status)
                .count();
    }
}
