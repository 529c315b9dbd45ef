package callbot;

import callbot.webex.OAuth.Integration;
import callbot.webex.Secret;
import callbot.webex.messaging.Email;
import callbot.webex.messaging.Person;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All settings of the bot, checked. Every one is explained in {@code .env.sample}.
 *
 * @param publicUrl where the world reaches the bot; absent if ngrok tells
 * @param ngrokHost where ngrok's API is; absent if ngrok is to be started here
 * @param ngrokToken whose account ngrok uses, if it is started here; absent if ngrok itself knows
 * @param redirectUrl where sign-ins end; registered with the integration
 * @param redis where the state is; absent if it is in the state file
 * @param stateKeys what the state is sealed with: the first seals, all of them open
 * @param admins e-mail addresses of those who may do what concerns others
 * @param allowed e-mail addresses, domains, and domains with a dot in front for all that are below them, that may talk to the
 *     bot; everybody if there are none
 * @param listenOn the address to listen on
 * @param webexProxy the HTTP proxy through which Webex is reached; absent if none is needed
 * @param metricsToken who knows it may read {@code /metrics}; absent if there is no such page
 * @param notes what works and may still be a mistake, one sentence each
 */
public record Config(
        BotAccount bot,
        Integration integration,
        Optional<URI> publicUrl,
        Optional<String> ngrokHost,
        Optional<Secret> ngrokToken,
        URI redirectUrl,
        Optional<Redis> redis,
        Path stateFile,
        List<Secret> stateKeys,
        List<String> admins,
        List<String> allowed,
        String listenOn,
        int port,
        URI webexApi,
        Optional<URI> webexProxy,
        Optional<Secret> metricsToken,
        Level logLevel,
        List<String> notes) {

    private static final Set<String> PAGES = Set.of("/", "/health", "/ready", "/metrics", "/webhook", "/webhook/calls");
    private static final int DATABASES = 16;
    private static final String MY_APPS = "Find it at https://developer.webex.com/my-apps under your ";

    /**
     * The bot's own account.
     *
     * @param name by which people mention it; absent if as Webex knows it
     */
    public record BotAccount(Secret accessToken, String email, Optional<String> name) {

        /** Whether this is the account of the person as whom Webex knows the token's owner. */
        public boolean isOf(Person owner) {
            return owner.emails().stream().map(Email::of).anyMatch(Email.of(email)::equals);
        }

        /**
         * The person as whom Webex knows the token's owner, who must be the bot.
         *
         * @throws InvalidException if it is somebody else
         */
        Person identifiedAs(Person owner) {
            if (isOf(owner)) return owner;
            throw new InvalidException(List.of("WXC_CC_BOT_EMAIL is " + email
                    + ", but WXC_CC_BOT_ACCESS_TOKEN belongs to " + owner.email() + "."));
        }
    }

    /** A Redis, and whether its certificate must be a good one. */
    public record Redis(URI address, boolean verifyTls) {

        /** The address without what is secret in it. */
        @Override
        public String toString() {
            return address.getScheme() + "://" + address.getRawAuthority().replaceAll("^.*@|:\\d+$", "");
        }
    }

    /** Something is wrong with the settings; the message lists everything that is. */
    public static final class InvalidException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<String> problems;

        InvalidException(List<String> problems) {
            super(problems.stream().map(problem -> "  - " + problem).collect(Collectors.joining("\n")));
            this.problems = List.copyOf(problems);
        }

        /** Each in a sentence or two that says what to do. */
        public List<String> problems() {
            return problems;
        }
    }

    /** The settings in the environment and, where they are not set there, in the file {@code .env}. */
    public static Config load() {
        EnvFile file = EnvFile.read(Path.of(".env"));
        Map<String, String> variables = new HashMap<>(file.variables());
        variables.putAll(System.getenv());
        return from(variables, file.notes());
    }

    /**
     * The settings in these variables.
     *
     * @throws InvalidException if anything is wrong
     */
    public static Config from(Map<String, String> variables) {
        return from(variables, List.of());
    }

    private static Config from(Map<String, String> variables, List<String> notes) {
        Settings in = new Settings(variables);
        BotAccount bot = bot(in);
        Integration integration = integration(in);
        int port = in.port("PORT", 6001);
        Optional<URI> publicUrl = publicUrl(in);
        Optional<String> ngrokHost = in.host("NGROK_HOST", "http://", "").map(URI::getAuthority);
        URI webexApi = in.webAddress("WEBEX_API_URL").orElse(URI.create("https://webexapis.com/v1"));
        Config config = new Config(
                bot,
                integration,
                publicUrl,
                ngrokHost,
                in.credential("NGROK_AUTHTOKEN").map(Secret::new),
                redirectUrl(in)
                        .orElse(URI.create(
                                publicUrl.map(URI::toString).orElse("http://localhost:" + port) + "/redirect")),
                redis(in),
                stateFile(in),
                StateKeys.read(in, "WXC_CC_STATE_KEY", integration.clientSecret()),
                AllowList.readAddresses(in, "WXC_CC_ADMINS"),
                AllowList.read(in, "WXC_CC_ALLOWED"),
                listenOn(in, publicUrl.map(URI::getAuthority).or(() -> ngrokHost)),
                port,
                webexApi,
                WebProxy.read(in, "HTTPS_PROXY", "NO_PROXY", webexApi),
                in.credential("WXC_CC_METRICS_TOKEN").map(Secret::new),
                logLevel(in),
                Stream.of(notes, in.notes()).flatMap(List::stream).toList());
        if (!in.problems().isEmpty()) throw new InvalidException(in.problems());
        return config;
    }

    /** Where sign-ins may end: a web server in front of the bot may hand a path on as it is, or without its beginning. */
    public List<String> redirectPaths() {
        return Stream.of("/redirect", redirectUrl.getPath()).distinct().toList();
    }

    private static BotAccount bot(Settings in) {
        String token = MY_APPS + "bot; it is shown only once, but can be made anew.";
        return new BotAccount(
                new Secret(in.credential("WXC_CC_BOT_ACCESS_TOKEN", token)),
                in.email("WXC_CC_BOT_EMAIL", MY_APPS + "bot; it ends in @webex.bot."),
                in.text("WXC_CC_BOT_NAME"));
    }

    private static Integration integration(Settings in) {
        return new Integration(
                in.credential("WXC_CC_INTEGRATION_CLIENT_ID", MY_APPS + "integration."),
                new Secret(in.credential("WXC_CC_INTEGRATION_CLIENT_SECRET", MY_APPS + "integration.")),
                Scopes.read(in, "WXC_CC_INTEGRATION_CLIENT_SCOPES"));
    }

    private static Optional<URI> publicUrl(Settings in) {
        return in.webAddress("WXC_CC_PUBLIC_URL")
                .or(() -> in.host("HEROKU_APP_DEFAULT_DOMAIN_NAME", "https://", ""))
                .or(() -> in.host("HEROKU_NAME", "https://", ".herokuapp.com"));
    }

    /** As it is registered with the integration: Webex compares every character. */
    private static Optional<URI> redirectUrl(Settings in) {
        String name = "WXC_CC_REDIRECT_URL";
        Optional<URI> url = in.exactWebAddress(name);
        if (url.isPresent() && !url.get().getPath().matches("(/[A-Za-z0-9._~-]+)+/?"))
            in.problem(name, "needs a plain path, such as /redirect. Register it like that with the integration.");
        else if (url.isPresent() && PAGES.contains(url.get().getPath().replaceFirst("(?<=.)/$", "")))
            in.problem(name, "has a path at which the bot answers something else. Take /redirect.");
        return url;
    }

    private static Optional<Redis> redis(Settings in) {
        boolean verify = in.flag("REDIS_TLS_VERIFY", true);
        return in.host("REDIS_HOST", "redis://", "")
                .or(() -> redisAddress(in, "REDIS_TLS_URL", "rediss"))
                .or(() -> redisAddress(in, "REDIS_URL", "redis", "rediss"))
                .map(address -> new Redis(address, verify));
    }

    private static Optional<URI> redisAddress(Settings in, String name, String... schemes) {
        Optional<URI> address = in.address(name, schemes);
        address.ifPresent(uri -> {
            String authority = uri.getRawAuthority();
            String user = authority.contains("@") ? authority.replaceFirst("@.*$", "") : ":";
            if (!user.contains(":"))
                in.problem(
                        name, "names a user and no password. A password alone has a colon in front: ://:password@host");
            else if (!user.matches("(default)?:.*"))
                in.note(
                        name,
                        "names a user beside the password. If Redis knows only a password, leave the user out:"
                                + " ://:password@host");
            if (!uri.getPath().matches("(/\\d{0,9})?"))
                in.problem(name, "ends in something that is no number of a database, as in ://host:6379/0");
            else if (uri.getPath().length() > 1
                    && Integer.parseInt(uri.getPath().substring(1)) >= DATABASES)
                in.note(
                        name,
                        "names a database that Redis has only if it is told to: usually there are " + DATABASES
                                + ", from 0 to " + (DATABASES - 1) + ".");
        });
        return address;
    }

    private static Path stateFile(Settings in) {
        String name = "WXC_CC_STATE_FILE";
        String text = in.text(name, "callbot.state");
        if (text.startsWith("~"))
            in.problem(name, "begins with ~, which only a shell understands. Write the whole path.");
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            in.problem(name, "is no path of a file.");
            return Path.of("");
        }
    }

    /** Nobody but this machine needs to reach a bot whose public address, or tunnel, is on it. */
    private static String listenOn(Settings in, Optional<String> wayIn) {
        String name = "WXC_CC_LISTEN";
        boolean isHere = wayIn.orElse("localhost").matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?");
        String address = in.text(name, isHere ? "127.0.0.1" : "0.0.0.0");
        if (!address.matches("localhost|\\d{1,3}(\\.\\d{1,3}){3}|(?=.*:.*:)[0-9A-Fa-f:.]+"))
            in.problem(
                    name,
                    "is not an IP address of this machine. 127.0.0.1 is for programs on it alone, 0.0.0.0 for all networks.");
        return address;
    }

    private static Level logLevel(Settings in) {
        return switch (in.text("WXC_CC_LOG_LEVEL", "INFO")) {
            case "DEBUG" -> Level.FINE;
            case "INFO" -> Level.INFO;
            case "WARNING" -> Level.WARNING;
            case "ERROR" -> Level.SEVERE;
            default -> {
                in.problem("WXC_CC_LOG_LEVEL", "is not one of DEBUG, INFO, WARNING, ERROR.");
                yield Level.INFO;
            }
        };
    }
}
