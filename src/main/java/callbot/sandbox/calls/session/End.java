package callbot.sandbox.calls.session;

import callbot.sandbox.base.CallParty;

/** One end of a call. */
public sealed interface End permits CallLeg, Outsider {

    /** How it appears to the other end. */
    CallParty party();
}
