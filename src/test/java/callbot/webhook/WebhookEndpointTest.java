package callbot.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.http.Response;
import callbot.store.JournalStateStore;
import callbot.store.StateStore;
import callbot.testing.Crowd;
import callbot.testing.Eventually;
import callbot.testing.RecordedLog;
import callbot.webex.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookEndpointTest {

    private static final String BOT = "the-bot";
    private static final String MESSAGE = Recorded.message("1", "alice");
    private static final String CALL = Recorded.call("call", "alice");

    private final MovableClock clock = new MovableClock();

    private final HookKeys keys = new HookKeys(new Secret("bot token"), "bot-id");

    private final SignedRequests requests = new SignedRequests(keys);

    @TempDir
    private Path directory;

    private StateStore store;
    private TestInstance instance;
    private WebhookEndpoint endpoint;

    @BeforeEach
    void open() {
        store = JournalStateStore.open(directory.resolve("state.json"), clock);
        instance = TestInstance.finishing(store, clock, "me", task -> {});
        endpoint = new WebhookEndpoint(
                keys, BOT, message -> !message.personId().equals("stranger"), instance.inbox, clock);
    }

    @AfterEach
    void close() {
        instance.close();
        store.close();
    }

    @Test
    void aSignedMessageIsAcknowledgedAndDone() {
        assertEquals(200, endpoint.bot(requests.signed(MESSAGE)).status());
        assertDone("messages:created:1");
    }

    @Test
    void withoutTheRightSignatureNothingIsBelievedNorStored() {
        assertEquals(
                401,
                endpoint.bot(SignedRequests.request("/webhook", "{", Map.of())).status());
        assertEquals(
                401,
                endpoint.calls(SignedRequests.request("/webhook/calls/x", "{", Map.of()))
                        .status());
        for (Map<String, List<String>> headers : List.of(
                Map.<String, List<String>>of(),
                SignedRequests.header(""),
                SignedRequests.header("0".repeat(40)),
                SignedRequests.header(SignedRequests.hmac("HmacSHA1", new Secret("another secret"), MESSAGE)),
                SignedRequests.header(SignedRequests.hmac("HmacSHA1", keys.botSecret(), MESSAGE + " ")),
                SignedRequests.header(SignedRequests.hmac("HmacSHA256", keys.botSecret(), MESSAGE)))) {
            assertEquals(
                    401,
                    endpoint.bot(SignedRequests.request("/webhook", MESSAGE, headers))
                            .status());
        }
        assertNothingIsStored();
    }

    @Test
    void noOtherHeaderOfWebexsCounts() {
        Map<String, List<String>> headers =
                new HashMap<>(requests.signed(MESSAGE).headers());
        headers.put("x-webex-signature", List.of("SHA-256=" + "0".repeat(64)));
        assertEquals(
                200,
                endpoint.bot(SignedRequests.request("/webhook", MESSAGE, headers))
                        .status());
        String valid = "SHA-256=" + SignedRequests.hmac("HmacSHA256", keys.botSecret(), MESSAGE);
        assertEquals(
                401,
                endpoint.bot(SignedRequests.request("/webhook", MESSAGE, Map.of("x-webex-signature", List.of(valid))))
                        .status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{\"resource\": \"messages\", \"event\": \"created\", \"data\": {\"id\": 5}}"})
    void whatIsSignedAndCannotBeReadIsAcknowledgedAndLogged(String body) {
        try (RecordedLog log = new RecordedLog(WebhookEndpoint.class)) {
            assertEquals(200, endpoint.bot(requests.signed(body)).status());
            assertEquals(200, endpoint.calls(requests.signed(body, "alice")).status());
            assertEquals(2, log.lines().size());
            assertTrue(log.lines().getFirst().startsWith("event=webhook.ignored reason="), log.lines()::toString);
        }
        assertNothingIsStored();
    }

    @Test
    void whoIsTurnedAwayCostsNothing() {
        String message = Recorded.message("1", "stranger");
        assertEquals(200, endpoint.bot(requests.signed(message)).status());
        assertNothingIsStored();
    }

    @Test
    void whatTheBotItselfWroteOrPressedIsAcknowledgedAndForgotten() {
        assertEquals(
                200, endpoint.bot(requests.signed(Recorded.message("1", BOT))).status());
        String press = Recorded.message("1", BOT).replace("\"messages\"", "\"attachmentActions\"");
        assertEquals(200, endpoint.bot(requests.signed(press)).status());
        assertNothingIsStored();
    }

    @Test
    void thatTheBotJoinedARoomIsWorthKnowing() {
        String joined = Recorded.message("1", BOT).replace("\"messages\"", "\"memberships\"");
        assertEquals(200, endpoint.bot(requests.signed(joined)).status());
        assertDone("memberships:created:1");
    }

    @Test
    void whatMayHaveBeenDoneAndForgottenIsNotDone() {
        String old = MESSAGE.replace(
                "\"roomType\"", "\"created\": \"" + clock.instant().minus(Duration.ofHours(31)) + "\", \"roomType\"");
        assertEquals(200, endpoint.bot(requests.signed(old)).status());
        assertNothingIsStored();
        assertEquals(200, endpoint.bot(requests.signed(MESSAGE)).status());
        assertDone(Recorded.parse(MESSAGE).key());
    }

    @Test
    void whatNobodyAskedForIsAcknowledgedAndForgotten() {
        String other = "{\"resource\": \"rooms\", \"event\": \"created\"}";
        assertEquals(200, endpoint.bot(requests.signed(other)).status());
        assertEquals(200, endpoint.calls(requests.signed(other, "alice")).status());
        assertNothingIsStored();
    }

    @Test
    void aRepeatedDeliveryIsAcknowledgedAndDoneOnce() {
        List<Integer> statuses =
                Crowd.of(50, i -> endpoint.bot(requests.signed(MESSAGE)).status());
        assertEquals(Set.of(200), Set.copyOf(statuses));
        assertDone("messages:created:1");
    }

    @Test
    void aCallIsTakenAtItsOwnersAddressOnlyAndNothingElseThere() {
        assertEquals(401, endpoint.calls(requests.signed(MESSAGE, "alice")).status());
        assertEquals(401, endpoint.calls(requests.signed(CALL, "bob")).status());
        assertEquals(401, endpoint.bot(requests.signed(CALL)).status());
        assertEquals(
                401,
                endpoint.calls(SignedRequests.request(
                                requests.path("alice"),
                                CALL,
                                requests.signed(CALL).headers()))
                        .status());
        assertNothingIsStored();
        assertEquals(200, endpoint.calls(requests.signed(CALL, "alice")).status());
        assertDone("telephony_calls:call:ALERTING:received:2025-08-05T16:48:19.360Z");
    }

    @Test
    void whatCannotBeStoredShallComeAgain() {
        try (RecordedLog log = new RecordedLog(WebhookEndpoint.class)) {
            store.close();
            Response response = endpoint.bot(requests.signed(MESSAGE));
            assertEquals(503, response.status());
            assertEquals("5", response.headers().get("Retry-After"));
            assertEquals(503, endpoint.calls(requests.signed(CALL, "alice")).status());
            assertEquals(2, log.errors().size());
            assertEquals(List.of(), instance.tasks());
        }
    }

    @Test
    void whoeverWritesFasterThanTheBotAnswersIsAcknowledgedAllTheSame() {
        CountDownLatch held = new CountDownLatch(1);
        for (int i = 0; i < 30; i++) instance.mailboxes.post("chat:alice", () -> TestInstance.await(held));
        assertEquals(200, endpoint.bot(requests.signed(MESSAGE)).status());
        assertNothingIsStored();
        held.countDown();
    }

    private void assertDone(String key) {
        Eventually.isTrue("it is done", () -> instance.mailboxes.load() == 0);
        assertEquals(List.of(), instance.open());
        assertEquals(1, instance.tasks().size());
        assertEquals(key, instance.tasks().getFirst().event().key());
    }

    private void assertNothingIsStored() {
        assertEquals(List.of(), instance.open());
        assertEquals(List.of(), instance.tasks());
    }
}
