package callbot.upkeep;

import callbot.store.StateStore;
import callbot.tunnel.PublicUrl;
import callbot.tunnel.TunnelException;
import callbot.upkeep.Hand.Situation;
import callbot.webex.WebexException;
import callbot.webhook.WebhookRegistration.Standing;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Where this deployment stands with Webex: whether Webex tells it of anything, or tells another deployment of the same bot
 * instead, or nobody can be reached.
 */
public final class Position {

    /** If the bot's webhooks were not looked at for this many minutes, whoever should have looked cannot. */
    private static final int OVERDUE = 3;

    private final System.Logger log = System.getLogger(Position.class.getName());
    private final HandStore hands;
    private final Clock clock;
    private final PublicUrl publicUrl;
    private final String rules;
    private final BotHooks botHooks;
    private volatile Optional<String> trouble = Optional.of("starting: I have not told Webex yet where I am.");
    private volatile boolean standsBy;
    private volatile boolean tookOver;

    /** Has the bot be told here, where it was told before at that address; see {@link callbot.webhook.WebhookRegistration}. */
    @FunctionalInterface
    public interface BotHooks {

        /**
         * Looks at the bot's own webhooks, and repairs them.
         *
         * @param before where they led when this was last done; absent if they are to lead here in any case
         */
        Standing keep(URI publicUrl, Optional<String> before);
    }

    /**
     * The position of a deployment.
     *
     * @param store where all its instances keep it
     * @param rules who may talk to the bot, in a form that changes when they do
     */
    public Position(StateStore store, Clock clock, PublicUrl publicUrl, String rules, BotHooks botHooks) {
        this.hands = new HandStore(store);
        this.clock = clock;
        this.publicUrl = publicUrl;
        this.rules = rules;
        this.botHooks = botHooks;
    }

    /**
     * Why Webex cannot tell this bot of what happens, as one word, a colon, and a sentence that names no address; absent if it
     * can.
     */
    public Optional<String> trouble() {
        return trouble;
    }

    /** Whether another deployment of the bot, which was started later, is told instead of this one. */
    public boolean standsBy() {
        return standsBy;
    }

    /** Whether this deployment has taken over from another one. */
    public boolean tookOver() {
        return tookOver;
    }

    /** Takes the bot's webhooks, wherever they lead: what was started last is told. */
    public void take() {
        URI here = reach();
        look(here, Optional.empty());
    }

    /** Finds the public address, which may have changed. */
    URI reach() {
        try {
            return publicUrl.refresh();
        } catch (TunnelException e) {
            trouble = Optional.of("tunnel: I have no address at which Webex could reach me. The log says more.");
            throw e;
        }
    }

    /** Looks at the bot's own webhooks, unless somebody has within this minute and at the same address. */
    void keep(URI here) {
        boolean isDone = hands.read()
                .filter(hand -> hand.checked() == minute() && hand.situation().equals(situation(here)))
                .isPresent();
        if (!isDone) lookAgain(here);
    }

    /** Looks at the bot's own webhooks. */
    void lookAgain(URI here) {
        look(here, Optional.of(hand(here).situation().address()));
    }

    /** What another instance has found out. */
    void learn() {
        hands.read().ifPresent(hand -> {
            boolean overdue = minute() - hand.checked() > OVERDUE;
            stand(
                    hand,
                    overdue
                            ? Optional.of(
                                    "webhooks: for some minutes I have not been able to look after them. The log says more.")
                            : Optional.empty());
        });
    }

    /** Since when this deployment may not have been told of messages; absent if it was, or has looked since. */
    Optional<Instant> awaySince() {
        return hands.read().flatMap(Hand::away).map(minute -> Instant.ofEpochSecond(60 * minute));
    }

    /** Somebody has looked for what was missed since then. */
    void caughtUp(Instant since) {
        hands.read().ifPresent(hand -> hands.change(hand, now -> now.caughtUp(since.getEpochSecond() / 60)));
    }

    Hand hand(URI here) {
        return hands.read().orElseGet(() -> first(here));
    }

    /** Has everybody looked after from now on. */
    void setBack(URI here) {
        hands.change(first(here), hand -> hand.setBack(minute()));
    }

    /** Those who had their turn after {@code from} and up to {@code to} have been looked after. */
    Hand advance(URI here, long from, long to) {
        return hands.change(first(here), hand -> hand.turn() == from ? hand.at(to) : hand);
    }

    long minute() {
        return clock.instant().getEpochSecond() / 60;
    }

    private void look(URI here, Optional<String> before) {
        try {
            Standing standing = botHooks.keep(here, before);
            tellOf(hand(here), here, standing);
            stand(
                    hands.change(
                            first(here), hand -> hand.after(minute(), situation(here), standing, before.isEmpty())),
                    Optional.empty());
        } catch (WebexException e) {
            trouble = Optional.of("webex: I cannot have Webex tell me anything. The log says more.");
            throw e;
        }
    }

    private void tellOf(Hand was, URI here, Standing standing) {
        was.evidence(minute(), situation(here), standing)
                .ifPresent(reason -> log.log(Level.INFO, "event=upkeep.round reason={0}", reason));
        switch (standing) {
            case Standing.Here ours ->
                ours.before()
                        .filter(was::isForeign)
                        .ifPresent(address -> log.log(
                                Level.WARNING,
                                "event=deployment.took-over from={0}: another copy of this bot acted until now; it stands by while"
                                        + " this one runs. Restart it if it shall act instead",
                                address));
            case Standing.Elsewhere(String address) -> {
                if (!standsBy)
                    log.log(
                            Level.WARNING,
                            "event=deployment.superseded by={0}: another copy of this bot was started later and acts; this one"
                                    + " stands by. Restart this one if it shall act instead",
                            address);
            }
        }
    }

    private void stand(Hand hand, Optional<String> otherTrouble) {
        standsBy = hand.elsewhere().isPresent();
        tookOver = hand.takenFrom().isPresent();
        trouble = standsBy
                ? Optional.of(
                        "superseded: another copy of me was started later, and acts instead of me. The log says where.")
                : otherTrouble;
    }

    private Hand first(URI here) {
        return Hand.first(minute(), situation(here));
    }

    private Situation situation(URI here) {
        return new Situation(here.toString(), rules);
    }
}
