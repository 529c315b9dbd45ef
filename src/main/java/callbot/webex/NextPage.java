package callbot.webex;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a list goes on, as the {@code Link} header of one of its pages says (RFC 8288). */
final class NextPage {

    private static final Pattern NEXT = Pattern.compile("<([^<>]*)>[^,<]*;\\s*rel=\"?next\\b");

    /** Webex has been seen to write it into its own links, and then to refuse it. */
    private static final Pattern NO_MAXIMUM = Pattern.compile("(?<=[?&])max=null&|[?&]max=null$");

    private NextPage() {}

    /** The page after this one; absent after the last one, and if the link leads elsewhere: the token goes nowhere else. */
    static Optional<URI> after(URI page, HttpHeaders headers) {
        return headers.allValues("Link").stream()
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .flatMap(link -> resolve(page, link.group(1)).stream())
                .filter(next -> isSameOrigin(page, next))
                .findFirst();
    }

    private static Optional<URI> resolve(URI page, String link) {
        try {
            return Optional.of(page.resolve(NO_MAXIMUM.matcher(link).replaceFirst("")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isSameOrigin(URI page, URI next) {
        return page.getScheme().equals(next.getScheme()) && page.getAuthority().equals(next.getAuthority());
    }
}
