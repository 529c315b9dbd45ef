package callbot.call.feed;

import callbot.call.card.CallView;
import callbot.call.card.Ending;
import callbot.webex.calling.HistoryRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the bot knows itself of a user's calls of the last day, as far as it followed them. Webex's history knows a call by its
 * other side and its time only.
 */
public final class Recollection {

    /** Nothing is known. */
    public static final Recollection NONE = new Recollection(List.of());

    /** By so much the times of events and of the history may differ. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final List<CallView> views;

    Recollection(List<CallView> views) {
        this.views = List.copyOf(views);
    }

    /** Whether this call was followed. */
    boolean has(HistoryRecord past) {
        return find(past).isPresent();
    }

    /** What a missed call is rather to be called, because the user turned it away; absent if nothing of that is known. */
    public Optional<String> turnedAway(HistoryRecord past) {
        if (past.type() != HistoryRecord.Type.MISSED) return Optional.empty();
        return find(past).map(Ending::of).filter(Recollection::isByTheUser).map(Ending::title);
    }

    private Optional<CallView> find(HistoryRecord past) {
        return views.stream()
                .filter(view -> view.last().isOver()
                        && view.remote().number().equals(past.party().number()))
                .filter(view -> past.time()
                        .filter(at -> isWithin(at, view.began().orElse(view.changed()), view.changed()))
                        .isPresent())
                .findFirst();
    }

    private static boolean isWithin(Instant time, Instant from, Instant until) {
        return !time.isBefore(from.minus(SLACK)) && !time.isAfter(until.plus(SLACK));
    }

    private static boolean isByTheUser(Ending ending) {
        return switch (ending) {
            case DECLINED, SILENCED, DIVERTED, TO_VOICEMAIL, PUSHED -> true;
            case TALKED, ELSEWHERE, MISSED, NOBODY, NOT_PICKED_UP, CANCELLED, PARKED, TRANSFERRED, TOOK_OVER -> false;
        };
    }
}
