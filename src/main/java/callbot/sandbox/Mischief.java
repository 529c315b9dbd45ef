package callbot.sandbox;

import callbot.http.Route;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.util.List;
import java.util.Optional;

/** What one can break on the page, and mend again. Whatever is broken is also said on the wire. */
final class Mischief {

    private final FakeWebex webex;
    private final Optional<BadTimes> bot;
    private final WireScribe scribe;
    private final Marks marks;
    private final BadAnswers answers;
    private final BadTokens tokens;

    /**
     * Mischief with this Webex.
     *
     * @param bot what can be done to the bot itself, absent if it is somebody else's
     */
    Mischief(FakeWebex webex, WirePage wire, Optional<BadTimes> bot) {
        this.webex = webex;
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
                .put("alive", bot.map(BadTimes::isAlive))
                .put(
                        "expected",
                        webex.faults().expected().stream().map(Mischief::json).toList())
                .put("copies", deliveries.copies())
                .put("holding", deliveries.holding())
                .put("heldBack", deliveries.heldBack())
                .put("edits", webex.habits().editsOfCards())
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
            case "forge" -> bot().forge(webex);
            case "expire" -> tokens.expire(wish);
            case "revoke" -> tokens.revoke(wish);
            case "tunnel" -> bot().moveTunnel();
            case "deactivate" -> deactivate();
            case "edits" -> edits(wish.flag("allowed"));
            case "kill" -> bot().kill();
            case "restart" -> bot().restart();
            case "upkeep" -> bot().upkeep();
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

    private void deactivate() {
        webex.deactivateWebhooks(webex.bot());
        scribe.remark("Broken on purpose", "Webex has switched off the bot’s webhooks, and tells nobody.");
    }

    private void edits(boolean allowed) {
        webex.editsOfCards(allowed);
        scribe.remark(
                "Webex has changed its mind",
                allowed
                        ? "A message with a card may be edited now."
                        : "A message with a card cannot be edited any more.");
    }

    private void mend() {
        webex.faults().clear();
        webex.deliveries().copies(1);
        webex.deliveries().release();
        webex.editsOfCards(false);
        marks.clear();
        scribe.remark("All is mended", "Nothing goes wrong on purpose any more.");
        bot.filter(one -> !one.isAlive()).ifPresent(BadTimes::restart);
    }

    private BadTimes bot() {
        return bot.orElseThrow(() -> Refusal.badRequest("The bot is not ours here."));
    }

    private static ObjectWriter json(Faults.Expected expected) {
        return Json.object()
                .put("left", expected.left())
                .put("path", expected.path())
                .put("what", expected.what());
    }
}
