package callbot.sandbox.calls;

import callbot.sandbox.base.Person;

/** Somebody with a line, whose phones ring when he is called. */
@FunctionalInterface
public interface Callee {

    /** Who he is. */
    Person person();
}
