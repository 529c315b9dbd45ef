package callbot.sandbox.wire;

import callbot.json.Json;
import callbot.sandbox.traffic.Begun;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.traffic.Wire;
import callbot.sandbox.wire.Explanations.Explained;
import callbot.sandbox.wire.WireLine.Arrow;
import callbot.sandbox.wire.WireLine.Lane;
import callbot.sandbox.wire.WireLine.Meaning;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Writes the lines of the wire: what goes over it, what the bot writes down, and what one should know in between. */
public final class WireScribe {

    private final Wire wire;
    private final WireLog log;
    private final WireDetails details;
    private final Labels labels;
    private final Marks marks;
    private final Explanations explanations = new Explanations();
    private final Correlation correlation;
    private final CallSessions sessions = new CallSessions();
    private final Repeats repeats = new Repeats();
    private final ReentrantLock lock = new ReentrantLock();

    WireScribe(Wire wire, WireLog log, Masks masks, Labels labels, Marks marks, EventNames names) {
        this.wire = wire;
        this.log = log;
        this.details = new WireDetails(masks);
        this.labels = labels;
        this.marks = marks;
        this.correlation = new Correlation(names);
    }

    /** Something went over the wire. */
    public void exchange(Exchange exchange) {
        lock.lock();
        try {
            log.add(line(exchange), () -> details.of(exchange));
            correlation.ownMessage(exchange).ifPresent(own -> log.move(own.event(), own.command()));
        } finally {
            lock.unlock();
        }
    }

    /** The bot has written something down. */
    public void change(StoreChange change) {
        Explained explained =
                explanations.of(change).orElseGet(() -> unexplained(change.kind() + ": " + change.operation()));
        Begun begun = change.begun();
        Arrow arrow = new Arrow(
                Lane.BOT, Lane.STORE, explained.what(), change.happened() ? "" : "no change", true, change.duration());
        log.add(
                new WireLine(
                        begun.number(),
                        begun.time(),
                        Optional.of(arrow),
                        explained.meaning(),
                        correlation.of(change),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        false),
                () -> details.of(change));
    }

    /** Something that happened to everybody. */
    public void remark(String name, String says) {
        Begun begun = wire.begin();
        log.add(
                new WireLine(
                        begun.number(),
                        begun.time(),
                        Optional.empty(),
                        new Meaning(name, says),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        false),
                Json::object);
    }

    private WireLine line(Exchange exchange) {
        Explained explained = explanations
                .of(exchange)
                .orElseGet(() -> unexplained(exchange.method() + " " + Explanations.path(exchange)));
        Optional<String> command = correlation.of(exchange);
        return new WireLine(
                exchange.number(),
                exchange.time(),
                Optional.of(arrow(exchange, explained.what())),
                explained.meaning(),
                command,
                labels.of(exchange),
                sessions.of(exchange),
                marks.of(exchange),
                repeats.isOne(exchange, command));
    }

    private static Arrow arrow(Exchange exchange, String what) {
        boolean delivery = exchange.direction() == Exchange.Direction.TO_BOT;
        Lane asker = Explanations.path(exchange).equals("/authorize") ? Lane.BROWSER : Lane.BOT;
        String outcome = exchange.status() == 0 ? "no answer" : Integer.toString(exchange.status());
        Duration duration = exchange.duration();
        return new Arrow(
                delivery ? Lane.WEBEX : asker,
                delivery ? Lane.BOT : Lane.WEBEX,
                what,
                outcome,
                Repeats.isGood(exchange),
                duration);
    }

    private static Explained unexplained(String what) {
        return new Explained(what.replaceAll("[^/ ]{30,}", "…"), new Meaning("", ""));
    }
}
