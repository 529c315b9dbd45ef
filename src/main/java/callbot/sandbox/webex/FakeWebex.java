package callbot.sandbox.webex;

import callbot.sandbox.accounts.AuthorizePage;
import callbot.sandbox.accounts.FakeOAuth;
import callbot.sandbox.accounts.FakePeople;
import callbot.sandbox.accounts.Integration;
import callbot.sandbox.accounts.IssuedTokens;
import callbot.sandbox.accounts.SignInBrowser;
import callbot.sandbox.api.Api;
import callbot.sandbox.api.Faults;
import callbot.sandbox.api.Operation;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Habit;
import callbot.sandbox.base.Habits;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Turn;
import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.calls.Telephony;
import callbot.sandbox.calls.session.OutsideLine;
import callbot.sandbox.line.FakeSettings;
import callbot.sandbox.line.FakeVoiceMessages;
import callbot.sandbox.line.LineServices;
import callbot.sandbox.messaging.Chat;
import callbot.sandbox.messaging.Messaging;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.traffic.Wire;
import callbot.sandbox.web.LocalServer;
import callbot.sandbox.webhooks.Deliveries;
import callbot.sandbox.webhooks.FakeWebhooks;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A simulated Webex: messages, cards, people, rooms, webhooks, OAuth and Webex Calling, served over HTTP on this machine.
 * It is strict. What Webex refuses it refuses, with Webex's status and error body, and what the contract does not know it
 * refuses too, so that a mistake shows here and not in production.
 *
 * <p>Beside the API it has what a test or a sandbox needs to play the world around the bot: {@link #alice()} and
 * {@link #bob()} who chat, press buttons, sign in and handle their phones; {@linkplain #outside phones outside}; {@link
 * #faults()} and {@link #deliveries()} to let things go wrong; and {@link #exchanges()}, all that went over the wire.
 */
public final class FakeWebex implements AutoCloseable {

    private final Turn turn = new Turn();
    private final Habits habits = new Habits();
    private final SignInBrowser browser = new SignInBrowser();
    private final Wire wire;
    private final Faults faults;
    private final Integration integration;
    private final IssuedTokens tokens;
    private final Deliveries deliveries;
    private final FakePeople people;
    private final FakeWebhooks webhooks;
    private final Telephony telephony;
    private final FakeSettings settings;
    private final FakeVoiceMessages voiceMessages;
    private final LineServices services;
    private final LineRouting lineRouting;
    private final AuthorizePage authorizePage;
    private final Account bot;
    private final String botToken;
    private final Chat chat;
    private final FakeUser alice;
    private final FakeUser bob;
    private final Api api;
    private final LocalServer server;

    private FakeWebex(Clock clock, RandomGenerator random, int port) throws IOException {
        Ids ids = new Ids(random);
        wire = new Wire(clock);
        faults = new Faults(clock);
        integration = new Integration("C" + ids.nextSecret(), ids.nextSecret(), Integration.ALL_SCOPES);
        tokens = new IssuedTokens(clock, ids, habits, turn);
        deliveries = new Deliveries(clock, wire, habits, turn);
        people = new FakePeople(clock, ids);
        webhooks = new FakeWebhooks(clock, ids, deliveries);
        bot = people.addBot("Callbot");
        botToken = tokens.grantBot(bot, ids.next("APPLICATION"));
        Account alicesAccount = people.hire("Alice Adams", true);
        Account bobsAccount = people.hire("Bob Brown", false);

        FakeOAuth oauth = new FakeOAuth(clock, ids, tokens, integration);
        authorizePage = new AuthorizePage(oauth, people, integration, turn);
        Messaging messaging = new Messaging(clock, ids, people, webhooks, habits);
        chat = messaging.chat(bot, List.of(alicesAccount, bobsAccount), turn);
        services = LineServices.of(clock, ids, turn, habits, people::byId);
        settings = new FakeSettings(turn);
        voiceMessages = new FakeVoiceMessages(clock, ids, webhooks, habits, turn);
        lineRouting = new LineRouting(settings, services.blocking(), voiceMessages);
        telephony = new Telephony(
                clock, ids, people, webhooks, habits, turn, lineRouting.routing(), services.recordings()::keep);
        alice = user(alicesAccount);
        bob = user(bobsAccount);

        services.stations().queues().add(alicesAccount, Optional.of("Sales"), Optional.of("2100"), true);
        services.stations().queues().add(alicesAccount, Optional.of("Support"), Optional.of("2200"), false);

        List<Operation> operations = Stream.of(
                        List.of(authorizePage.operation()),
                        oauth.operations(),
                        people.operations(),
                        messaging.operations(),
                        webhooks.operations(),
                        telephony.operations(),
                        settings.operations(),
                        voiceMessages.operations(),
                        services.operations())
                .flatMap(List::stream)
                .toList();
        api = new Api(operations, tokens::find, turn, faults, habits, wire, ids);
        server = LocalServer.start(port, List.of(api.place(), authorizePage.decision()));
    }

    /**
     * Starts on any free port of this machine, with ids and tokens that nobody can guess.
     *
     * @param clock what it takes for the time; it keeps milliseconds, as Webex does, and everybody lives in its zone
     * @throws IOException if it cannot listen
     */
    public static FakeWebex start(Clock clock) throws IOException {
        return start(clock, new SecureRandom());
    }

    /**
     * Starts on any free port of this machine.
     *
     * @param random what ids and tokens are made from; one with a seed makes the same ones each time
     * @throws IOException if it cannot listen
     */
    public static FakeWebex start(Clock clock, RandomGenerator random) throws IOException {
        return start(clock, random, 0);
    }

    /** Starts on this port of this machine. */
    public static FakeWebex start(Clock clock, RandomGenerator random, int port) throws IOException {
        return new FakeWebex(Clock.tick(clock, Duration.ofMillis(1)), random, port);
    }

    /** Where its API is, such as {@code http://127.0.0.1:54321/v1}. */
    public String url() {
        return "http://127.0.0.1:" + server.port() + Api.ROOT;
    }

    /** The integration under which the bot is registered. */
    public Integration integration() {
        return integration;
    }

    /** Registers an address with the integration to which a sign-in may send the browser back. */
    public void allowRedirect(String uri) {
        authorizePage.allowRedirect(uri);
    }

    /** Registers every address on this machine with the integration. */
    public void allowLocalRedirects() {
        authorizePage.allowLocalRedirects();
    }

    /** Whether the author of a card may edit it: at first not, as the contract says; others have seen it work. */
    public void editsOfCards(boolean allowed) {
        habits.set(Habit.EDITS_OF_CARDS, allowed);
    }

    /** What it does where its documentation leaves it open. */
    public Habits habits() {
        return habits;
    }

    /** The bot's account. */
    public Account bot() {
        return bot;
    }

    /** The bot's token. */
    public String botToken() {
        return botToken;
    }

    /** A user with a desk phone and the app, who is in the queues Sales and Support, which she must not leave. */
    public FakeUser alice() {
        return alice;
    }

    /** A user with a desk phone. */
    public FakeUser bob() {
        return bob;
    }

    /** One more user, with a desk phone. */
    public FakeUser hire(String name) {
        return turn.take(() -> user(people.hire(name, false)));
    }

    /** The phone outside the organization with this number, whose owner is known by this name. */
    public OutsidePhone outside(String number, String name) {
        return telephony.outside(number, Optional.of(name));
    }

    /** The phone outside the organization with this number, which it withholds when it calls. */
    public OutsidePhone withheld(String number) {
        return telephony.outside(number, Optional.empty());
    }

    /** Everybody outside the organization who takes part in a call right now. */
    public List<OutsideLine> outsideLines() {
        return telephony.outsideLines();
    }

    /** Says that this assistant's calls belong to this executive, so that they can be pushed to him. */
    public void assist(FakeUser assistant, FakeUser executive) {
        telephony.assist(assistant.person(), executive.person());
    }

    /** Calls and conferences, and what is possible with them. */
    public Telephony telephony() {
        return telephony;
    }

    /** Nobody has come for the call parked at this number: it rings again where it was parked from. */
    public void recallParked(String number) {
        telephony.recallParked(number);
    }

    /** Webex gives up on all webhooks of this person and tells nobody. */
    public void deactivateWebhooks(Account owner) {
        turn.run(() -> webhooks.deactivate(owner));
    }

    /** What users have set for their lines. */
    public FakeSettings settings() {
        return settings;
    }

    /** What the display of this user's phone shows of his line. */
    public LineState lineState(FakeUser user) {
        return lineRouting.stateOf(user.person());
    }

    /** What was left on users' voicemail. */
    public FakeVoiceMessages voiceMessages() {
        return voiceMessages;
    }

    /** What users' lines have besides. */
    public LineServices services() {
        return services;
    }

    /** The tokens that it gave out. */
    public IssuedTokens tokens() {
        return tokens;
    }

    /** What goes wrong with requests. */
    public Faults faults() {
        return faults;
    }

    /** What goes wrong with deliveries, and how they find the bot. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** What goes over the wire. */
    public Wire wire() {
        return wire;
    }

    /** What went over the wire so far, both ways, oldest first; no more than {@link Wire#MOST}. */
    public List<Exchange> exchanges() {
        return wire.exchanges();
    }

    /** Has this run whenever something may have changed, on the thread that changed it; it must not take long. */
    public void whenChanged(Runnable listener) {
        turn.whenOver(listener);
    }

    private FakeUser user(Account person) {
        return new FakeUser(person, telephony.phoneOf(person), chat, browser, tokens, integration);
    }

    /** Stops at once. */
    @Override
    public void close() {
        api.close();
        deliveries.close();
        browser.close();
        server.close();
    }
}
