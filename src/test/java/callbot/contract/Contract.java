package callbot.contract;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Webex promises and demands of its callers, asked whether one exchange or one webhook keeps to it.
 *
 * <p>It is stricter than Webex. Webex adds fields and enum values to its answers as it likes, and a bot must not mind;
 * but a field that our own side writes and the contract does not name is a slip or an invention, so here it is a
 * violation, in requests, answers and webhooks alike.
 *
 * <p>May be shared by threads.
 */
public final class Contract {

    private static final String BASE = "/v1";

    private final List<Operation> operations = new ArrayList<>();
    private final Content delivery;
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    private Contract(JsonNode openApi) {
        References references = new References(openApi);
        Schemas schemas = new Schemas(references);
        openApi.get("paths").forEachEntry((path, methods) -> {
            PathTemplate template = PathTemplate.of(path);
            methods.forEachEntry(
                    (method, node) -> operations.add(Operation.of(template, method, node, references, schemas)));
        });
        delivery = new Content(
                openApi.findPath("callbacks").findPath("requestBody").path("content"), schemas);
    }

    /** Reads the contract. */
    public static Contract load() {
        try (InputStream file = Contract.class.getResourceAsStream("webex.json")) {
            return new Contract(JsonMapper.shared().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is wrong with an exchange; nothing if it keeps to the contract. Each sentence begins with {@code request:} or
     * {@code answer:}. Of a request that the contract does not know the answer is not judged.
     *
     * @param target the path from {@code /v1/} on, and the query if there is one, as they were sent
     * @param requestContentType the header's value, empty if there was none
     * @param requestBody the body, empty if there was none
     * @param responseContentType the header's value, empty if there was none
     * @param responseBody the body, empty if there was none
     */
    public List<String> violations(
            String method,
            String target,
            String requestContentType,
            byte[] requestBody,
            int status,
            String responseContentType,
            byte[] responseBody) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);

        List<Operation> onPath = operationsOn(path);
        if (onPath.isEmpty()) return List.of("request: the contract has no path " + path);
        Optional<Operation> known =
                onPath.stream().filter(o -> o.method().equals(method)).findFirst();
        if (known.isEmpty()) return List.of("request: the contract has no " + method + " on " + path);

        Operation operation = known.get();
        seen.add(operation.id());
        List<String> violations = new ArrayList<>();
        operation
                .requestViolations(query, requestContentType, requestBody)
                .forEach(violation -> violations.add("request: " + violation));
        operation
                .answerViolations(status, responseContentType, responseBody)
                .forEach(violation -> violations.add("answer: " + violation));
        return List.copyOf(violations);
    }

    /** What is wrong with the body of a webhook that Webex would send; nothing if it keeps to the contract. */
    public List<String> deliveryViolations(byte[] webhookBody) {
        return delivery.violations("application/json", webhookBody).stream()
                .map(violation -> "webhook: " + violation)
                .toList();
    }

    /** The ids of all operations that the contract has. */
    public Set<String> operations() {
        Set<String> ids = new ConcurrentSkipListSet<>();
        operations.forEach(operation -> ids.add(operation.id()));
        return Collections.unmodifiableSet(ids);
    }

    /** The ids of the operations that were asked about since {@link #load()}, well or badly used. A live view. */
    public Set<String> operationsSeen() {
        return Collections.unmodifiableSet(seen);
    }

    /** The operations of the one template that this path means: /messages/direct is not the message called "direct". */
    private List<Operation> operationsOn(String path) {
        if (!path.startsWith(BASE + "/")) return List.of();
        String below = path.substring(BASE.length());
        return operations.stream()
                .map(Operation::path)
                .filter(template -> template.matches(below))
                .min(comparing(PathTemplate::preference))
                .map(best ->
                        operations.stream().filter(o -> o.path().equals(best)).toList())
                .orElse(List.of());
    }
}
