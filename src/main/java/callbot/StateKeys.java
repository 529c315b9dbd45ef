package callbot;

import callbot.webex.Secret;
import java.util.Arrays;
import java.util.List;

/** What the state is sealed with. A key is only as good as it is hard to guess. */
final class StateKeys {

    private static final int SHORTEST = 32;
    private static final int FEWEST_CHARACTERS = 8;
    private static final String CURE = "Give at least " + SHORTEST + " random characters: openssl rand -base64 32";

    private StateKeys() {}

    /** The keys in this variable, of which the first seals and all open; the other secret if there are none. */
    static List<Secret> read(Settings in, String name, Secret otherwise) {
        List<String> keys = Arrays.stream(in.text(name, "").split(","))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .toList();
        if (keys.stream().anyMatch(key -> !key.matches("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]*")))
            in.problem(name, "holds a character that cannot be seen. " + CURE);
        else if (keys.stream().anyMatch(StateKeys::isWeak)) in.problem(name, "is too easy to guess. " + CURE);
        else if (keys.isEmpty() && in.problems().isEmpty() && isWeak(otherwise.reveal()))
            in.problem(name, "is not set, and the client secret, which would stand in, is too easy to guess. " + CURE);
        return keys.isEmpty()
                ? List.of(otherwise)
                : keys.stream().map(Secret::new).toList();
    }

    private static boolean isWeak(String key) {
        boolean repeats = (key + key).indexOf(key, 1) < key.length(); // it is a shorter piece, some times over
        return key.length() < SHORTEST || repeats || key.chars().distinct().count() < FEWEST_CHARACTERS;
    }
}
