package callbot.call;

/** What became of a call that is over. */
enum Ending {
    /** They talked. */
    TALKED,
    /** Another device or person took it. */
    ELSEWHERE,
    /** Somebody called, and nobody took it. */
    MISSED,
    /** The user called, and nobody took it. */
    NOBODY,
    /** The user's own device rang, in order to call, and was not picked up. */
    NOT_PICKED_UP;

    static Ending of(CallView view) {
        if (view.answered().isPresent()) return TALKED;
        if (view.isRingingInVain()) return NOT_PICKED_UP;
        if (!view.incoming()) return NOBODY;
        return view.answeredElsewhere() ? ELSEWHERE : MISSED;
    }
}
