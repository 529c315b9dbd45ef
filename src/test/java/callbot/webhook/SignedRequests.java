package callbot.webhook;

import callbot.http.Request;
import callbot.webex.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Requests as Webex makes them for webhooks with these keys. */
record SignedRequests(HookKeys keys) {

    /** To the bot's own webhook. */
    Request signed(String body) {
        return request("/webhook", body, header(hmac("HmacSHA1", keys.botSecret(), body)));
    }

    /** To this person's call webhook. */
    Request signed(String body, String person) {
        Secret secret = keys.callSecret(keys.pathKey(person));
        return request(path(person), body, header(hmac("HmacSHA1", secret, body)));
    }

    String path(String person) {
        return "/webhook/calls/" + keys.pathKey(person);
    }

    static String hmac(String algorithm, Secret secret, String body) {
        return Signature.hmac(algorithm, secret, body.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, List<String>> header(String signature) {
        return Map.of("x-spark-signature", List.of(signature));
    }

    static Request request(String path, String body, Map<String, List<String>> headers) {
        return new Request("POST", path, "", headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
