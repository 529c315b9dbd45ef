package callbot;

import callbot.webex.OAuth.Integration;
import callbot.webex.Person;
import callbot.webex.Secret;
import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Collectors;

/**
 * All settings of the bot, checked. Every one is explained in {@code .env.sample}.
 *
 * @param publicUrl where the world reaches the bot; absent if ngrok tells
 * @param ngrokHost where ngrok's API is; absent if ngrok is to be started here
 * @param redirectUrl where sign-ins end; registered with the integration
 * @param redis where the state is; absent if it is in the state file
 * @param stateKeys what the state is sealed with: the first seals, all of them open
 * @param admins e-mail addresses of those who may do what concerns others
 * @param allowed e-mail addresses and domains that may talk to the bot; everybody if there are none
 */
public record Config(
        BotAccount bot,
        Integration integration,
        Optional<URI> publicUrl,
        Optional<String> ngrokHost,
        URI redirectUrl,
        Optional<Redis> redis,
        Path stateFile,
        List<Secret> stateKeys,
        List<String> admins,
        List<String> allowed,
        int port,
        URI webexApi,
        Level logLevel) {

    private static final int SHORTEST_KEY = 32;
    private static final String MY_APPS = "Find it at https://developer.webex.com/my-apps under your ";

    /**
     * The bot's own account.
     *
     * @param name by which people mention it; absent if as Webex knows it
     */
    public record BotAccount(Secret accessToken, String email, Optional<String> name) {

        /**
         * The person as whom Webex knows the token's owner, who must be the bot.
         *
         * @throws InvalidException if it is somebody else
         */
        Person identifiedAs(Person owner) {
            if (owner.emails().stream().anyMatch(email::equalsIgnoreCase)) return owner;
            throw new InvalidException(List.of("WXC_CC_BOT_EMAIL is " + email
                    + ", but WXC_CC_BOT_ACCESS_TOKEN belongs to " + owner.email() + "."));
        }
    }

    /** A Redis, and whether its certificate must be a good one. */
    public record Redis(URI address, boolean verifyTls) {

        /** The address without what is secret in it. */
        @Override
        public String toString() {
            return address.getScheme() + "://" + address.getHost();
        }
    }

    /** Something is wrong with the settings; the message lists everything that is. */
    public static final class InvalidException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        InvalidException(List<String> problems) {
            super(problems.stream().map(problem -> "  - " + problem).collect(Collectors.joining("\n")));
        }
    }

    /** The settings in the environment and, where they are not set there, in the file {@code .env}. */
    public static Config load() {
        try {
            return from(Dotenv.configure().ignoreIfMissing().load().entries().stream()
                    .collect(Collectors.toMap(DotenvEntry::getKey, DotenvEntry::getValue, (first, second) -> first)));
        } catch (DotenvException e) {
            throw new InvalidException(
                    List.of(".env has a line that cannot be read; every line is NAME=value or begins with #."));
        }
    }

    /**
     * The settings in these variables.
     *
     * @throws InvalidException if anything is wrong
     */
    public static Config from(Map<String, String> variables) {
        Settings in = new Settings(variables);
        BotAccount bot = bot(in);
        Integration integration = integration(in);
        int port = in.port("PORT", 6001);
        Optional<URI> publicUrl = publicUrl(in);
        Config config = new Config(
                bot,
                integration,
                publicUrl,
                in.host("NGROK_HOST", "http://", "").map(URI::getAuthority),
                in.address("WXC_CC_REDIRECT_URL", "https", "http")
                        .orElse(URI.create(
                                publicUrl.map(URI::toString).orElse("http://localhost:" + port) + "/redirect")),
                redis(in),
                Path.of(in.text("WXC_CC_STATE_FILE", "callbot-state.json")),
                stateKeys(in, integration.clientSecret()),
                in.list("WXC_CC_ADMINS"),
                in.list("WXC_CC_ALLOWED"),
                port,
                in.address("WEBEX_API_URL", "https", "http").orElse(URI.create("https://webexapis.com/v1")),
                logLevel(in));
        if (!in.problems().isEmpty()) throw new InvalidException(in.problems());
        return config;
    }

    /** The address to listen on: nobody but this machine needs to reach a bot whose public address, or tunnel, is on it. */
    public String listenOn() {
        String wayIn = publicUrl.map(URI::getAuthority).or(() -> ngrokHost).orElse("localhost");
        return wayIn.matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?") ? "127.0.0.1" : "0.0.0.0";
    }

    private static BotAccount bot(Settings in) {
        String token = MY_APPS + "bot; it is shown only once, but can be made anew.";
        return new BotAccount(
                new Secret(in.required("WXC_CC_BOT_ACCESS_TOKEN", token)),
                in.required("WXC_CC_BOT_EMAIL", MY_APPS + "bot; it ends in @webex.bot."),
                in.text("WXC_CC_BOT_NAME"));
    }

    private static Integration integration(Settings in) {
        return new Integration(
                in.required("WXC_CC_INTEGRATION_CLIENT_ID", MY_APPS + "integration."),
                new Secret(in.required("WXC_CC_INTEGRATION_CLIENT_SECRET", MY_APPS + "integration.")),
                Scopes.read(in, "WXC_CC_INTEGRATION_CLIENT_SCOPES"));
    }

    private static Optional<URI> publicUrl(Settings in) {
        return in.address("WXC_CC_PUBLIC_URL", "https", "http")
                .or(() -> in.host("HEROKU_APP_DEFAULT_DOMAIN_NAME", "https://", ""))
                .or(() -> in.host("HEROKU_NAME", "https://", ".herokuapp.com"));
    }

    private static Optional<Redis> redis(Settings in) {
        boolean verify = in.flag("REDIS_TLS_VERIFY", true);
        return in.host("REDIS_HOST", "redis://", "")
                .or(() -> in.address("REDIS_TLS_URL", "rediss"))
                .or(() -> in.address("REDIS_URL", "redis", "rediss"))
                .map(address -> new Redis(address, verify));
    }

    private static List<Secret> stateKeys(Settings in, Secret otherwise) {
        List<Secret> keys = Arrays.stream(in.text("WXC_CC_STATE_KEY", "").split(","))
                .filter(key -> !key.isBlank())
                .map(key -> new Secret(key.strip()))
                .toList();
        if (keys.stream().anyMatch(key -> key.reveal().length() < SHORTEST_KEY)) {
            in.problem(
                    "WXC_CC_STATE_KEY",
                    "is too easy to guess. Give at least " + SHORTEST_KEY + " characters: openssl rand -base64 32");
        }
        return keys.isEmpty() ? List.of(otherwise) : keys;
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
