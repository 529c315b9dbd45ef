package callbot.sandbox;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind {@code sandbox} on the command line.
 *
 * @param webexOnly whether only the simulated Webex is wanted, without the bot
 * @param port the port to serve on, 0 for any free one; absent for the usual one
 */
public record SandboxOptions(boolean webexOnly, Optional<Integer> port) {

    private static final int HIGHEST_PORT = 65_535;

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
     * @throws InvalidException if one of them is unknown, or there is no such port
     */
    public static SandboxOptions parse(List<String> arguments) {
        boolean webexOnly = false;
        Optional<Integer> port = Optional.empty();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--webex-only" -> webexOnly = true;
                case "--port" -> port = Optional.of(portNumber(rest));
                default -> throw new InvalidException("The sandbox has no option \"" + argument + "\".");
            }
        }
        return new SandboxOptions(webexOnly, port);
    }

    private static int portNumber(Iterator<String> rest) {
        if (!rest.hasNext()) throw new InvalidException("Behind --port a number is missing.");
        String number = rest.next();
        if (!number.matches("[0-9]{1,5}") || Integer.parseInt(number) > HIGHEST_PORT) {
            throw new InvalidException(
                    "Behind --port there must be a number up to " + HIGHEST_PORT + ", not \"" + number + "\".");
        }
        return Integer.parseInt(number);
    }
}
