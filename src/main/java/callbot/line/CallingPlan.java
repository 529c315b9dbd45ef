package callbot.line;

import callbot.signin.AccessTokens;
import callbot.signin.NotSignedInException;
import callbot.signin.Scope;
import callbot.signin.User;
import callbot.webex.WebexException;
import callbot.webex.line.LineSettings;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Which commands a user's calling plan leaves without use, as far as Webex says. */
public final class CallingPlan {

    /** Each command, and the services of which one is enough, as Webex calls them; all others work with any plan. */
    private static final Map<String, Set<String>> NEEDS = Map.of(
            "dnd", Set.of("Do Not Disturb"),
            "forward", Set.of("Call Forwarding Always", "Call Forwarding Busy", "Call Forwarding No Answer"),
            "voicemail", Set.of("Voice Messaging User"),
            "away", Set.of("Personal Assistant"),
            "block", Set.of("Call Block", "Anonymous Call Rejection"),
            "merge", Set.of("Three-Way Call", "N-Way Call"),
            "add", Set.of("Three-Way Call", "N-Way Call"),
            "conference", Set.of("Three-Way Call", "N-Way Call"),
            "barge", Set.of("Directed Call Pickup with Barge-in"));

    private static final List<Scope> READ = List.of(Scope.SETTINGS_READ);

    private final LineSettings settings;
    private final AccessTokens tokens;

    /** Plans of whoever has signed in. */
    public CallingPlan(LineSettings settings, AccessTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    /** The words of commands that are of no use to this user; none if Webex does not say which services there are. */
    public Set<String> useless(User user) {
        if (!user.surelyGrants(Scope.SETTINGS_READ)) return Set.of();
        try {
            return without(tokens.actAs(Optional.of(user), READ, settings::services));
        } catch (NotSignedInException | WebexException e) {
            return Set.of();
        }
    }

    /** What may be missing from a calling plan: absent if Webex has nothing of it for this user. */
    static <T> Optional<T> ifThere(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (WebexException.Refused e) {
            if (e.isOfNoneThere()) return Optional.empty();
            throw e;
        }
    }

    private static Set<String> without(Set<String> services) {
        if (services.isEmpty()) return Set.of();
        return NEEDS.entrySet().stream()
                .filter(command -> Collections.disjoint(command.getValue(), services))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
