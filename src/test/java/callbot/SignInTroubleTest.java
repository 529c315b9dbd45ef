package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.messaging.ChatMessage;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Sign-ins that Webex, or whoever has the browser, makes difficult. */
class SignInTroubleTest {

    @Test
    void aWebexInTroubleLeavesNobodyHalfSignedIn() {
        try (Scene scene = Scene.started()) {
            ChatMessage invitation = scene.ask(scene.alice(), "/auth");
            scene.webex().faults().next(1, "POST", "/access_token").answer(500);
            HttpResponse<String> page = scene.visitor().open(scene.visitor().agree(scene.alice(), invitation));

            assertEquals(502, page.statusCode());
            assertTrue(page.body().contains("Webex answered with status 500"), page.body());
            ChatMessage said = scene.awaitMessage(scene.alice(), 1);
            assertTrue(said.text().contains("Webex answered with status 500"), said.text());
            assertTrue(scene.ask(scene.alice(), "/calls").text().contains("Sign in first"));

            scene.signIn(scene.alice());
            assertIsSignedIn(scene);
        }
    }

    @Test
    void aCodeThatWebexDoesNotKnowSignsNobodyIn() {
        try (Scene scene = Scene.started()) {
            URI redirect = scene.visitor().agree(scene.alice(), scene.ask(scene.alice(), "/auth"));
            URI tampered = URI.create(redirect.toString().replaceFirst("code=[^&]+", "code=invented"));
            HttpResponse<String> page = scene.visitor().open(tampered);

            assertEquals(502, page.statusCode());
            assertTrue(page.body().contains("did not accept the code"), page.body());
            assertTrue(scene.awaitMessage(scene.alice(), 1).text().contains("did not accept the code"));

            scene.signIn(scene.alice());
            assertIsSignedIn(scene);
        }
    }

    @Test
    void noPageOfASignInRunsScriptsOrIsStored() {
        try (Scene scene = Scene.started()) {
            URI good = scene.visitor().agree(scene.alice(), scene.ask(scene.alice(), "/auth"));

            for (URI address :
                    new URI[] {good, scene.address("/redirect"), scene.address("/redirect?state=x&error=%3Cscript%3E")
                    }) {
                HttpResponse<String> page = scene.visitor().open(address);
                assertEquals(
                        "no-store", page.headers().firstValue("Cache-Control").orElse(""));
                assertTrue(page.headers()
                        .firstValue("Content-Security-Policy")
                        .orElse("")
                        .startsWith("default-src 'none'"));
                assertEquals(
                        "no-referrer",
                        page.headers().firstValue("Referrer-Policy").orElse(""));
                assertFalse(page.body().contains("<script"), page.body());
            }
        }
    }

    @Test
    void whatTheBrowserBringsBackIsShownAsTextOnly() {
        try (Scene scene = Scene.started()) {
            String link = Visitor.link(scene.ask(scene.alice(), "/auth"));
            String state = link.replaceFirst(".*state=", "");
            scene.visitor().open(scene.address("/redirect?error=**bold**[x](http://evil.example)&state=" + state));

            String html = scene.awaitMessage(scene.alice(), 1).html().orElseThrow();
            assertFalse(html.contains("<a href=\"http://evil"), html);
        }
    }

    @Test
    void aStrayVisitorIsToldWhereASignInBegins() {
        try (Scene scene = Scene.started()) {
            HttpResponse<String> page = scene.visitor().open(scene.address("/redirect?code=stolen"));

            assertEquals(400, page.statusCode());
            assertTrue(page.body().contains("/auth"), page.body());
            assertEquals(0, scene.requests("POST", "/access_token"));
        }
    }

    private static void assertIsSignedIn(Scene scene) {
        String calls = scene.ask(scene.alice(), "/calls").text();
        assertTrue(calls.contains("You have no calls"), calls);
    }
}
