package callbot.sandbox.webhooks;

import callbot.http.Response;
import callbot.json.Json;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Field;
import callbot.sandbox.api.Operation;
import callbot.sandbox.api.Shape;
import callbot.sandbox.base.Access;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Refusal;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The webhooks, the operations to register them, and who is told when something happens. */
public final class FakeWebhooks {

    private static final int PAGE = 100;

    private static final Field TARGET = Field.required("targetUrl").where(FakeWebhooks::isWebAddress, "a web address");

    private static final Field SECRET = Field.optional("secret").where(value -> !value.isEmpty(), "not empty");

    private static final Shape CREATE = Shape.of(
            Field.required("name"),
            TARGET,
            Field.required("resource").where(WatchRules::isResource, "a resource of Webex"),
            Field.required("event"),
            Field.optional("filter"),
            SECRET,
            Field.optional("ownedBy").oneOf("org"));

    private static final Shape UPDATE = Shape.of(
            Field.required("name"),
            TARGET,
            SECRET,
            Field.optional("ownedBy").oneOf("org", "creator"), // Webex's own SDK sends back what it was given
            Field.optional("status").oneOf("active"));

    private final Clock clock;
    private final Ids ids;
    private final Deliveries deliveries;
    private final Map<Account, List<RegisteredWebhook>> webhooks = new HashMap<>();

    public FakeWebhooks(Clock clock, Ids ids, Deliveries deliveries) {
        this.clock = clock;
        this.ids = ids;
        this.deliveries = deliveries;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", "/webhooks", this::list)
                        .query(
                                Field.optional("max").count(),
                                Field.optional("ownedBy").oneOf("org"),
                                Field.optional("after")),
                Operation.of("POST", "/webhooks", this::create).json(CREATE),
                Operation.of("GET", "/webhooks/{webhookId}", ask -> Ask.answer(200, own(ask).toJson())),
                Operation.of("PUT", "/webhooks/{webhookId}", this::update).json(UPDATE),
                Operation.of("DELETE", "/webhooks/{webhookId}", this::delete));
    }

    /** Whether one of them tells about this person's calls. */
    public boolean tellOfCallsOf(Account person) {
        return webhooks.getOrDefault(person, List.of()).stream()
                .anyMatch(hook -> hook.watch().resource().equals("telephony_calls"));
    }

    /** Something has happened: tells those of its audience whose webhooks want to know. */
    public void tell(Event event) {
        event.audience().stream()
                .flatMap(person -> of(person).stream())
                .filter(RegisteredWebhook::isActive)
                .filter(webhook -> webhook.watch().wants(event))
                .forEach(webhook -> deliveries.send(webhook, event));
    }

    /** All webhooks of this person. */
    List<RegisteredWebhook> of(Account owner) {
        return List.copyOf(webhooks.getOrDefault(owner, List.of()));
    }

    /** Gives up on all webhooks of this person, as Webex does when deliveries fail. */
    public void deactivate(Account owner) {
        of(owner).forEach(RegisteredWebhook::deactivate);
    }

    private Response list(Ask ask) {
        if (ask.query("ownedBy").isPresent()) throw Refusal.forbidden("Only an administrator sees those of the org.");
        return ask.page(of(ask.person()), RegisteredWebhook::id, RegisteredWebhook::toJson, PAGE);
    }

    private Response create(Ask ask) {
        Json body = ask.body();
        Access access = ask.access().orElseThrow();
        String resource = body.requireText("resource");
        String event = body.requireText("event");
        if (body.text("ownedBy").isPresent())
            throw Refusal.forbidden("Only an administrator can make one for the org.");
        if (!WatchRules.isEvent(resource, event))
            throw Refusal.badRequest("There is no such event of " + resource + ".");
        Set<String> scopes = WatchRules.readScopes(resource);
        boolean allowed = access.owner().bot()
                ? !resource.startsWith("telephony_")
                : access.scopes().containsAll(scopes);
        if (!allowed) throw Refusal.forbidden("The token lacks the scope " + String.join(", ", scopes) + ".");

        Optional<String> filter = body.text("filter").filter(text -> !text.isEmpty());
        Map<String, String> conditions = filter.map(text -> WatchRules.conditions(resource, text, access.owner()))
                .orElse(Map.of());
        RegisteredWebhook.Watch watch = new RegisteredWebhook.Watch(resource, event, filter, conditions);
        RegisteredWebhook webhook = new RegisteredWebhook(ids.next("WEBHOOK"), access, clock.instant(), watch, body);
        webhooks.computeIfAbsent(access.owner(), owner -> new ArrayList<>()).add(webhook);
        return Ask.answer(200, webhook.toJson());
    }

    private Response update(Ask ask) {
        RegisteredWebhook webhook = own(ask);
        if (ask.body().text("ownedBy").equals(Optional.of("org"))) {
            throw Refusal.badRequest("The owner of a webhook cannot change.");
        }
        webhook.change(ask.body());
        return Ask.answer(200, webhook.toJson());
    }

    private Response delete(Ask ask) {
        webhooks.get(ask.person()).remove(own(ask));
        return Ask.done();
    }

    private RegisteredWebhook own(Ask ask) {
        return of(ask.person()).stream()
                .filter(webhook -> webhook.id().equals(ask.path("webhookId")))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Could not find a webhook with provided ID."));
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
