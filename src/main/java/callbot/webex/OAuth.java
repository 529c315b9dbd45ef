package callbot.webex;

import callbot.json.Json;
import callbot.json.JsonException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The authorization code flow of an integration (RFC 6749, section 4.1), and the refresh of what it grants.
 *
 * @see <a href="https://developer.webex.com/docs/integrations">Integrations and authorization</a>
 */
public final class OAuth {

    /**
     * The words that say that a user's permission has ended (RFC 6749, section 5.2). All that a refresh holds beside the token
     * is always the same, so if it is invalid, the token is.
     */
    static final Set<String> PERMISSION_ENDED = Set.of("invalid_grant", "invalid_request");

    private final WebexClient webex;
    private final Integration integration;
    private final URI redirect;

    /**
     * An integration, as developer.webex.com shows it.
     *
     * @param scopes what it asks its users for
     */
    public record Integration(String clientId, Secret clientSecret, List<String> scopes) {

        public Integration {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * What a user has granted.
     *
     * @param lifetime how long the access token is good
     * @param refreshToken absent if the one already known stays good
     * @param refreshLifetime how long the refresh token is good from now on; absent if Webex does not say
     * @param scopes what the tokens allow, which may be less than was asked for; absent if Webex does not say
     */
    public record Grant(
            Secret accessToken,
            Duration lifetime,
            Optional<Secret> refreshToken,
            Optional<Duration> refreshLifetime,
            Optional<Set<String>> scopes) {

        private static final Pattern TOKEN = Pattern.compile("[!-~]+");

        /** Nobody reckons with more. */
        private static final Duration LONGEST = Duration.ofDays(3650);

        public Grant {
            scopes = scopes.map(Set::copyOf);
        }

        /** RFC 6749, section 5.1: what is granted need not be said if it is what was asked for. */
        private Grant or(Collection<String> asked) {
            return new Grant(
                    accessToken,
                    lifetime,
                    refreshToken,
                    refreshLifetime,
                    scopes.or(() -> Optional.of(Set.copyOf(asked))));
        }

        /** @throws JsonException if there is no token that can be sent */
        static Grant from(Json json) {
            return new Grant(
                    token(json, "access_token").orElseThrow(() -> new JsonException("\"access_token\" is missing")),
                    lifetime(json, "expires_in").orElse(Duration.ZERO),
                    token(json, "refresh_token"),
                    lifetime(json, "refresh_token_expires_in"),
                    json.text("scope")
                            .filter(scopes -> !scopes.isBlank())
                            .map(scopes -> Set.copyOf(List.of(scopes.strip().split("\\s+")))));
        }

        /** A token of other signs would be quoted by whatever refuses to send it. */
        private static Optional<Secret> token(Json json, String name) {
            return json.text(name).filter(text -> TOKEN.matcher(text).matches()).map(Secret::new);
        }

        private static Optional<Duration> lifetime(Json json, String name) {
            return json.number(name).map(seconds -> Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST.toSeconds())));
        }
    }

    /**
     * The flow of one integration.
     *
     * @param redirect where Webex sends the browser back to; must be registered with the integration
     */
    public OAuth(WebexClient webex, Integration integration, URI redirect) {
        this.webex = webex;
        this.integration = integration;
        this.redirect = redirect;
    }

    /** Where a user signs in and agrees; the state comes back with the answer. */
    public URI authorizeLink(String state) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", integration.clientId());
        query.put("redirect_uri", redirect.toString());
        query.put("scope", String.join(" ", integration.scopes()));
        query.put("state", state);
        return webex.link("/authorize", query);
    }

    /** Turns the code that the browser brought back into tokens. A code works once. Where nothing is said, all is granted. */
    public Grant exchange(Secret code) {
        Grant grant = token(
                Map.of("grant_type", "authorization_code", "code", code.reveal(), "redirect_uri", redirect.toString()));
        return grant.or(integration.scopes());
    }

    /** Turns a refresh token into a new access token. */
    public Grant refresh(Secret refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken.reveal()));
    }

    /**
     * What the browser brings back instead of a code (RFC 6749, section 4.1.2.1).
     *
     * @param code such as {@code access_denied}; anybody can write it into an address, as well as the description
     * @param description in the words of Webex; absent if there are none
     */
    public record Denial(String code, Optional<String> description) {

        /** Whether the user, or whoever decides for the user, has said no; else it is the integration that does not fit. */
        public boolean isByTheUser() {
            return code.equals("access_denied");
        }
    }

    /** What every user is asked for. */
    public List<String> scopes() {
        return integration.scopes();
    }

    /**
     * Whether this failure of a refresh, or of an exchange, says that the permission has ended. Webex's own error body and that
     * of RFC 6749 both carry the word.
     */
    public static boolean meansPermissionEnded(WebexException failure) {
        return failure instanceof WebexException.Refused refused
                && (refused.status() == 400 || refused.status() == 401)
                && PERMISSION_ENDED.stream().anyMatch(refused.reason()::contains);
    }

    private Grant token(Map<String, String> grant) {
        Map<String, String> form = new LinkedHashMap<>(grant);
        form.put("client_id", integration.clientId());
        form.put("client_secret", integration.clientSecret().reveal());
        return webex.postForm("/access_token", form, Grant::from);
    }
}
