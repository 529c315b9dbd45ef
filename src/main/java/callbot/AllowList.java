package callbot;

import callbot.webex.messaging.Email;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lists of people, in the forms in which they are usually written. */
final class AllowList {

    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private AllowList() {}

    /**
     * E-mail addresses, domains ({@code example.com}, also written {@code @example.com} or {@code *@example.com}), and whatever
     * is below a domain ({@code *.example.com}, which becomes {@code .example.com}), in small letters.
     */
    static List<String> read(Settings in, String name) {
        List<String> rules = new ArrayList<>();
        for (String written : in.list(name)) {
            Optional<String> rule = rule(Email.lowerCase(written));
            rule.ifPresent(rules::add);
            if (rule.isEmpty()) {
                in.problem(
                        name,
                        "holds something that is neither an e-mail address (ana@example.com) nor a domain (example.com,"
                                + " or *.example.com for all that are below it).");
                break;
            }
        }
        return rules;
    }

    /** E-mail addresses alone. */
    static List<String> readAddresses(Settings in, String name) {
        List<String> addresses = in.list(name);
        if (!addresses.stream().allMatch(written -> Email.of(written).isPresent()))
            in.problem(name, "holds something that is no e-mail address. Separate several by commas.");
        return addresses.stream().map(Email::lowerCase).toList();
    }

    private static Optional<String> rule(String written) {
        if (Email.of(written).filter(email -> !email.text().startsWith("*")).isPresent()) return Optional.of(written);
        String domain = written.replaceFirst("^(\\*?@|\\*\\.)", "");
        if (!DOMAIN.matcher(domain).matches()) return Optional.empty();
        return Optional.of(written.startsWith("*.") ? "." + domain : domain);
    }
}
