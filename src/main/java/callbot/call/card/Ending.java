package callbot.call.card;

import callbot.call.card.Parting.Way;
import java.util.Optional;

/** What became of a call that is over. */
public enum Ending {
    /** They talked. */
    TALKED,
    /** Another device or person took it, or the caller gave up in a queue: Webex does not say which. */
    ELSEWHERE,
    /** Somebody called, and nobody took it. */
    MISSED,
    /** The user called, and nobody took it. */
    NOBODY,
    /** The user's own device rang, in order to call, and was not picked up. */
    NOT_PICKED_UP,
    /** The user stopped calling before anybody took it. */
    CANCELLED,
    /** The user turned the caller away. */
    DECLINED,
    /** The user let it ring on, for the caller only. */
    SILENCED,
    /** The user sent it to somebody else. */
    DIVERTED,
    /** The user sent it to voicemail. */
    TO_VOICEMAIL,
    /** The user, an assistant, handed it to the executive. */
    PUSHED,
    /** The user parked it. */
    PARKED,
    /** The user transferred it to a third party. */
    TRANSFERRED,
    /** The user transferred a third party to it. */
    TOOK_OVER;

    /** In a few words. */
    public String title() {
        return switch (this) {
            case TALKED -> "Call ended";
            case ELSEWHERE -> "No longer ringing";
            case MISSED -> "Missed call";
            case NOT_PICKED_UP -> "Not picked up";
            case NOBODY -> "Nobody answered";
            case CANCELLED -> "Cancelled";
            case DECLINED -> "Declined";
            case SILENCED -> "Silenced";
            case DIVERTED -> "Diverted";
            case TO_VOICEMAIL -> "Sent to voicemail";
            case PUSHED -> "Handed to your executive";
            case PARKED -> "Parked";
            case TRANSFERRED, TOOK_OVER -> "Transferred";
        };
    }

    /** How this call, which is over, ended. */
    public static Ending of(CallView view) {
        return view.parting().flatMap(parting -> by(parting, view)).orElseGet(() -> asSeen(view));
    }

    /** What the user has done about it, unless that says nothing of how it ended. */
    private static Optional<Ending> by(Parting parting, CallView view) {
        boolean talked = view.answered().isPresent();
        Way way = parting.way();
        return switch (way) {
            case CONSULTING, TRANSFERRING -> Optional.empty();
            case HUNG_UP -> talked ? Optional.empty() : Optional.of(view.incoming() ? DECLINED : CANCELLED);
            case DECLINED -> talked ? Optional.empty() : Optional.of(DECLINED);
            case SILENCED -> talked ? Optional.empty() : Optional.of(SILENCED);
            case DIVERTED -> Optional.of(DIVERTED);
            case TO_VOICEMAIL -> Optional.of(TO_VOICEMAIL);
            case PUSHED -> Optional.of(PUSHED);
            case PARKED -> Optional.of(PARKED);
            case TRANSFERRED -> Optional.of(TRANSFERRED);
            case TOOK_OVER -> Optional.of(TOOK_OVER);
        };
    }

    private static Ending asSeen(CallView view) {
        if (view.answered().isPresent()) return TALKED;
        if (view.isRingingInVain()) return NOT_PICKED_UP;
        if (!view.incoming()) return NOBODY;
        return view.answeredElsewhere() ? ELSEWHERE : MISSED;
    }
}
