package callbot.sandbox.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.sandbox.Agreement;
import callbot.sandbox.Caller;
import callbot.sandbox.webex.FakeWebex;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that are sent as a form in parts, with a file among them. */
class FakeFilesTest {

    private static final String NOTES = "Grüße,\r\n--not a boundary\r\n\r\nfrom a file";

    private FakeWebex fake;
    private Caller bot;
    private String aliceId;

    @BeforeEach
    void start() throws IOException {
        fake = FakeWebex.start(Clock.systemUTC(), new Random(31));
        bot = Caller.bot(fake);
        aliceId = fake.alice().person().id();
    }

    @AfterEach
    void stop() {
        Agreement.assertKept(fake);
        fake.close();
    }

    @Test
    void aFileIsSentWithWordsAndFetchedAsItWas() {
        var sent = send("xYz", text("toPersonId", aliceId) + text("text", "Schöne Notizen") + file("notes.txt", NOTES));
        assertEquals(200, sent.status());
        assertEquals("Schöne Notizen", sent.text("text"));

        String address = sent.body().texts("files").getFirst();
        var fetched = Caller.user(fake, fake.alice()).get(address);
        assertEquals(NOTES, fetched.response().body());
        assertEquals(
                "text/plain",
                fetched.response().headers().firstValue("Content-Type").orElseThrow());
        assertEquals(
                "attachment; filename=\"notes.txt\"",
                fetched.response().headers().firstValue("Content-Disposition").orElseThrow());
        assertEquals(404, Caller.user(fake, fake.bob()).get(address).status());
        String path = URI.create(address).getPath();
        assertEquals(
                401, new Caller(fake, "").get(path.substring("/v1".length())).status());
    }

    @Test
    void aPictureOfAHundredKilobytesIsTaken() {
        String picture = "0123456789".repeat(10_240);
        var sent = send("b", text("toPersonId", aliceId) + file("a.png", picture));
        assertEquals(200, sent.status());
        String address = sent.body().texts("files").getFirst();
        assertEquals(
                picture, Caller.user(fake, fake.alice()).get(address).response().body());
    }

    @Test
    void whatIsTooLargeIsRefusedAsWebexRefuses() {
        var refused = send("b", text("toPersonId", aliceId) + file("a.png", "0123456789".repeat(1024 * 1024 + 1)));
        assertEquals(400, refused.status());
        assertFalse(refused.why().isEmpty());
        assertFalse(refused.text("trackingId").isEmpty());
    }

    @Test
    void aFileAloneIsAMessage() {
        assertEquals(
                200, send("b", text("toPersonId", aliceId) + file("a.txt", "a")).status());
        assertEquals(1, fake.alice().messages().size());
    }

    @Test
    void aFileNeedsNoName() {
        var sent = send("b", text("toPersonId", aliceId) + text("files", "abc"));
        assertEquals(
                "abc", bot.get(sent.body().texts("files").getFirst()).response().body());
    }

    @Test
    void aFormWithoutAFileIsAMessageToo() {
        var sent = send("b", text("toPersonId", aliceId) + text("markdown", "**hello**"));
        assertEquals("<p><strong>hello</strong></p>", sent.text("html"));
        assertEquals(List.of(), sent.body().texts("files"));
    }

    @Test
    void moreThanOneFileIsRefused() {
        var refused = send("b", text("toPersonId", aliceId) + file("a.txt", "a") + file("b.txt", "b"));
        assertEquals(400, refused.status());
        assertEquals(List.of(), fake.alice().messages());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    multipart/form-data,               '--b\\r\\n\\r\\n--b--',                                        The form has no boundary.
                    multipart/form-data; boundary=b,   '--b\\r\\nContent-Disposition: form-data; name=\\"text\\"\\r\\n\\r\\nx',  The form does not end with its boundary.
                    multipart/form-data; boundary=b,   '',                                                           The form does not end with its boundary.
                    multipart/form-data; boundary=b,   '--b\\r\\nContent-Disposition: form-data\\r\\n\\r\\nx\\r\\n--b--',       A part of the form has no name.
                    multipart/form-data; boundary=b,   '--b\\r\\nname\\r\\n--b--',                                       A part of the form has no end of its head.
                    multipart/form-data; boundary=b,   '--b\\r\\nContent-Disposition: form-data; name=\\"text\\"; filename=\\"a\\"\\r\\n\\r\\nx\\r\\n--b--',  '"text" cannot be a file.'
                    """)
    void aBrokenFormIsRefused(String contentType, String body, String why) {
        String real = body.replace("\\r", "\r").replace("\\n", "\n").replace("\\\"", "\"");
        var refused = post(contentType, real);
        assertEquals(400, refused.status());
        assertEquals(why, refused.why());
    }

    @Test
    void onlyMessagesTakeForms() {
        var refused = bot.send(bot.request("/webhooks")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString("--b--")));
        assertEquals(415, refused.status());
        assertTrue(refused.why().contains("application/json"), refused.why());
    }

    @Test
    void anAddressOfAFileIsKeptAsItIs() {
        var sent = bot.post(
                "/messages",
                Json.object().put("toPersonId", aliceId).put("files", List.of("http://www.example.com/media.png")));
        assertEquals(List.of("http://www.example.com/media.png"), sent.body().texts("files"));
    }

    private Caller.Answer send(String boundary, String parts) {
        return post(
                "multipart/form-data; boundary=" + boundary,
                parts.replace("BOUNDARY", "--" + boundary) + "--" + boundary + "--\r\n");
    }

    private Caller.Answer post(String contentType, String body) {
        return bot.send(bot.request("/messages")
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String text(String name, String value) {
        return "BOUNDARY\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name, String content) {
        return "BOUNDARY\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n";
    }
}
