package callbot.sandbox.wire;

import callbot.http.Request;
import callbot.http.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Sends the lines of the wire to a page as server-sent events: first those that there are, then each as it comes or changes.
 * A page that comes back says what it has seen last, and gets the rest.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
final class WireFeed {

    /** After so long without news a comment is sent, which shows whether the page is still there. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final WireLog log;
    private final Supplier<String> faults;

    /**
     * A feed of these lines.
     *
     * @param faults what goes wrong just now, as JSON on one line; sent whenever it has changed
     */
    WireFeed(WireLog log, Supplier<String> faults) {
        this.log = log;
        this.faults = faults;
    }

    /** The feed of one page, which ends when the page goes. */
    Response open(Request request) {
        long seen = request.header("Last-Event-ID").map(this::version).orElse(0L);
        return new Response(
                200,
                Map.of("Content-Type", "text/event-stream", "Cache-Control", "no-store"),
                new Response.Body.Stream(out -> write(out, seen)));
    }

    private void write(OutputStream out, long alreadySeen) throws IOException {
        try {
            long seen = alreadySeen;
            String lastFaults = "";
            send(out, seen == 0 ? "event: begin\ndata:\n\n" : ":\n\n");
            while (true) {
                String nowFaults = faults.get();
                List<WireLog.Entry> news = log.after(seen);
                if (!nowFaults.equals(lastFaults)) send(out, "event: faults\ndata: " + nowFaults + "\n\n");
                for (WireLog.Entry entry : news) send(out, line(entry));
                lastFaults = nowFaults;
                if (!news.isEmpty()) seen = news.getLast().version();
                if (log.await(seen, HEARTBEAT).isEmpty()) send(out, ":\n\n");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server stops
        }
    }

    private String line(WireLog.Entry entry) {
        return "id: " + run + "-" + entry.version() + "\ndata: " + entry.line().json() + "\n\n";
    }

    /** What a page has seen of this run; of another run it is worth nothing. */
    private long version(String id) {
        return id.matches(run + "-\\d{1,18}") ? Long.parseLong(id.substring(run.length() + 1)) : 0;
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
