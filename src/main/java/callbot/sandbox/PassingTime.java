package callbot.sandbox;

import callbot.sandbox.webex.FakeWebex;
import java.time.Duration;

/** Has time pass for the phones that ring, for whoever tries them by hand. */
final class PassingTime implements AutoCloseable {

    private static final Duration STEP = Duration.ofSeconds(1);

    private final Thread thread;

    private PassingTime(Thread thread) {
        this.thread = thread;
    }

    static PassingTime of(FakeWebex webex) {
        return new PassingTime(Thread.ofVirtual().name("passing-time").start(() -> pass(webex)));
    }

    private static void pass(FakeWebex webex) {
        try {
            while (true) {
                Thread.sleep(STEP);
                webex.telephony().ringOn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it stops
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
