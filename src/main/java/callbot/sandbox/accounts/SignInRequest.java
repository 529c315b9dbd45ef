package callbot.sandbox.accounts;

import callbot.sandbox.api.Field;
import callbot.sandbox.api.Shape;
import callbot.sandbox.base.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an application asks of a user who signs in.
 *
 * @param redirectUri where the answer goes
 * @param scopes what it wants to be allowed
 * @param state what the answer carries back, absent if there was none
 * @param codeChallenge the hash of the verifier that the exchange must show (RFC 7636), absent if there was none
 */
public record SignInRequest(
        String redirectUri, Set<String> scopes, Optional<String> state, Optional<String> codeChallenge) {

    private static final Shape SHAPE = Shape.of(
            Field.required("response_type").oneOf("code"),
            Field.required("client_id"),
            Field.required("redirect_uri"),
            Field.required("scope"),
            Field.optional("state"),
            Field.optional("code_challenge").matching("[A-Za-z0-9_-]{43}"),
            Field.optional("code_challenge_method").oneOf("S256"));

    /**
     * Reads the parameters of an authorize link.
     *
     * @throws Refusal if they are not those of this integration
     */
    static SignInRequest of(Map<String, String> parameters, Integration integration, Predicate<String> isRegistered) {
        SHAPE.check(parameters);
        if (!parameters.get("client_id").equals(integration.clientId())) {
            throw Refusal.oauth("invalid_client", "There is no integration with this client id.");
        }
        if (!isRegistered.test(parameters.get("redirect_uri"))) {
            throw Refusal.oauth("invalid_request", "The redirect URI is not registered for this integration.");
        }
        return new SignInRequest(
                parameters.get("redirect_uri"),
                Set.of(parameters.get("scope").strip().split("\\s+")),
                Optional.ofNullable(parameters.get("state")),
                Optional.ofNullable(parameters.get("code_challenge")));
    }

    /** Where the browser goes when the user has agreed. */
    String granted(String code) {
        return redirectWith("code=" + encode(code));
    }

    /** Where the browser goes when it came to nothing. */
    String refused(String error, String description) {
        return redirectWith("error=" + encode(error) + "&error_description=" + encode(description));
    }

    private String redirectWith(String query) {
        return redirectUri
                + (redirectUri.contains("?") ? "&" : "?")
                + query
                + state.map(value -> "&state=" + encode(value)).orElse("");
    }

    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
