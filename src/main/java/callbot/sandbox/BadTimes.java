package callbot.sandbox;

import callbot.sandbox.faults.Forgery;
import callbot.sandbox.faults.Trouble;
import callbot.sandbox.faults.Victim;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.traffic.Exchange.Direction;
import callbot.sandbox.webex.FakeWebex;
import callbot.sandbox.wire.Marks;
import callbot.sandbox.wire.WirePage;
import callbot.sandbox.wire.WireScribe;
import java.util.List;
import java.util.function.Predicate;

/** What may happen to the bot itself, and to the way that leads to it. */
final class BadTimes {

    private static final Predicate<Exchange> UNDELIVERED =
            exchange -> exchange.direction() == Direction.TO_BOT && exchange.status() == 0;

    private final SandboxBot bot;
    private final FakeWebex webex;
    private final FakeNgrok ngrok;
    private final int port;
    private final WireScribe scribe;
    private final Marks marks;

    /**
     * Bad times for this bot.
     *
     * @param port where it listens, and where the tunnel leads
     */
    BadTimes(SandboxBot bot, FakeWebex webex, FakeNgrok ngrok, int port, WirePage wire) {
        this.bot = bot;
        this.webex = webex;
        this.ngrok = ngrok;
        this.port = port;
        this.scribe = wire.scribe();
        this.marks = wire.marks();
    }

    /** The bot, with all that can be done to it. */
    Victim victim() {
        return new Victim(
                bot::isAlive,
                this::restart,
                List.of(
                        Trouble.of("kill", this::kill),
                        Trouble.of("restart", this::restart),
                        Trouble.of("upkeep", this::upkeep),
                        Trouble.of("tunnel", this::moveTunnel),
                        Trouble.of("forge", this::forge)));
    }

    /** Its threads stop in the middle of whatever they do. */
    private void kill() {
        bot.kill();
        marks.put("the bot is dead", UNDELIVERED.and(exchange -> !bot.isAlive()));
        scribe.remark(
                "The bot is dead", "It was killed in the middle of what it did. What is in the state file stays.");
    }

    /**
     * It starts on what it has left behind.
     *
     * @throws IllegalStateException if it cannot, perhaps because something else is broken
     */
    private void restart() {
        scribe.remark("The bot starts", "It takes up what it finds in the state file.");
        attempt("starts", bot::start);
    }

    /**
     * It does now what it does every few minutes.
     *
     * @throws IllegalStateException if it cannot, perhaps because something else is broken
     */
    private void upkeep() {
        attempt("looks after its webhooks and permissions", bot::upkeep);
    }

    /** The address at which it is known leads nowhere any more; there is another one. */
    private void moveTunnel() {
        String url = ngrok.change(port);
        marks.put("old tunnel", UNDELIVERED.and(exchange -> !exchange.target().startsWith(url)));
        scribe.remark("Broken on purpose", "The tunnel has a new address, " + url + ". The old one leads nowhere.");
    }

    /** Somebody pretends to be Webex. */
    private void forge() {
        new Forgery(webex, port).happen(scribe);
    }

    private static void attempt(String what, Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException e) {
            throw new IllegalStateException("The bot " + what + ", but fails: " + e.getMessage(), e);
        }
    }
}
