package callbot.webex;

import static callbot.webex.ScriptedWebex.TOKEN;
import static callbot.webex.ScriptedWebex.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists that come in pages. BASE stands for the address of Webex, up to and with {@code /v1}. */
class PagesTest {

    private final ScriptedWebex webex = new ScriptedWebex();

    @AfterEach
    void close() {
        webex.close();
    }

    @Test
    void allPagesAreReadInTheirOrder() throws Exception {
        webex.answer(page("1", "<BASE/list?cursor=b>; rel=\"next\""))
                .answer(page("2", "<BASE/list?cursor=c>; rel=\"next\""))
                .answer(response(200, items("3")).build());

        assertEquals(List.of("1", "2", "3"), list());

        assertEquals("/v1/list?max=1", webex.request().getTarget());
        assertEquals("/v1/list?cursor=b", webex.request().getTarget());
        assertEquals("/v1/list?cursor=c", webex.request().getTarget());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<BASE/list?cursor=b>; rel=\"next\"                               | /v1/list?cursor=b",
                "<BASE/list?cursor=b>;rel=next                                    | /v1/list?cursor=b",
                "<BASE/list?cursor=b>; title=\"more\"; rel=\"next\"               | /v1/list?cursor=b",
                "<BASE/list?a=1>; rel=\"first\", <BASE/list?cursor=b>; rel=\"next\" | /v1/list?cursor=b",
                "<BASE/list?max=null&cursor=b>; rel=\"next\"                      | /v1/list?cursor=b",
                "<BASE/list?cursor=b&max=null>; rel=\"next\"                      | /v1/list?cursor=b",
                "<BASE/list?cursor=b&max=null&x=1>; rel=\"next\"                  | /v1/list?cursor=b&x=1",
                "<BASE/list?climax=null&cursor=b>; rel=\"next\"                   | /v1/list?climax=null&cursor=b",
                "</v1/list?cursor=b>; rel=\"next\"                                | /v1/list?cursor=b",
                "<list?cursor=a%3D%3D>; rel=\"next\"                              | /v1/list?cursor=a%3D%3D",
            })
    void aLinkIsFollowedAsItIs(String link, String target) throws Exception {
        webex.answer(page("1", link)).answer(200, items("2"));

        assertEquals(List.of("1", "2"), list());

        webex.request();
        assertEquals(target, webex.request().getTarget());
    }

    @Test
    void theNextPageMayBeInASecondHeader() {
        webex.answer(response(200, items("1"))
                        .addHeader("Link", fill("<BASE/list?a=1>; rel=\"first\""))
                        .addHeader("Link", fill("<BASE/list?cursor=b>; rel=\"next\""))
                        .build())
                .answer(200, items("2"));

        assertEquals(List.of("1", "2"), list());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<BASE/list?cursor=b>; rel=\"prev\"   |",
                "<BASE/list?cursor=b>; rel=\"nextish\" |",
                "<BASE/list?cursor=b                  |",
                "<ht tp://broken^>; rel=\"next\"      |",
                "<http://[>; rel=\"next\"             |",
                "<mailto:a@b.example>; rel=\"next\"   |",
                "next                                 |",
                "``                                   |",
            })
    void aLinkThatLeadsNowhereIsAsGoodAsNone(String link) {
        webex.answer(page("1", link)).answer(200, items("never"));

        assertEquals(List.of("1"), list());

        assertEquals(1, webex.requests());
    }

    @Test
    void anotherHostDoesNotGetTheToken() throws Exception {
        try (var stranger = new MockWebServer()) {
            stranger.start();
            stranger.enqueue(response(200, items("stolen")).build());
            webex.answer(page("1", "<http://127.0.0.1:" + stranger.getPort() + "/v1/list>; rel=\"next\""));

            assertEquals(List.of("1"), list());

            assertEquals(0, stranger.getRequestCount());
        }
    }

    @Test
    void theSameHostUnderAnotherSchemeDoesNotGetTheToken() {
        webex.answer(page(
                "1",
                "<BASE/list>; rel=\"next\""
                        .replace("BASE", webex.base().toString().replace("http:", "https:"))));

        assertEquals(List.of("1"), list());
    }

    @Test
    void aListThatLeadsBackToItselfEnds() {
        webex.answer(page("1", "<BASE/list?cursor=b>; rel=\"next\""))
                .answer(page("2", "<BASE/list?max=1>; rel=\"next\""));

        assertEquals(List.of("1", "2"), list());
    }

    @Test
    void halfAListIsNoList() {
        webex.answer(page("1", "<BASE/list?cursor=b>; rel=\"next\"")).answer(403, "{}");

        assertThrows(WebexException.Refused.class, this::list);
    }

    private List<String> list() {
        return webex.client.list(TOKEN, "/list?max=1", item -> item.requireText("id"));
    }

    private MockResponse page(String id, String link) {
        return response(200, items(id)).setHeader("Link", fill(link)).build();
    }

    private String fill(String link) {
        return link.replace("BASE", webex.base().toString());
    }

    private static String items(String id) {
        return "{\"items\": [{\"id\": \"" + id + "\"}]}";
    }

    @Test
    void aLongLinkThatLeadsNowhereCostsNoMoreThanItsLength() {
        var headers = HttpHeaders.of(Map.of("Link", List.of("<".repeat(300_000))), (name, value) -> true);
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> NextPage.after(URI.create("https://webexapis.com/v1/people"), headers));
    }
}
