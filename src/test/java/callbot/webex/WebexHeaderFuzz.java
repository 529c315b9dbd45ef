package callbot.webex;

import static callbot.fuzz.FuzzTarget.require;

import callbot.fuzz.FuzzTarget;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Headers of Webex's: a token is sent nowhere else, whatever a link says, and nobody is made to wait for long. */
public final class WebexHeaderFuzz implements FuzzTarget {

    private static final URI PAGE = URI.create("https://webexapis.com/v1/people?max=2");

    @Override
    public List<byte[]> seeds() {
        return FuzzTarget.inputs(Stream.of(
                "<https://webexapis.com/v1/people?cursor=x>; rel=\"next\"",
                "<https://webexapis.com/v1/people?max=null&cursor=x>; rel=next, <https://elsewhere.example/>; rel=\"next\"",
                "<//elsewhere.example/v1>; rel=\"first\", </v1/people?max=null>;title=\"a, b\"; rel=next",
                "<https://ana@webexapis.com:443/>; rel=\"next\"",
                "5",
                "rand(30),add(30)",
                "Wed, 21 Oct 2026 07:28:00 GMT"));
    }

    @Override
    public void check(byte[] input) {
        String value = new String(input, StandardCharsets.ISO_8859_1);
        HttpHeaders headers =
                HttpHeaders.of(Map.of("Link", List.of(value), "Retry-After", List.of(value)), (name, any) -> true);
        NextPage.after(PAGE, headers)
                .ifPresent(next -> require(
                        Objects.equals(next.getScheme(), "https")
                                && Objects.equals(next.getHost(), "webexapis.com")
                                && next.getPort() == -1
                                && next.getRawUserInfo() == null,
                        "the token would go to " + next));
        Optional<Duration> wait = RetryAfter.of(429, headers);
        require(
                wait.filter(time -> time.toMillis() >= 1000 && time.toMillis() <= 300_000)
                        .isPresent(),
                "it would wait for " + wait);
        require(RetryAfter.of(200, headers).isEmpty(), "it waits after good news");
    }
}
