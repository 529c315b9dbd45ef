package callbot.sandbox;

import callbot.http.Route;
import callbot.http.WebServer;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

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

    private final World world;
    private final WebServer server;

    private FakeWebex(World world, WebServer server) {
        this.world = world;
        this.server = server;
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
    static FakeWebex start(Clock clock, RandomGenerator random, int port) throws IOException {
        World world = new World(Clock.tick(clock, Duration.ofMillis(1)), random);
        List<Route> routes = new ArrayList<>(world.api.routes());
        routes.add(world.authorizePage.decisionRoute());
        return new FakeWebex(world, WebServer.start("127.0.0.1", port, routes));
    }

    /** Where its API is, such as {@code http://127.0.0.1:54321/v1}. */
    public String url() {
        return "http://127.0.0.1:" + server.port() + Api.ROOT;
    }

    /** The integration under which the bot is registered. */
    public Integration integration() {
        return world.integration;
    }

    /** Registers an address with the integration to which a sign-in may send the browser back. */
    public void allowRedirect(String uri) {
        world.authorizePage.allowRedirect(uri);
    }

    /** Registers every address on this machine with the integration. */
    public void allowLocalRedirects() {
        world.authorizePage.allowLocalRedirects();
    }

    /**
     * Whether it ignores fields of requests that the contract does not know, as Webex does: clients send, for example, a
     * whole webhook back to change its name. Otherwise, as at first, it refuses them, so that a misspelt one is found.
     */
    public void ignoresUnknownFields(boolean ignored) {
        world.habits.ignoresUnknownFields(ignored);
    }

    /** Whether the author of a card may edit it: at first not, as the contract says; others have seen it work. */
    public void editsOfCards(boolean allowed) {
        world.habits.editsOfCards(allowed);
    }

    /** Whether a click-to-dial call, as at first, gets another id when the user picks up; its session stays the same. */
    public void changesCallIdOnPickUp(boolean changed) {
        world.habits.changesCallIdOnPickUp(changed);
    }

    /** Whether, as at first, the end of the call with the old id is told then. */
    public void tellsEndOfOldCallId(boolean told) {
        world.habits.tellsEndOfOldCallId(told);
    }

    Habits habits() {
        return world.habits;
    }

    /** The bot's account. */
    public Person bot() {
        return world.bot;
    }

    /** The bot's token. */
    public String botToken() {
        return world.botToken;
    }

    /** A user with a desk phone and the app. */
    public FakeUser alice() {
        return world.alice;
    }

    /** A user with a desk phone. */
    public FakeUser bob() {
        return world.bob;
    }

    /** One more user, with a desk phone. */
    public FakeUser hire(String name) {
        return world.turn.take(() -> world.user(world.people.hire(name, false)));
    }

    /** The phone outside the organization with this number, whose owner is known by this name. */
    public OutsidePhone outside(String number, String name) {
        return world.outside(number, Optional.of(name), false);
    }

    /** The phone outside the organization with this number, which it withholds when it calls. */
    public OutsidePhone withheld(String number) {
        return world.outside(number, Optional.empty(), true);
    }

    /** Everybody outside the organization who takes part in a call right now. */
    public List<OutsideLine> outsideLines() {
        return world.turn.look(() -> world.switchboard.sessions().lines());
    }

    /** Says that this assistant's calls belong to this executive, so that they can be pushed to him. */
    public void assist(FakeUser assistant, FakeUser executive) {
        world.turn.run(() -> world.handoverCommands.assist(assistant.person(), executive.person()));
    }

    /** Nobody has come for the call parked at this number: it rings again where it was parked from. */
    public void recallParked(String number) {
        world.turn.run(() -> world.parkingLot.recall(number));
    }

    /** Webex gives up on all webhooks of this person and tells nobody. */
    public void deactivateWebhooks(Person owner) {
        world.turn.run(() -> world.webhooks.deactivate(owner));
    }

    /** The tokens that it gave out. */
    public Tokens tokens() {
        return world.tokens;
    }

    /** What goes wrong with requests. */
    public Faults faults() {
        return world.faults;
    }

    /** What goes wrong with deliveries, and how they find the bot. */
    public Deliveries deliveries() {
        return world.deliveries;
    }

    /** What goes over the wire. */
    public Wire wire() {
        return world.wire;
    }

    /** What went over the wire so far, both ways, oldest first; no more than {@link Wire#MOST}. */
    public List<Exchange> exchanges() {
        return world.wire.exchanges();
    }

    /** Has this run whenever something may have changed, on the thread that changed it; it must not take long. */
    public void whenChanged(Runnable listener) {
        world.turn.whenOver(listener);
    }

    /** Stops at once. */
    @Override
    public void close() {
        world.close();
        server.close();
    }
}
