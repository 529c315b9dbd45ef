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
import callbot.sandbox.FreePort;
import callbot.sandbox.HandClock;
import callbot.sandbox.base.Habit;
import callbot.sandbox.base.Ids;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.webex.FakeWebex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private final HandClock clock = new HandClock(Instant.parse("2026-01-01T12:00:00Z"));
    private FakeWebex fake;
    private Ear ear;
    private Caller bot;
    private Caller alice;

    @BeforeEach
    void start() throws IOException {
        fake = FakeWebex.start(clock, new Random(4));
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
            easy.habits().set(Habit.IGNORES_UNKNOWN_FIELDS, true);
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
        assertEquals(hmac(delivery.body()), delivery.header("X-Spark-Signature").orElseThrow());
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

    @ParameterizedTest
    @CsvSource({
        "mentionedPeople=me, true",
        "mentionedPeople=somebody, false",
        "hasFiles=true, false",
        "hasFiles=false, true",
        "hasAttachments=true, false",
        "hasAttachments=false&roomType=group, true",
        "personEmail=alice.adams@example.com, true",
        "personEmail=bob.brown@example.com, false"
    })
    void everyOfficialFilterForMessagesIsObeyed(String filter, boolean heard) throws Exception {
        var made = bot.post("/webhooks", hook("messages", "created").put("filter", filter));
        assertEquals(200, made.status());
        fake.alice().sayInGroup("hello");
        assertTrue(fake.deliveries().awaitQuiet(LONG));
        assertEquals(heard ? 1 : 0, ear.left());
    }

    @Test
    void filesAndCardsAreFilteredFor() throws Exception {
        bot.post("/webhooks", hook("messages", "created").put("filter", "hasFiles=true"));
        bot.post("/webhooks", hook("messages", "created").put("filter", "hasAttachments=true"));
        String file = bot.post("/messages", toAlice().put("files", List.of("http://www.example.com/a.png")))
                .text("id");
        assertEquals(file, ear.nextEvent().at("data").requireText("id"));
        String card = bot.post("/messages", toAlice().put("attachments", List.of(card())))
                .text("id");
        assertEquals(card, ear.nextEvent().at("data").requireText("id"));
        bot.post("/messages", toAlice().put("text", "just words"));
        assertTrue(fake.deliveries().awaitQuiet(LONG));
        assertEquals(0, ear.left());
    }

    @ParameterizedTest
    @CsvSource({
        "personality=terminator, 2",
        "personality=originator, 0",
        "state=alerting, 2",
        "state=connected, 0",
        "number=+14085550134, 2",
        "number=+14085550135, 0",
        "personId=me, 2",
        "callType=external&state=alerting, 2",
        "callType=location, 0"
    })
    void everyOfficialFilterForCallsIsObeyed(String filter, int heard) throws Exception {
        var made = alice.post("/webhooks", hook("telephony_calls", "all").put("filter", filter));
        assertEquals(200, made.status());
        fake.outside("+14085550134", "Ana").call(fake.alice());
        assertTrue(fake.deliveries().awaitQuiet(LONG));
        assertEquals(heard, ear.left());
    }

    @Test
    void aFilterForAPersonTakesEitherFormOfTheId() throws Exception {
        String other = Ids.withRegions("PEOPLE", fake.alice().person().id());
        bot.post("/webhooks", hook("messages", "created").put("filter", "personId=" + other));
        fake.bob().say("not this");
        String heard = fake.alice().say("this");
        assertEquals(heard, ear.nextEvent().at("data").requireText("id"));
        assertTrue(fake.deliveries().awaitQuiet(LONG));
        assertEquals(0, ear.left());
    }

    @Test
    void aFilterThatAResourceDoesNotKnowIsRefused() {
        var refused = bot.post("/webhooks", hook("messages", "created").put("filter", "state=alerting"));
        assertEquals(400, refused.status());
        assertEquals("invalid value for filter: state", refused.why());
    }

    @Test
    void theFirehoseBringsMessagesAndMembershipsButNoCalls() throws Exception {
        alice.post("/webhooks", hook("all", "all"));
        fake.outside("+14085550134", "Ana").call(fake.alice());
        fake.alice().chatInGroup("hello");
        assertEquals("messages", ear.nextEvent().requireText("resource"));
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
        String card = bot.post("/messages", toAlice().put("attachments", List.of(card())))
                .text("id");
        String action = fake.alice().submit(card, Json.object().put("x", "y").toJson());
        Json event = ear.nextEvent();
        assertEquals(action, event.at("data").requireText("id"));
        assertEquals(fake.alice().person().id(), event.requireText("actorId"));
        assertEquals(fake.bot().id(), event.requireText("createdBy"));
    }

    @Test
    void aFailedDeliveryIsNotRepeatedUnlessThatIsWished() throws Exception {
        bot.post("/webhooks", hook("messages", "created"));
        ear.answer(503);
        fake.alice().say("x");
        ear.next();
        assertTrue(fake.deliveries().awaitQuiet(LONG));
        assertEquals(0, ear.left());

        fake.deliveries().repeat(2, Duration.ZERO);
        fake.alice().say("y");
        ear.events(3);
        assertTrue(fake.deliveries().awaitQuiet(LONG));
        assertEquals(0, ear.left());
        assertThrows(IllegalArgumentException.class, () -> fake.deliveries().repeat(-1, Duration.ZERO));
    }

    @Test
    void afterAHundredFailuresWithinFiveMinutesAWebhookIsInactive() throws Exception {
        String path = "/webhooks/"
                + bot.post("/webhooks", hook("messages", "created")).text("id");
        ear.answer(503);
        fail(99);
        assertEquals("active", bot.get(path).text("status"));
        fail(1);
        assertEquals("inactive", bot.get(path).text("status"));

        ear.answer(200);
        fake.alice().say("unheard");
        assertEquals("active", bot.put(path, named("x").put("status", "active")).text("status"));
        String heard = fake.alice().say("heard");
        assertEquals(heard, ear.nextEvent().at("data").requireText("id"));
    }

    @Test
    void itNeedNotGiveUp() throws Exception {
        String path = "/webhooks/"
                + bot.post("/webhooks", hook("messages", "created")).text("id");
        fake.habits().set(Habit.GIVES_UP_ON_WEBHOOKS, false);
        ear.answer(503);
        fail(101);
        assertEquals("active", bot.get(path).text("status"));
    }

    @Test
    void failuresAreForgottenAfterFiveMinutesAndNotBefore() throws Exception {
        String path = "/webhooks/"
                + bot.post("/webhooks", hook("messages", "created")).text("id");
        ear.answer(500);
        fail(99);
        clock.forward(Duration.ofMinutes(5).plusSeconds(1));
        fail(99);
        assertEquals("active", bot.get(path).text("status"), "no more than 99 at a time");
        fail(1);
        assertEquals("inactive", bot.get(path).text("status"));

        bot.put(path, named("x").put("status", "active"));
        fail(1);
        assertEquals("inactive", bot.get(path).text("status"), "the earlier ones still count");
        clock.forward(Duration.ofMinutes(5).plusSeconds(1));
        bot.put(path, named("x").put("status", "active"));
        fail(1);
        assertEquals("active", bot.get(path).text("status"));
    }

    @Test
    void whoAnswersTooLateHasFailed() throws Exception {
        bot.post("/webhooks", hook("messages", "created"));
        fake.deliveries().patience(Duration.ofMillis(100));
        ear.hang();
        fake.alice().say("hello");
        assertTrue(fake.deliveries().awaitQuiet(Duration.ofSeconds(4)), "the usual patience is longer than that");
        assertEquals(0, fake.exchanges().getLast().status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void whoListensAtOneOfTheAddressesOfLocalhostIsReached(String address) throws Exception {
        try (Ear other = Ear.openAt(address)) {
            String target = "http://localhost:" + other.port() + "/hook?x=1";
            bot.post("/webhooks", hook("messages", "created").put("targetUrl", target));
            fake.alice().say("hello");
            assertEquals("x=1", other.next().rawQuery());
            assertTrue(fake.deliveries().awaitQuiet(LONG));
            assertEquals(target, fake.exchanges().getLast().target());
        }
    }

    @Test
    void theLoopbackAddressOfIpVersion6IsReached() throws Exception {
        try (Ear other = Ear.openAt("::1")) {
            String target = "http://[::1]:" + other.port() + "/hook";
            bot.post("/webhooks", hook("messages", "created").put("targetUrl", target));
            String id = fake.alice().say("hello");
            assertEquals(id, other.nextEvent().at("data").requireText("id"));
        }
    }

    @Test
    void aDeliveryThatReachesNobodyIsOnTheWire() throws Exception {
        String target = "http://localhost:" + FreePort.find(new Random(6)) + "/hook";
        bot.post("/webhooks", hook("messages", "created").put("targetUrl", target));
        fake.alice().say("hello");
        assertTrue(fake.deliveries().awaitQuiet(LONG));
        Exchange tried = fake.exchanges().getLast();
        assertEquals(target, tried.target());
        assertEquals(0, tried.status());
        assertTrue(tried.responseBody().contains("ConnectException"), tried.responseBody());
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

    /** So many deliveries fail. */
    private void fail(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) fake.alice().say("x");
        assertTrue(fake.deliveries().awaitQuiet(LONG));
        ear.events(times);
    }

    private ObjectWriter toAlice() {
        return Json.object().put("toPersonId", fake.alice().person().id());
    }

    private static ObjectWriter card() {
        ObjectWriter content = Json.object().put("type", "AdaptiveCard").put("version", "1.2");
        return Json.object()
                .put("contentType", "application/vnd.microsoft.card.adaptive")
                .put("content", content);
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

    private static String hmac(byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
