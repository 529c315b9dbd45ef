package callbot.tunnel;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** An ngrok that was started for the bot, and ends with it. */
final class NgrokProcess implements AutoCloseable {

    private static final Pattern UNKNOWN_OWNER = Pattern.compile("ERR_NGROK_(4018|105)\\b");
    private static final int MAX_LINES = 10;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final System.Logger log = System.getLogger(NgrokProcess.class.getName());
    private final List<String> command;
    private final Deque<String> errors = new ConcurrentLinkedDeque<>();
    private Optional<Running> running = Optional.empty();

    /** @param output reads what the process says, and ends after it */
    private record Running(Process process, Thread output) {}

    NgrokProcess(List<String> command) {
        this.command = List.copyOf(command);
    }

    synchronized void startIfNeeded() {
        if (isAlive()) return;
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            errors.clear();
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
        if (UNKNOWN_OWNER.matcher(said).find()) {
            return "ngrok wants to know whose it is: run `ngrok config add-authtoken <token>` once, with the token from"
                    + " https://dashboard.ngrok.com, or set NGROK_AUTHTOKEN.";
        }
        return "ngrok gave no tunnel" + (said.isEmpty() ? "." : ": " + said);
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
                if (line.contains("ERR") || line.contains("error"))
                    keep(line.replace("ERROR:", "").strip());
            }
        } catch (IOException e) {
            log.log(Level.DEBUG, "event=tunnel.output-ended reason=\"{0}\"", e.getMessage());
        }
    }
}
