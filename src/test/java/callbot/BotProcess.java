package callbot;

import callbot.http.Request;
import callbot.http.Response;
import callbot.testing.RealRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The bot as a process of its own, with a port, a directory, and what it writes to the console in a file. */
final class BotProcess implements AutoCloseable {

    private final int port = RealRedis.freePort();
    private final Path output;
    private final Process process;

    private BotProcess(Map<String, String> variables, List<String> flags) throws IOException {
        Path directory = Files.createTempDirectory("callbot-process");
        output = directory.resolve("output.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(flags);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), Main.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        builder.environment().put("PORT", Integer.toString(port));
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Starts one with these variables, and with these flags for its JVM; it is not ready yet when this returns. */
    static BotProcess start(Map<String, String> variables, String... flags) {
        try {
            return new BotProcess(variables, List.of(flags));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isReady(Visitor visitor) {
        try {
            return visitor.open(address("/ready")).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Brings it this request as it is, and its answer back. */
    Response forward(Visitor visitor, Request request) {
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        HttpRequest.Builder same = HttpRequest.newBuilder(address(request.path() + query))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.header("X-Spark-Signature").ifPresent(value -> same.header("X-Spark-Signature", value));
        HttpResponse<String> answer = visitor.send(same.build());
        return Response.of(answer.statusCode(), "text/plain", answer.body());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Where it listens. */
    int port() {
        return port;
    }

    /** Ends it with SIGKILL. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Ends it with SIGTERM, and does not wait. */
    void askToEnd() {
        process.destroy();
    }

    /** The exit status, when there is one. */
    int awaitEnd() {
        try {
            if (process.waitFor(30, TimeUnit.SECONDS)) return process.exitValue();
            throw new IllegalStateException("it does not end: " + output());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it has written to the console. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "see " + output;
    }

    @Override
    public void close() {
        kill();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
