package callbot.sandbox.api;

import callbot.http.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One operation of the REST API: who may ask, for what, and who answers.
 *
 * @param method the HTTP method
 * @param path the path below {@code /v1}, with placeholders such as {@code {messageId}}
 * @param admission whose token it takes
 * @param query the shape of its query
 * @param content what its body is
 * @param body the shape of its body
 * @param answer who answers, when all this has been checked
 */
public record Operation(
        String method,
        String path,
        Admission admission,
        Shape query,
        Content content,
        Shape body,
        Function<Ask, Response> answer) {

    /**
     * Whose token is good for an operation.
     *
     * @param open whether none is needed
     * @param bots whether a bot's token is good
     * @param scopes of which a user's token needs one, any if there are none
     */
    record Admission(boolean open, boolean bots, Set<String> scopes) {}

    enum Content {
        NONE,
        JSON,
        JSON_OR_MULTIPART,
        OPTIONAL_JSON,
        FORM
    }

    /** An operation for every token. */
    public static Operation of(String method, String path, Function<Ask, Response> answer) {
        return new Operation(
                method, path, new Admission(false, true, Set.of()), Shape.NOTHING, Content.NONE, Shape.NOTHING, answer);
    }

    /** For users' tokens with one of these scopes, and for bots' tokens. */
    public Operation scope(String... scopes) {
        return admitting(new Admission(false, true, Set.of(scopes)));
    }

    /** For users' tokens with one of these scopes only: a bot has no line. */
    public Operation usersWith(String... scopes) {
        return admitting(new Admission(false, false, Set.of(scopes)));
    }

    /** For everybody, without a token. */
    public Operation open() {
        return admitting(new Admission(true, true, Set.of()));
    }

    public Operation query(Field... fields) {
        return query(Shape.of(fields));
    }

    public Operation query(Shape query) {
        return new Operation(method, path, admission, query, content, body, answer);
    }

    /** With a JSON body, or the same fields as the parts of a multipart form, with files among them. */
    public Operation jsonOrMultipart(Shape body) {
        return new Operation(method, path, admission, query, Content.JSON_OR_MULTIPART, body, answer);
    }

    public Operation json(Shape body) {
        return new Operation(method, path, admission, query, Content.JSON, body, answer);
    }

    /** With a JSON body that may be left out. */
    public Operation optionalJson(Shape body) {
        return new Operation(method, path, admission, query, Content.OPTIONAL_JSON, body, answer);
    }

    /** With a form as body, whose fields the operation checks itself. */
    public Operation form() {
        return new Operation(method, path, admission, query, Content.FORM, body, answer);
    }

    /** The same under another path. */
    public Operation at(String other) {
        return new Operation(method, other, admission, query, content, body, answer);
    }

    /** The same, but fields that it does not know are ignored. */
    Operation opened() {
        return new Operation(method, path, admission, query.opened(), content, body.opened(), answer);
    }

    private Operation admitting(Admission admission) {
        return new Operation(method, path, admission, query, content, body, answer);
    }

    /** What the placeholders stand for in this path, absent if it is another path. */
    Optional<Map<String, String>> match(String requested) {
        String[] ours = path.split("/", -1);
        String[] theirs = requested.split("/", -1);
        if (ours.length != theirs.length) return Optional.empty();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < ours.length; i++) {
            if (ours[i].startsWith("{") && !theirs[i].isEmpty()) {
                values.put(ours[i].substring(1, ours[i].length() - 1), theirs[i]);
            } else if (!ours[i].equals(theirs[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
