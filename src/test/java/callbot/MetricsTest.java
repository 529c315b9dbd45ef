package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bot says of itself to Prometheus. */
class MetricsTest {

    private static final String TOKEN = "metrics-t0ken";
    private static final String LINE =
            "[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? -?[0-9.E-]+|# TYPE [a-z_]+ (counter|gauge)";

    @Test
    void itCountsWhatWasAnsweredAndWhatIsLeft() {
        try (Scene scene = Scene.prepared().with("WXC_CC_METRICS_TOKEN", TOKEN).start()) {
            scene.ask(scene.alice(), "/echo hi");
            HttpResponse<String> answer = metrics(scene, "Bearer " + TOKEN);
            assertEquals(200, answer.statusCode());
            String text = answer.body();
            for (String line : text.split("\n")) assertTrue(line.matches(LINE), line);
            for (String series : List.of(
                    "callbot_http_requests_total{route=\"/webhook\",status=\"200\"} ",
                    "callbot_store_seconds_total{operation=\"change\"} ",
                    "callbot_ready 1",
                    "callbot_events_open ",
                    "callbot_events_oldest_seconds ",
                    "jvm_memory_used_bytes ",
                    "jvm_threads ")) assertTrue(text.contains("\n" + series), series + " in " + text);
            assertFalse(text.contains("example.com") || text.contains(TOKEN), text);
        }
    }

    @Test
    void nobodyReadsItWithoutTheToken() {
        try (Scene scene = Scene.prepared().with("WXC_CC_METRICS_TOKEN", TOKEN).start()) {
            for (String said : List.of("", TOKEN, "Bearer " + TOKEN + "x"))
                assertEquals(401, metrics(scene, said).statusCode(), said);
        }
    }

    @Test
    void unlessItIsAskedForItIsNotThere() {
        try (Scene scene = Scene.started()) {
            assertEquals(404, metrics(scene, "").statusCode());
        }
    }

    private static HttpResponse<String> metrics(Scene scene, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(scene.address("/metrics"));
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        return scene.visitor().send(request.build());
    }
}
