package callbot;

import callbot.check.Checkup;
import callbot.check.Finding;
import callbot.store.PrivateFile;
import callbot.tunnel.PublicUrl;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Asks for the settings one by one, has Webex look at each at once, and writes them into a file that nobody but its owner can read.
 * Nothing is written before the last question.
 */
final class Setup {

    private static final String TOKEN = "WXC_CC_BOT_ACCESS_TOKEN";
    private static final String EMAIL = "WXC_CC_BOT_EMAIL";
    private static final String CLIENT_ID = "WXC_CC_INTEGRATION_CLIENT_ID";
    private static final String CLIENT_SECRET = "WXC_CC_INTEGRATION_CLIENT_SECRET";
    private static final String PUBLIC_URL = "WXC_CC_PUBLIC_URL";
    private static final int KEY_BYTES = 32;

    private final BufferedReader in;
    private final PrintStream out;
    private final Map<String, String> environment;
    private final Clock clock;
    private final Map<String, String> answers = new LinkedHashMap<>();

    /**
     * A dialogue.
     *
     * @param environment which wins over what is answered, as it does when the bot is started
     */
    Setup(BufferedReader in, PrintStream out, Map<String, String> environment, RandomGenerator random, Clock clock) {
        this.in = in;
        this.out = out;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        answers.put("WXC_CC_STATE_KEY", Base64.getEncoder().encodeToString(key));
    }

    /**
     * Asks, and writes this file.
     *
     * @throws EOFException if the answers end too early
     * @throws FileAlreadyExistsException if there is such a file: it is never overwritten
     * @throws IOException if it cannot be written
     */
    void run(Path file) throws IOException {
        if (Files.exists(file)) throw new FileAlreadyExistsException(file.toString());
        out.println("I ask for what the bot needs, and have Webex look at it. Nothing is written before the end.");
        bot();
        integration();
        address();
        out.println(
                "\n4. Who may talk to the bot: e-mail addresses and domains, with commas. Empty: everybody on Webex.");
        ask("WXC_CC_ALLOWED");
        write(file);
        out.println("\nIt is all in " + file + ", which only you can read. What comes next:\n"
                + "  java -jar callbot.jar check   goes through everything once more\n"
                + "  java -jar callbot.jar         starts the bot; then find it in Webex and write /help to it");
    }

    private void bot() throws IOException {
        out.println(
                "\n1. The bot. Make one at https://developer.webex.com/my-apps/new/bot, and paste its access token.");
        answers.put(EMAIL, "unknown@webex.bot"); // until Webex says
        answers.put(CLIENT_ID, "unknown");
        answers.put(CLIENT_SECRET, "unknown");
        do {
            ask(TOKEN);
            look(Checkup::owner).ifPresent(email -> answers.put(EMAIL, email));
        } while (isBad(Checkup::botToken));
    }

    private void integration() throws IOException {
        out.println("\n2. The integration, in whose name people sign in. Make one at"
                + " https://developer.webex.com/my-apps/new/integration, with these scopes:\n   "
                + String.join(" ", settings().integration().scopes())
                + "\n   Redirect URI: see below. Paste its client id, then its client secret.");
        do {
            ask(CLIENT_ID);
            ask(CLIENT_SECRET);
        } while (isBad(Checkup::integration));
    }

    private void address() throws IOException {
        out.println("\n3. Where Webex reaches the bot: an address of your own, https://..., that leads to port "
                + settings().port() + " here.\n   Empty: through ngrok.");
        ask(PUBLIC_URL);
        if (answers.get(PUBLIC_URL).isEmpty()) {
            out.println(
                    "   The token of your ngrok account, from https://dashboard.ngrok.com. Empty: ngrok has it already.");
            ask("NGROK_AUTHTOKEN");
        }
        out.println("   Register this redirect URI with the integration: "
                + settings().redirectUrl());
        do {
            out.print("   Press Enter when it is: ");
            line();
        } while (isBad(Checkup::signInLink));
    }

    /** Asks until the answer is one that this setting may have. */
    private void ask(String name) throws IOException {
        List<String> problems;
        do {
            out.print("   " + name + ": ");
            answers.put(name, line().strip());
            problems = problems().stream()
                    .filter(problem -> problem.startsWith(name + " "))
                    .toList();
            problems.forEach(problem -> out.println("   ✘ " + problem));
        } while (!problems.isEmpty());
    }

    private String line() throws IOException {
        String line = in.readLine();
        if (line == null) throw new EOFException("The answers ended before the questions did.");
        return line;
    }

    private List<String> problems() {
        try {
            settings();
            return List.of();
        } catch (Config.InvalidException e) {
            return e.problems();
        }
    }

    private Config settings() {
        Map<String, String> variables = new HashMap<>(answers);
        variables.putAll(environment);
        return Config.from(variables);
    }

    private <T> T look(Function<Checkup, T> look) {
        Config config = settings();
        PublicUrl nowhere = PublicUrl.fixed(URI.create("http://localhost"));
        try (Checkup checkup = new Checkup(config, nowhere, Checkup.Java.running(), clock)) {
            return look.apply(checkup);
        }
    }

    private boolean isBad(Function<Checkup, Finding> look) {
        Finding finding = look(look);
        out.println("   " + finding.toText().replace("\n", "\n   "));
        return finding.isBad();
    }

    private void write(Path file) throws IOException {
        String text = answers.entrySet().stream()
                .filter(answer -> !answer.getValue().isEmpty())
                .map(answer -> answer.getKey() + "='" + answer.getValue() + "'\n")
                .collect(Collectors.joining("", "# Written by setup. .env.sample explains all that can be set.\n", ""));
        try (var channel = PrivateFile.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
        }
    }
}
