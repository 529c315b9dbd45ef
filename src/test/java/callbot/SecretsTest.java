package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.traffic.Exchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A run with every kind of secret, and with failures; then all that can be seen of it is searched for them. */
class SecretsTest {

    private static final Pattern CODE_OR_STATE = Pattern.compile("[?&](code|state)=([^&\\s\")]+)");

    private final Map<String, String> secrets = new HashMap<>();
    private final List<String> pages = new ArrayList<>();

    @Test
    void noSecretIsEverLoggedStoredOrShown() throws IOException {
        try (LogCapture log = new LogCapture();
                Scene scene = Scene.started()) {
            play(scene);
            String stateFile = Files.readString(scene.bot().stateFile(), StandardCharsets.ISO_8859_1);
            scene.stop();
            collect(scene);

            assertTrue(log.text().contains("event=webex.request"), "the log has its finest lines");
            assertFound(List.of(), "the log", log.text());
            assertFound(List.of(), "the state file", stateFile);
            assertFound(List.of(), "the pages", String.join("\n", pages));
            assertFound(statesOfLinks(), "the chat", chat(scene));
            assertTrue(
                    secrets.keySet().containsAll(List.of("bot token", "client secret", "hook secret")),
                    secrets.keySet()::toString);
            for (String kind : List.of("access_token", "refresh_token", "code", "state"))
                assertTrue(secrets.keySet().stream().anyMatch(name -> name.startsWith(kind)), "there was no " + kind);
        }
    }

    @Test
    void theStateFileBelongsToItsOwnerOnly() throws IOException {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());

            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(scene.bot().stateFile())));
        }
    }

    @Test
    void noPageTellsWhoTheBotIsOrWhoUsesIt() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            for (String path : List.of("/", "/health", "/ready", "/config", "/redirect", "/webhook")) {
                String page = scene.visitor().open(scene.address(path)).body();
                for (String told : List.of("@webex.bot", "@example.com", "ngrok-free.app", "Callbot"))
                    assertTrue(!page.contains(told), path + ": " + page);
            }
            assertEquals(404, scene.visitor().open(scene.address("/config")).statusCode());
        }
    }

    /** Signs in well and badly, dials, monitors, renews, is refused, and loses permission. */
    private void play(Scene scene) {
        scene.signIn(scene.alice());
        scene.ask(scene.alice(), "/monitor json");
        scene.webex().outside("+14085550134", "Ana").call(scene.alice());
        scene.await(() -> scene.told(scene.alice()).toString().split("eventTimestamp").length == 3, "two events");
        scene.ask(scene.alice(), "/monitor on");
        open(scene, scene.visitor().agree(scene.bob(), scene.ask(scene.alice(), "/auth force")));
        open(scene, scene.visitor().refuse(scene.alice(), scene.ask(scene.alice(), "/auth force")));
        scene.webex().faults().next(1, "POST", "/access_token").answer(500);
        open(scene, scene.visitor().agree(scene.bob(), scene.ask(scene.bob(), "/auth")));
        scene.webex().faults().next(1, "POST", "/access_token").loseAnswer();
        open(scene, scene.visitor().agree(scene.bob(), scene.ask(scene.bob(), "/auth")));
        open(scene, scene.address("/redirect?code=forged&state=forged"));
        scene.alice().say("/dial +14085550134");
        scene.awaitMessage(scene.alice(), "and it connects you with +14085550134");
        for (String command : List.of("/status", "/calls", "/history", "/auth", "/help")) {
            scene.webex().faults().next(1, "GET", "/telephony").answer(500);
            scene.ask(scene.alice(), command);
            scene.ask(scene.bob(), command);
        }
        scene.clock().advance(Duration.ofDays(14).minusMinutes(10));
        scene.bot().upkeep();
        scene.webex().tokens().expire(scene.alice().person());
        scene.ask(scene.alice(), "/calls");
        scene.ngrok().change(scene.bot().port());
        scene.bot().upkeep();
        scene.webex().tokens().revoke(scene.alice().person());
        scene.bot().upkeep();
        scene.awaitMessage(scene.alice(), "Your sign-in has ended");
        for (String path : List.of("/", "/health", "/ready", "/nowhere")) open(scene, scene.address(path));
        scene.signIn(scene.bob());
        scene.ask(scene.alice(), "/auth");
    }

    private void open(Scene scene, URI address) {
        keepCodesAndStates(address.toString());
        HttpResponse<String> page = scene.visitor().open(address);
        pages.add(page.headers().map() + page.body());
    }

    private void collect(Scene scene) {
        keep("bot token", scene.webex().botToken());
        keep("client secret", scene.webex().integration().clientSecret());
        for (Exchange exchange : scene.webex().exchanges()) {
            if (exchange.target().equals("/v1/access_token")) keepTokens(exchange);
            if (exchange.target().startsWith("/v1/webhooks")
                    && !exchange.requestBody().isEmpty())
                Json.parse(utf8(exchange.requestBody()))
                        .text("secret")
                        .ifPresent(secret -> keep("hook secret", secret));
            keepCodesAndStates(exchange.target());
        }
        keepCodesAndStates(chat(scene));
    }

    private void keepTokens(Exchange exchange) {
        for (String field : exchange.requestBody().split("&")) {
            if (field.matches("(code|refresh_token)=.*")) keep(field.split("=")[0], field.split("=")[1]);
        }
        if (exchange.status() != 200) return;
        Json grant = Json.parse(utf8(exchange.responseBody()));
        keep("access_token", grant.requireText("access_token"));
        keep("refresh_token", grant.requireText("refresh_token"));
    }

    private void keepCodesAndStates(String text) {
        Matcher found = CODE_OR_STATE.matcher(text);
        while (found.find()) if (!found.group(2).equals("code")) keep(found.group(1), found.group(2));
    }

    private void keep(String kind, String secret) {
        if (secrets.containsValue(secret) || secret.equals("forged")) return;
        assertTrue(secret.length() > 20, kind + " is too short to be searched for");
        secrets.put(secrets.containsKey(kind) ? kind + " " + secrets.size() : kind, secret);
    }

    /** What a link must hold to be one. */
    private List<String> statesOfLinks() {
        return secrets.keySet().stream()
                .filter(kind -> kind.startsWith("state"))
                .sorted()
                .toList();
    }

    private static String chat(Scene scene) {
        return List.of(scene.alice(), scene.bob()).stream()
                .flatMap(user -> user.messages().stream())
                .map(ChatMessage::toString)
                .collect(Collectors.joining("\n"));
    }

    private void assertFound(List<String> expected, String where, String text) {
        assertEquals(
                expected,
                secrets.entrySet().stream()
                        .filter(secret -> text.contains(secret.getValue()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList(),
                where);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
