package callbot.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callbot.webex.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a test vector of RFC 2202 (HMAC-SHA1, case 2), and the HMAC-SHA256 of the same among what is refused. */
class SignatureTest {

    private static final String TEXT = "what do ya want for nothing?";
    private static final String SHA_1 = "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79";

    private final Signature signature = new Signature(new Secret("Jefe"));

    @Test
    void theVectorOfTheStandardMatches() {
        assertMatches(true, TEXT, Optional.of(SHA_1));
    }

    @Test
    void withoutTheHeaderNothingIsBelieved() {
        assertMatches(false, TEXT, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EFFCDF6AE5EB2FA2D27416D5F184DF9C259A7C79", " effcdf6ae5eb2fa2d27416d5f184df9c259a7c79\t"})
    void caseAndBlanksAroundItDoNotMatter(String given) {
        assertMatches(true, TEXT, Optional.of(given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "effcdf6ae5eb2fa2d27416d5f184df9c259a7c78",
                "effcdf6ae5eb2fa2d27416d5f184df9c259a7c7",
                "effcdf6ae5eb2fa2d27416d5f184df9c259a7c790",
                "effcdf6ae5eb2fa2d274 16d5f184df9c259a7c79",
                "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "7/zfauXrL6LSdBbV8YTfnCWafHk="
            })
    void anythingElseIsRefused(String given) {
        assertMatches(false, TEXT, Optional.of(given));
    }

    @Test
    void everyByteOfTheBodyCounts() {
        assertMatches(false, TEXT + "\n", Optional.of(SHA_1));
        assertMatches(false, TEXT.toUpperCase(), Optional.of(SHA_1));
        assertMatches(false, "", Optional.of(SHA_1));
    }

    private void assertMatches(boolean expected, String body, Optional<String> sha1) {
        assertEquals(expected, signature.matches(body.getBytes(StandardCharsets.UTF_8), sha1));
    }
}
