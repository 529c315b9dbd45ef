package callbot.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {

    @ParameterizedTest
    @ValueSource(strings = {"/\r\nSet-Cookie: a=b", "/\n", "/\r", "/\u010a", "/ü", "/\t", "/\u0000"})
    void refusesAHeaderThatCouldBeginAnother(String location) {
        var thrown = assertThrows(
                IllegalArgumentException.class, () -> Response.empty(302).with("Location", location));
        assertEquals("the header Location holds a character that HTTP does not allow", thrown.getMessage());
    }

    @Test
    void addsAHeaderToACopy() {
        Response plain = Response.text(200, "yes");
        Response more = plain.with("Allow", "GET");
        assertEquals("GET", more.headers().get("Allow"));
        assertEquals("text/plain; charset=utf-8", more.headers().get("Content-Type"));
        assertTrue(plain.headers().get("Allow") == null, "the first response is unchanged");
    }

    @Test
    void aPageRunsNoScriptsAndIsNotStored() {
        Response page = Response.page(200, "<p>hello");
        assertTrue(page.headers().get("Content-Security-Policy").startsWith("default-src 'none'"));
        assertEquals("no-store", page.headers().get("Cache-Control"));
        assertEquals("no-referrer", page.headers().get("Referrer-Policy"));
    }
}
