package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.messaging.ChatMessage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A grant may hold fewer scopes than were asked for: what needs another one is not even tried, and it is said which. */
class GrantedScopesTest {

    private static final String READ = "spark:calls_read";
    private static final String WRITE = "spark:calls_write";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dial +14085550134",
                "/answer",
                "/hold",
                "/hangup 1",
                "/transfer 2044",
                "/transfer complete",
                "/merge",
                "/conference end",
                "/record start",
                "/retrieve",
                "/pickup 2044",
                "/pull",
                "/park"
            })
    void withoutTheScopeToActNothingIsAskedOfWebex(String command) {
        try (Scene scene = without(WRITE)) {
            scene.webex().outside("+14085550134", "Ana").call(scene.alice());
            assertLacks(WRITE, scene.ask(scene.alice(), command));
            assertEquals(0, scene.requests("GET", "/telephony") + scene.requests("POST", "/telephony"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/calls",
                "/calls 1",
                "/history",
                "/hold",
                "/hangup 1",
                "/transfer complete",
                "/merge",
                "/conference",
                "/monitor on"
            })
    void withoutTheScopeToSeeNothingIsAskedOfWebex(String command) {
        try (Scene scene = without(READ)) {
            scene.webex().outside("+14085550134", "Ana").call(scene.alice());
            assertLacks(READ, scene.ask(scene.alice(), command));
            assertEquals(0, scene.requests("GET", "/telephony") + scene.requests("POST", "/telephony"));
        }
    }

    @Test
    void whatNeedsAnotherScopeIsDone() {
        try (Scene scene = without(READ)) {
            assertTrue(scene.ask(scene.alice(), "/dial +14085550134").text().contains("Calling"));
            assertEquals(1, scene.alice().phone().calls().size());
        }
        try (Scene scene = without(WRITE)) {
            assertTrue(scene.ask(scene.alice(), "/calls").text().contains("no calls"));
        }
    }

    @Test
    void devicesNeedOneOfTwoScopes() {
        try (Scene scene = without("spark-admin:telephony_config_read", "spark:telephony_config_read")) {
            assertLacks("spark:telephony_config_read", scene.ask(scene.alice(), "/device"));
        }
    }

    @Test
    void whoSignsInAgainWithTheScopeCanDoIt() {
        try (Scene scene = without(WRITE)) {
            ChatMessage told = scene.ask(scene.alice(), "/dial +14085550134");
            scene.webex().tokens().withhold(Set.of());
            ChatMessage invitation = scene.press(scene.alice(), told, "Sign in again");
            scene.visitor().open(scene.visitor().agree(scene.alice(), invitation));
            scene.awaitMessage(scene.alice(), "You are signed in");
            assertTrue(scene.ask(scene.alice(), "/dial +14085550134").text().contains("Calling"));
        }
    }

    @Test
    void upkeepGoesOnForWhoHasWithdrawnTheScopeToSee() {
        try (Scene scene = without()) {
            scene.ask(scene.alice(), "/monitor on");
            scene.webex().tokens().withhold(Set.of(READ));
            ChatMessage invitation = scene.ask(scene.alice(), "/auth force");
            int before = scene.fromBot(scene.alice()).size();
            scene.visitor().open(scene.visitor().agree(scene.alice(), invitation));
            assertTrue(scene.awaitMessage(scene.alice(), before).text().contains(READ));
            scene.bot().upkeep();
            assertTrue(scene.ask(scene.alice(), "/monitor off").text().contains("Call cards are off"));
        }
    }

    private static Scene without(String... scopes) {
        Scene scene = Scene.started();
        scene.webex().tokens().withhold(Set.copyOf(List.of(scopes)));
        scene.signIn(scene.alice());
        return scene;
    }

    private static void assertLacks(String scope, ChatMessage told) {
        assertTrue(told.text().startsWith("🚫 I can't "), told.text());
        assertTrue(told.text().contains("the permission " + scope + " is missing"), told.text());
        assertTrue(told.card().orElseThrow().toString().contains("Sign in again"));
    }
}
