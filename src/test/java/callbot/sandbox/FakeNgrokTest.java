package callbot.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callbot.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeNgrokTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private FakeNgrok ngrok;

    @BeforeEach
    void start() throws IOException {
        ngrok = FakeNgrok.start(new Random(7));
    }

    @AfterEach
    void stop() {
        ngrok.close();
        client.close();
    }

    @Test
    void itTellsItsTunnelsInBothForms() throws Exception {
        String other = ngrok.openForAnotherProgram(9999);
        String ours = ngrok.open(6001);
        String first = ngrok.openForAnotherProgram(9998);

        assertEquals(
                List.of(first, other, ours),
                get("endpoints").stream().map(one -> one.requireText("url")).toList());
        assertEquals(
                List.of("http://127.0.0.1:9998", "http://127.0.0.1:9999", "http://127.0.0.1:6001"),
                get("endpoints").stream()
                        .map(one -> one.at("upstream").requireText("url"))
                        .toList());
        assertEquals(
                List.of(first, other, ours),
                get("tunnels").stream()
                        .map(one -> one.requireText("public_url"))
                        .toList());
    }

    @Test
    void anAddressLeadsToItsPortUntilItIsChanged() {
        String old = ngrok.open(6001);
        assertEquals(
                Optional.of(URI.create("http://127.0.0.1:6001/webhook?a=b")),
                ngrok.resolve(URI.create(old + "/webhook?a=b")));
        String now = ngrok.change(6001);
        assertEquals(Optional.empty(), ngrok.resolve(URI.create(old + "/webhook")));
        assertEquals(Optional.of(URI.create("http://127.0.0.1:6001/")), ngrok.resolve(URI.create(now + "/")));
        ngrok.close(6001);
        assertEquals(Optional.empty(), ngrok.resolve(URI.create(now + "/")));
    }

    private List<Json> get(String what) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + ngrok.host() + "/api/" + what))
                .build();
        return Json.parse(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body())
                .list(what);
    }
}
