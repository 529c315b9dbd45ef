package callbot.fuzz;

/** What Jazzer calls. It wants static methods of these names. */
public final class Jazzed {

    private static FuzzTarget target;

    private Jazzed() {}

    /** Begins with the target of the name that is given. */
    public static void fuzzerInitialize(String[] args) {
        target = Target.valueOf(args[0]).open();
    }

    /** Tries one input. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        target.check(input);
    }
}
