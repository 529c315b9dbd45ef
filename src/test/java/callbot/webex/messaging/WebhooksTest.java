package callbot.webex.messaging;

import static callbot.webex.ScriptedWebex.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import callbot.webex.ScriptedWebex;
import callbot.webex.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhooksTest {

    private static final String HOOK = """
            {"id": "W1", "name": "callbot", "targetUrl": "https://bot.example/webhook", "resource": "telephony_calls",
             "event": "all", "secret": "s", "status": "active", "created": "2025-08-05T16:48:00.000Z"}""";

    private final ScriptedWebex webex = new ScriptedWebex();
    private final Webhooks webhooks = new Webhooks(webex.client);

    @AfterEach
    void close() {
        webex.close();
    }

    @Test
    void allWebhooksOfATokenAreListed() throws Exception {
        String answer = "{\"items\": [" + HOOK + "]}";
        webex.answer(200, answer);

        var hook = new Webhook(
                "W1",
                "callbot",
                "https://bot.example/webhook",
                "telephony_calls",
                "all",
                Optional.of(Instant.parse("2025-08-05T16:48:00.000Z")),
                Optional.of("s"),
                true);
        assertEquals(List.of(hook), webhooks.list(TOKEN));

        var request = webex.exchange(200, answer);
        assertEquals("GET /v1/webhooks?max=100", request.getMethod() + " " + request.getTarget());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"status\": \"active\"'           | true",
                "'\"status\": \"inactive\"'         | false",
                "'\"status\": \"suspendedByWebex\"' | false",
                "'\"status\": null'                 | true",
                "'\"mood\": {\"a\": [1]}'           | true",
            })
    void aWebhookIsActiveUnlessWebexSaysOtherwise(String field, boolean active) {
        webex.answer(200, """
                {"items": [{"id": "W1", "name": "n", "targetUrl": "t", "resource": "newThings", "event": "e", %s}]}""".formatted(field));

        Webhook hook = webhooks.list(TOKEN).getFirst();

        assertEquals(active, hook.active());
        assertEquals(Optional.empty(), hook.secret());
        assertEquals("newThings", hook.resource());
    }

    @Test
    void aWebhookIsRegistered() throws Exception {
        webex.answer(200, HOOK);

        webhooks.create(TOKEN, "callbot", "https://bot.example/webhook", "telephony_calls", "all", new Secret("s"));

        var request = webex.request();
        assertEquals("POST /v1/webhooks", request.getMethod() + " " + request.getTarget());
        assertEquals(
                "{\"name\":\"callbot\",\"targetUrl\":\"https://bot.example/webhook\","
                        + "\"resource\":\"telephony_calls\",\"event\":\"all\",\"secret\":\"s\"}",
                ScriptedWebex.body(request));
        assertEquals(List.of(), webex.violations(request, 200, HOOK));
    }

    @Test
    void aWebhookIsRepairedInPlace() throws Exception {
        webex.answer(200, HOOK);

        webhooks.repair(TOKEN, "W1", "callbot", "https://new.example/webhook", new Secret("s"));

        var request = webex.exchange(200, HOOK);
        assertEquals("PUT /v1/webhooks/W1", request.getMethod() + " " + request.getTarget());
        assertEquals(
                "{\"name\":\"callbot\",\"targetUrl\":\"https://new.example/webhook\",\"secret\":\"s\",\"status\":\"active\"}",
                ScriptedWebex.body(request));
    }

    @Test
    void aWebhookIsRemoved() throws Exception {
        webex.answer(new MockResponse.Builder().code(204).build());

        webhooks.delete(TOKEN, "W1");

        var request = webex.exchange(204, "");
        assertEquals("DELETE /v1/webhooks/W1", request.getMethod() + " " + request.getTarget());
        assertEquals("", ScriptedWebex.body(request));
    }
}
