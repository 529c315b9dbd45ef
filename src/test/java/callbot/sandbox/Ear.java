package callbot.sandbox;

import callbot.http.Request;
import callbot.http.Response;
import callbot.http.Route;
import callbot.http.WebServer;
import callbot.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Where webhooks are delivered to in tests. */
public final class Ear implements AutoCloseable {

    private final BlockingQueue<Request> heard = new LinkedBlockingQueue<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean hanging;
    private WebServer server;

    public static Ear open() throws IOException {
        return openAt("127.0.0.1");
    }

    /** Listens at this address of this machine alone. */
    public static Ear openAt(String address) throws IOException {
        Ear ear = new Ear();
        ear.server = WebServer.start(address, 0, List.of(new Route("POST", "/hook", ear::hear)));
        return ear;
    }

    public int port() {
        return server.port();
    }

    public String url() {
        return "http://127.0.0.1:" + server.port() + "/hook";
    }

    /** Answers with this status from now on. */
    public void answer(int status) {
        this.status.set(status);
    }

    /** Hears what comes from now on, but never answers. */
    public void hang() {
        hanging = true;
    }

    public Request next() throws InterruptedException {
        Request request = heard.poll(10, TimeUnit.SECONDS);
        if (request == null) throw new AssertionError("nothing was delivered");
        return request;
    }

    public Json nextEvent() throws InterruptedException {
        return Json.parse(next().body());
    }

    /** So many events, in whatever order they came. */
    public List<Json> events(int count) throws InterruptedException {
        List<Json> events = new ArrayList<>();
        for (int i = 0; i < count; i++) events.add(nextEvent());
        return events;
    }

    /** What has been delivered and not been taken. */
    public int left() {
        return heard.size();
    }

    @Override
    public void close() {
        closed.countDown();
        server.close();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Response hear(Request request) {
        heard.add(request);
        if (hanging) awaitClose();
        return Response.empty(status.get());
    }
}
