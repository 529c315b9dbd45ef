package callbot.bench;

import callbot.json.Json;
import callbot.webex.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Clients that deliver signed webhooks, each the next one as soon as the last one was acknowledged. */
final class Load {

    private final int clients;
    private final Secret secret;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What one run gave; times in microseconds, sorted. */
    record Result(double perSecond, long[] micros, long failures) {

        double percentile(double share) {
            return micros[(int) Math.min(micros.length - 1, micros.length * share)] / 1000.0;
        }
    }

    Load(int clients, Secret secret) {
        this.clients = clients;
        this.secret = secret;
    }

    Result run(int port, Duration time) {
        ConcurrentLinkedQueue<Long> micros = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Integer> failures = new ConcurrentLinkedQueue<>();
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                threads.execute(() -> {
                    while (System.nanoTime() < end) {
                        long sent = System.nanoTime();
                        int status = deliver(port);
                        micros.add((System.nanoTime() - sent) / 1000);
                        if (status != 200) failures.add(status);
                    }
                });
            }
        }
        long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Result(sorted.length / ((System.nanoTime() - begun) / 1e9), sorted, failures.size());
    }

    /** Deliveries at an even pace, whether or not the ones before have been acknowledged. */
    Result paced(int port, int perSecond, Duration time) {
        ConcurrentLinkedQueue<Long> micros = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Integer> failures = new ConcurrentLinkedQueue<>();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < perSecond * time.toSeconds(); i++) {
                long due = begun + i * 1_000_000_000L / perSecond;
                LockSupport.parkNanos(due - System.nanoTime());
                threads.execute(() -> {
                    if (deliver(port) != 200) failures.add(1);
                    micros.add((System.nanoTime() - due) / 1000);
                });
            }
        }
        long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Result(sorted.length / ((System.nanoTime() - begun) / 1e9), sorted, failures.size());
    }

    static List<Result> joined(List<Result> first, List<Result> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** The medians over the rounds, and of the ratios round by round. */
    static String row(String name, List<Result> rounds, List<Result> baseline) {
        double[] ratios = new double[rounds.size()];
        Arrays.setAll(ratios, i -> baseline.get(i).perSecond() / rounds.get(i).perSecond());
        return String.format(
                Locale.ROOT,
                "%-14s %8.0f/s  p50 %6.2f ms  p99 %6.2f ms  %.2f times the bare handler's time  %d failures",
                name,
                median(rounds.stream().mapToDouble(Result::perSecond).toArray()),
                median(rounds.stream().mapToDouble(one -> one.percentile(0.5)).toArray()),
                median(rounds.stream().mapToDouble(one -> one.percentile(0.99)).toArray()),
                median(ratios),
                rounds.stream().mapToLong(Result::failures).sum());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private int deliver(int port) {
        String id = UUID.randomUUID().toString();
        byte[] body = Json.object()
                .put("resource", "messages")
                .put("event", "created")
                .put(
                        "data",
                        Json.object()
                                .put("id", id)
                                .put("roomId", "room " + id)
                                .put("roomType", "direct")
                                .put("personId", "person " + id)
                                .put("personEmail", "somebody@example.com"))
                .toBytes();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhook"))
                .header("X-Spark-Signature", sign(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private String sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
