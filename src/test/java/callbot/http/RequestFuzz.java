package callbot.http;

import static callbot.fuzz.FuzzTarget.require;

import callbot.fuzz.FuzzTarget;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Queries and forms: all can be read, and what is read is read alike when it is written in the proper way. */
public final class RequestFuzz implements FuzzTarget {

    @Override
    public List<byte[]> seeds() {
        return FuzzTarget.inputs(
                Stream.of("code=abc&state=x%20y+z", "state=a|b&state=second&&=none&flag", "a=%zz&b=%E2%82%AC&c=%ff"));
    }

    @Override
    public void check(byte[] input) {
        String query = new String(input, StandardCharsets.UTF_8);
        Map<String, String> read = Request.parameters(query);
        long pairs = query.chars().filter(c -> c == '&').count() + 1;
        require(read.size() <= pairs, "there are more than were given");
        read.forEach((name, value) ->
                require(request(query).query(name).orElseThrow().equals(value), "asked for alone it is other"));

        Map<String, String> named = read.entrySet().stream()
                .filter(field -> !field.getKey().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        String written = named.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        require(Request.parameters(written).equals(named), "it is not read as it was written: " + written);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Request request(String query) {
        return new Request("GET", "/redirect", query, Map.of(), new byte[0]);
    }
}
