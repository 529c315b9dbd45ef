package callbot.webex.calling;

import static callbot.webex.ScriptedWebex.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import callbot.webex.ScriptedWebex;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndpointsTest {

    private final ScriptedWebex webex = new ScriptedWebex();

    @AfterEach
    void close() {
        webex.close();
    }

    @Test
    void thoseWithTheSameNameAreNumberedInWhicheverOrderTheyCome() throws Exception {
        String first = "{\"id\": \"A\", \"type\": \"DEVICE\", \"name\": \"Desk phone\"}";
        String second = "{\"id\": \"B\", \"type\": \"DEVICE\", \"name\": \"desk phone\"}";
        String other = "{\"id\": \"C\", \"type\": \"APPLICATION\", \"name\": \"Webex\"}";
        String listed = "{\"endpoints\": [" + String.join(",", first, second, other) + "]}";
        webex.answer(200, listed).answer(200, "{\"endpoints\": [" + String.join(",", other, second, first) + "]}");
        Endpoint one = new Endpoint("A", "Desk phone (1)", false);
        Endpoint two = new Endpoint("B", "desk phone (2)", false);
        Endpoint app = new Endpoint("C", "Webex", true);

        assertEquals(List.of(one, two, app), new Endpoints(webex.client).mine(TOKEN));
        assertEquals(List.of(app, two, one), new Endpoints(webex.client).mine(TOKEN));

        webex.exchange(200, listed);
    }
}
