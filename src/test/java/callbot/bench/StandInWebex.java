package callbot.bench;

import callbot.json.Json;
import callbot.webex.Secret;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Webex for one bot under load. It costs next to nothing, so that the bot is measured and not the simulation: it knows the
 * bot, the webhooks that the bot registers, and messages that all say {@code /help}; it notes when each answer comes. It answers at
 * once, or after a while as if it were far away.
 */
final class StandInWebex implements AutoCloseable {

    static final String BOT_EMAIL = "bench@webex.bot";
    private static final String BOT = Json.object()
            .put("id", person(999_999))
            .put("emails", List.of(BOT_EMAIL))
            .put("displayName", "Bench")
            .put("type", "bot")
            .toString();

    private final ServerSocket listening = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Json> hooks = new ConcurrentHashMap<>();
    private final Map<Integer, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();
    private final AtomicInteger created = new AtomicInteger();
    private volatile Duration away = Duration.ZERO;

    StandInWebex() throws IOException {
        threads.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/v1";
    }

    /** Lets so much time pass from now on before each answer about a message. */
    void moveAway(Duration distance) {
        away = distance;
    }

    Duration distance() {
        return away;
    }

    static String person(int user) {
        return id("PEOPLE", user, 0);
    }

    static String room(int user) {
        return id("ROOM", user, 0);
    }

    static String message(int user, long number) {
        return id("MESSAGE", user, number);
    }

    /** An id as Webex writes them: the address of a thing in Base64, with a UUID at its end. */
    private static String id(String kind, int user, long number) {
        String address = "ciscospark://us/%s/%08d-0000-4000-8000-%012x".formatted(kind, user, number);
        return Base64.getEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.US_ASCII));
    }

    private static int userOf(String id) {
        String address = new String(Base64.getDecoder().decode(id), StandardCharsets.US_ASCII);
        int uuid = address.lastIndexOf('/') + 1;
        return Integer.parseInt(address.substring(uuid, uuid + 8));
    }

    /** With what the bot has registered its webhook for messages. */
    Secret messageSecret() {
        return hooks.values().stream()
                .filter(hook -> hook.requireText("resource").equals("messages"))
                .map(hook -> new Secret(hook.requireText("secret")))
                .findFirst()
                .orElseThrow();
    }

    /** When the next answer for this user comes ({@link System#nanoTime}); known as soon as the bot has been told that it came. */
    CompletableFuture<Long> nextAnswer(int user) {
        CompletableFuture<Long> answer = new CompletableFuture<>();
        awaited.put(user, answer);
        return answer;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listening.accept();
                connection.setTcpNoDelay(true);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException e) { // it has been closed
            threads.shutdown();
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            for (var request = HttpMessage.read(in); request.isPresent(); request = HttpMessage.read(in)) {
                long came = System.nanoTime();
                HttpMessage answer = answer(request.get());
                answer.write(connection.getOutputStream(), "Content-Type: application/json\r\n");
                if (request.get().firstLine().startsWith("POST /v1/messages ")) answered(request.get(), came);
            }
        } catch (IOException | InterruptedException e) { // the bot has gone, or all is over
            Thread.currentThread().interrupt();
        }
    }

    private void answered(HttpMessage request, long came) {
        CompletableFuture<Long> waiting = awaited.remove(recipient(request.text()));
        if (waiting != null) waiting.complete(came);
    }

    private HttpMessage answer(HttpMessage request) throws InterruptedException {
        String line = request.firstLine();
        if (line.startsWith("GET /v1/messages/")) {
            String id = request.target().substring("/v1/messages/".length());
            return later(written(id, userOf(id), "/help"));
        }
        if (line.startsWith("POST /v1/messages "))
            return later(written(message(0, 0), recipient(request.text()), "said"));
        if (line.startsWith("GET /v1/people/me ")) return ok(BOT);
        if (line.startsWith("GET /v1/webhooks"))
            return ok(Json.object().put("items", hooks.values()).toString());
        if (line.startsWith("POST /v1/webhooks "))
            return ok(registered(Json.parse(request.body())).toString());
        return new HttpMessage("HTTP/1.1 404 Not Found", new byte[0]);
    }

    private Json registered(Json wanted) {
        String id = "hook-" + created.incrementAndGet();
        var hook = Json.object().put("id", id).put("status", "active");
        wanted.names().forEach(name -> hook.put(name, wanted.at(name)));
        hooks.put(id, hook.toJson());
        return hook.toJson();
    }

    private HttpMessage later(HttpMessage answer) throws InterruptedException {
        if (away.isPositive()) Thread.sleep(away);
        return answer;
    }

    private static HttpMessage written(String id, int user, String text) {
        return ok("{\"id\":\"" + id + "\",\"roomId\":\"" + room(user) + "\",\"roomType\":\"direct\",\"text\":\"" + text
                + "\",\"personId\":\"" + person(user) + "\",\"personEmail\":\"" + user + "@example.com\",\"created\":\""
                + Instant.now() + "\"}");
    }

    /** To whom a message of the bot's goes, whether it names the person or the room. */
    private static int recipient(String message) {
        String field = message.contains("\"toPersonId\":\"") ? "\"toPersonId\":\"" : "\"roomId\":\"";
        int begin = message.indexOf(field) + field.length();
        return userOf(message.substring(begin, message.indexOf('"', begin)));
    }

    private static HttpMessage ok(String json) {
        return new HttpMessage("HTTP/1.1 200 OK", json.getBytes(StandardCharsets.UTF_8));
    }
}
