package callbot.sandbox.webhooks;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.base.Access;
import callbot.sandbox.base.Account;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A registered webhook. */
final class RegisteredWebhook {

    private static final int MOST_FAILURES = 100;
    private static final Duration MEMORY_OF_FAILURES = Duration.ofMinutes(5);

    private final String id;
    private final Account owner;
    private final String appId;
    private final Instant created;
    private final Watch watch;
    private String name;
    private URI target;
    private Optional<String> secret;
    private boolean active = true;
    private final Deque<Instant> failures = new ArrayDeque<>();

    /**
     * What a webhook listens for; this never changes.
     *
     * @param resource of which resource, or {@code all}
     * @param event which events, or {@code all}
     * @param filter what must hold for the event, empty for nothing
     */
    record Watch(String resource, String event, Optional<String> filter, Map<String, String> conditions) {

        private static final Set<String> FIREHOSE = Set.of("memberships", "messages", "rooms");

        /** Whether this is such an event. The firehose brings neither card actions nor calls. */
        boolean wants(Event happened) {
            boolean same = resource.equals(happened.resource())
                    || resource.equals("all") && FIREHOSE.contains(happened.resource());
            return same
                    && (event.equals("all") || event.equals(happened.name()))
                    && conditions.entrySet().stream()
                            .allMatch(condition -> happened.has(condition.getKey(), condition.getValue()));
        }
    }

    RegisteredWebhook(String id, Access access, Instant created, Watch watch, Json wanted) {
        this.id = id;
        this.owner = access.owner();
        this.appId = access.appId();
        this.created = created;
        this.watch = watch;
        this.name = wanted.requireText("name");
        this.target = URI.create(wanted.requireText("targetUrl"));
        this.secret = wanted.text("secret");
    }

    String id() {
        return id;
    }

    Account owner() {
        return owner;
    }

    Watch watch() {
        return watch;
    }

    URI target() {
        return target;
    }

    Optional<String> secret() {
        return secret;
    }

    boolean isActive() {
        return active;
    }

    void change(Json wanted) {
        name = wanted.requireText("name");
        target = URI.create(wanted.requireText("targetUrl"));
        secret = wanted.text("secret").or(() -> secret);
        if (wanted.text("status").isPresent()) active = true; // its failures are remembered
    }

    /** A delivery has failed now. After a hundred within five minutes Webex gives up on the webhook, and tells nobody. */
    void failed(Instant now) {
        failures.addLast(now);
        while (failures.getFirst().isBefore(now.minus(MEMORY_OF_FAILURES))) failures.removeFirst();
        if (failures.size() >= MOST_FAILURES) active = false;
    }

    void deactivate() {
        active = false;
    }

    /** As in a list, with the secret. */
    ObjectWriter toJson() {
        return common().put("event", watch.event()).put("secret", secret);
    }

    /** What is sent to it when this happened. */
    ObjectWriter envelope(Event happened) {
        return common().put("resource", happened.resource())
                .put("event", happened.name())
                .put("actorId", happened.actor().id())
                .put("data", happened.data());
    }

    private ObjectWriter common() {
        return Json.object()
                .put("id", id)
                .put("name", name)
                .put("targetUrl", target.toString())
                .put("resource", watch.resource())
                .put("event", watch.event())
                .put("filter", watch.filter())
                .put("orgId", Account.ORG)
                .put("createdBy", owner.id())
                .put("appId", appId)
                .put("ownedBy", "creator")
                .put("status", active ? "active" : "inactive")
                .put("created", created);
    }
}
