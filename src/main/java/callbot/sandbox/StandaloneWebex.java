package callbot.sandbox;

import callbot.sandbox.base.Habit;
import callbot.sandbox.faults.Mischief;
import callbot.sandbox.page.SandboxPage;
import callbot.sandbox.web.LocalServer;
import callbot.sandbox.web.Place;
import callbot.sandbox.webex.FakeWebex;
import callbot.sandbox.wire.WirePage;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The simulated Webex by itself, to try any client against: two users, a bot that nobody runs yet, tokens for all three,
 * and the page on which the users chat with the bot and handle their phones. Webhooks are delivered to this machine only.
 */
public final class StandaloneWebex implements AutoCloseable {

    /** Where it is unless another port is asked for. */
    public static final int PORT = 8701;

    private final FakeWebex webex;
    private final LocalServer page;
    private final PassingTime time;

    private StandaloneWebex(FakeWebex webex) throws IOException {
        this.webex = webex;
        WirePage wire = new WirePage(webex, BotEvents.names());
        Mischief mischief = new Mischief(webex, wire, Optional.empty());
        List<Place> places = new ArrayList<>(SandboxPage.withoutCallbot(webex).places());
        places.addAll(wire.places(mischief::state));
        places.add(mischief.place());
        this.page = LocalServer.start(0, places);
        webex.allowLocalRedirects();
        webex.habits().set(Habit.IGNORES_UNKNOWN_FIELDS, true);
        this.time = PassingTime.of(webex);
    }

    /**
     * Starts it.
     *
     * @param port where its API shall be, 0 for any free port
     * @throws IOException if it cannot listen there
     */
    public static StandaloneWebex start(int port) throws IOException {
        FakeWebex webex = startWebex(port);
        try {
            return new StandaloneWebex(webex);
        } catch (IOException | RuntimeException e) {
            webex.close();
            throw e;
        }
    }

    /**
     * Runs until the program is told to end, and prints what a client needs.
     *
     * @throws IOException if it cannot listen where it shall
     */
    public static void run(SandboxOptions options) throws IOException {
        LocalServer.letAnswersLast();
        StandaloneWebex standalone = start(options.port().orElse(PORT));
        options.limit().ifPresent(limit -> standalone.webex.faults().limit(limit, Duration.ofSeconds(1)));
        Runtime.getRuntime().addShutdownHook(new Thread(standalone::close, "shutdown"));
        System.out.println(standalone.introduction());
    }

    /** The simulated Webex. */
    public FakeWebex webex() {
        return webex;
    }

    /** Where the page is. */
    public URI page() {
        return URI.create("http://localhost:" + page.port() + "/");
    }

    /** What a client needs, in lines that a shell or a {@code .env} file takes; each call makes new tokens for the users. */
    public String introduction() {
        return """
                # A simulated Webex. Chat and phone as its users at %s (Ctrl-C ends it).
                # The users' tokens are good for 12 hours. Redirect URIs and webhooks may lead to this machine.
                WEBEX_API_URL=%s
                WEBEX_PAGE=%s
                WEBEX_BOT_EMAIL=%s
                WEBEX_BOT_TOKEN=%s
                WEBEX_ALICE_EMAIL=%s
                WEBEX_ALICE_TOKEN=%s
                WEBEX_BOB_EMAIL=%s
                WEBEX_BOB_TOKEN=%s
                WEBEX_CLIENT_ID=%s
                WEBEX_CLIENT_SECRET=%s""".formatted(
                        page(),
                        webex.url(),
                        page(),
                        webex.bot().email(),
                        webex.botToken(),
                        webex.alice().person().email(),
                        webex.alice().personalToken(),
                        webex.bob().person().email(),
                        webex.bob().personalToken(),
                        webex.integration().clientId(),
                        webex.integration().clientSecret());
    }

    /** Ends it at once. */
    @Override
    public void close() {
        time.close();
        page.close();
        webex.close();
    }

    private static FakeWebex startWebex(int port) throws IOException {
        try {
            return FakeWebex.start(Clock.systemDefaultZone(), new SecureRandom(), port);
        } catch (BindException e) {
            throw new IOException("port " + port + " is taken. Choose another one with --port.", e);
        }
    }
}
