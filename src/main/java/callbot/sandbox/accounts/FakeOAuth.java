package callbot.sandbox.accounts;

import callbot.http.Request;
import callbot.http.Response;
import callbot.json.Json;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Field;
import callbot.sandbox.api.Operation;
import callbot.sandbox.api.Shape;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The token endpoint: exchanges codes and refresh tokens for access tokens. */
public final class FakeOAuth {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(5);

    private static final Shape CODE_GRANT = Shape.of(
            Field.required("grant_type"),
            Field.required("client_id"),
            Field.required("client_secret"),
            Field.required("code"),
            Field.required("redirect_uri"),
            Field.optional("code_verifier").matching("[A-Za-z0-9._~-]{43,128}"));

    private static final Shape REFRESH_GRANT = Shape.of(
            Field.required("grant_type"),
            Field.required("client_id"),
            Field.required("client_secret"),
            Field.required("refresh_token"));

    private final Clock clock;
    private final Ids ids;
    private final IssuedTokens tokens;
    private final Integration integration;
    private final Map<String, Consent> consents = new HashMap<>();

    private record Consent(Account person, SignInRequest request, Instant expires) {}

    public FakeOAuth(Clock clock, Ids ids, IssuedTokens tokens, Integration integration) {
        this.clock = clock;
        this.ids = ids;
        this.tokens = tokens;
        this.integration = integration;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.of("POST", "/access_token", this::token).open().form(),
                Operation.of("GET", "/authorizations/tokenExpiry", FakeOAuth::expiry));
    }

    /** This person agrees: the code that says so, good once and for five minutes. */
    String consent(Account person, SignInRequest request) {
        String code = ids.nextSecret();
        consents.put(code, new Consent(person, request, clock.instant().plus(CODE_LIFETIME)));
        return code;
    }

    private static Response expiry(Ask ask) {
        return Ask.answer(
                200,
                Json.object().put("exp", ask.access().orElseThrow().expires().toEpochMilli()));
    }

    private Response token(Ask ask) {
        String type =
                ask.request().header("Content-Type").orElse("").split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase("application/x-www-form-urlencoded")) {
            throw Refusal.oauth("invalid_request", "The request must be a form.");
        }
        Map<String, String> form = Request.parameters(ask.request().text());
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> answer(exchange(checked(form, CODE_GRANT)));
            case "refresh_token" ->
                answer(tokens.refresh(checked(form, REFRESH_GRANT).get("refresh_token")));
            case "" -> throw Refusal.oauth("invalid_request", "\"grant_type\" is missing.");
            default -> throw Refusal.oauth("unsupported_grant_type", "This grant type is not known.");
        };
    }

    private Map<String, String> checked(Map<String, String> form, Shape shape) {
        try {
            shape.check(form);
        } catch (Refusal refusal) {
            throw Refusal.oauth("invalid_request", refusal.getMessage());
        }
        if (!form.get("client_id").equals(integration.clientId())
                || !form.get("client_secret").equals(integration.clientSecret())) {
            throw Refusal.oauth("invalid_client", "The client id or the client secret is wrong.");
        }
        return form;
    }

    private IssuedTokens.Grant exchange(Map<String, String> form) {
        Consent consent = consents.remove(form.get("code"));
        if (consent == null || !clock.instant().isBefore(consent.expires())) {
            throw Refusal.oauth("invalid_grant", "The code is unknown, used or expired.");
        }
        if (!consent.request().redirectUri().equals(form.get("redirect_uri"))) {
            throw Refusal.oauth("invalid_grant", "The redirect_uri is not the one of the authorization.");
        }
        Optional<String> challenge = consent.request().codeChallenge();
        if (challenge.isPresent() && !challenge.get().equals(hash(form.getOrDefault("code_verifier", "")))) {
            throw Refusal.oauth("invalid_grant", "The code_verifier does not match the code_challenge.");
        }
        return tokens.grant(consent.person(), consent.request().scopes(), integration.appId());
    }

    private static String hash(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    private static Response answer(IssuedTokens.Grant grant) {
        return Ask.answer(
                        200,
                        Json.object()
                                .put("access_token", grant.accessToken())
                                .put("expires_in", grant.expiresIn().toSeconds())
                                .put("refresh_token", grant.refreshToken())
                                .put(
                                        "refresh_token_expires_in",
                                        grant.refreshExpiresIn().toSeconds())
                                .put("token_type", "Bearer")
                                .put("scope", String.join(" ", grant.scopes())))
                .with("Cache-Control", "no-store");
    }
}
