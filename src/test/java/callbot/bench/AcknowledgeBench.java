package callbot.bench;

import callbot.http.Response;
import callbot.http.Route;
import callbot.http.WebServer;
import callbot.json.Json;
import callbot.store.FileStateStore;
import callbot.store.RedisStateStore;
import callbot.store.StateStore;
import callbot.trace.Tracer;
import callbot.webex.Secret;
import callbot.webhook.HookKeys;
import callbot.webhook.Inbox;
import callbot.webhook.Instances;
import callbot.webhook.Mailboxes;
import callbot.webhook.Signature;
import callbot.webhook.WebhookEndpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How fast webhooks are acknowledged, against a handler that verifies the same signature and does nothing else, in turns in
 * the same run. With the address of a Redis as its argument, Redis takes part.
 */
public final class AcknowledgeBench {

    private static final int ROUNDS = 5;
    private static final int CLIENTS = 32;
    private static final int PACE = 500;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(3);
    private static final Secret TOKEN = new Secret("the bot's token");

    private AcknowledgeBench() {}

    /** Runs it; takes some two minutes. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("callbot-bench");
        Map<String, WebServer> contenders = new LinkedHashMap<>();
        contenders.put("bare handler", bare());
        contenders.put("bot on file", bot(FileStateStore.open(directory.resolve("state.json"), Clock.systemUTC())));
        if (arguments.length > 0 && !arguments[0].isBlank()) {
            contenders.put(
                    "bot on Redis",
                    bot(RedisStateStore.at(URI.create(arguments[0]), true).connected()));
        }
        Secret secret = new HookKeys(TOKEN, "bench").botSecret();
        Load load = new Load(CLIENTS, secret);
        for (WebServer contender : contenders.values()) load.run(contender.port(), WARM_UP);
        Map<String, List<Load.Result>> results = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var contender : contenders.entrySet()) {
                Load.Result result = load.run(contender.getValue().port(), MEASURED);
                results.merge(contender.getKey(), List.of(result), Load::joined);
            }
        }
        results.forEach((name, rounds) -> System.out.println(Load.row(name, rounds, results.get("bare handler"))));
        contenders.forEach((name, server) -> {
            Load.Result result = load.paced(server.port(), PACE, MEASURED.multipliedBy(2));
            System.out.printf(
                    "%-14s at %d/s: p50 %.2f ms, p99 %.2f ms, %d failures%n",
                    name, PACE, result.percentile(0.5), result.percentile(0.99), result.failures());
        });
        contenders.values().forEach(WebServer::close);
        System.exit(0);
    }

    private static WebServer bare() throws IOException {
        Signature signature = new Signature(new HookKeys(TOKEN, "bench").botSecret());
        return serve(new Route("POST", "/webhook", request -> {
            boolean signed = signature.matches(request.body(), request.header("X-Spark-Signature"), Optional.empty());
            return Response.empty(signed && Json.parse(request.body()).isObject() ? 200 : 401);
        }));
    }

    private static WebServer bot(StateStore store) throws IOException {
        HookKeys keys = new HookKeys(TOKEN, "bench");
        Instances instances = new Instances(store, Long.toHexString(new SecureRandom().nextLong()));
        Inbox inbox = new Inbox(
                store, instances, Clock.systemUTC(), new Mailboxes(), new Tracer(Clock.systemUTC()), delivery -> {});
        WebhookEndpoint endpoint = new WebhookEndpoint(keys, "the bot", inbox);
        return serve(new Route("POST", "/webhook", endpoint::bot));
    }

    private static WebServer serve(Route route) throws IOException {
        return WebServer.start("127.0.0.1", 0, List.of(route));
    }
}
