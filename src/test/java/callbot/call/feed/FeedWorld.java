package callbot.call.feed;

import callbot.MovableClock;
import callbot.call.CallControl;
import callbot.call.Monitoring;
import callbot.command.AccountCommand.Monitor.Mode;
import callbot.json.Json;
import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.webex.FakeUser;
import callbot.sandbox.webex.FakeWebex;
import callbot.signin.AccessTokens;
import callbot.signin.Users;
import callbot.store.JournalStateStore;
import callbot.store.StateStore;
import callbot.trace.Tracer;
import callbot.tunnel.PublicUrl;
import callbot.webex.OAuth;
import callbot.webex.Patience;
import callbot.webex.Secret;
import callbot.webex.WebexClient;
import callbot.webex.calling.Call;
import callbot.webex.calling.Calls;
import callbot.webex.messaging.Messages;
import callbot.webex.messaging.Webhooks;
import callbot.webhook.HookKeys;
import callbot.webhook.WebhookEvent.CallChanged;
import callbot.webhook.WebhookRegistration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Alice's chat at a simulated Webex, where she is told of her calls, and a store that several feeds share. */
public final class FeedWorld implements AutoCloseable {

    private static final URI HERE = URI.create("http://127.0.0.1");

    final MovableClock clock = new MovableClock();
    public final FakeWebex webex;
    final StateStore store;
    public final Messages messages;
    final FakeUser alice;
    private final WebexClient client;

    public FeedWorld(Path directory) {
        try {
            webex = FakeWebex.start(clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store = JournalStateStore.open(directory.resolve("state.json"), clock);
        client = new WebexClient(
                URI.create(webex.url()), clock, new Patience(clock, time -> {}, new Random(1)), new Tracer(clock));
        messages = new Messages(client, new Secret(webex.botToken()), clock);
        alice = webex.alice();
        store.put("monitor:" + aliceId(), Mode.ON.name(), StateStore.FOREVER);
    }

    public String aliceId() {
        return alice.person().id();
    }

    /** The feed of one more instance. */
    CallFeed feed() {
        return feed(store);
    }

    /** The feed of one more instance, which sees the store in this way. */
    CallFeed feed(StateStore seen) {
        Users users = new Users(seen);
        OAuth oauth = new OAuth(client, new OAuth.Integration("C1", new Secret("secret"), List.of()), HERE);
        var registration = new WebhookRegistration(new Webhooks(client), new HookKeys(new Secret("bot"), "here"));
        var tokens = new AccessTokens(users, oauth, seen, clock);
        var monitoring = new Monitoring(seen, tokens, registration, PublicUrl.fixed(HERE));
        var conferences = new CallControl(new Calls(client), tokens, seen, clock).conferences();
        return new CallFeed(seen, monitoring, users, messages, conferences, clock);
    }

    /** An event of a trace, as it happens to Alice. */
    CallChanged toAlice(CallChanged event) {
        return toAlice(event, event.call().sessionId());
    }

    /** The same in another call. */
    CallChanged toAlice(CallChanged event, String session) {
        var call = event.call();
        var other = new Call(
                call.id() + " of " + session,
                session,
                call.personality(),
                call.state(),
                call.remote(),
                call.created(),
                call.answered(),
                call.media());
        return new CallChanged(
                aliceId(), other, event.eventType(), event.at(), event.answeredElsewhere(), event.via(), event.data());
    }

    /** All that the bot has written to Alice, also what it has taken back, oldest first. */
    public List<ChatMessage> written() {
        return alice.messages().stream()
                .filter(message -> message.author().equals(webex.bot()))
                .toList();
    }

    /** What Alice sees of it. */
    public List<ChatMessage> visible() {
        return written().stream().filter(message -> !message.deleted()).toList();
    }

    /** The titles of the cards that Alice sees. */
    List<String> titles() {
        return visible().stream().map(FeedWorld::title).toList();
    }

    static String title(ChatMessage message) {
        return title(message.card().orElseThrow());
    }

    /** What the band of a card says. */
    static String title(Json card) {
        Json band = card.list("body").getFirst();
        Json columns = band.list("items").getFirst();
        return columns.list("columns").getFirst().list("items").getFirst().requireText("text");
    }

    /** How many requests of this method to Webex there were. */
    public long requests(String method) {
        return webex.exchanges().stream()
                .filter(one -> one.direction() == Exchange.Direction.TO_WEBEX)
                .filter(one -> one.method().equals(method) && one.target().startsWith("/v1/messages"))
                .count();
    }

    @Override
    public void close() {
        client.close();
        webex.close();
        store.close();
    }
}
