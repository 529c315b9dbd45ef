package callbot;

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
    private final Upkeep upkeep;

    /**
     * The routine of one instance.
     *
     * @param shared whether it shares its store with others
     */
    Routine(boolean shared, Instances instances, Inbox inbox, Upkeep upkeep) {
        this.shared = shared;
        this.instances = instances;
        this.inbox = inbox;
        this.upkeep = upkeep;
    }

    /** Begins; when this returns, Webex tells the bot of what happens. */
    void begin() {
        if (shared) rounds.every(Instances.HEARTBEAT, "heartbeat", instances::beat);
        upkeep.webhooks();
        inbox.resumeAtStart();
        rounds.every(Instances.HEARTBEAT, "unfinished", inbox::resume);
        rounds.soon("call-webhooks", upkeep::callHooks);
        rounds.soon("permissions", upkeep::permissions);
        rounds.soon("cards", upkeep::cards);
        rounds.every(Duration.ofMinutes(1), "webhooks", upkeep::webhooks);
        rounds.every(Duration.ofMinutes(5), "call-webhooks", upkeep::callHooks);
        rounds.every(Duration.ofMinutes(5), "cards", upkeep::cards);
        rounds.every(Duration.ofMinutes(10), "permissions", upkeep::permissions);
    }

    /** Does now what is otherwise done every few minutes. */
    void now() {
        upkeep.webhooks();
        upkeep.callHooks();
        upkeep.cards();
        upkeep.permissions();
    }

    /** Begins nothing more, and gives what is under way so long to end. Whether it all ended. */
    CompletableFuture<Boolean> stop(Duration patience) {
        upkeep.stop();
        return CompletableFuture.supplyAsync(() -> rounds.stop(patience), Thread::startVirtualThread);
    }
}
