package callbot.sandbox.webex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.sandbox.Agreement;
import callbot.sandbox.Caller;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every list that Webex gives in pages: rooms, memberships, webhooks, messages. */
class PagingTest {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private FakeWebex fake;
    private Caller bot;
    private String room;

    @BeforeEach
    void fill() throws IOException {
        fake = FakeWebex.start(Clock.systemUTC(), new Random(21));
        bot = Caller.bot(fake);
        for (int i = 1; i <= 5; i++) {
            FakeUser user = fake.hire("Number " + i);
            user.say("hello");
            bot.post(
                    "/webhooks",
                    Json.object()
                            .put("name", "hook " + i)
                            .put("targetUrl", "http://127.0.0.1:9/" + i)
                            .put("resource", "messages")
                            .put("event", "created"));
            room = bot.post(
                            "/messages",
                            Json.object()
                                    .put("toPersonId", fake.alice().person().id())
                                    .put("text", "message " + i))
                    .text("roomId");
        }
    }

    @AfterEach
    void stop() {
        Agreement.assertKept(fake);
        fake.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rooms?", "/rooms?sortBy=created&", "/memberships?", "/webhooks?", "/messages?roomId="})
    void pagesOfAnyLengthMakeTheWholeList(String list) {
        String path = list.endsWith("=") ? list + room + "&" : list;
        List<String> whole = ids(bot.get(path + "max=100"));
        assertTrue(whole.size() >= 5, whole.toString());
        for (int max = 1; max <= whole.size(); max++) {
            List<String> walked = new ArrayList<>();
            Optional<String> next = Optional.of(path + "max=" + max);
            while (next.isPresent()) {
                Caller.Answer page = bot.get(next.get());
                assertTrue(ids(page).size() <= max);
                walked.addAll(ids(page));
                assertTrue(walked.size() <= whole.size(), "the pages go round in a circle");
                next = next(page);
            }
            assertEquals(whole, walked);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks", "/messages"})
    void whoDeletesWhileTurningPagesDeletesAll(String list) {
        String path = list.equals("/messages") ? "/messages?max=2&roomId=" + room : list + "?max=2";
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            Caller.Answer page = bot.get(next.get());
            ids(page)
                    .forEach(id -> assertEquals(204, bot.delete(list + "/" + id).status()));
            next = next(page);
        }
        assertEquals(List.of(), ids(bot.get(path)));
    }

    @Test
    void aPageThatIsGoneIsNotTakenForTheFirst() {
        String next = next(bot.get("/webhooks?max=2")).orElseThrow();
        ids(bot.get("/webhooks")).forEach(id -> bot.delete("/webhooks/" + id));
        assertEquals(400, bot.get(next).status());
        assertEquals(
                404, bot.get("/messages?beforeMessage=nothing&roomId=" + room).status());
    }

    private static List<String> ids(Caller.Answer page) {
        assertEquals(200, page.status());
        return page.body().list("items").stream()
                .map(item -> item.requireText("id"))
                .toList();
    }

    private static Optional<String> next(Caller.Answer page) {
        return page.response().headers().firstValue("Link").map(link -> {
            Matcher matcher = NEXT.matcher(link);
            assertTrue(matcher.matches(), link);
            return matcher.group(1);
        });
    }
}
