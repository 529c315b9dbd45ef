package callbot.crash;

import callbot.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bot as it is run for real, in a process of its own; a debugger can be attached to it. */
final class ChildBot implements AutoCloseable {

    private static final Pattern DEBUGGER = Pattern.compile("Listening for transport dt_socket at address: (\\d+)");

    private final Process process;
    private final Path log;

    private ChildBot(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it in this directory, and waits until it has taken over what was left undone. */
    static ChildBot start(Path directory, Map<String, String> environment) {
        try {
            Path log = Files.createTempFile(directory, "bot", ".log");
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            "callbot.Main")
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            ChildBot bot = new ChildBot(process, log);
            Eventually.isTrue("the bot is ready; see " + log, () -> !process.isAlive() || bot.isReady());
            if (!process.isAlive()) throw new IllegalStateException("the bot has ended:\n" + bot.output());
            return bot;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a debugger reaches it. */
    int debuggerPort() {
        Matcher port = DEBUGGER.matcher(output());
        return Optional.of(port)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .orElseThrow(() -> new IllegalStateException("no debugger is let in:\n" + output()));
    }

    long pid() {
        return process.pid();
    }

    /** Ends it with SIGKILL: nothing in it runs any more. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private boolean isReady() {
        return output().contains("event=bot.ready");
    }

    private String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
