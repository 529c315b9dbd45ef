package callbot.sandbox;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind {@code sandbox} on the command line.
 *
 * @param webexOnly whether only the simulated Webex is wanted, without the bot
 * @param port the port to serve on, 0 for any free one; absent for the usual one
 * @param limit how many requests a second each token may make of the Webex that is alone, absent for as many as it likes
 */
public record SandboxOptions(boolean webexOnly, Optional<Integer> port, Optional<Integer> limit) {

    private static final int HIGHEST_PORT = 65_535;
    private static final int HIGHEST_LIMIT = 99_999;

    /** Something is wrong with the options; the message is a sentence for who typed them. */
    public static final class InvalidException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        InvalidException(String problem) {
            super(problem);
        }
    }

    /**
     * Reads the options.
     *
     * @throws InvalidException if one of them is unknown, or its number is none
     */
    public static SandboxOptions parse(List<String> arguments) {
        boolean webexOnly = false;
        Optional<Integer> port = Optional.empty();
        Optional<Integer> limit = Optional.empty();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--webex-only" -> webexOnly = true;
                case "--port" -> port = Optional.of(number(option, rest, 0, HIGHEST_PORT));
                case "--limit" -> limit = Optional.of(number(option, rest, 1, HIGHEST_LIMIT));
                default -> throw new InvalidException("The sandbox has no option \"" + option + "\".");
            }
        }
        if (limit.isPresent() && !webexOnly) throw new InvalidException("--limit goes with --webex-only.");
        return new SandboxOptions(webexOnly, port, limit);
    }

    private static int number(String option, Iterator<String> rest, int lowest, int highest) {
        if (!rest.hasNext()) throw new InvalidException("Behind " + option + " a number is missing.");
        String text = rest.next();
        if (text.matches("[0-9]{1,5}")) {
            int number = Integer.parseInt(text);
            if (number >= lowest && number <= highest) return number;
        }
        throw new InvalidException("Behind " + option + " there must be a number from " + lowest + " to " + highest
                + ", not \"" + text + "\".");
    }
}
