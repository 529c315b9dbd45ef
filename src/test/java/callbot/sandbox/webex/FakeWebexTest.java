package callbot.sandbox.webex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.sandbox.Agreement;
import callbot.sandbox.Caller;
import callbot.sandbox.base.Habit;
import callbot.sandbox.traffic.Exchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeWebexTest {

    private FakeWebex fake;
    private Caller bot;
    private Caller alice;

    @BeforeEach
    void start() throws IOException {
        fake = FakeWebex.start(Clock.systemUTC(), new Random(1));
        bot = Caller.bot(fake);
        alice = Caller.user(fake, fake.alice());
    }

    @AfterEach
    void stop() {
        Agreement.assertKept(fake);
        fake.close();
    }

    @Test
    void everybodyLearnsWhoHeIs() {
        assertEquals("bot", bot.get("/people/me").text("type"));

        Json me = alice.get("/people/me").body();
        assertEquals("Alice Adams", me.requireText("displayName"));
        assertEquals(List.of("alice.adams@example.com"), me.texts("emails"));
        assertEquals("1001", me.requireText("extension"));
        assertEquals("person", me.requireText("type"));
        assertEquals(
                me.toString(), bot.get("/people/" + me.requireText("id")).body().toString());
        assertEquals(404, bot.get("/people/nobody").status());
    }

    @Test
    void peopleAreFound() {
        String aliceId = fake.alice().person().id();
        String bobId = fake.bob().person().id();
        assertEquals(List.of(bobId), ids(bot.get("/people?email=BOB.Brown@example.com")));
        assertEquals(List.of(aliceId), ids(bot.get("/people?displayName=alice")));
        assertEquals(List.of(), ids(bot.get("/people?displayName=Adams")));
        assertEquals(List.of(), ids(bot.get("/people?displayName=alice&email=bob.brown@example.com")));
        assertEquals(400, bot.get("/people").status());
        Json quick = bot.get("/people?displayName=bob&max=1&excludeStatus=true")
                .body()
                .list("items")
                .getFirst();
        assertEquals(Optional.empty(), quick.text("status"));
        assertEquals("1002", quick.requireText("extension"));

        var some = bot.get("/people?id=" + aliceId + ",nobody&showAllTypes=false");
        assertEquals(List.of(aliceId), ids(some));
        assertEquals(List.of("nobody"), some.body().texts("notFoundIds"));
        assertEquals(400, bot.get("/people?id=" + "x,".repeat(85) + "x").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
    void theSchemeOfATokenMayBeWrittenInAnyCase(String scheme) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(fake.url() + "/people/me"))
                    .header("Authorization", scheme + " " + fake.botToken())
                    .build();
            assertEquals(
                    200,
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        }
    }

    @Test
    void aSlashAtTheEndOfAPathDoesNoHarm() {
        assertEquals(200, bot.get("/rooms/").status());
        assertEquals(200, bot.get("/rooms/?max=1").status());
        assertEquals(404, bot.get("/rooms//").status());
    }

    @Test
    void unknownFieldsAreRefusedUnlessToldOtherwise() throws IOException {
        var wish = Json.object()
                .put("toPersonId", fake.alice().person().id())
                .put("text", "hello")
                .put("colour", "red");
        assertEquals(400, bot.post("/messages", wish).status());
        try (FakeWebex easy = FakeWebex.start(Clock.systemUTC())) {
            easy.habits().set(Habit.IGNORES_UNKNOWN_FIELDS, true);
            Caller caller = Caller.bot(easy);
            wish.put("toPersonId", easy.alice().person().id());
            assertEquals(200, caller.post("/messages", wish).status());
            assertEquals(200, caller.get("/rooms?colour=red").status());
            assertEquals(400, caller.post("/messages", wish.put("text", 7)).status(), "what is known is still checked");
        }
    }

    @Test
    void endpointsAreListed() {
        Json all = alice.get("/telephony/config/people/me/settings/availablePreferredAnswerEndpoints")
                .body();
        assertEquals(
                List.of("DEVICE", "APPLICATION"),
                all.list("endpoints").stream().map(e -> e.requireText("type")).toList());
        Json preferred = alice.get("/telephony/config/people/me/settings/preferredAnswerEndpoint")
                .body();
        Json ofPerson = alice.get(
                        "/telephony/config/people/" + fake.alice().person().id() + "/preferredAnswerEndpoint")
                .body();
        assertEquals(preferred.requireText("id"), ofPerson.requireText("preferredAnswerEndpointId"));
    }

    @Test
    void withoutAGoodTokenNothingIsTold() {
        assertEquals(401, new Caller(fake, "").get("/people/me").status());
        assertEquals(401, new Caller(fake, "nonsense").get("/people/me").status());
        fake.tokens().expire(fake.alice().person());
        assertEquals(401, alice.get("/people/me").status());
    }

    @Test
    void aTokenWithoutTheScopeIsNotEnough() {
        Caller curious = Caller.user(fake, fake.alice(), Set.of("spark:people_read"));
        assertEquals(200, curious.get("/people/me").status());
        assertEquals(403, curious.get("/telephony/calls").status());
        assertEquals(403, curious.get("/rooms").status());
    }

    @Test
    void aBotHasNoLine() {
        assertEquals(403, bot.get("/telephony/calls").status());
        assertEquals(
                403, bot.call("dial", Json.object().put("destination", "1002")).status());
    }

    @Test
    void errorsCarryATrackingId() {
        var answer = bot.get("/nothing/here");
        assertEquals(404, answer.status());
        assertEquals(
                answer.text("trackingId"),
                answer.response().headers().firstValue("TrackingID").orElseThrow());
        assertEquals(answer.why(), answer.body().list("errors").getFirst().requireText("description"));

        var own = bot.send(
                bot.request("/nothing/here").header("TrackingID", "BOT_1").GET());
        assertTrue(own.text("trackingId").startsWith("BOT_1"));
        assertTrue(bot.get("/people/me")
                .response()
                .headers()
                .firstValue("TrackingID")
                .isPresent());
    }

    @Test
    void aKnownPathWithAnotherMethodIsNotAllowed() {
        assertEquals(405, bot.delete("/people/me").status());
    }

    @Test
    void unknownQueryParametersAreRefused() {
        assertEquals(400, bot.get("/people/me?nonsense=1").status());
        assertEquals(400, bot.get("/people/me?callingData=perhaps").status());
        assertEquals(200, bot.get("/people/me?callingData=true").status());
        assertEquals(400, bot.get("/rooms?max=0").status());
        assertEquals(400, bot.get("/rooms?max=many").status());
        assertEquals(400, bot.get("/rooms?type=secret").status());
        assertEquals(400, bot.get("/rooms?from=yesterday").status());
    }

    @Test
    void theSameSeedMakesTheSameIds() throws IOException {
        try (FakeWebex again = FakeWebex.start(Clock.systemUTC(), new Random(1))) {
            assertEquals(fake.botToken(), again.botToken());
            assertEquals(fake.alice().person().id(), again.alice().person().id());
        }
    }

    @Test
    void everyExchangeIsRecorded() {
        bot.get("/people/me?callingData=false");
        Exchange last = fake.exchanges().getLast();
        assertEquals(Exchange.Direction.TO_WEBEX, last.direction());
        assertEquals("GET", last.method());
        assertEquals("/v1/people/me?callingData=false", last.target());
        assertEquals(200, last.status());
        assertTrue(last.responseBody().contains("Callbot"));
        assertEquals(List.of("Bearer " + fake.botToken()), last.requestHeaders().get("authorization"));
        assertTrue(!last.toString().contains(fake.botToken()));
    }

    private static List<String> ids(Caller.Answer answer) {
        return answer.body().list("items").stream()
                .map(item -> item.requireText("id"))
                .toList();
    }
}
