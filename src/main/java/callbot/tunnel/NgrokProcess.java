package callbot.tunnel;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An ngrok that was started for the bot, and ends with it. */
final class NgrokProcess implements AutoCloseable {

    private final System.Logger log = System.getLogger(NgrokProcess.class.getName());
    private final List<String> command;
    private Optional<Process> running = Optional.empty();
    private volatile String lastError = "";

    NgrokProcess(List<String> command) {
        this.command = List.copyOf(command);
    }

    synchronized void startIfNeeded() {
        if (isAlive()) return;
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            Thread.ofVirtual().name("ngrok-output").start(() -> listen(process));
            running = Optional.of(process);
            log.log(Level.INFO, "event=tunnel.ngrok-started pid={0}", Long.toString(process.pid()));
        } catch (IOException e) {
            throw new TunnelException("There is no ngrok on this machine to reach the bot from outside. Install it from"
                    + " https://ngrok.com/download, or set WXC_CC_PUBLIC_URL to an address of your own.");
        }
    }

    synchronized boolean isAlive() {
        return running.map(Process::isAlive).orElse(false);
    }

    String explain() {
        if (lastError.contains("ERR_NGROK_4018") || lastError.contains("ERR_NGROK_105")) {
            return "ngrok wants to know whose it is: run `ngrok config add-authtoken <token>` once, with the token from"
                    + " https://dashboard.ngrok.com, or set NGROK_AUTHTOKEN.";
        }
        return "ngrok gave no tunnel" + (lastError.isEmpty() ? "." : ": " + lastError);
    }

    @Override
    public synchronized void close() {
        running.ifPresent(process -> {
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

    private void listen(Process process) {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.contains("ERR") || line.contains("error")) lastError = line.strip();
            }
        } catch (IOException e) {
            log.log(Level.DEBUG, "event=tunnel.output-ended reason=\"{0}\"", e.getMessage());
        }
    }
}
