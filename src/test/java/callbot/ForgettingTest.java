package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.webex.FakeUser;
import callbot.store.JournalKeys;
import callbot.webex.messaging.Person;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is left of people who have been forgotten: nothing that has their id in its key. */
class ForgettingTest {

    /** All that may be remembered of a person. A feature that remembers more makes these tests fail. */
    private static final Set<String> EVERYTHING =
            Set.of("asked", "call", "device", "monitor", "open", "shown", "user", "why");

    @Test
    void whoSignsOutIsForgottenAndNobodyElse() {
        try (Scene scene = Scene.prepared().start()) {
            isKnown(scene, scene.alice());
            isKnown(scene, scene.bob());
            ChatMessage invitation = scene.ask(scene.alice(), "/auth force");
            scene.ask(scene.alice(), "/auth clear");
            assertEquals(
                    410,
                    scene.visitor()
                            .open(scene.visitor().agree(scene.alice(), invitation))
                            .statusCode());
            scene.stop();
            assertEquals(Set.of(), remembered(scene, scene.alice()));
            assertEquals(EVERYTHING, remembered(scene, scene.bob()));
        }
    }

    @Test
    void whoHasNotSignedInIsForgottenToo() {
        try (Scene scene = Scene.started()) {
            scene.ask(scene.alice(), "/echo hello");
            scene.ask(scene.alice(), "/auth clear");
            scene.stop();
            assertEquals(Set.of(), remembered(scene, scene.alice()));
        }
    }

    @Test
    void everybodyIsForgottenAtOnceButNotWhatWasDone() {
        try (Scene scene = Scene.prepared()
                .with("WXC_CC_ADMINS", "alice.adams@example.com")
                .start()) {
            isKnown(scene, scene.alice());
            isKnown(scene, scene.bob());
            String told = scene.ask(scene.alice(), "/redis clear all").text();
            assertTrue(told.contains("Signed out 2 users"), told);
            scene.stop();
            assertEquals(Set.of(), remembered(scene, scene.alice()));
            assertEquals(Set.of(), remembered(scene, scene.bob()));
            assertTrue(keys(scene).stream().anyMatch(key -> key.startsWith("seen.")));
        }
    }

    private static void isKnown(Scene scene, FakeUser user) {
        scene.signIn(user);
        scene.ask(user, "/auth force");
        scene.ask(user, "/monitor on");
        scene.ask(user, "/device desk phone");
        scene.webex().outside("+14085550134", "Ana").call(user);
        scene.awaitCard(user, "Incoming call");
        scene.ask(user, "/calls");
    }

    /** The kinds of keys that name this person. */
    private static Set<String> remembered(Scene scene, FakeUser user) {
        String id = Person.key(user.person().id());
        return keys(scene).stream()
                .filter(key -> key.contains(id))
                .map(key -> key.substring(0, key.indexOf(':')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The state file seals values, but not keys. */
    private static List<String> keys(Scene scene) {
        return JournalKeys.in(scene.bot().stateFile());
    }
}
