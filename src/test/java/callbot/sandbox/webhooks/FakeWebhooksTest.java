package callbot.sandbox.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.http.Request;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.Agreement;
import callbot.sandbox.Caller;
import callbot.sandbox.Ear;
import callbot.sandbox.FakeNgrok;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.webex.FakeWebex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeWebhooksTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private FakeWebex fake;
    private Ear ear;
    private Caller bot;
    private Caller alice;

    @BeforeEach
    void start() throws IOException {
        fake = FakeWebex.start(Clock.systemUTC(), new Random(4));
        fake.deliveries().pauseBetweenTries(Duration.ZERO);
        ear = Ear.open();
        bot = Caller.bot(fake);
        alice = Caller.user(fake, fake.alice());
    }

    @AfterEach
    void stop() throws InterruptedException {
        assertTrue(fake.deliveries().awaitQuiet(LONG));
        Agreement.assertKept(fake);
        fake.close();
        ear.close();
    }

    @Test
    void aWebhookIsRegisteredReadChangedAndRemoved() {
        var made = bot.post("/webhooks", hook("messages", "created").put("filter", "roomType=direct"));
        assertEquals(200, made.status());
        assertEquals("active", made.text("status"));
        assertEquals("s3cret", made.text("secret"));
        assertEquals("roomType=direct", made.text("filter"));
        assertEquals(fake.bot().id(), made.text("createdBy"));

        String path = "/webhooks/" + made.text("id");
        assertEquals(made.body().toString(), bot.get(path).body().toString());
        var changed = bot.put(
                path,
                Json.object()
                        .put("name", "new")
                        .put("targetUrl", ear.url() + "?v=2")
                        .put("secret", "other")
                        .put("status", "active"));
        assertEquals("new", changed.text("name"));
        assertEquals(ear.url() + "?v=2", changed.text("targetUrl"));
        assertEquals("other", changed.text("secret"));
        assertEquals(204, bot.delete(path).status());
        assertEquals(404, bot.get(path).status());
    }

    @Test
    void everybodyOnlySeesHisOwn() {
        String id = bot.post("/webhooks", hook("messages", "created")).text("id");
        alice.post("/webhooks", hook("telephony_calls", "all"));
        assertEquals(1, bot.get("/webhooks").body().list("items").size());
        assertEquals(1, alice.get("/webhooks").body().list("items").size());
        assertEquals(404, alice.get("/webhooks/" + id).status());
        assertEquals(404, alice.delete("/webhooks/" + id).status());
        assertEquals(403, bot.get("/webhooks?ownedBy=org").status());
    }

    @Test
    void theOwnershipMayBeSentBackButNotChanged() {
        String path = "/webhooks/"
                + bot.post("/webhooks", hook("messages", "created")).text("id");
        assertEquals(400, bot.put(path, named("x").put("ownedBy", "org")).status());
        try (FakeWebex easy = FakeWebex.start(Clock.systemUTC())) {
            easy.ignoresUnknownFields(true);
            Caller caller = Caller.bot(easy);
            Json created = caller.post("/webhooks", hook("messages", "created")).body();
            ObjectWriter whole = Json.object();
            created.names().forEach(name -> whole.put(name, created.at(name)));
            var changed = caller.put("/webhooks/" + created.requireText("id"), whole.put("name", "renamed"));
            assertEquals("renamed", changed.text("name"));
            assertEquals("creator", changed.text("ownedBy"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "targetUrl", "resource", "event"})
    void noneOfTheFourFieldsMayBeMissing(String missing) {
        Json complete = hook("messages", "created").toJson();
        ObjectWriter without = Json.object();
        complete.names().stream()
                .filter(name -> !name.equals(missing))
                .forEach(name -> without.put(name, complete.at(name)));
        assertEquals(400, bot.post("/webhooks", without).status());
    }

    @ParameterizedTest
    @CsvSource({
        "resource, telephone",
        "event, exploded",
        "targetUrl, not an address",
        "targetUrl, ftp://example.com/",
        "filter, roomType",
        "filter, colour=red",
        "status, active",
        "secret, ''",
        "ownedBy, creator",
    })
    void aWebhookOfAnotherShapeIsRefused(String field, String value) {
        assertEquals(
                400,
                bot.post("/webhooks", hook("messages", "created").put(field, value))
                        .status());
    }

    @Test
    void aChangeNeedsNameAndTargetAndNothingElse() {
        String path = "/webhooks/"
                + bot.post("/webhooks", hook("messages", "created")).text("id");
        ObjectWriter target = Json.object().put("targetUrl", ear.url());
        assertEquals(400, bot.put(path, target).status());
        assertEquals(400, bot.put(path, Json.object().put("name", "x")).status());
        assertEquals(
                400, bot.put(path, target.put("name", "x").put("event", "all")).status());
        assertEquals(400, bot.put(path, named("x").put("status", "inactive")).status());
    }

    @Test
    void watchingNeedsTheScopeToRead() {
        Caller blind = Caller.user(fake, fake.alice(), Set.of("spark:calls_write", "spark:people_read"));
        assertEquals(
                403, blind.post("/webhooks", hook("telephony_calls", "all")).status());
        assertEquals(403, blind.post("/webhooks", hook("messages", "created")).status());
        assertEquals(403, bot.post("/webhooks", hook("telephony_calls", "all")).status());
        assertEquals(
                200, alice.post("/webhooks", hook("telephony_calls", "all")).status());
    }

    @Test
    void aMessageIsToldWithASignatureAndWithoutItsText() throws Exception {
        bot.post("/webhooks", hook("messages", "created"));
        String id = fake.alice().say("a secret");

        Request delivery = ear.next();
        assertEquals(
                hmac("HmacSHA1", delivery.body()),
                delivery.header("X-Spark-Signature").orElseThrow());
        assertEquals(
                "SHA-256=" + hmac("HmacSHA256", delivery.body()) + ", SHA-512=" + hmac("HmacSHA512", delivery.body()),
                delivery.header("X-Webex-Signature").orElseThrow());
        assertTrue(!delivery.text().contains("a secret"));
        Json event = Json.parse(delivery.body());
        assertEquals(id, event.at("data").requireText("id"));
        assertEquals(fake.alice().person().id(), event.requireText("actorId"));
    }

    @Test
    void withoutASecretThereIsNoSignature() throws Exception {
        bot.post("/webhooks", named("x").put("resource", "messages").put("event", "created"));
        fake.alice().say("x");
        Request delivery = ear.next();
        assertEquals(Optional.empty(), delivery.header("X-Spark-Signature"));
        assertEquals(Optional.empty(), delivery.header("X-Webex-Signature"));
    }

    @Test
    void theBotHearsItselfAndInAGroupOnlyMentions() throws Exception {
        bot.post("/webhooks", hook("messages", "created"));
        fake.alice().chatInGroup("among us");
        String heard = fake.alice().sayInGroup("/help");
        assertEquals(heard, ear.nextEvent().at("data").requireText("id"));
        String own = bot.post(
                        "/messages",
                        Json.object()
                                .put("toPersonId", fake.alice().person().id())
                                .put("text", "x"))
                .text("id");
        assertEquals(own, ear.nextEvent().at("data").requireText("id"));
        assertEquals(0, ear.left());
    }

    @Test
    void filtersHold() throws Exception {
        bot.post("/webhooks", hook("messages", "created").put("filter", "roomType=group"));
        fake.alice().say("not this");
        String heard = fake.alice().sayInGroup("this");
        assertEquals(heard, ear.nextEvent().at("data").requireText("id"));
        assertTrue(fake.deliveries().awaitQuiet(LONG));
        assertEquals(0, ear.left());
    }

    @Test
    void aNewRoomIsToldAsMemberships() throws Exception {
        bot.post("/webhooks", hook("memberships", "created").put("filter", "personId=me"));
        fake.alice().say("hello");
        Json event = ear.nextEvent();
        assertEquals("memberships", event.requireText("resource"));
        assertEquals(fake.bot().id(), event.at("data").requireText("personId"));
    }

    @Test
    void aPressedButtonIsToldToTheAuthorOfTheCard() throws Exception {
        bot.post("/webhooks", hook("attachmentActions", "created"));
        String card = bot.post(
                        "/messages",
                        Json.object()
                                .put("toPersonId", fake.alice().person().id())
                                .put(
                                        "attachments",
                                        List.of(Json.object()
                                                .put("contentType", "application/vnd.microsoft.card.adaptive")
                                                .put(
                                                        "content",
                                                        Json.object()
                                                                .put("type", "AdaptiveCard")
                                                                .put("version", "1.2")))))
                .text("id");
        String action = fake.alice().submit(card, Json.object().put("x", "y").toJson());
        Json event = ear.nextEvent();
        assertEquals(action, event.at("data").requireText("id"));
        assertEquals(fake.alice().person().id(), event.requireText("actorId"));
        assertEquals(fake.bot().id(), event.requireText("createdBy"));
    }

    @Test
    void aFailedDeliveryIsRepeated() throws Exception {
        bot.post("/webhooks", hook("messages", "created"));
        ear.answer(503);
        fake.alice().say("x");
        ear.next();
        ear.next();
        ear.next();
        assertTrue(fake.deliveries().awaitQuiet(LONG));
        assertEquals(0, ear.left());
        assertEquals(
                "active", bot.get("/webhooks").body().list("items").getFirst().requireText("status"));
    }

    @Test
    void afterFiveFailuresAWebhookIsInactiveUntilItIsPutActive() throws Exception {
        String path = "/webhooks/"
                + bot.post("/webhooks", hook("messages", "created")).text("id");
        ear.answer(500);
        for (int i = 0; i < 5; i++) fake.alice().say("x");
        assertTrue(fake.deliveries().awaitQuiet(LONG));
        assertEquals("inactive", bot.get(path).text("status"));

        ear.answer(200);
        ear.events(15);
        fake.alice().say("unheard");
        assertEquals("active", bot.put(path, named("x").put("status", "active")).text("status"));
        String heard = fake.alice().say("heard");
        assertEquals(heard, ear.nextEvent().at("data").requireText("id"));
    }

    @Test
    void howOftenItTriesAndWhenItGivesUpCanBeSet() throws Exception {
        String path = "/webhooks/"
                + bot.post("/webhooks", hook("messages", "created")).text("id");
        fake.deliveries().tries(1);
        fake.deliveries().giveUpAfter(2);
        ear.answer(500);
        fake.alice().say("first");
        assertTrue(fake.deliveries().awaitQuiet(LONG));
        assertEquals("active", bot.get(path).text("status"));
        fake.alice().say("second");
        assertTrue(fake.deliveries().awaitQuiet(LONG));
        assertEquals("inactive", bot.get(path).text("status"));
        assertEquals(2, ear.left());
        assertThrows(IllegalArgumentException.class, () -> fake.deliveries().tries(0));
        assertThrows(IllegalArgumentException.class, () -> fake.deliveries().giveUpAfter(0));
    }

    @Test
    void whoAnswersTooLateHasFailed() throws Exception {
        String path = "/webhooks/"
                + bot.post("/webhooks", hook("messages", "created")).text("id");
        fake.deliveries().tries(1);
        fake.deliveries().giveUpAfter(1);
        fake.deliveries().patience(Duration.ofMillis(100));
        ear.hang();
        fake.alice().say("hello");
        assertTrue(fake.deliveries().awaitQuiet(Duration.ofSeconds(4)), "the usual patience is longer than that");
        assertEquals("inactive", bot.get(path).text("status"));
    }

    @Test
    void webexCanGiveUpWithoutAWord() {
        String path = "/webhooks/"
                + bot.post("/webhooks", hook("messages", "created")).text("id");
        fake.deactivateWebhooks(fake.bot());
        assertEquals("inactive", bot.get(path).text("status"));
    }

    @Test
    void deliveriesAreDoubledLostHeldBackAndReversed() throws Exception {
        bot.post("/webhooks", hook("messages", "created"));
        fake.deliveries().copies(2);
        String twice = fake.alice().say("twice");
        assertEquals(List.of(twice, twice), ids(ear.events(2)));
        assertTrue(fake.deliveries().awaitQuiet(LONG));
        assertEquals(List.of("delivered again"), faults());
        fake.deliveries().copies(1);

        fake.deliveries().lose(1);
        fake.alice().say("lost");
        String found = fake.alice().say("found");
        assertEquals(found, ear.nextEvent().at("data").requireText("id"));

        fake.deliveries().holdBack();
        String first = fake.alice().say("a");
        String second = fake.alice().say("b");
        assertEquals(0, ear.left());
        assertEquals(new Deliveries.State(1, true, 2), fake.deliveries().state());
        fake.deliveries().releaseReversed();
        assertEquals(List.of(second, first), ids(ear.events(2)));
        assertTrue(fake.deliveries().awaitQuiet(LONG));
        assertEquals(List.of("delivered again", "delivered out of order", "delivered out of order"), faults());
        assertEquals(new Deliveries.State(1, false, 0), fake.deliveries().state());
    }

    @Test
    void aForgedDeliveryBearsTheWrongSignature() throws Exception {
        int status = fake.deliveries().forge(URI.create(ear.url()), "{\"forged\":true}", "00");
        assertEquals(200, status);
        assertEquals("00", ear.next().header("X-Spark-Signature").orElseThrow());
    }

    @Test
    void deliveriesGoThroughTheTunnel() throws Exception {
        try (FakeNgrok ngrok = FakeNgrok.start(new Random(5))) {
            fake.deliveries().reachThrough(ngrok::resolve);
            String address = ngrok.open(ear.port());
            String id = bot.post("/webhooks", hook("messages", "created").put("targetUrl", address + "/hook?x=1"))
                    .text("id");
            fake.alice().say("x");
            assertEquals("x=1", ear.next().rawQuery());

            String other = ngrok.change(ear.port());
            fake.alice().say("lost");
            assertTrue(fake.deliveries().awaitQuiet(LONG));
            assertTrue(fake.exchanges().stream().anyMatch(exchange -> exchange.status() == 0));
            bot.put("/webhooks/" + id, Json.object().put("name", "x").put("targetUrl", other + "/hook"));
            fake.alice().say("y");
            ear.next();
        }
    }

    @Test
    void theRealInternetIsNeverReached() throws Exception {
        bot.post("/webhooks", hook("messages", "created").put("targetUrl", "https://bot.example.com/hook"));
        fake.alice().say("x");
        assertTrue(fake.deliveries().awaitQuiet(LONG));
        Exchange last = fake.exchanges().getLast();
        assertEquals(Exchange.Direction.TO_BOT, last.direction());
        assertEquals(0, last.status());
    }

    private List<String> faults() {
        return fake.exchanges().stream()
                .flatMap(exchange -> exchange.fault().stream())
                .toList();
    }

    private ObjectWriter hook(String resource, String event) {
        return named("hook").put("resource", resource).put("event", event).put("secret", "s3cret");
    }

    private ObjectWriter named(String name) {
        return Json.object().put("name", name).put("targetUrl", ear.url());
    }

    private static List<String> ids(List<Json> events) {
        return events.stream().map(event -> event.at("data").requireText("id")).toList();
    }

    private static String hmac(String algorithm, byte[] body) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec("s3cret".getBytes(java.nio.charset.StandardCharsets.UTF_8), algorithm));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
