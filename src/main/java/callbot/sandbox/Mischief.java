package callbot.sandbox;

import callbot.http.Route;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.Exchange.Direction;
import java.util.List;
import java.util.function.Predicate;

/** What one can break on the page, and mend again. Whatever is broken is also said on the wire. */
final class Mischief {

    private static final Predicate<Exchange> UNDELIVERED =
            exchange -> exchange.direction() == Direction.TO_BOT && exchange.status() == 0;

    private final FakeWebex webex;
    private final FakeNgrok ngrok;
    private final int port;
    private final SandboxBot bot;
    private final WireScribe scribe;
    private final Marks marks;
    private final BadAnswers answers;
    private final BadTokens tokens;

    /**
     * Mischief in this sandbox.
     *
     * @param port where the bot listens
     */
    Mischief(FakeWebex webex, FakeNgrok ngrok, int port, SandboxBot bot, WirePage wire) {
        this.webex = webex;
        this.ngrok = ngrok;
        this.port = port;
        this.bot = bot;
        this.scribe = wire.scribe();
        this.marks = wire.marks();
        this.answers = new BadAnswers(webex.faults(), scribe);
        this.tokens = new BadTokens(webex, scribe, marks);
    }

    List<Route> routes() {
        return List.of(new Route("POST", "/fault", Door.act(this::act)));
    }

    /** What is broken just now, as JSON on one line. */
    String state() {
        Deliveries.State deliveries = webex.deliveries().state();
        return Json.object()
                .put("alive", bot.isAlive())
                .put(
                        "expected",
                        webex.faults().expected().stream().map(Mischief::json).toList())
                .put("copies", deliveries.copies())
                .put("holding", deliveries.holding())
                .put("heldBack", deliveries.heldBack())
                .toString();
    }

    private void act(Json wish) {
        String fault = wish.requireText("fault");
        switch (fault) {
            case "refuse" -> answers.refuse(wish);
            case "hang" -> answers.hang(wish);
            case "drop" -> answers.drop(wish);
            case "loseAnswer" -> answers.loseAnswer(wish);
            case "twice" -> twice();
            case "hold" -> hold();
            case "release" -> release("in order", webex.deliveries()::release);
            case "reverse" -> release("the newest first", webex.deliveries()::releaseReversed);
            case "forge" -> new Forgery(webex, port).happen(scribe);
            case "expire" -> tokens.expire(wish);
            case "revoke" -> tokens.revoke(wish);
            case "tunnel" -> moveTunnel();
            case "deactivate" -> deactivate();
            case "kill" -> kill();
            case "restart" -> restart();
            case "upkeep" -> attempt("looks after its webhooks and permissions", bot::upkeep);
            case "mend" -> mend();
            default -> throw Refusal.badRequest("There is no fault " + fault + ".");
        }
    }

    private void twice() {
        webex.deliveries().copies(2);
        scribe.remark("Broken on purpose", "From now on Webex delivers every event twice.");
    }

    private void hold() {
        webex.deliveries().holdBack();
        scribe.remark("Broken on purpose", "From now on Webex holds back what it has to deliver.");
    }

    private void release(String order, Runnable deed) {
        scribe.remark("Webex delivers", "What was held back is delivered now, " + order + ".");
        deed.run();
    }

    private void moveTunnel() {
        String url = ngrok.change(port);
        marks.put("old tunnel", UNDELIVERED.and(exchange -> !exchange.target().startsWith(url)));
        scribe.remark("Broken on purpose", "The tunnel has a new address, " + url + ". The old one leads nowhere.");
    }

    private void deactivate() {
        webex.deactivateWebhooks(webex.bot());
        scribe.remark("Broken on purpose", "Webex has switched off the bot’s webhooks, and tells nobody.");
    }

    private void kill() {
        bot.kill();
        marks.put("the bot is dead", UNDELIVERED.and(exchange -> !bot.isAlive()));
        scribe.remark(
                "The bot is dead", "It was killed in the middle of what it did. What is in the state file stays.");
    }

    private void restart() {
        scribe.remark("The bot starts", "It takes up what it finds in the state file.");
        attempt("starts", bot::start);
    }

    private void mend() {
        webex.faults().clear();
        webex.deliveries().copies(1);
        webex.deliveries().release();
        marks.clear();
        scribe.remark("All is mended", "Nothing goes wrong on purpose any more.");
        if (!bot.isAlive()) restart();
    }

    /** What may fail because something else is broken, which is then said on the page. */
    private static void attempt(String what, Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException e) {
            throw new IllegalStateException("The bot " + what + ", but fails: " + e.getMessage(), e);
        }
    }

    private static ObjectWriter json(Faults.Expected expected) {
        return Json.object()
                .put("left", expected.left())
                .put("path", expected.path())
                .put("what", expected.what());
    }
}
