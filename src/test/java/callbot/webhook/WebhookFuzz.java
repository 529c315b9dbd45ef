package callbot.webhook;

import static callbot.fuzz.FuzzTarget.require;

import callbot.fuzz.FuzzTarget;
import callbot.webhook.WebhookEvent.Ignored;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Bodies of webhooks: whatever they hold, they are an event with a short and plain key, or of no use for a reason that quotes
 * nothing. What is written down of them is read as the same event.
 */
public final class WebhookFuzz implements FuzzTarget {

    private static final Pattern KEY = Pattern.compile("[!-~]{1,1000}");
    private static final Pattern MAILBOX = Pattern.compile("[A-Za-z0-9_.-]{1,700}");
    private static final Pattern CORRELATION = Pattern.compile("[0-9a-f]{8}");
    private static final Pattern WHY = Pattern.compile(
            "\"(resource|event|id|roomId|personId|callId|actorId)\" is missing(, or is no id)?|not a JSON document"
                    + "|there is more after the end of the JSON document|[A-Za-z0-9_-]{1,40}:[A-Za-z0-9_-]{1,40}");

    @Override
    public List<byte[]> seeds() {
        return FuzzTarget.inputs(Stream.concat(
                Recorded.names().stream().map(Recorded::body),
                Stream.of(Recorded.message("m", "p"), Recorded.press("m", "p"), Recorded.call("c", "p"))));
    }

    @Override
    public void check(byte[] body) {
        WebhookEvent event = WebhookEvent.parse(body);
        if (event instanceof Ignored(String why)) {
            require(WHY.matcher(why).matches(), "the reason quotes: " + why);
        } else {
            require(KEY.matcher(event.key()).matches(), "no key: " + event.key());
            require(MAILBOX.matcher(event.mailbox()).matches(), "no mailbox: " + event.mailbox());
            require(CORRELATION.matcher(event.correlationId()).matches(), "no short name: " + event.correlationId());
        }
        TaskEntry kept = TaskEntry.accepted(Instant.EPOCH, new String(body, StandardCharsets.UTF_8));
        TaskEntry found = TaskEntry.parse(kept.stored());
        require(found.equals(kept), "it is not read as it was written");
        WebhookEvent again = WebhookEvent.parse(found.body().getBytes(StandardCharsets.UTF_8));
        require(
                again.getClass() == event.getClass() && again.key().equals(event.key()),
                event.key() + " has become " + again.key());
    }
}
