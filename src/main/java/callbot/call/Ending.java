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
    NOBODY;

    static Ending of(CallView view) {
        if (view.answered().isPresent()) return TALKED;
        if (!view.incoming()) return NOBODY;
        return view.answeredElsewhere() ? ELSEWHERE : MISSED;
    }
}
