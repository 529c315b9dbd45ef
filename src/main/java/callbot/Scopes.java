package callbot;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scopes that users are asked for, in the forms in which people have them at hand. */
final class Scopes {

    private static final String DEFAULT =
            "spark:calls_read spark:calls_write spark:people_read spark:kms spark-admin:telephony_config_read";
    private static final Pattern PARAMETER = Pattern.compile("(?:^|[?&])scope=([^&]*)");
    private static final Pattern SCOPE = Pattern.compile("[a-z-]+:[A-Za-z_]+");

    private Scopes() {}

    /** A list of scopes, percent-encoded or not, or the one within an authorize URL copied from developer.webex.com. */
    static List<String> read(Settings in, String name) {
        String given = in.text(name, DEFAULT);
        Matcher parameter = PARAMETER.matcher(given);
        String encoded = parameter.find() ? parameter.group(1) : given;
        List<String> scopes =
                Arrays.stream(decode(encoded).strip().split("[\\s,]+")).toList();
        if (!scopes.stream().allMatch(scope -> SCOPE.matcher(scope).matches())) {
            in.problem(name, "is not a list of scopes such as \"" + DEFAULT + "\".");
        }
        return scopes;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a stray percent sign; the scopes themselves are looked at anyway
        }
    }
}
