package callbot.tunnel;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An ngrok that was started for the bot, and ends with it. */
final class NgrokProcess implements AutoCloseable {

    private static final Pattern ERROR = Pattern.compile("ERR_NGROK_(\\d+)");
    private static final Pattern API = Pattern.compile("starting web service.* addr=(\\S+)");

    /** The variables that ngrok needs. It does not get the others, as there are secrets among them. */
    private static final Pattern NEEDED = Pattern.compile(
            "PATH|HOME|USER|USERPROFILE|LOCALAPPDATA|APPDATA|SYSTEMROOT|TMPDIR"
                    + "|TEMP|LANG|TZ|XDG_CONFIG_HOME|SSL_CERT_FILE|SSL_CERT_DIR|NGROK_.*|HTTPS?_PROXY|NO_PROXY",
            CASE_INSENSITIVE);

    private static final int MAX_LINES = 10;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final System.Logger log = System.getLogger(NgrokProcess.class.getName());
    private final List<String> command;
    private final Map<String, String> variables;
    private final Deque<String> errors = new ConcurrentLinkedDeque<>();
    private volatile Optional<String> api = Optional.empty();
    private Optional<Running> running = Optional.empty();

    /** @param output reads what the process says, and ends after it */
    private record Running(Process process, Thread output) {}

    /** @param variables what it finds in its environment beside what every program needs */
    NgrokProcess(List<String> command, Map<String, String> variables) {
        this.command = List.copyOf(command);
        this.variables = Map.copyOf(variables);
    }

    synchronized void startIfNeeded() {
        if (isAlive()) return;
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment()
                    .keySet()
                    .removeIf(name -> !NEEDED.matcher(name).matches());
            builder.environment().putAll(variables);
            Process process = builder.start();
            errors.clear();
            api = Optional.empty();
            Thread output = Thread.ofVirtual().name("ngrok-output").start(() -> listen(process));
            running = Optional.of(new Running(process, output));
            log.log(Level.INFO, "event=tunnel.ngrok-started pid={0}", Long.toString(process.pid()));
        } catch (IOException e) {
            throw new TunnelException("There is no ngrok on this machine to reach the bot from outside. Install it from"
                    + " https://ngrok.com/download, or set WXC_CC_PUBLIC_URL to an address of your own.");
        }
    }

    synchronized boolean isAlive() {
        return running.map(now -> now.process().isAlive()).orElse(false);
    }

    /** Why there is no tunnel, in a sentence for the operator. */
    String explain() {
        awaitLastWords();
        String said = String.join(" ", errors);
        Matcher error = ERROR.matcher(said);
        return switch (error.find() ? error.group(1) : "") {
            case "105", "106", "107", "4018" ->
                "ngrok wants to know whose it is: run `ngrok config add-authtoken <token>` once, with the token from"
                        + " https://dashboard.ngrok.com, or set NGROK_AUTHTOKEN.";
            case "108" ->
                "Your ngrok account lets no more agents run, and others do, perhaps on another machine. End one of those that"
                        + " https://dashboard.ngrok.com/agents lists, or set WXC_CC_PUBLIC_URL to an address of your own.";
            case "334" ->
                "Another ngrok agent has the address of your account, perhaps on another machine. End it;"
                        + " https://dashboard.ngrok.com/agents lists it. Or set WXC_CC_PUBLIC_URL to an address of your own.";
            default -> "ngrok gave no tunnel" + (said.isEmpty() ? "." : ": " + said);
        };
    }

    /** Where it says that its local API is; absent if it has not said so. It takes another port where one is taken. */
    Optional<String> api() {
        return api;
    }

    @Override
    public synchronized void close() {
        running.map(Running::process).ifPresent(process -> {
            process.destroy();
            try {
                if (!process.waitFor(3, TimeUnit.SECONDS)) process.destroyForcibly();
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        });
        running = Optional.empty();
    }

    /** A process may be gone before what it said has been read. */
    private synchronized void awaitLastWords() {
        if (running.isEmpty() || isAlive()) return;
        try {
            running.get().output().join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** ngrok spreads one error over some ten lines, with the code near the end, and ends with empty ones. */
    private void keep(String line) {
        if (line.isEmpty()) return;
        errors.add(line);
        if (errors.size() > MAX_LINES) errors.poll();
    }

    private void listen(Process process) {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher web = API.matcher(line);
                if (web.find()) api = Optional.of(web.group(1));
                if (line.contains("ERR") || line.contains("error"))
                    keep(line.replace("ERROR:", "").strip());
            }
        } catch (IOException e) {
            log.log(Level.DEBUG, "event=tunnel.output-ended reason=\"{0}\"", e.getMessage());
        }
    }
}
