package callbot.sandbox.calls;

import callbot.sandbox.base.Party;

/** One end of a call. */
sealed interface End permits CallLeg, Outsider {

    /** How it appears to the other end. */
    Party party();
}
