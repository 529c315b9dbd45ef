package callbot.sandbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTest {

    private final Masks masks = new Masks("b0t-token-of-the-bot", "cl1ent-secret-of-the-integration");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bearer s3cret-s3cret | Bearer $WEBEX_TOKEN",
                "bearer s3cret-s3cret | bearer $WEBEX_TOKEN",
                "{\"access_token\" : \"s3cret-s3cret\"} | {\"access_token\" : \"$WEBEX_TOKEN\"}",
                "{\"secret\":\"s3cret-s3cret\",\"name\":\"x\"} | {\"secret\":\"$WEBHOOK_SECRET\",\"name\":\"x\"}",
                "code=s3cret-s3cret&refresh_token=other-s3cret | code=$CODE&refresh_token=$REFRESH_TOKEN",
                "http://x/redirect?code=s3cret-s3cret&state=other-s3cret | http://x/redirect?code=$CODE&state=$STATE",
                "<a href=\"/a?b=c&amp;state=s3cret-s3cret\"> | <a href=\"/a?b=c&amp;state=$STATE\">",
                "[Sign in](http://x/authorize?state=s3cret-s3cret) | [Sign in](http://x/authorize?state=$STATE)",
                "to=http%3A%2F%2Fx%3Fcode%3Ds3cret-s3cret%26state%3Dother-s3cret"
                        + "| to=http%3A%2F%2Fx%3Fcode%3D$CODE%26state%3D$STATE",
                "the b0t-token-of-the-bot, anywhere | the $WEBEX_TOKEN, anywhere",
                "cl1ent-secret-of-the-integration | $CLIENT_SECRET",
            })
    void secretsAreFoundByTheirPlaceOrByTheirValue(String text, String masked) {
        assertEquals(masked, masks.mask(text));
    }

    @ParameterizedTest
    @CsvSource({
        "{\"state\":\"connected\"}",
        "personality=originator&state=connected",
        "{\"code\":\"404\"}",
        "the code is open source"
    })
    void wordsAreNoSecrets(String text) {
        assertEquals(text, masks.mask(text));
    }

    @Test
    void aSecretFoundInOneTextIsMaskedInTheOthersHoweverItIsWritten() {
        var mask = masks.in(List.of("/authorize?state=s3cret%2Fs3cret"));
        assertEquals("<input name=state value=$STATE>", mask.apply("<input name=state value=s3cret/s3cret>"));
    }

    @Test
    void aSecretWithinALongerOneDoesNotGiveTheRestAway() {
        var mask = masks.in(List.of("code=abcdefghijkl&state=abcdefghijklmnop"));
        assertEquals("$STATE", mask.apply("abcdefghijklmnop"));
    }
}
