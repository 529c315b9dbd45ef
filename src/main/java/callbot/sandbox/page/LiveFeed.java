package callbot.sandbox.page;

import callbot.sandbox.web.Answer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Sends the state to every open page, now and whenever it changes, as server-sent events. */
final class LiveFeed {

    /** After so long without news a comment is sent, which shows whether the page is still there. */
    private static final long HEARTBEAT_SECONDS = 10;

    private final Supplier<String> state;
    private final List<Semaphore> pages = new CopyOnWriteArrayList<>();

    LiveFeed(Supplier<String> state) {
        this.state = state;
    }

    /** Something may have changed. */
    void wake() {
        pages.forEach(Semaphore::release);
    }

    /** The feed of one page, which ends when the page goes. */
    Answer open() {
        return new Answer.Events(this::tell);
    }

    private void tell(Answer.Page page) throws IOException, InterruptedException {
        Semaphore news = new Semaphore(0);
        pages.add(news);
        try {
            String last = "";
            while (true) {
                news.drainPermits();
                String now = state.get();
                page.send(now.equals(last) ? ":\n\n" : "data: " + now + "\n\n");
                last = now;
                if (news.tryAcquire(HEARTBEAT_SECONDS, TimeUnit.SECONDS)) news.drainPermits();
            }
        } finally {
            pages.remove(news);
        }
    }
}
