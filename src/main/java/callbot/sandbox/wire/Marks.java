package callbot.sandbox.wire;

import callbot.sandbox.traffic.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Which exchanges suffer from something that somebody has broken, where the exchange itself does not know. */
public final class Marks {

    private final List<Mark> marks = new CopyOnWriteArrayList<>();

    private record Mark(String fault, Predicate<Exchange> affected) {}

    /** From now on exchanges like these suffer from this fault. */
    public void put(String fault, Predicate<Exchange> affected) {
        marks.removeIf(mark -> mark.fault().equals(fault));
        marks.add(new Mark(fault, affected));
    }

    public void clear() {
        marks.clear();
    }

    /** The fault that this exchange suffers from; absent if it suffers from none. */
    Optional<String> of(Exchange exchange) {
        return exchange.fault()
                .or(() -> marks.stream()
                        .filter(mark -> mark.affected().test(exchange))
                        .map(Mark::fault)
                        .findFirst());
    }
}
