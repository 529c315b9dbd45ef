package callbot.sandbox.webhooks;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.base.Access;
import callbot.sandbox.base.Person;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A registered webhook. */
final class Webhook {

    private final String id;
    private final Person owner;
    private final String appId;
    private final Instant created;
    private final Watch watch;
    private String name;
    private URI target;
    private Optional<String> secret;
    private boolean active = true;
    private int failures;

    /**
     * What a webhook listens for; this never changes.
     *
     * @param resource of which resource, or {@code all}
     * @param event which events, or {@code all}
     * @param filter what must hold for the event, empty for nothing
     */
    record Watch(String resource, String event, Optional<String> filter, Map<String, String> conditions) {

        /** Whether this is such an event. The firehose does not bring card actions. */
        boolean wants(Event happened) {
            boolean same = resource.equals(happened.resource())
                    || resource.equals("all") && !happened.resource().equals("attachmentActions");
            return same
                    && (event.equals("all") || event.equals(happened.name()))
                    && conditions.entrySet().stream()
                            .allMatch(condition -> happened.has(condition.getKey(), condition.getValue()));
        }
    }

    Webhook(String id, Access access, Instant created, Watch watch, Json wanted) {
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

    Person owner() {
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
        if (wanted.text("status").isPresent()) activate();
    }

    void delivered() {
        failures = 0;
    }

    /** A delivery failed for good. After so many in a row Webex gives up on the webhook, and tells nobody. */
    void failed(int most) {
        if (++failures >= most) active = false;
    }

    void deactivate() {
        active = false;
    }

    private void activate() {
        active = true;
        failures = 0;
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
                .put("orgId", Person.ORG)
                .put("createdBy", owner.id())
                .put("appId", appId)
                .put("ownedBy", "creator")
                .put("status", active ? "active" : "inactive")
                .put("created", created);
    }
}
