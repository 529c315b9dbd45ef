package callbot.sandbox.faults;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A bot of ours, to which something can be done.
 *
 * @param isAlive whether it runs
 * @param restart starts it when it does not run
 * @param troubles what can be done to it
 */
public record Victim(BooleanSupplier isAlive, Runnable restart, List<Trouble> troubles) {}
