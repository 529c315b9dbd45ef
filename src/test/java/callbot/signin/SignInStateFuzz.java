package callbot.signin;

import static callbot.fuzz.FuzzTarget.require;

import callbot.fuzz.FuzzTarget;
import callbot.json.JsonException;
import callbot.trace.Trace;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is stored of sign-ins and traces: it is read as it was written, or is said to be unreadable, without a word of a token. */
public final class SignInStateFuzz implements FuzzTarget {

    @Override
    public List<byte[]> seeds() {
        return FuzzTarget.inputs(Stream.of("""
                {"id": "person", "email": "ana@example.com", "zone": "America/Los_Angeles", "warned": true, "tokens": {
                 "access": "canary-access", "accessExpires": "2026-01-01T00:00:00Z", "refresh": "canary-refresh",
                 "refreshExpires": "2026-03-01T00:00:00Z", "scopes": "spark:kms spark:calls_read"}}""", """
                {"id": "person", "email": "", "zone": "Z", "tokens": {"access": ""}}""", """
                {"person": "person", "email": "ana@example.com"}""", """
                {"id": "0123abcd", "begun": "2026-01-01T00:00:00Z", "steps": [{"ms": 12, "what": "received"}]}"""));
    }

    @Override
    public void check(byte[] input) {
        String stored = FuzzTarget.text(input);
        readsBack(stored, User::parse, User::stored);
        readsBack(stored, SignIn.Asker::parse, SignIn.Asker::stored);
        readsBack(stored, Trace::parse, Trace::stored);
    }

    private static <T> void readsBack(String stored, Function<String, T> parse, Function<T, String> write) {
        T found;
        try {
            found = parse.apply(stored);
        } catch (JsonException | IllegalArgumentException e) { // an empty token is none
            require(!e.getMessage().contains("canary"), "it tells a token");
            return;
        }
        require(
                parse.apply(write.apply(found)).equals(found),
                "it is not read as it was written: " + write.apply(found));
    }
}
