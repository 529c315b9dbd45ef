package callbot.upkeep;

import callbot.json.Json;
import callbot.signin.Users;
import callbot.webhook.WebhookRegistration.Standing;
import java.util.Optional;

/**
 * Where upkeep stands. Times are in minutes since 1970.
 *
 * @param turn up to when users have been looked after: in each minute it is the turn of the slot with its remainder
 * @param checked when the bot's own webhooks were last looked at
 * @param round when the last whole round began
 * @param situation what all users' webhooks depend on
 * @param elsewhere the address of another deployment of the bot that is told instead of this one; absent if none is
 * @param takenFrom the address of another deployment that was told before this one; absent if none was
 * @param away since when this deployment may not have been told of messages; absent if it was, or has looked since
 */
record Hand(
        long turn,
        long checked,
        long round,
        Situation situation,
        Optional<String> elsewhere,
        Optional<String> takenFrom,
        Optional<Long> away) {

    /** If nobody has looked for this long, the whole deployment was away, or its store or tunnel. */
    private static final int OUTAGE = 2;

    /** A webhook that is found wrong again and again is not worth more than a round in this time. */
    private static final int BETWEEN_ROUNDS = 30;

    /**
     * What all users' webhooks depend on.
     *
     * @param address where the world reaches the bot
     * @param rules who may talk to the bot, in a form that changes when they do
     */
    record Situation(String address, String rules) {}

    /** A hand that has a whole round before it. */
    static Hand first(long now, Situation situation) {
        return new Hand(now - Users.SLOTS, now, now, situation, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether the slots up to this minute have been looked after. */
    boolean isOnTime(long now) {
        return turn >= now;
    }

    /** Why any user's webhook may be wrong, or a user be no longer welcome; absent if the slow walk is enough. */
    Optional<String> evidence(long now, Situation found, Standing standing) {
        if (isAfterOutage(now)) return Optional.of("outage");
        if (!found.address().equals(situation.address())) return Optional.of("address");
        if (!found.rules().equals(situation.rules())) return Optional.of("rules");
        if (!(standing instanceof Standing.Here here)) return Optional.empty();
        if (elsewhere.isPresent()) return Optional.of("resumed");
        return here.repaired() && now - round >= BETWEEN_ROUNDS ? Optional.of("webhooks") : Optional.empty();
    }

    /**
     * The hand after the bot's own webhooks were looked at.
     *
     * @param atStart whether an instance has just been started; nobody knows for how long there was none
     */
    Hand after(long now, Situation found, Standing standing, boolean atStart) {
        boolean suspicious = evidence(now, found, standing).isPresent();
        return new Hand(
                suspicious ? now - Users.SLOTS : turn,
                now,
                suspicious ? now : round,
                found,
                standing instanceof Standing.Elsewhere other ? Optional.of(other.address()) : Optional.empty(),
                standing instanceof Standing.Here here
                        ? here.before().filter(this::isForeign).or(() -> takenFrom)
                        : takenFrom,
                away.or(() -> atStart || isAfterOutage(now) ? Optional.of(Math.min(checked, now)) : Optional.empty()));
    }

    private boolean isAfterOutage(long now) {
        return now - checked > OUTAGE || checked > now + OUTAGE;
    }

    /** The hand after somebody has looked for what was missed since then. */
    Hand caughtUp(long since) {
        boolean isDone = away.filter(minute -> minute == since).isPresent();
        return new Hand(turn, checked, round, situation, elsewhere, takenFrom, isDone ? Optional.empty() : away);
    }

    /** Whether this is the address of another deployment. */
    boolean isForeign(String address) {
        return !address.equals(situation.address());
    }

    Hand setBack(long now) {
        return new Hand(now - Users.SLOTS, checked, now, situation, elsewhere, takenFrom, away);
    }

    Hand at(long newTurn) {
        return new Hand(newTurn, checked, round, situation, elsewhere, takenFrom, away);
    }

    static Hand parse(String stored) {
        Json json = Json.parse(stored);
        return new Hand(
                json.number("turn").orElse(0L),
                json.number("checked").orElse(0L),
                json.number("round").orElse(0L),
                new Situation(json.requireText("address"), json.requireText("rules")),
                json.text("elsewhere"),
                json.text("takenFrom"),
                json.number("away"));
    }

    String stored() {
        return Json.object()
                .put("turn", turn)
                .put("checked", checked)
                .put("round", round)
                .put("address", situation.address())
                .put("rules", situation.rules())
                .put("elsewhere", elsewhere)
                .put("takenFrom", takenFrom)
                .put("away", away)
                .toString();
    }
}
