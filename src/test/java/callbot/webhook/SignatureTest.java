package callbot.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callbot.webex.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the test vectors of RFC 2202 (HMAC-SHA1, case 2) and RFC 4231 (HMAC-SHA-256, case 2). */
class SignatureTest {

    private static final String TEXT = "what do ya want for nothing?";
    private static final String SHA_1 = "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79";
    private static final String SHA_256 = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    private final Signature signature = new Signature(new Secret("Jefe"));

    @Test
    void theVectorsOfTheStandardsMatch() {
        assertMatches(true, TEXT, Optional.of(SHA_1), Optional.empty());
        assertMatches(true, TEXT, Optional.of(SHA_1), Optional.of("SHA-256=" + SHA_256));
    }

    @Test
    void withoutTheOlderHeaderNothingIsBelieved() {
        assertMatches(false, TEXT, Optional.empty(), Optional.empty());
        assertMatches(false, TEXT, Optional.empty(), Optional.of("SHA-256=" + SHA_256));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EFFCDF6AE5EB2FA2D27416D5F184DF9C259A7C79", " effcdf6ae5eb2fa2d27416d5f184df9c259a7c79\t"})
    void caseAndBlanksAroundItDoNotMatter(String given) {
        assertMatches(true, TEXT, Optional.of(given), Optional.empty());
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
        assertMatches(false, TEXT, Optional.of(given), Optional.empty());
    }

    @Test
    void everyByteOfTheBodyCounts() {
        assertMatches(false, TEXT + "\n", Optional.of(SHA_1), Optional.empty());
        assertMatches(false, TEXT.toUpperCase(), Optional.of(SHA_1), Optional.empty());
        assertMatches(false, "", Optional.of(SHA_1), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SHA-256=%s                    | true",
                "sha256=%s                     | true",
                "SHA-256=%s, SHA-512=ab        | true",
                "SHA-512=ab, SHA-256=%s        | true",
                "SHA-256=0%.63s                | false",
                "sha256=0%.63s                 | false",
                "SHA-256=0%.63s, SHA-256=%1$s  | false",
                "SHA-512=ab                    | true",
                "v2 of something yet unknown   | true",
            })
    void theNewerHeaderMustBeRightToo(String format, boolean expected) {
        assertMatches(expected, TEXT, Optional.of(SHA_1), Optional.of(format.formatted(SHA_256)));
    }

    @Test
    void aRightNewerHeaderDoesNotMakeUpForAWrongOlderOne() {
        assertMatches(false, TEXT, Optional.of("0".repeat(40)), Optional.of("SHA-256=" + SHA_256));
    }

    private void assertMatches(boolean expected, String body, Optional<String> sha1, Optional<String> newer) {
        assertEquals(expected, signature.matches(body.getBytes(StandardCharsets.UTF_8), sha1, newer));
    }
}
