package callbot.sandbox;

import callbot.Config;
import callbot.sandbox.faults.Mischief;
import callbot.sandbox.page.SandboxPage;
import callbot.sandbox.web.LocalServer;
import callbot.sandbox.web.Place;
import callbot.sandbox.webex.FakeWebex;
import callbot.sandbox.wire.WirePage;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The real bot against a simulated Webex, and a page to chat and to phone. Nobody needs an account. */
public final class Sandbox implements AutoCloseable {

    /** All that the bot can make use of, so that everything can be tried. */
    private static final String SCOPES = "spark:calls_read spark:calls_write spark:people_read spark:kms"
            + " spark-admin:telephony_config_read spark:telephony_config_read spark:telephony_config_write spark:recordings_read";

    /** Where the page is, unless somebody else is there. */
    public static final int PORT = 8700;

    private final FakeWebex webex;
    private final FakeNgrok ngrok;
    private final Path directory;
    private final SandboxBot bot;
    private final LocalServer pageServer;
    private final PassingTime time;

    private Sandbox(FakeWebex webex, FakeNgrok ngrok, int preferredPort) throws IOException {
        this.webex = webex;
        this.ngrok = ngrok;
        this.directory = Files.createTempDirectory("callbot-sandbox");
        int port = FreePort.find(new SecureRandom());
        String redirect = "http://localhost:" + port + "/redirect";
        ngrok.open(port);
        webex.deliveries().reachThrough(ngrok::resolve);
        webex.allowRedirect(redirect);
        WirePage wire = new WirePage(webex, BotEvents.names()); // before the bot, whose first requests are worth seeing
        Config config = Config.from(Map.ofEntries(
                Map.entry("WXC_CC_BOT_ACCESS_TOKEN", webex.botToken()),
                Map.entry("WXC_CC_BOT_EMAIL", webex.bot().email()),
                Map.entry("WXC_CC_BOT_NAME", webex.bot().displayName()),
                Map.entry("WXC_CC_INTEGRATION_CLIENT_ID", webex.integration().clientId()),
                Map.entry(
                        "WXC_CC_INTEGRATION_CLIENT_SECRET", webex.integration().clientSecret()),
                Map.entry("WXC_CC_INTEGRATION_CLIENT_SCOPES", SCOPES),
                Map.entry("WXC_CC_ALLOWED", "example.com"),
                Map.entry("WXC_CC_ADMINS", webex.alice().person().email()),
                Map.entry("WXC_CC_STATE_FILE", directory.resolve("state.json").toString()),
                Map.entry("WXC_CC_REDIRECT_URL", redirect),
                Map.entry("WEBEX_API_URL", webex.url()),
                Map.entry("NGROK_HOST", ngrok.host()),
                Map.entry("PORT", Integer.toString(port))));
        webex.voiceMessages().leave(webex.alice().person(), Optional.of("Ana"), Optional.of("+14085550134"), 12);
        this.bot = new SandboxBot(config, webex.wire()::begin, wire.scribe()::change);
        wire.scribe().remark("The bot starts", "It asks Webex who it is, and has itself be told of what happens.");
        bot.start();
        Mischief mischief =
                new Mischief(webex, wire, Optional.of(new BadTimes(bot, webex, ngrok, port, wire).victim()));
        List<Place> places = new ArrayList<>(new SandboxPage(webex).places());
        places.addAll(wire.places(mischief::state));
        places.add(mischief.place());
        this.pageServer = serve(places, preferredPort);
        this.time = PassingTime.of(webex);
    }

    /**
     * Starts everything.
     *
     * @param preferredPort where the page shall be; any free port if that is taken or 0
     * @throws IOException if a server cannot listen, or there is no place for the bot's state
     */
    public static Sandbox start(int preferredPort) throws IOException {
        FakeWebex webex = FakeWebex.start(Clock.systemDefaultZone());
        FakeNgrok ngrok = FakeNgrok.start(new SecureRandom());
        try {
            return new Sandbox(webex, ngrok, preferredPort);
        } catch (IOException | RuntimeException e) {
            webex.close();
            ngrok.close();
            throw e;
        }
    }

    /**
     * Runs until the program is told to end.
     *
     * @param port where the page shall be, absent for the usual place; any free port if that is taken or 0
     * @throws IOException if it cannot start
     */
    public static void run(Optional<Integer> port) throws IOException {
        LocalServer.letAnswersLast();
        Sandbox sandbox = start(port.orElse(PORT));
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "shutdown"));
        System.out.println("The sandbox is at " + sandbox.address() + " (Ctrl-C ends it).");
    }

    /** Where the page is. */
    public URI address() {
        return URI.create("http://localhost:" + pageServer.port() + "/");
    }

    /** The simulated Webex. */
    public FakeWebex webex() {
        return webex;
    }

    /** Ends everything and leaves nothing behind. */
    @Override
    public void close() {
        time.close();
        pageServer.close();
        bot.close();
        webex.close();
        ngrok.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            System.err.println(directory + " could not be removed: " + e.getMessage());
        }
    }

    private static LocalServer serve(List<Place> places, int preferredPort) throws IOException {
        try {
            return LocalServer.start(preferredPort, places);
        } catch (BindException e) {
            return LocalServer.start(0, places);
        }
    }
}
