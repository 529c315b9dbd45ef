package callbot;

/** Where the program begins. */
public final class Main {

    private Main() {}

    /** Runs what the first argument says. */
    public static void main(String[] arguments) {
        System.out.println("callbot " + Runtime.version());
    }
}
