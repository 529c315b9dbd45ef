package callbot.sandbox;

import static callbot.sandbox.Visit.has;
import static callbot.sandbox.Visit.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.messaging.ChatMessage;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page gets to see of the wire, from the sign-in to the end of a call. */
@Timeout(60)
public class WirePageTest {

    private static final String OVER = " ended after";

    private static Visit visit;

    @BeforeAll
    static void play() throws Exception {
        visit = Visit.begin();
        visit.ask(visit.alice(), "/help", "/dial");
        visit.signIn(visit.alice());
        visit.ask(visit.alice(), "/monitor on", "ards are on");
        OutsidePhone ana = visit.webex().outside("+14085550134", "Ana");
        ana.call(visit.alice());
        ChatMessage ringing = visit.awaitAnswer(visit.alice(), "Ana", 0);
        visit.alice().press(ringing.id(), "Answer");
        visit.awaitAnswer(visit.alice(), "onnected", 0);
        visit.ask(visit.alice(), "/hangup", OVER);
        visit.ask(visit.alice(), "/history", "Ana");
        visit.awaitLine(line -> has("label", "Alice wrote “/history”").test(line));
    }

    @AfterAll
    static void stop() {
        visit.close();
        Agreement.assertKept(visit.webex());
    }

    @Test
    void aCommandHasEveryLineThatBelongsToIt() throws Exception {
        List<Json> lines = ofCommand("Alice wrote “/help”", 7);
        assertEquals(
                List.of(
                        "POST /webhook (messages created) 200",
                        "event accepted ",
                        "GET /messages/{messageId} 200",
                        "POST /messages 200"),
                told(lines).subList(0, 4));
        assertEquals(
                Set.of("POST /webhook (messages created) 200", "trace kept ", "work done "),
                Set.copyOf(told(lines).subList(4, 7)),
                "the bot is told of its own message while it ends the work");
        assertEquals("webex", lines.getFirst().requireText("from"));
        assertEquals("bot", lines.getFirst().requireText("to"));
        assertEquals("store", lines.get(1).requireText("to"));
        assertEquals("Get Message Details", lines.get(2).requireText("name"));
    }

    @Test
    void whatChangesTheWorldIsWrittenDownBefore() throws Exception {
        List<String> told = told(ofCommand("Alice wrote “/hangup”", 8));
        int started = told.indexOf("work started ");
        int hungUp = told.indexOf("POST /telephony/calls/hangup 204");
        assertTrue(started >= 0 && started < hungUp, told::toString);
    }

    @Test
    void aPressOfAButtonHasTheNameOfItsCommand() throws Exception {
        Json line =
                visit.awaitLine(one -> one.text("label").orElse("").startsWith("Alice pressed a button for “/answer"));
        assertEquals("GET /attachment/actions/{id}", line.requireText("what"));
    }

    @Test
    void aCallIsMentionedByEventsByRequestsAndByAnswers() throws Exception {
        Json event = visit.awaitLine(line -> line.requireText("name").equals("Webhook: telephony_calls, created"));
        Json call = event.list("calls").getFirst();
        assertEquals("Ana", call.requireText("with"));
        Predicate<Json> about = line -> line.list("calls").stream()
                .anyMatch(one -> one.requireText("session").equals(call.requireText("session")));
        List<Json> lines = visit.awaitLines(all -> all.stream()
                .anyMatch(has("what", "POST /telephony/calls/hangup").and(about)));
        Set<String> what = lines.stream()
                .filter(about)
                .map(line -> line.requireText("what"))
                .collect(Collectors.toSet());
        assertTrue(what.contains("POST /telephony/calls/answer"), what::toString);
        assertTrue(what.contains("GET /telephony/calls"), what::toString);
    }

    @Test
    void everyLineIsExplained() throws Exception {
        List<Json> lines = visit.awaitLines(all -> all.stream().anyMatch(has("label", "Alice wrote “/history”")));
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> line.requireText("name").isEmpty()
                                || !line.requireText("says").endsWith("."))
                        .map(Json::toString)
                        .toList());
        assertTrue(lines.size() > 60, () -> "only " + lines.size() + " lines");
    }

    @Test
    void linesAreNumberedInTheOrderInWhichThingsBegan() throws Exception {
        List<Json> lines = ofCommand("Alice wrote “/help”", 7);
        assertTrue(number(lines.get(0)) < number(lines.get(1)), "the event is written down while it is delivered");
        assertTrue(number(lines.get(3)) < number(lines.get(4)));
    }

    @Test
    void aPageThatComesBackGetsEachLineOnce() throws Exception {
        List<String> all = ids(visit.stream(40));
        assertEquals(Set.copyOf(all).size(), all.size());
        List<String> rest = ids(visit.stream(9, "Last-Event-ID", all.get(4)));
        assertEquals(all.subList(5, 5 + rest.size()), rest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"another-3", "nonsense", "-1", "%n"})
    void aPageFromAnotherRunBeginsAnew(String id) throws Exception {
        List<String> first = visit.stream(12);
        assertEquals("event: begin", first.getFirst());
        assertEquals(first, visit.stream(12, "Last-Event-ID", id));
    }

    @Test
    void aLineOpensToHeadersAndBodies() throws Exception {
        Json details = visit.details(visit.awaitLine(has("what", "GET /messages/{messageId}")));
        assertTrue(details.at("request").requireText("start").startsWith("GET /v1/messages/"));
        assertEquals("HTTP 200", details.at("answer").requireText("start"));
        String body = details.at("answer").requireText("body");
        assertTrue(body.contains("\"text\" : \"/help\"") && body.lines().count() > 5, body);
        String headers = details.at("request").list("headers").toString();
        assertTrue(headers.contains("[\"authorization\",\"Bearer $WEBEX_TOKEN\"]"), headers);
    }

    @Test
    void whatIsWrittenDownIsNotShown() throws Exception {
        Json details = visit.details(visit.awaitLine(has("what", "permission kept")));
        assertEquals(List.of("facts"), details.names());
        String facts = details.at("facts").toString();
        assertTrue(facts.contains("[\"kind of entry\",\"user\"]"), facts);
        assertFalse(facts.contains("example.com"), facts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wire/0", "wire/99999999999", "wire/x", "wire/-1"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        var answer = visit.get(path);
        assertEquals(404, answer.statusCode());
        assertTrue(Json.parse(answer.body()).requireText("message").contains("forgotten"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wire", "wire/1"})
    void otherSitesSeeNothing(String path) throws IOException, Exception {
        assertEquals(403, visit.get(path, "Origin", "https://evil.example").statusCode());
    }

    private static List<Json> ofCommand(String label, int most) throws Exception {
        String command = visit.awaitLine(has("label", label)).requireText("command");
        Predicate<Json> belongs = has("command", command);
        return visit.awaitLines(all -> all.stream().filter(belongs).count() >= most).stream()
                .filter(belongs)
                .toList();
    }

    private static long number(Json line) {
        return line.number("number").orElseThrow();
    }

    private static List<String> ids(List<String> stream) {
        return stream.stream()
                .filter(line -> line.startsWith("id: "))
                .map(line -> line.substring(4))
                .toList();
    }
}
