package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.messaging.ChatMessage;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever runs the bot chooses whether it may see and change what is set for people's lines. */
class LineScopesTest {

    static final String SETTINGS = "WXC_CC_INTEGRATION_CLIENT_SCOPES";
    static final String CALLS = "spark:calls_read spark:calls_write spark:people_read";
    static final String READ = "spark:telephony_config_read";
    static final String WRITE = "spark:telephony_config_write";
    static final String ALL = CALLS + " " + READ + " " + WRITE;
    static final String RECORDINGS = "spark:recordings_read";

    /** A scene in which users are asked for all of these. */
    static Scene withSettings() {
        return Scene.prepared().with(SETTINGS, ALL).start();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dnd",
                "/dnd on",
                "/dnd off",
                "/dnd 2h",
                "/forward",
                "/forward 1002",
                "/forward off",
                "/away",
                "/away lunch",
                "/away off",
                "/reach",
                "/reach off",
                "/block",
                "/block 2044",
                "/queue",
                "/queue in",
                "/queue in 2100",
                "/callerid",
                "/callerid 1",
                "/callerid hide",
                "/phones",
                "/phones app",
                "/phones any"
            })
    void nobodyIsAskedForItUnlessThatIsSet(String command) {
        try (Scene scene = Scene.started()) {
            ChatMessage invitation = scene.ask(scene.alice(), "/auth");
            assertFalse(invitation.card().orElseThrow().toString().contains("telephony_config_write"));
            assertTrue(invitation.text().contains("You allow me to see and control your calls, nothing else"));
            scene.signIn(scene.alice());

            String told = scene.ask(scene.alice(), command).text();
            assertTrue(told.startsWith("🚫 I can't "), told);
            assertTrue(told.contains("Ask whoever runs me"), told);
            assertEquals(0, scene.requests("", "/telephony/config") + scene.requests("GET", "/telephony/config"));
            assertFalse(scene.ask(scene.alice(), "/help").text().contains("/dnd"));
        }
    }

    /** What somebody wants nevertheless is asked of Webex, who knows better. */
    @Test
    void helpLeavesOutWhatTheCallingPlanDoesNotInclude() {
        try (Scene scene = withSettings()) {
            scene.signIn(scene.alice());
            scene.webex().settings().takeService(scene.alice().person(), "Do Not Disturb");
            scene.webex().settings().takeService(scene.alice().person(), "Three-Way Call");
            String told = scene.ask(scene.alice(), "/help").text();
            assertFalse(told.contains("/dnd"), told);
            assertTrue(told.contains("/forward") && told.contains("/merge"), told);
            assertTrue(scene.ask(scene.alice(), "/dnd").text().contains("Do not disturb is off"));

            scene.webex()
                    .faults()
                    .next(1, "GET", "/telephony/config/people/me/settings/services")
                    .answer(503);
            assertTrue(scene.ask(scene.alice(), "/help").text().contains("/dnd"), "then all are shown");
        }
    }

    @Test
    void whoSignedInBeforeIsAskedWhenItIsNeeded() {
        try (Scene scene = Scene.started()) {
            scene.signIn(scene.alice());
            scene.stop();
            scene.with(SETTINGS, ALL).start();
            assertTrue(scene.ask(scene.alice(), "/help").text().contains("/dnd"));
            assertTrue(scene.ask(scene.alice(), "/calls").text().contains("no calls"), "all else goes on");

            ChatMessage told = scene.ask(scene.alice(), "/dnd on");
            assertTrue(told.text().contains("the permission " + READ + " is missing. I ask for it now"), told.text());
            ChatMessage invitation = scene.press(scene.alice(), told, "Sign in again");
            assertTrue(
                    invitation.text().contains("see and control your calls, and what is set for your line"),
                    invitation.text());
            scene.visitor().open(scene.visitor().agree(scene.alice(), invitation));
            scene.awaitMessage(scene.alice(), "You are signed in");
            assertTrue(scene.ask(scene.alice(), "/dnd on").text().contains("Do not disturb is on"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/recordings", "/recordings 1"})
    void nobodyIsAskedForRecordingsUnlessThatIsSet(String command) {
        try (Scene scene = withSettings()) {
            ChatMessage invitation = scene.ask(scene.alice(), "/auth");
            assertFalse(invitation.card().orElseThrow().toString().contains("recordings"));
            scene.signIn(scene.alice());
            String told = scene.ask(scene.alice(), command).text();
            assertTrue(told.startsWith("🚫 I can't see the recordings of your calls"), told);
            assertTrue(told.contains("Ask whoever runs me"), told);
            assertEquals(0, scene.requests("GET", "/convergedRecordings"));
            assertFalse(scene.ask(scene.alice(), "/help").text().contains("/recordings"));
        }
    }

    @Test
    void whoSignedInBeforeIsAskedForRecordingsWhenTheyAreNeeded() {
        try (Scene scene = withSettings()) {
            scene.signIn(scene.alice());
            scene.stop();
            scene.with(SETTINGS, ALL + " " + RECORDINGS).start();
            assertTrue(scene.ask(scene.alice(), "/help").text().contains("/recordings"));
            ChatMessage told = scene.ask(scene.alice(), "/recordings");
            assertTrue(
                    told.text().contains("the permission " + RECORDINGS + " is missing. I ask for it now"),
                    told.text());
            ChatMessage invitation = scene.press(scene.alice(), told, "Sign in again");
            assertTrue(invitation.text().contains("and find their recordings"), invitation.text());
        }
    }

    @Test
    void toSeeAndToChangeAreGrantedApart() {
        try (Scene scene = withSettings()) {
            scene.webex().tokens().withhold(Set.of(WRITE));
            scene.signIn(scene.alice());
            assertTrue(scene.ask(scene.alice(), "/dnd").text().contains("Do not disturb is off"));
            String told = scene.ask(scene.alice(), "/dnd on").text();
            assertTrue(told.contains("the permission " + WRITE + " is missing"), told);
            assertEquals(1, scene.requests("GET", "/telephony/config"), "only the first was asked of Webex");
        }
    }
}
