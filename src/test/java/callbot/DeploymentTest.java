package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.traffic.Exchange;
import callbot.store.StoreUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the bot needs to start, what it does first, and what it refuses to start with. */
class DeploymentTest {

    @Test
    void theBotListensBeforeItAsksWebexToTellItAnything() {
        try (Scene scene = Scene.prepared()) {
            StringBuilder health = new StringBuilder();
            scene.webex().wire().listen(exchange -> {
                if (isCreation(exchange)) health.append(askHealth(scene));
            });
            scene.start();

            assertEquals("200 200 200 ", health.toString());
        }
    }

    @Test
    void anEmptyStateFileIsNotTakenForAnEmptyState() throws IOException {
        try (Scene scene = Scene.prepared()) {
            Files.createFile(scene.bot().stateFile());

            var refusal = assertThrows(StoreUnavailableException.class, scene::start);
            assertTrue(refusal.getMessage().contains("Restore it from a copy, or move it away"), refusal.getMessage());
        }
    }

    @Test
    void twoBotsNeverShareAStateFile() {
        try (Scene scene = Scene.started();
                Deployment second = scene.another()) {
            second.set("WXC_CC_STATE_FILE", scene.bot().stateFile().toString());

            assertThrows(StoreUnavailableException.class, second::start);
            assertEquals("hello", scene.ask(scene.alice(), "/echo hello").text());
        }
    }

    @Test
    void allThatIsWrongWithTheSettingsIsSaidAtOnceWithItsCure() {
        Map<String, String> variables =
                Map.of("PORT", "http", "WXC_CC_LOG_LEVEL", "loud", "WXC_CC_BOT_NAME", "Callbot");
        String problems = assertThrows(Config.InvalidException.class, () -> Config.from(variables))
                .getMessage();

        for (String variable : List.of(
                "WXC_CC_BOT_ACCESS_TOKEN",
                "WXC_CC_BOT_EMAIL",
                "WXC_CC_INTEGRATION_CLIENT_ID",
                "WXC_CC_INTEGRATION_CLIENT_SECRET",
                "PORT",
                "WXC_CC_LOG_LEVEL")) {
            assertTrue(problems.contains("- " + variable + " is"), problems);
        }
        assertFalse(problems.contains("WXC_CC_BOT_NAME"), problems);
    }

    @Test
    void aTokenOfAnotherBotIsNoticedAtTheStart() {
        try (Scene scene = Scene.prepared().with("WXC_CC_BOT_EMAIL", "another@webex.bot")) {
            var refusal = assertThrows(Config.InvalidException.class, scene::start);
            assertTrue(refusal.getMessage().contains("belongs to callbot@webex.bot"), refusal.getMessage());
        }
    }

    @Test
    void aSignInEndsAtTheVeryPathThatIsRegistered() {
        try (Scene scene = Scene.prepared()) {
            String registered = scene.address("/back/").toString();
            scene.webex().allowRedirect(registered);
            scene.with("WXC_CC_REDIRECT_URL", registered).start();
            URI redirect = scene.visitor().agree(scene.alice(), scene.ask(scene.alice(), "/auth"));
            assertTrue(redirect.toString().startsWith(registered + "?"), redirect.toString());
            assertEquals(200, scene.visitor().open(redirect).statusCode());
            assertEquals(404, scene.visitor().open(scene.address("/back")).statusCode());
            assertEquals(400, scene.visitor().open(scene.address("/redirect")).statusCode());
        }
    }

    @Test
    void anAppWithAHashInItsDomainIsFoundWhereItIs() {
        Map<String, String> heroku = Map.of(
                "WXC_CC_BOT_ACCESS_TOKEN", "token",
                "WXC_CC_BOT_EMAIL", "bot@webex.bot",
                "WXC_CC_BOT_NAME", "Bot",
                "WXC_CC_INTEGRATION_CLIENT_ID", "id",
                "WXC_CC_INTEGRATION_CLIENT_SECRET", ConfigTest.SECRET,
                "HEROKU_NAME", "calls",
                "HEROKU_APP_DEFAULT_DOMAIN_NAME", "calls-0123456789ab.herokuapp.com");

        Config config = Config.from(heroku);
        assertEquals(Optional.of(URI.create("https://calls-0123456789ab.herokuapp.com")), config.publicUrl());
        assertEquals(
                URI.create("https://calls-0123456789ab.herokuapp.com/redirect"),
                config.redirectUrl(),
                "a sign-in ends there, whoever's browser it is");
    }

    private static boolean isCreation(Exchange exchange) {
        return exchange.method().equals("POST") && exchange.target().equals("/v1/webhooks");
    }

    private static String askHealth(Scene scene) {
        return scene.visitor().open(scene.address("/health")).statusCode() + " ";
    }
}
