package callbot;

import callbot.upkeep.CardCare;
import callbot.upkeep.CatchUp;
import callbot.upkeep.Position;
import callbot.upkeep.QuietCare;
import callbot.upkeep.Upkeep;
import callbot.webhook.Inbox;
import callbot.webhook.Instances;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What the bot does by itself: once when it starts, and then again and again. */
final class Routine {

    private final Rounds rounds = new Rounds();
    private final boolean shared;
    private final Instances instances;
    private final Inbox inbox;
    private final Position position;
    private final Upkeep upkeep;
    private final CardCare cards;
    private final CatchUp catchUp;
    private final QuietCare quiet;

    /**
     * The routine of one instance.
     *
     * @param shared whether it shares its store with others
     */
    Routine(
            boolean shared,
            Instances instances,
            Inbox inbox,
            Position position,
            Upkeep upkeep,
            CardCare cards,
            CatchUp catchUp,
            QuietCare quiet) {
        this.shared = shared;
        this.instances = instances;
        this.inbox = inbox;
        this.position = position;
        this.upkeep = upkeep;
        this.cards = cards;
        this.catchUp = catchUp;
        this.quiet = quiet;
    }

    /** Begins; when this returns, Webex tells the bot of what happens. */
    void begin() {
        if (shared) rounds.every(Instances.HEARTBEAT, "heartbeat", instances::beat);
        position.take();
        inbox.resumeAtStart();
        rounds.every(Instances.HEARTBEAT, "unfinished", inbox::resume);
        rounds.soon("upkeep", upkeep::go);
        rounds.soon("cards", cards::everything);
        rounds.every(Upkeep.PAUSE, "upkeep", upkeep::go);
        rounds.soon("quiet", quiet::go);
        rounds.every(QuietCare.PAUSE, "quiet", quiet::go);
        rounds.every(CardCare.PAUSE, "cards", cards::go);
        rounds.every(CatchUp.PAUSE, "missed", catchUp::go);
    }

    /** Does now what is otherwise done in its time. */
    void now() {
        upkeep.everything();
        cards.everything();
        catchUp.go();
        quiet.everything();
    }

    /** Begins nothing more, and gives what is under way so long to end. Whether it all ended. */
    CompletableFuture<Boolean> stop(Duration patience) {
        upkeep.stop();
        cards.stop();
        quiet.stop();
        return CompletableFuture.supplyAsync(() -> rounds.stop(patience), Thread::startVirtualThread);
    }
}
