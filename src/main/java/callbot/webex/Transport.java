package callbot.webex;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One HTTP exchange with Webex, bounded in time, in size and in number. It speaks HTTP/1.1: over one HTTP/2 connection the
 * JDK's client fails above some 100 concurrent requests instead of waiting.
 */
final class Transport implements AutoCloseable {

    private static final int MAX_ANSWER = 1 << 20;
    private static final int MAX_CONCURRENT = 512;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    /**
     * For how many seconds an idle connection is used again. What is at the other end may close it without a word that reaches
     * us, and a command sent into a dead connection may or may not have been taken; so none is kept for as long as that takes. The
     * JDK may notice a second late that the time is over: it looks every three seconds, unless something happens.
     */
    private static final String IDLE_LIMIT = "2";

    /** The JDK reads it once, when its client is first used. Who sets it on the command line wins. */
    private static final String IDLE_LIMIT_OF_THE_JDK = "jdk.httpclient.keepalive.timeout";

    private final HttpClient http;
    private final Duration limit;
    private final Semaphore slots = new Semaphore(MAX_CONCURRENT);

    /** A transport whose exchanges end within this time, the body included. */
    Transport(Duration limit) {
        if (System.getProperty(IDLE_LIMIT_OF_THE_JDK) == null) System.setProperty(IDLE_LIMIT_OF_THE_JDK, IDLE_LIMIT);
        this.limit = limit;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /**
     * Sends the request and waits for the whole answer, body included: the time limit of {@link HttpRequest} would end with the
     * headers, and cost a timer of its own.
     *
     * @throws ConnectException if no connection came about, so that nothing was sent
     * @throws IOException if the answer did not come, or not whole
     */
    HttpResponse<byte[]> exchange(WebexRequest request, String trackingId) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        if (!slots.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new ConnectException("too many requests are under way");
        }
        try {
            return await(http.sendAsync(request.toHttp(trackingId), headers -> new LimitedBody(MAX_ANSWER)), end);
        } finally {
            slots.release();
        }
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer, long end)
            throws IOException, InterruptedException {
        try {
            return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no answer within " + limit.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            answer.cancel(true); // which does nothing to one that is there
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
