package callbot.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.messaging.ChatMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the tour needs of the sandbox. That it leads through all is tested in a browser, by src/test/browser/run. */
@Timeout(60)
class TourTest {

    private static final Path STEPS = Path.of("src/main/resources/callbot/sandbox/page/tour/steps.js");
    private static final Pattern CLASS = Pattern.compile("callbot(\\.[a-z]+)*\\.[A-Z][A-Za-z]+");
    private static final Pattern LINK = Pattern.compile("\\((http[^)]+)\\)");

    private static Visit visit;

    @BeforeAll
    static void start() throws IOException {
        visit = Visit.begin();
    }

    @AfterAll
    static void stop() {
        visit.close();
        Agreement.assertKept(visit.webex());
    }

    @Test
    void everyClassThatItNamesIsThere() throws IOException {
        List<String> named = CLASS.matcher(Files.readString(STEPS))
                .results()
                .map(MatchResult::group)
                .toList();
        assertTrue(named.size() > 10, named.toString());
        for (String name : named) {
            assertTrue(Files.exists(Path.of("src/main/java", name.replace('.', '/') + ".java")), name);
        }
    }

    @Test
    void itSignsInForWhoJustWatches() throws Exception {
        ChatMessage invitation = visit.ask(visit.alice(), "/auth", "Sign in at Webex");
        String link = LINK.matcher(invitation.markdown().orElseThrow())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertEquals(204, visit.post("agree", agreement(link)).statusCode());
        visit.awaitAnswer(visit.alice(), "You are signed in", 0);
        assertTrue(visit.webex().tokens().areHeldFor(visit.alice().person()));
    }

    @Test
    void itOpensNoOtherLink() throws Exception {
        for (String link :
                List.of("http://localhost:1/v1/authorize?a=b", visit.webex().url() + "/people/me")) {
            assertEquals(409, visit.post("agree", agreement(link)).statusCode(), link);
        }
    }

    @Test
    void aLinkThatIsWrongIsRefused() throws Exception {
        var answer = visit.post("agree", agreement(visit.webex().url() + "/authorize?state=made-up"));
        assertEquals(409, answer.statusCode());
        assertFalse(Json.parse(answer.body()).requireText("message").isEmpty());
    }

    private static ObjectWriter agreement(String link) {
        return Json.object().put("who", "alice").put("link", link);
    }
}
