package callbot.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {

    @ParameterizedTest(name = "state in \"{0}\" is \"{1}\"")
    @CsvSource({
        "state=a,a",
        "state=a=b,a=b",
        "state=,''",
        "state,''",
        "state=a&state=b,a",
        "code=1&state=a,a",
        "&&state=a&,a",
        "=x&state=a,a",
        "state=a+b%20c,a b c",
        "st%61te=a,a",
        "state=%C3%BC,ü",
        "state=%26%3D,&=",
        "state=100%,100%",
        "state=%zz,%zz"
    })
    void readsAQueryParameter(String query, String expected) {
        assertEquals(Optional.of(expected), request("/", query, "").query("state"));
    }

    @ParameterizedTest(name = "no state in \"{0}\"")
    @CsvSource({"''", "&", "=", "=state", "State=a", "statement=a", "code=state"})
    void missesAQueryParameter(String query) {
        assertEquals(Optional.empty(), request("/", query, "").query("state"));
    }

    @Test
    void readsAForm() {
        String form = "name=J%C3%BCrgen+M&name=other&empty=&percent=5%";
        assertEquals(Map.of("name", "Jürgen M", "empty", "", "percent", "5%"), Request.parameters(form));
    }

    @Test
    void findsAHeaderInWhateverCase() {
        Request request = new Request("GET", "/", "", Map.of("x-spark-signature", List.of("one", "two")), new byte[0]);
        assertEquals(Optional.of("one"), request.header("X-Spark-Signature"));
        assertEquals(Optional.of("one"), request.header("x-spark-signature"));
        assertEquals(Optional.empty(), request.header("X-Spark"));
    }

    @Test
    void knowsItsLastSegment() {
        assertEquals("key", request("/webhook/calls/key", "", "").lastSegment());
        assertEquals("", request("/webhook/", "", "").lastSegment());
    }

    @Test
    void readsItsBodyAsText() {
        assertEquals("Grüße", request("/", "", "Grüße").text());
    }

    private static Request request(String path, String query, String body) {
        return new Request("GET", path, query, Map.of(), body.getBytes(UTF_8));
    }
}
