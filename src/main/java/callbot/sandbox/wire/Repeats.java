package callbot.sandbox.wire;

import callbot.sandbox.traffic.Exchange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Remembers what was tried in vain, and so knows when it is tried again. */
final class Repeats {

    private static final int MEMORY = 500;

    private final LinkedHashSet<List<Object>> failed = new LinkedHashSet<>();

    /** Whether the same has been tried before for this piece of work, and has not succeeded since. */
    boolean isOne(Exchange exchange, Optional<String> command) {
        List<Object> same =
                List.of(command, exchange.direction(), exchange.method(), exchange.target(), exchange.requestBody());
        boolean again = failed.remove(same);
        if (!isGood(exchange)) failed.add(same);
        if (failed.size() > MEMORY) failed.removeFirst();
        return again;
    }

    /** Whether the answer is as wished. */
    static boolean isGood(Exchange exchange) {
        return exchange.status() >= 200 && exchange.status() < 400;
    }
}
