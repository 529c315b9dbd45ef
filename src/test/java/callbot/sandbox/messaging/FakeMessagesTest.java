package callbot.sandbox.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.Agreement;
import callbot.sandbox.Caller;
import callbot.sandbox.base.Habit;
import callbot.sandbox.webex.FakeWebex;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeMessagesTest {

    private FakeWebex fake;
    private Caller bot;
    private String alice;

    @BeforeEach
    void start() throws IOException {
        fake = FakeWebex.start(Clock.systemUTC(), new Random(2));
        bot = Caller.bot(fake);
        alice = fake.alice().person().id();
    }

    @AfterEach
    void stop() {
        Agreement.assertKept(fake);
        fake.close();
    }

    @Test
    void aMessageReachesTheOneItIsFor() {
        var sent = bot.post("/messages", Json.object().put("toPersonId", alice).put("markdown", "Calling **+1**"));

        assertEquals(200, sent.status());
        assertEquals("direct", sent.text("roomType"));
        assertEquals("<p>Calling <strong>+1</strong></p>", sent.text("html"));
        ChatMessage seen = fake.alice().messages().getLast();
        assertEquals("Calling +1", seen.text());
        assertEquals(fake.bot(), seen.author());
        assertEquals(List.of(), fake.bob().messages());
    }

    @Test
    void aNewMessageMayNotBeFoundWhenItIsFirstAskedFor() {
        String before = "/messages/" + fake.alice().say("found at once");
        assertEquals(200, bot.get(before).status());
        fake.habits().set(Habit.FINDS_MESSAGES_LATE, true);
        String late = "/messages/" + fake.alice().say("found late");
        assertEquals(404, bot.get(late).status());
        assertEquals("found late", bot.get(late).text("text"));
        assertEquals(200, bot.get(before).status());
    }

    @Test
    void aMessageMayBeTooLargeOnceItIsEncrypted() {
        ObjectWriter large = Json.object()
                .put("toPersonId", alice)
                .put("text", "x".repeat(4_000))
                .put("markdown", "y".repeat(4_000));
        assertEquals(200, bot.post("/messages", large).status());
        fake.habits().set(Habit.LIMITS_ENCRYPTED_SIZE, true);
        var refused = bot.post("/messages", large);
        assertEquals(400, refused.status());
        assertEquals("Unable to share content to room", refused.why());
        assertEquals(
                200, bot.post("/messages", large.put("text", "x".repeat(3_000))).status());
    }

    @Test
    void aCardCountsToTheSizeOfWhatIsEncrypted() {
        fake.habits().set(Habit.LIMITS_ENCRYPTED_SIZE, true);
        assertEquals(200, bot.post("/messages", withCardOf(100)).status());
        assertEquals(400, bot.post("/messages", withCardOf(8_000)).status());
    }

    @Test
    void twoHaveOneDirectRoom() {
        String one = bot.post(
                        "/messages", Json.object().put("toPersonId", alice).put("text", "a"))
                .text("roomId");
        fake.alice().say("b");
        String two = bot.post(
                        "/messages",
                        Json.object()
                                .put("toPersonEmail", "ALICE.adams@example.com")
                                .put("text", "c"))
                .text("roomId");
        String three = bot.post("/messages", Json.object().put("roomId", one).put("text", "d"))
                .text("roomId");
        assertEquals(one, two);
        assertEquals(one, three);
        assertEquals(
                List.of("a", "b", "c", "d"),
                fake.alice().messages().stream().map(ChatMessage::text).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "not json",
                "{\"text\":\"no recipient\"}",
                "{\"toPersonEmail\":\"alice.adams@example.com\"}",
                "{\"toPersonEmail\":\"alice.adams@example.com\",\"roomId\":\"x\",\"text\":\"two recipients\"}",
                "{\"toPersonEmail\":\"alice.adams@example.com\",\"text\":\"x\",\"colour\":\"red\"}",
                "{\"toPersonEmail\":\"alice.adams@example.com\",\"text\":5}",
                "{\"toPersonEmail\":\"alice.adams@example.com\",\"text\":null}",
                "{\"toPersonEmail\":\"alice.adams@example.com\",\"text\":\"x\",\"files\":[\"a\",\"b\"]}",
                "{\"toPersonEmail\":\"alice.adams@example.com\",\"text\":\"x\",\"files\":[1]}",
                "{\"toPersonEmail\":\"callbot@webex.bot\",\"text\":\"to itself\"}",
                "{\"toPersonEmail\":\"alice.adams@example.com\",\"attachments\":{}}",
            })
    void aMessageOfAnotherShapeIsRefused(String body) {
        assertEquals(400, bot.post("/messages", body).status());
        assertEquals(List.of(), fake.alice().messages());
    }

    @Test
    void strangersAndForeignRoomsAreNotFound() {
        assertEquals(
                404,
                bot.post("/messages", Json.object().put("toPersonId", "nobody").put("text", "x"))
                        .status());
        assertEquals(
                404,
                bot.post("/messages", Json.object().put("roomId", "nowhere").put("text", "x"))
                        .status());
    }

    @Test
    void theContentTypeMustBeJson() {
        var plain = bot.send(bot.request("/messages")
                .header("Content-Type", "text/plain")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
        assertEquals(415, plain.status());
    }

    @Test
    void theLimitCountsBytes() {
        assertEquals(200, say("é".repeat(3719) + "x").status()); // 7439 bytes
        assertEquals(400, say("é".repeat(3720)).status()); // 7440 bytes in 3720 characters
        assertEquals(
                400,
                bot.post("/messages", Json.object().put("toPersonId", alice).put("markdown", "x".repeat(7440)))
                        .status());
    }

    @Test
    void aMessageCanBeEditedTenTimes() {
        var sent = say("first");
        String path = "/messages/" + sent.text("id");
        for (int i = 0; i < 10; i++)
            assertEquals(200, bot.put(path, edit(sent, "edit " + i)).status());

        var eleventh = bot.put(path, edit(sent, "once more"));
        assertEquals(400, eleventh.status());
        assertEquals("The edit limit for this message has been reached.", eleventh.why());
        assertEquals("edit 9", fake.alice().messages().getLast().text());
        assertEquals(10, fake.alice().messages().getLast().edits());
    }

    @Test
    void anEditNeedsRoomAndWordsAndNoHtml() {
        var sent = say("first");
        String path = "/messages/" + sent.text("id");
        String room = sent.text("roomId");
        assertEquals(400, bot.put(path, Json.object().put("text", "x")).status());
        assertEquals(400, bot.put(path, Json.object().put("roomId", room)).status());
        assertEquals(
                400,
                bot.put(path, Json.object().put("roomId", "other").put("text", "x"))
                        .status());
        assertEquals(400, bot.put(path, edit(sent, "x").put("html", "x")).status());
    }

    @Test
    void aMessageWithACardCannotBeEdited() {
        var sent = bot.post("/messages", card("1.3"));
        assertEquals(
                400, bot.put("/messages/" + sent.text("id"), edit(sent, "x")).status());
    }

    @Test
    void onlyOnesOwnMessagesCanBeChanged() {
        String id = fake.alice().say("mine");
        var seen = bot.get("/messages/" + id);
        assertEquals(403, bot.put("/messages/" + id, edit(seen, "yours")).status());
        assertEquals(403, bot.delete("/messages/" + id).status());
    }

    @Test
    void aDeletedMessageIsGone() {
        String id = say("x").text("id");
        assertEquals(204, bot.delete("/messages/" + id).status());
        assertEquals(404, bot.get("/messages/" + id).status());
        assertEquals(404, bot.delete("/messages/" + id).status());
        assertTrue(fake.alice().messages().getLast().deleted());
    }

    @Test
    void othersCannotReadADirectRoom() {
        var sent = say("secret");
        Caller bob = Caller.user(fake, fake.bob());
        assertEquals(404, bob.get("/messages/" + sent.text("id")).status());
        assertEquals(404, bob.get("/messages?roomId=" + sent.text("roomId")).status());
    }

    @Test
    void inAGroupABotOnlyReadsWhatMentionsIt() {
        String unheard = fake.alice().chatInGroup("among us");
        String heard = fake.alice().sayInGroup("/help");

        assertEquals(404, bot.get("/messages/" + unheard).status());
        var message = bot.get("/messages/" + heard).body();
        assertEquals("Callbot /help", message.requireText("text"));
        assertEquals("group", message.requireText("roomType"));
        assertEquals(List.of(fake.bot().id()), message.texts("mentionedPeople"));
        assertTrue(message.requireText("html").contains("<spark-mention"));

        String room = message.requireText("roomId");
        assertEquals(403, bot.get("/messages?roomId=" + room).status());
        var list = bot.get("/messages?mentionedPeople=me&roomId=" + room);
        assertEquals(List.of(heard), ids(list.body()));
        assertEquals(
                400,
                bot.get("/messages?mentionedPeople=me&max=101&roomId=" + room).status());
    }

    @Test
    void listsComeNewestFirstInPages() {
        String room = "";
        for (int i = 0; i < 5; i++) room = say("message " + i).text("roomId");

        var first = bot.get("/messages?max=2&roomId=" + room);
        assertEquals(List.of("message 4", "message 3"), texts(first.body()));
        var second = bot.get(next(first));
        assertEquals(List.of("message 2", "message 1"), texts(second.body()));
        var third = bot.get(next(second));
        assertEquals(List.of("message 0"), texts(third.body()));
        assertTrue(third.response().headers().firstValue("Link").isEmpty());

        assertEquals(
                5, ids(bot.get("/messages/direct?personId=" + alice).body()).size());
        assertEquals(400, bot.get("/messages/direct").status());
        assertEquals(400, bot.get("/messages").status());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a *b* c                | <p>a <em>b</em> c</p>
                    `a*b*c` **d**          | <p><code>a*b*c</code> <strong>d</strong></p>
                    [x](https://e.com/a_b_c) | <p><a href="https://e.com/a_b_c" rel="nofollow">x</a></p>
                    1 < 2 & 3              | <p>1 &lt; 2 &amp; 3</p>
                    # Title                | <h1>Title</h1>
                    - one                  | <ul><li>one</li></ul>
                    2. two                 | <ol><li>two</li></ol>
                    *73 and *74            | <p>*73 and *74</p>
                    """)
    void markdownBecomesHtml(String markdown, String html) {
        assertEquals(html, markdown(markdown).text("html"));
    }

    @Test
    void markdownOfManyLinesBecomesHtml() {
        var message = markdown("one\\ntwo\\n\\n- a\\n- b\\n```\\ncode *x*\\n```".replace("\\n", "\n"));
        assertEquals("<p>one<br/>two</p><ul><li>a</li><li>b</li></ul><pre>code *x*\n</pre>", message.text("html"));
        assertEquals("one\ntwo\na\nb\ncode *x*", message.text("text"));
    }

    @Test
    void mentionsAreFound() {
        var message = markdown("<@personEmail:bob.brown@example.com> and <@personId:" + alice + "|Al> and <@all>");
        assertEquals(List.of(fake.bob().person().id(), alice), message.body().texts("mentionedPeople"));
        assertEquals(List.of("all"), message.body().texts("mentionedGroups"));
        assertEquals("Bob Brown and Al and All", message.text("text"));
    }

    @Test
    void onlyCardsOfWebexAreTaken() {
        assertEquals(200, bot.post("/messages", card("1.3")).status());
        assertEquals(400, bot.post("/messages", card("1.5")).status());
        ObjectWriter wrongType = Json.object().put("type", "Card").put("version", "1.3");
        assertEquals(400, bot.post("/messages", message(wrongType)).status());
        ObjectWriter wrongAction = Json.object()
                .put("type", "AdaptiveCard")
                .put("version", "1.3")
                .put("actions", List.of(Json.object().put("type", "Action.Execute")));
        assertEquals(400, bot.post("/messages", message(wrongAction)).status());
        ObjectWriter noType =
                Json.object().put("type", "AdaptiveCard").put("version", "1.3").put("body", List.of(Json.object()));
        assertEquals(400, bot.post("/messages", message(noType)).status());
    }

    @Test
    void aPressedButtonBringsItsDataAndTheInputs() {
        String id = bot.post("/messages", card("1.3")).text("id");
        String action = fake.alice()
                .press(id, "Answer", Json.object().put("note", "hello").toJson());

        var read = bot.get("/attachment/actions/" + action).body();
        assertEquals(id, read.requireText("messageId"));
        assertEquals(alice, read.requireText("personId"));
        assertEquals("/answer", read.at("inputs").requireText("command"));
        assertEquals("hello", read.at("inputs").requireText("note"));
        assertEquals(404, bot.get("/attachment/actions/unknown").status());
        assertEquals(
                404,
                Caller.user(fake, fake.bob())
                        .get("/attachment/actions/" + action)
                        .status());
    }

    @Test
    void anActionNeedsAVisibleCard() {
        Caller user = Caller.user(fake, fake.alice());
        String plain = say("no card").text("id");
        String card = bot.post("/messages", card("1.3")).text("id");
        ObjectWriter inputs = Json.object().put("a", 1);
        assertEquals(
                400, user.post("/attachment/actions", action(plain, inputs)).status());
        assertEquals(
                404, user.post("/attachment/actions", action("nothing", inputs)).status());
        assertEquals(200, user.post("/attachment/actions", action(card, inputs)).status());
        assertEquals(
                400,
                user.post("/attachment/actions", action(card, inputs).put("type", "cancel"))
                        .status());
        assertEquals(
                400,
                user.post("/attachment/actions", action(card, inputs).put("inputs", "text"))
                        .status());
    }

    @Test
    void roomsAndMembershipsAreListed() {
        say("hello");
        Json rooms = bot.get("/rooms").body();
        assertEquals(2, rooms.list("items").size());
        assertEquals(
                "Alice Adams",
                bot.get("/rooms?type=direct").body().list("items").getFirst().requireText("title"));
        String group =
                bot.get("/rooms?type=group").body().list("items").getFirst().requireText("id");
        assertEquals("Team", bot.get("/rooms/" + group).text("title"));
        assertEquals(404, bot.get("/rooms/none").status());

        assertEquals(2, ids(bot.get("/memberships").body()).size());
        assertEquals(3, ids(bot.get("/memberships?roomId=" + group).body()).size());
        assertEquals(
                1,
                ids(bot.get("/memberships?personId=" + alice + "&roomId=" + group)
                                .body())
                        .size());
        var paged = bot.get("/memberships?max=2&roomId=" + group);
        assertEquals(1, ids(bot.get(next(paged)).body()).size());
        String alices = ids(bot.get("/memberships?personId=" + alice + "&roomId=" + group)
                        .body())
                .getFirst();
        assertEquals(200, bot.get("/memberships/" + alices).status());
        assertEquals(403, bot.delete("/memberships/" + alices).status());
        assertEquals(404, bot.get("/memberships/none").status());
    }

    @Test
    void oneCanLeaveAGroup() {
        String group =
                bot.get("/rooms?type=group").body().list("items").getFirst().requireText("id");
        String own = ids(bot.get("/memberships?personId=" + fake.bot().id() + "&roomId=" + group)
                        .body())
                .getFirst();
        assertEquals(204, bot.delete("/memberships/" + own).status());
        assertEquals(404, bot.get("/rooms/" + group).status());
    }

    private Caller.Answer say(String text) {
        return bot.post("/messages", Json.object().put("toPersonId", alice).put("text", text));
    }

    private Caller.Answer markdown(String markdown) {
        var answer =
                bot.post("/messages", Json.object().put("toPersonId", alice).put("markdown", markdown));
        assertEquals(200, answer.status());
        assertFalse(answer.text("markdown").isEmpty());
        return answer;
    }

    private static ObjectWriter edit(Caller.Answer sent, String text) {
        return Json.object().put("roomId", sent.text("roomId")).put("text", text);
    }

    private ObjectWriter card(String version) {
        return message(Json.object()
                .put("type", "AdaptiveCard")
                .put("version", version)
                .put("body", List.of(Json.object().put("type", "TextBlock").put("text", "Ring")))
                .put(
                        "actions",
                        List.of(Json.object()
                                .put("type", "Action.Submit")
                                .put("title", "Answer")
                                .put("data", Json.object().put("command", "/answer")))));
    }

    private ObjectWriter message(ObjectWriter card) {
        return Json.object()
                .put("toPersonId", alice)
                .put("text", "Ring")
                .put(
                        "attachments",
                        List.of(Json.object()
                                .put("contentType", "application/vnd.microsoft.card.adaptive")
                                .put("content", card)));
    }

    private static ObjectWriter action(String messageId, ObjectWriter inputs) {
        return Json.object().put("type", "submit").put("messageId", messageId).put("inputs", inputs);
    }

    private static List<String> ids(Json list) {
        return list.list("items").stream().map(item -> item.requireText("id")).toList();
    }

    private static List<String> texts(Json list) {
        return list.list("items").stream().map(item -> item.requireText("text")).toList();
    }

    static String next(Caller.Answer answer) {
        String link = answer.response().headers().firstValue("Link").orElseThrow();
        assertTrue(link.endsWith(">; rel=\"next\""), link);
        assertFalse(link.contains(URLEncoder.encode("<", StandardCharsets.UTF_8)));
        return link.substring(1, link.indexOf('>'));
    }

    private ObjectWriter withCardOf(int letters) {
        ObjectWriter content = Json.object()
                .put("type", "AdaptiveCard")
                .put("version", "1.3")
                .put("body", List.of(Json.object().put("type", "TextBlock").put("text", "x".repeat(letters))));
        ObjectWriter card = Json.object()
                .put("contentType", "application/vnd.microsoft.card.adaptive")
                .put("content", content);
        return Json.object().put("toPersonId", alice).put("text", "a card").put("attachments", List.of(card));
    }
}
