package callbot.webhook;

import static callbot.fuzz.FuzzTarget.require;

import callbot.fuzz.Choices;
import callbot.fuzz.FuzzTarget;
import callbot.webex.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Signatures: only the right one counts, in either case and with blanks around it. */
public final class SignatureFuzz implements FuzzTarget {

    private final Secret secret = new Secret("a secret of a webhook");
    private final Signature signature = new Signature(secret);

    @Override
    public List<byte[]> seeds() {
        String right = Signature.hmac("HmacSHA1", secret, new byte[0]);
        return List.of(
                ("\0\0\0" + right).getBytes(StandardCharsets.UTF_8),
                ("\1\5\0" + right.toUpperCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8),
                ("\3\2\0{}sha1=" + right).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void check(byte[] input) {
        Choices choices = new Choices(input);
        int place = choices.below(40);
        byte[] body = choices.bytes(1000);
        String given = FuzzTarget.text(choices.rest());
        String right = Signature.hmac("HmacSHA1", secret, body);
        require(signature.matches(body, Optional.of(right)), "the right one is refused");
        require(
                signature.matches(body, Optional.of(given)) == given.strip().equalsIgnoreCase(right),
                "it was judged wrongly: " + given);
        String changed =
                right.substring(0, place) + (right.charAt(place) == '0' ? '1' : '0') + right.substring(place + 1);
        require(!signature.matches(body, Optional.of(changed)), "one digit is wrong, and it is believed");
        require(!signature.matches(body, Optional.empty()), "without a signature it is believed");
    }
}
