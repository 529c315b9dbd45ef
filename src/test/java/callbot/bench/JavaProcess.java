package callbot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Java program in a process of its own, seen from outside: how much of the processors and of the memory it takes. */
final class JavaProcess implements AutoCloseable {

    private static final Pattern FLAG = Pattern.compile("\"(-X[^\"]+)\"");

    private final Process process;

    /**
     * Starts one.
     *
     * @param directory where it runs, and where {@code output.txt} gets what it writes to the console
     * @param variables all that it finds in its environment
     */
    JavaProcess(List<String> arguments, Path directory, Map<String, String> variables) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.txt").toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** The flags with which the bot is shipped, on a machine that has as much memory as a small container. */
    static List<String> shippedFlags() throws IOException {
        String entryPoint = Files.readString(Path.of("Dockerfile")).replaceFirst("(?s).*ENTRYPOINT", "");
        return Stream.concat(
                        FLAG.matcher(entryPoint).results().map(flag -> flag.group(1)), Stream.of("-XX:MaxRAM=512m"))
                .toList();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The processor time that it has had, of all its threads together. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** How much of the memory it has, in MB; on Linux only. */
    long residentMb() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    /** Ends it in good order, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
