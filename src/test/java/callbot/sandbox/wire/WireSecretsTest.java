package callbot.sandbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.sandbox.Visit;
import callbot.sandbox.traffic.Exchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run with every kind of secret; then all that the page can get to see of the wire is searched for them. */
@Timeout(60)
class WireSecretsTest {

    private static final Pattern IN_QUERY = Pattern.compile("[?&](code|state)=([^&\\s\")<]+)");
    private static final Pattern IN_FORM = Pattern.compile("(code|refresh_token|client_secret)=([^&]+)");
    private static final Pattern IN_JSON = Pattern.compile("\"(access_token|refresh_token|secret)\":\"([^\"]+)\"");
    private static final Pattern IN_HEADER = Pattern.compile("(Bearer) (.+)");

    private final Map<String, String> secrets = new HashMap<>();

    @Test
    void noSecretReachesThePage() throws Exception {
        try (Visit visit = Visit.begin()) {
            play(visit);
            visit.webex().exchanges().forEach(this::keepSecrets);
            secrets.putIfAbsent(visit.webex().botToken(), "bot token");
            secrets.putIfAbsent(visit.webex().integration().clientSecret(), "client secret");
            assertTrue(
                    secrets.values()
                            .containsAll(List.of(
                                    "code",
                                    "state",
                                    "access_token",
                                    "refresh_token",
                                    "client_secret",
                                    "secret",
                                    "Bearer",
                                    "x-spark-signature")),
                    secrets.values()::toString);

            List<String> shown = new ArrayList<>();
            List<Json> lines =
                    visit.awaitLines(all -> all.stream().anyMatch(Visit.has("what", "permission forgotten")));
            for (Json line : lines) {
                shown.add(line.toString());
                shown.add(
                        visit.get("wire/" + line.number("number").orElseThrow()).body());
            }
            shown.add(visit.awaitFaults(faults -> true).toString());
            assertEquals(
                    List.of(),
                    shown.stream().flatMap(text -> found(text).stream()).toList());
            assertTrue(String.join("", shown).contains("$WEBHOOK_SECRET"), "the webhooks are among them");
            assertTrue(String.join("", shown).contains("'\\\"$CODE\\\"'"), "the commands for the shell, too");
        }
    }

    private static void play(Visit visit) throws Exception {
        visit.signIn(visit.alice());
        visit.ask(visit.alice(), "/monitor on", "ards are on");
        visit.ask(visit.alice(), "/echo once " + visit.webex().botToken(), "once");
        visit.ask(visit.alice(), "/echo and once more " + visit.webex().botToken(), "once more");
        visit.fault(Json.object().put("fault", "expire").put("who", "alice"));
        visit.ask(visit.alice(), "/calls", "no calls");
        visit.fault("forge");
        visit.fault(Json.object().put("fault", "revoke").put("who", "alice"));
        visit.ask(visit.alice(), "/calls", "/authorize?");
    }

    private void keepSecrets(Exchange exchange) {
        keep(IN_QUERY, exchange.target());
        for (String text : WireDetails.texts(exchange)) {
            keep(IN_QUERY, text);
            keep(IN_JSON, text);
            keep(IN_HEADER, text);
        }
        if (exchange.target().equals("/v1/access_token")) keep(IN_FORM, exchange.requestBody());
        exchange.requestHeaders().forEach((name, values) -> {
            if (name.endsWith("-signature")) values.forEach(value -> secrets.putIfAbsent(value, name));
        });
    }

    private void keep(Pattern place, String text) {
        Matcher found = place.matcher(text);
        while (found.find()) if (found.group(2).length() > 20) secrets.putIfAbsent(found.group(2), found.group(1));
    }

    private List<String> found(String text) {
        return secrets.entrySet().stream()
                .filter(secret -> text.contains(secret.getKey().substring(0, 20))) // a part is too much, too
                .map(secret -> secret.getValue() + " in " + text)
                .toList();
    }
}
