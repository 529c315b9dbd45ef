package callbot.chat.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;

/** Remembers for whom something has been done within the last hour; the newest ten thousand of them, whatever comes. */
final class OnceAnHour {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final LinkedHashMap<String, Instant> done = new LinkedHashMap<>();
    private final Clock clock;

    OnceAnHour(Clock clock) {
        this.clock = clock;
    }

    /** Whether this is the first time for this one within an hour. */
    synchronized boolean isFirst(String who) {
        Instant now = clock.instant();
        while (!done.isEmpty() && isOver(done.firstEntry().getValue(), now)) done.pollFirstEntry();
        if (done.putIfAbsent(who, now) != null) return false;
        if (done.size() > MOST) done.pollFirstEntry();
        return true;
    }

    private static boolean isOver(Instant begun, Instant now) {
        return !begun.plus(HOUR).isAfter(now);
    }
}
