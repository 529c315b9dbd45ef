package callbot.sandbox.wire;

import callbot.http.Request;
import callbot.sandbox.web.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Sends the lines of the wire to a page as server-sent events: first those that there are, then each as it comes or changes.
 * A page that comes back says what it has seen last, and gets the rest.
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
    Answer open(Request request) {
        long seen = request.header("Last-Event-ID").map(this::version).orElse(0L);
        return new Answer.Events(page -> tell(page, seen));
    }

    private void tell(Answer.Page page, long alreadySeen) throws IOException, InterruptedException {
        long seen = alreadySeen;
        String lastFaults = "";
        page.send(seen == 0 ? "event: begin\ndata:\n\n" : ":\n\n");
        while (true) {
            String nowFaults = faults.get();
            List<WireLog.Entry> news = log.after(seen);
            if (!nowFaults.equals(lastFaults)) page.send("event: faults\ndata: " + nowFaults + "\n\n");
            for (WireLog.Entry entry : news) page.send(line(entry));
            lastFaults = nowFaults;
            if (!news.isEmpty()) seen = news.getLast().version();
            if (log.await(seen, HEARTBEAT).isEmpty()) page.send(":\n\n");
        }
    }

    private String line(WireLog.Entry entry) {
        return "id: " + run + "-" + entry.version() + "\ndata: " + entry.line().json() + "\n\n";
    }

    /** What a page has seen of this run; of another run it is worth nothing. */
    private long version(String id) {
        return id.matches(run + "-\\d{1,18}") ? Long.parseLong(id.substring(run.length() + 1)) : 0;
    }
}
