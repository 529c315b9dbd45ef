package callbot;

import callbot.check.Checkup;
import callbot.check.Findings;
import callbot.sandbox.Sandbox;
import callbot.sandbox.SandboxOptions;
import callbot.sandbox.StandaloneWebex;
import callbot.store.StoreUnavailableException;
import callbot.tunnel.PublicUrl;
import callbot.tunnel.TunnelException;
import callbot.webex.WebexException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.logging.Level;

/** Where the program begins. */
public final class Main {

    /** The settings are wrong (sysexits.h, EX_CONFIG). */
    private static final int BAD_CONFIG = 78;

    /** Something that the bot needs is not there (EX_UNAVAILABLE). */
    private static final int UNAVAILABLE = 69;

    private static final int BAD_USAGE = 64;

    private static final String USAGE =
            "usage: java -jar callbot.jar [run | setup | check [--json] | sandbox [--port N] [--webex-only [--limit N]]]";

    private static final String FIRST_STEPS = """
            What to do:
              java -jar callbot.jar sandbox   tries the bot without any account
              java -jar callbot.jar setup     asks for the settings one by one, and has Webex look at each
              java -jar callbot.jar check     looks at all of them
            See .env.sample.""";

    private Main() {}

    /** Runs the bot, or the sandbox, or checks the settings. */
    public static void main(String[] arguments) {
        switch (arguments.length == 0 ? "run" : arguments[0]) {
            case "run" -> run();
            case "sandbox" -> sandbox(List.of(arguments).subList(1, arguments.length));
            case "setup" -> setup();
            case "check" -> check(List.of(arguments).subList(1, arguments.length));
            default -> end(BAD_USAGE, USAGE);
        }
    }

    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }

    private static void run() {
        try {
            Config config = Config.load();
            LogFormat.install(config.logLevel());
            config.notes().forEach(Main::warn);
            config.webexProxy().ifPresent(Main::goThrough);
            WaitingRoom.awaitRedis(config);
            Bot bot = Bot.start(config, UnaryOperator.identity());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> bot.stop(Bot.PATIENCE), "shutdown"));
        } catch (Config.InvalidException e) {
            end(BAD_CONFIG, "callbot cannot start with these settings:\n" + e.getMessage() + "\n" + FIRST_STEPS);
        } catch (StoreUnavailableException | TunnelException | WebexException | IOException e) {
            end(UNAVAILABLE, "callbot cannot start: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // told to end before it has begun
        }
    }

    private static void warn(String note) {
        System.getLogger(Main.class.getName()).log(System.Logger.Level.WARNING, "event=config.note what=\"{0}\"", note);
    }

    /** Only https goes there: the tunnel's API, and a simulated Webex, are spoken to without. */
    private static void goThrough(URI proxy) {
        System.setProperty("https.proxyHost", proxy.getHost());
        System.setProperty("https.proxyPort", Integer.toString(proxy.getPort() < 0 ? 80 : proxy.getPort()));
        System.getLogger(Main.class.getName())
                .log(System.Logger.Level.INFO, "event=webex.proxy address={0}", proxy.getAuthority());
    }

    private static void sandbox(List<String> arguments) {
        LogFormat.install(Level.WARNING);
        try {
            SandboxOptions options = SandboxOptions.parse(arguments);
            if (options.webexOnly()) StandaloneWebex.run(options);
            else Sandbox.run(options.port());
        } catch (SandboxOptions.InvalidException e) {
            end(BAD_USAGE, e.getMessage() + "\n" + USAGE);
        } catch (IOException e) {
            end(UNAVAILABLE, "The sandbox cannot start: " + e.getMessage());
        }
    }

    private static void setup() {
        LogFormat.install(Level.OFF);
        try {
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            new Setup(in, console(), System.getenv(), new SecureRandom(), Clock.systemUTC()).run(Path.of(".env"));
        } catch (FileAlreadyExistsException e) {
            end(BAD_USAGE, "There is a file .env already. Change it by hand, or move it away first.");
        } catch (IOException e) {
            end(UNAVAILABLE, "No settings were written: " + e.getMessage());
        }
    }

    /** UTF-8 also where nobody has set a language. */
    private static PrintStream console() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    private static void check(List<String> arguments) {
        if (!arguments.isEmpty() && !arguments.equals(List.of("--json"))) end(BAD_USAGE, USAGE);
        LogFormat.install(Level.OFF); // what it would say is found
        boolean json = !arguments.isEmpty();
        try {
            Config config = Config.load();
            config.webexProxy().ifPresent(Main::goThrough);
            PublicUrl publicUrl = Surroundings.publicUrl(config);
            try (var checkup = new Checkup(config, publicUrl, Checkup.Java.running(), Clock.systemUTC())) {
                tell(new Findings(checkup.findings()), json, UNAVAILABLE);
            }
        } catch (Config.InvalidException e) {
            tell(Findings.ofSettings(e.problems()), json, BAD_CONFIG);
        }
    }

    private static void tell(Findings findings, boolean json, int statusIfBad) {
        console().println(json ? findings.toJson() : findings.toText());
        if (findings.areBad()) System.exit(statusIfBad);
    }

    private static void end(int status, String message) {
        System.err.println(message);
        System.exit(status);
    }
}
