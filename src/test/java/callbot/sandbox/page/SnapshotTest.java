package callbot.sandbox.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.Caller;
import callbot.sandbox.webex.FakeWebex;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private FakeWebex fake;
    private Caller bot;

    @BeforeEach
    void start() throws IOException {
        fake = FakeWebex.start(Clock.systemUTC(), new Random(1));
        bot = Caller.bot(fake);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void ofADeletedMessageNothingIsShownUnlessSomebodyAnsweredIt() {
        String alone = write("never mind").text("id");
        Caller.Answer asked = write("ready?");
        bot.post("/messages", toAlice().put("text", "yes").put("parentId", asked.text("id")));
        bot.delete("/messages/" + alone);
        bot.delete("/messages/" + asked.text("id"));

        List<Json> shown = alice().list("messages");
        assertEquals(2, shown.size());
        assertTrue(shown.getFirst().flag("deleted"));
        assertEquals(Optional.empty(), shown.getFirst().text("text"));
        assertEquals(asked.text("id"), shown.getLast().requireText("parentId"));
        assertFalse(shown.getLast().flag("deleted"));
    }

    @Test
    void anEditedMessageSaysSo() {
        Caller.Answer message = write("one");
        assertFalse(alice().list("messages").getFirst().flag("edited"));
        ObjectWriter edit = Json.object().put("roomId", message.text("roomId")).put("text", "two");
        bot.put("/messages/" + message.text("id"), edit);
        assertTrue(alice().list("messages").getFirst().flag("edited"));
        assertEquals("two", alice().list("messages").getFirst().requireText("text"));
    }

    @Test
    void itKnowsWhoHasSignedInAndWhoseCallsAreWatched() {
        assertFalse(alice().flag("signedIn"));
        Caller caller = Caller.user(fake, fake.alice());
        assertTrue(alice().flag("signedIn"));
        assertFalse(person("bob").flag("signedIn"));
        assertFalse(alice().flag("watched"));
        caller.post(
                "/webhooks",
                Json.object()
                        .put("name", "calls")
                        .put("targetUrl", "http://localhost:1/")
                        .put("resource", "telephony_calls")
                        .put("event", "all"));
        assertTrue(alice().flag("watched"));
        assertFalse(person("bob").flag("watched"));
        fake.tokens().revoke(fake.alice().person());
        assertFalse(alice().flag("signedIn"));
    }

    @Test
    void anIncomingCallIsOnNoPhoneUntilItIsPickedUpOnOne() {
        String call = fake.outside("+12223334444", "John Smith").call(fake.alice());
        assertEquals(Optional.empty(), call().text("endpoint"));
        String app = alice().list("endpoints").getLast().requireText("id");
        fake.alice().phone().pickUp(call, app);
        assertEquals(app, call().requireText("endpoint"));
    }

    @Test
    void itShowsWhatIsSetForALineAndWhatWaitsOnItsVoicemail() {
        assertFalse(alice().flag("undisturbed"));
        assertEquals(Optional.empty(), alice().text("forwardedTo"));
        fake.settings().undisturbed(fake.alice().person(), true);
        fake.outside("+12223334444", "John Smith").reach(fake.alice());
        assertTrue(alice().flag("undisturbed"));
        assertEquals(1, alice().number("newVoiceMessages").orElseThrow());
        Caller.user(fake, fake.alice())
                .put(
                        "/telephony/config/people/me/settings/callForwarding",
                        Json.object()
                                .put(
                                        "callForwarding",
                                        Json.object()
                                                .put(
                                                        "always",
                                                        Json.object()
                                                                .put("enabled", true)
                                                                .put("destination", "1002"))));
        assertEquals("1002", alice().requireText("forwardedTo"));
    }

    private Json alice() {
        return person("alice");
    }

    private Json person(String who) {
        return Json.parse(new Snapshot(fake, true).json()).at("people").at(who);
    }

    private Json call() {
        return alice().list("calls").getFirst();
    }

    private Caller.Answer write(String text) {
        return bot.post("/messages", toAlice().put("text", text));
    }

    private ObjectWriter toAlice() {
        return Json.object().put("toPersonId", fake.alice().person().id());
    }
}
