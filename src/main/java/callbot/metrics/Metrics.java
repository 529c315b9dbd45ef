package callbot.metrics;

import callbot.http.Handler;
import callbot.http.Request;
import callbot.http.Response;
import callbot.http.Route;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import callbot.trace.Work;
import callbot.webex.Secret;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is counted while the bot runs, and what is looked up when somebody asks. */
public final class Metrics {

    /** By name and labels, so that what belongs together stands together. */
    private final SortedMap<String, DoubleAdder> counters = new ConcurrentSkipListMap<>();

    /**
     * These routes, of which it is measured what they answer and how long it takes, and one more that shows all that was measured.
     *
     * @param token whoever wants to see it must say it
     * @param gauges how it stands just now; it is left out if the store is away
     */
    public List<Route> measured(List<Route> routes, Secret token, Supplier<Map<String, Number>> gauges) {
        Stream<Route> measured = routes.stream()
                .map(route -> new Route(route.method(), route.path(), measured(route.path(), route.handler())));
        return Stream.concat(measured, Stream.of(new Route("GET", "/metrics", asking -> page(asking, token, gauges))))
                .toList();
    }

    private Handler measured(String route, Handler handler) {
        return request -> {
            long begun = System.nanoTime();
            int status = 500; // what becomes of an exception
            try {
                Response answer = handler.handle(request);
                status = answer.status();
                return answer;
            } finally {
                add("callbot_http_requests_total{route=\"" + route + "\",status=\"" + status + "\"}", 1);
                add("callbot_http_seconds_total{route=\"" + route + "\"}", secondsSince(begun));
            }
        };
    }

    /** Counts what is asked of this store, how long it takes, and how often it fails. */
    public StateStore measured(StateStore store) {
        return new MeasuredStore(store, this);
    }

    /** Counts a command, or a request to Webex, that has ended, and how long it took. */
    public void count(Work work) {
        String kind = switch (work.kind()) {
            case COMMAND -> "callbot_command";
            case WEBEX_REQUEST -> "callbot_webex_request";
        };
        String name = "{name=\"" + work.name() + "\"";
        add(kind + "s_total" + name + ",outcome=\"" + work.outcome() + "\"}", 1);
        add(kind + "_seconds_total" + name + "}", work.age().toNanos() / 1e9);
    }

    private Response page(Request request, Secret token, Supplier<Map<String, Number>> gauges) {
        byte[] expected = ("Bearer " + token.reveal()).getBytes(StandardCharsets.UTF_8);
        byte[] given = request.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given))
            return Response.text(401, "Say the token.\n").with("WWW-Authenticate", "Bearer");
        return Response.text(200, text(gauges)).with("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    }

    void add(String series, double number) {
        counters.computeIfAbsent(series, name -> new DoubleAdder()).add(number);
    }

    static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }

    private String text(Supplier<Map<String, Number>> gauges) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (var counter : counters.entrySet()) {
            String name = counter.getKey().replaceFirst("\\{.*", "");
            if (!name.equals(before)) text.append("# TYPE ").append(name).append(" counter\n");
            text.append(counter.getKey())
                    .append(' ')
                    .append(counter.getValue().sum())
                    .append('\n');
            before = name;
        }
        Map<String, Number> now = new TreeMap<>(ofJava());
        try {
            now.putAll(gauges.get());
        } catch (StoreUnavailableException e) {
            // then there is all the more to see in the counters
        }
        now.forEach((name, number) -> text.append("# TYPE " + name + " gauge\n" + name + " " + number + "\n"));
        return text.toString();
    }

    private static Map<String, Number> ofJava() {
        Runtime java = Runtime.getRuntime();
        return Map.of(
                "jvm_memory_used_bytes", java.totalMemory() - java.freeMemory(),
                "jvm_memory_max_bytes", java.maxMemory(),
                "jvm_threads", ManagementFactory.getThreadMXBean().getThreadCount());
    }
}
