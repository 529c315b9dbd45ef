package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.testing.Eventually;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bot says of itself to Prometheus. */
class MetricsTest {

    private static final String TOKEN = "metrics-t0ken";
    private static final String LINE =
            "[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? -?[0-9.E-]+|# TYPE [a-z_]+ (counter|gauge)";

    @Test
    void itCountsWhatWasAnsweredAndWhatIsLeft() {
        try (Scene scene = Scene.prepared().with("WXC_CC_METRICS_TOKEN", TOKEN).start()) {
            scene.ask(scene.alice(), "/echo hi");
            awaitEnd(scene);
            HttpResponse<String> answer = metrics(scene, "Bearer " + TOKEN);
            assertEquals(200, answer.statusCode());
            String text = answer.body();
            for (String line : text.split("\n")) assertTrue(line.matches(LINE), line);
            for (String series : List.of(
                    "callbot_http_requests_total{route=\"/webhook\",status=\"200\"} ",
                    "callbot_store_seconds_total{operation=\"change\"} ",
                    "callbot_ready 1",
                    "callbot_commands_total{name=\"Echo\",outcome=\"done\"} 1.0",
                    "callbot_command_seconds_total{name=\"Echo\"} ",
                    "callbot_webex_requests_total{name=\"GET /people/me\",outcome=\"200\"} ",
                    "callbot_webex_request_seconds_total{name=\"POST /messages\"} ",
                    "callbot_events_open ",
                    "callbot_events_oldest_seconds ",
                    "jvm_memory_used_bytes ",
                    "jvm_threads ")) assertTrue(text.contains("\n" + series), series + " in " + text);
            assertFalse(text.contains("example.com") || text.contains(TOKEN), text);
        }
    }

    /** But for failures of the store, of which there were none. */
    @Test
    void theDashboardShowsWhatThereIs() throws IOException {
        String dashboard = Files.readString(Path.of("deploy/grafana.json"));
        Set<String> shown = Pattern.compile("(callbot|jvm)_[a-z_]+")
                .matcher(Json.parse(dashboard).list("panels").toString())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        try (Scene scene = Scene.prepared().with("WXC_CC_METRICS_TOKEN", TOKEN).start()) {
            scene.ask(scene.alice(), "/echo hi");
            awaitEnd(scene);
            String text = metrics(scene, "Bearer " + TOKEN).body();
            Set<String> counted = text.lines()
                    .filter(line -> line.startsWith("# TYPE "))
                    .map(line -> line.split(" ")[2])
                    .collect(Collectors.toCollection(TreeSet::new));
            counted.add("callbot_store_failures_total");
            assertEquals(counted, shown);
        }
    }

    @Test
    void whoRecordsJavaSeesCommandsAndRequests(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("bot.jfr");
        try (Recording recording = new Recording();
                Scene scene = Scene.started()) {
            recording.start();
            scene.ask(scene.alice(), "/echo hi");
            scene.ask(scene.alice(), "/echo before this was said, Webex had taken the first");
            recording.stop();
            recording.dump(file);
        }
        List<String> work = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("callbot.Work"))
                .map(event ->
                        event.getString("kindName") + " " + event.getString("name") + " " + event.getString("outcome"))
                .toList();
        assertTrue(work.containsAll(List.of("COMMAND Echo done", "WEBEX_REQUEST POST /messages 200")), work::toString);
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

    /** Alice sees the answer before the bot knows that Webex has taken it. */
    private static void awaitEnd(Scene scene) {
        Eventually.isTrue(
                "the command has ended",
                () -> metrics(scene, "Bearer " + TOKEN).body().contains("callbot_events_open 0\n"));
    }

    private static HttpResponse<String> metrics(Scene scene, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(scene.address("/metrics"));
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        return scene.visitor().send(request.build());
    }
}
