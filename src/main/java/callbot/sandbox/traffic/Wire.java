package callbot.sandbox.traffic;

import callbot.http.Request;
import callbot.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Remembers what went over the wire, and tells it to those who listen. */
public final class Wire {

    /** So many exchanges are remembered; then the oldest are forgotten. */
    public static final int MOST = 2_000;

    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<Exchange>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong begun = new AtomicLong();
    private final Clock clock;

    public Wire(Clock clock) {
        this.clock = clock;
    }

    /** Something begins now; whatever begins later gets a greater number. */
    public Begun begin() {
        return new Begun(begun.incrementAndGet(), clock.instant(), System.nanoTime());
    }

    /**
     * Somebody asked Webex.
     *
     * @param response the answer, absent if there was none
     * @param fault what went wrong with it because somebody wanted to see that; absent if nothing did
     */
    public void request(Begun begun, Request request, Optional<Response> response, Optional<String> fault) {
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.map(Response::headers)
                .orElse(Map.of())
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        record(new Exchange(
                begun.number(),
                begun.time(),
                Exchange.Direction.TO_WEBEX,
                request.method(),
                request.path() + query,
                request.headers(),
                request.text(),
                response.map(Response::status).orElse(0),
                headers,
                response.map(whole -> new String(whole.body(), StandardCharsets.UTF_8))
                        .orElse("(no answer)"),
                begun.elapsed(),
                fault));
    }

    /** What went over the wire so far, oldest first. */
    public List<Exchange> exchanges() {
        lock.lock();
        try {
            return List.copyOf(exchanges);
        } finally {
            lock.unlock();
        }
    }

    /** Tells every exchange from now on, on the thread on which it happened; runs until the returned handle is closed. */
    public Listening listen(Consumer<Exchange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Ends when it is closed. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {

        /** Ends the listening. */
        @Override
        void close();
    }

    public void record(Exchange exchange) {
        lock.lock();
        try {
            if (exchanges.size() == MOST) exchanges.removeFirst();
            exchanges.addLast(exchange);
        } finally {
            lock.unlock();
        }
        listeners.forEach(listener -> listener.accept(exchange));
    }
}
