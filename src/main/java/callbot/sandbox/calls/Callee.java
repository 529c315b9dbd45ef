package callbot.sandbox.calls;

import callbot.sandbox.base.Account;

/** Somebody with a line, whose phones ring when he is called. */
@FunctionalInterface
public interface Callee {

    /** Who he is. */
    Account person();
}
