package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.FakeNgrok;
import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.webex.FakeUser;
import callbot.sandbox.webex.FakeWebex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The whole bot, in a simulated world: Webex, ngrok, two users with phones, a browser. Everything is real but Webex. When the
 * scene is closed, all that went over the wire is held against Webex's contract.
 */
final class Scene implements AutoCloseable {

    private static final String WELCOME = "Hello! I control";

    private final MovableClock clock = new MovableClock();
    private final FakeWebex webex = FakeWebex.start(clock);
    private final FakeNgrok ngrok = FakeNgrok.start(new SecureRandom());
    private final Visitor visitor = new Visitor();
    private final Waiting waiting = new Waiting();
    private final Deployment bot = new Deployment(webex, ngrok, clock);

    private Scene() throws IOException {
        webex.deliveries().reachThrough(ngrok::resolve);
        webex.whenChanged(waiting::wake);
        webex.wire().listen(exchange -> waiting.wake());
    }

    /** The world, in which the bot has not been started yet. */
    static Scene prepared() {
        try {
            return new Scene();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The world with a bot in it. */
    static Scene started() {
        return prepared().start();
    }

    /** Sets one of the bot's variables before it is started. */
    Scene with(String name, String value) {
        bot.set(name, value);
        return this;
    }

    /** Starts the bot. */
    Scene start() {
        bot.start();
        return this;
    }

    /** Stops the bot as SIGTERM does. */
    void stop() {
        bot.close();
    }

    /** One more bot with the same account, not started yet. */
    Deployment another() {
        return new Deployment(webex, ngrok, clock);
    }

    FakeWebex webex() {
        return webex;
    }

    FakeNgrok ngrok() {
        return ngrok;
    }

    FakeUser alice() {
        return webex.alice();
    }

    FakeUser bob() {
        return webex.bob();
    }

    MovableClock clock() {
        return clock;
    }

    Deployment bot() {
        return bot;
    }

    Visitor visitor() {
        return visitor;
    }

    /** Where a page of the bot is. */
    URI address(String path) {
        return bot.address(path);
    }

    /** What the bot answers to this. */
    ChatMessage ask(FakeUser user, String text) {
        int before = fromBot(user).size();
        user.say(text);
        return awaitMessage(user, before);
    }

    /** What the bot answers to a press of this button. */
    ChatMessage press(FakeUser user, ChatMessage message, String button) {
        int before = fromBot(user).size();
        user.press(message.id(), button);
        return awaitMessage(user, before);
    }

    /** The bot's messages to this user, oldest first; the welcome, which comes when it likes, is left out. */
    List<ChatMessage> fromBot(FakeUser user) {
        return user.messages().stream()
                .filter(message -> message.author().equals(webex.bot()))
                .filter(message -> !message.text().contains(WELCOME))
                .toList();
    }

    /** Those of them that the user sees: cards that were replaced are taken back. */
    List<ChatMessage> visible(FakeUser user) {
        return fromBot(user).stream().filter(message -> !message.deleted()).toList();
    }

    /** The message with a card that this user sees and that contains this text, when it is there. */
    ChatMessage awaitCard(FakeUser user, String text) {
        return waiting.until(
                () -> visible(user).stream()
                        .filter(message -> message.card().isPresent())
                        .filter(message -> message.text().contains(text))
                        .findFirst(),
                () -> "a card with \"" + text + "\"; there were " + told(user));
    }

    /** What the bot's messages to this user say. */
    List<String> told(FakeUser user) {
        return fromBot(user).stream().map(ChatMessage::text).toList();
    }

    /** The bot's message to this user with this index, when it has come. */
    ChatMessage awaitMessage(FakeUser user, int index) {
        return waiting.until(
                () -> fromBot(user).stream().skip(index).findFirst(),
                () -> "message " + index + "; there were " + told(user));
    }

    /** The bot's first message to this user that contains this text, when it has come. */
    ChatMessage awaitMessage(FakeUser user, String text) {
        return waiting.until(
                () -> fromBot(user).stream()
                        .filter(message -> message.text().contains(text))
                        .findFirst(),
                () -> "\"" + text + "\"; there were " + told(user));
    }

    /** Opens the chat of this user and the bot, and waits until the bot has said all that it says to that. */
    void meet(FakeUser user) {
        ask(user, "/echo hello");
        awaitWelcome(user);
    }

    void awaitWelcome(FakeUser user) {
        await(() -> user.messages().stream().anyMatch(message -> message.text().contains(WELCOME)), "the welcome");
    }

    /** Signs this user in, and says so. */
    void signIn(FakeUser user) {
        ChatMessage invitation = ask(user, "/auth");
        int before = fromBot(user).size();
        HttpResponse<String> page = visitor.open(visitor.agree(user, invitation));
        assertEquals(200, page.statusCode(), page.body());
        assertTrue(awaitMessage(user, before).text().contains("You are signed in"));
    }

    /** The requests to Webex so far, in the order in which they began. */
    List<Exchange> requests() {
        return webex.exchanges().stream()
                .filter(exchange -> exchange.direction() == Exchange.Direction.TO_WEBEX)
                .sorted(Comparator.comparing(Exchange::number))
                .toList();
    }

    /** How many requests of this method to a path that begins so were made. */
    long requests(String method, String path) {
        return requests().stream()
                .filter(one -> one.method().equals(method) && one.target().startsWith("/v1" + path))
                .count();
    }

    /** Waits until it is so. */
    void await(BooleanSupplier condition, String what) {
        waiting.until(condition, what);
    }

    /** Ends everything, and holds what went over the wire against the contract, and what was named against the buttons. */
    @Override
    public void close() {
        bot.close();
        webex.close();
        ngrok.close();
        visitor.close();
        assertEquals(List.of(), ContractCheck.violations(webex.exchanges()));
        assertEquals(List.of(), ButtonCheck.violations(webex.exchanges()));
    }
}
