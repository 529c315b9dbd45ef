package callbot.bench;

import callbot.card.Card;
import callbot.card.Element;
import callbot.json.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is left of a chat bot when it need not keep its word: it verifies the signature, fetches the message, and answers
 * {@code /help}. It writes nothing down, repeats nothing, bounds nothing, keeps no order, and does things twice or not at all. What
 * another bot takes beyond this is what its promises cost.
 */
final class BareBot {

    private static final String SECRET = "the secret of the bare bot's webhook";

    /** As much text as callbot's answer to {@code /help} has, and a card that says as much again: some 4.7 KB in all. */
    private static final String HELP = "`/help [command]` says what this bot understands.\n".repeat(28);

    private static final Json CARD = Json.object()
            .put("contentType", "application/vnd.microsoft.card.adaptive")
            .put("content", new Card(List.of(new Element.Facts(facts()))).toJson())
            .toJson();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final String webex;

    private BareBot(String webex) {
        this.webex = webex;
    }

    /** Runs it, with the same variables as the bot. */
    public static void main(String[] arguments) throws Exception {
        BareBot bot = new BareBot(System.getenv("WEBEX_API_URL"));
        int port = Integer.parseInt(System.getenv("PORT"));
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "2000"); // else it hangs up on some of 500 users
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/webhook", bot::delivered);
        server.createContext("/ready", exchange -> acknowledge(exchange, 200));
        Json hook = Json.object()
                .put("name", "bare")
                .put("resource", "messages")
                .put("event", "created")
                .put("targetUrl", "http://127.0.0.1:" + port + "/webhook")
                .put("secret", SECRET)
                .toJson();
        bot.post("/webhooks", hook.toString());
        server.start();
    }

    private void delivered(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean signed = isSigned(body, exchange.getRequestHeaders().getFirst("X-Spark-Signature"));
        acknowledge(exchange, signed ? 200 : 401);
        if (signed) answer(Json.parse(body).at("data").requireText("id"));
    }

    private void answer(String messageId) throws IOException {
        HttpRequest get = HttpRequest.newBuilder(URI.create(webex + "/messages/" + messageId))
                .header("Authorization", "Bearer token")
                .build();
        Json message = Json.parse(send(get));
        if (!message.requireText("text").equals("/help")) return;
        post(
                "/messages",
                Json.object()
                        .put("roomId", message.requireText("roomId"))
                        .put("markdown", HELP)
                        .put("attachments", List.of(CARD))
                        .toString());
    }

    private void post(String path, String json) throws IOException {
        send(HttpRequest.newBuilder(URI.create(webex + path))
                .header("Authorization", "Bearer token")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private byte[] send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofByteArray()).body();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void acknowledge(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 10; i < 44; i++) facts.put("/command" + i, "what this one does for you, in a short sentence");
        return facts;
    }

    private static boolean isSigned(byte[] body, String given) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return MessageDigest.isEqual(mac.doFinal(body), HexFormat.of().parseHex(given));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
