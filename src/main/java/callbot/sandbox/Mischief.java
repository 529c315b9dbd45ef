package callbot.sandbox;

import callbot.http.Route;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.Exchange.Direction;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What one can break on the page, and mend again. Whatever is broken is also said on the wire. */
final class Mischief {

    private static final int MOST_TIMES = 20;
    private static final int LONGEST_WAIT = 60;

    private static final Predicate<Exchange> UNDELIVERED =
            exchange -> exchange.direction() == Direction.TO_BOT && exchange.status() == 0;

    private final FakeWebex webex;
    private final FakeNgrok ngrok;
    private final int port;
    private final SandboxBot bot;
    private final WireScribe scribe;
    private final Marks marks;

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
            case "refuse" -> refuse(wish);
            case "hang" -> spoil(wish, "not be answered", next(wish)::hang);
            case "drop" -> spoil(wish, "lose their connection", next(wish)::drop);
            case "loseAnswer" -> spoil(wish, "be done, but the answer is lost", next(wish)::loseAnswer);
            case "twice" -> twice();
            case "hold" -> hold();
            case "release" -> release("in order", webex.deliveries()::release);
            case "reverse" -> release("the newest first", webex.deliveries()::releaseReversed);
            case "forge" -> new Forgery(webex, port).happen(scribe);
            case "expire" -> expire(user(wish));
            case "revoke" -> revoke(user(wish));
            case "tunnel" -> moveTunnel();
            case "deactivate" -> deactivate();
            case "kill" -> kill();
            case "restart" -> restart();
            case "upkeep" -> attempt("looks after its webhooks and permissions", bot::upkeep);
            case "mend" -> mend();
            default -> throw Refusal.badRequest("There is no fault " + fault + ".");
        }
    }

    private void refuse(Json wish) {
        int status = number(wish, "status", 599);
        Map<String, String> headers = status == 429
                ? Map.of("Retry-After", Integer.toString(number(wish, "retryAfter", LONGEST_WAIT)))
                : Map.of();
        spoil(wish, "be refused with " + status, () -> next(wish).answer(status, headers));
    }

    private void spoil(Json wish, String how, Runnable deed) {
        deed.run();
        int times = number(wish, "times", MOST_TIMES);
        String which = path(wish).isEmpty() ? "to Webex" : "to " + path(wish) + "…";
        scribe.remark(
                "You broke something",
                (times == 1 ? "The next request " : "The next " + times + " requests ") + which + " will " + how + ".");
    }

    private Faults.Matching next(Json wish) {
        return webex.faults().next(number(wish, "times", MOST_TIMES), path(wish));
    }

    private void twice() {
        webex.deliveries().copies(2);
        scribe.remark("You broke something", "From now on Webex delivers every event twice.");
    }

    private void hold() {
        webex.deliveries().holdBack();
        scribe.remark("You broke something", "From now on Webex holds back what it has to deliver.");
    }

    private void release(String order, Runnable deed) {
        scribe.remark("Webex delivers", "What was held back is delivered now, " + order + ".");
        deed.run();
    }

    private void expire(Person person) {
        requireTokens(person);
        webex.tokens().expire(person);
        marks.put("token has run out", exchange -> exchange.status() == 401);
        scribe.remark("You broke something", person.displayName() + "’s access token has run out before its time.");
    }

    private void revoke(Person person) {
        requireTokens(person);
        webex.tokens().revoke(person);
        marks.put("permission withdrawn", exchange -> exchange.status() == 401 || isRefusedGrant(exchange));
        scribe.remark("You broke something", person.displayName() + " has withdrawn the permission at Webex.");
    }

    private void requireTokens(Person person) {
        if (!webex.tokens().isHolder(person)) {
            throw new IllegalStateException(
                    person.displayName() + " has given no permission yet: write /auth in the chat and sign in first.");
        }
    }

    private void moveTunnel() {
        String url = ngrok.change(port);
        marks.put("old tunnel", UNDELIVERED.and(exchange -> !exchange.target().startsWith(url)));
        scribe.remark("You broke something", "The tunnel has a new address, " + url + ". The old one leads nowhere.");
    }

    private void deactivate() {
        webex.deactivateWebhooks(webex.bot());
        scribe.remark("You broke something", "Webex has switched off the bot’s webhooks, and tells nobody.");
    }

    private void kill() {
        bot.kill();
        marks.put("the bot is dead", UNDELIVERED.and(exchange -> !bot.isAlive()));
        scribe.remark(
                "The bot is dead", "It was killed in the middle of what it did. What is in the state file stays.");
    }

    private void restart() {
        scribe.remark("The bot is started", "It begins with what it finds in the state file.");
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

    private Person user(Json wish) {
        String who = wish.requireText("who");
        return switch (who) {
            case "alice" -> webex.alice().person();
            case "bob" -> webex.bob().person();
            default -> throw Refusal.badRequest("There is no " + who + ".");
        };
    }

    private static boolean isRefusedGrant(Exchange exchange) {
        return exchange.status() == 400 && Explanations.path(exchange).equals("/access_token");
    }

    private static int number(Json wish, String field, int most) {
        long number = wish.number(field).orElse(1L);
        if (number < 1 || number > most) {
            throw Refusal.badRequest("“" + field + "” is a number from 1 to " + most + ".");
        }
        return (int) number;
    }

    private static String path(Json wish) {
        return wish.text("path").orElse("");
    }

    private static ObjectWriter json(Faults.Expected expected) {
        return Json.object()
                .put("left", expected.left())
                .put("path", expected.path())
                .put("what", expected.what());
    }
}
