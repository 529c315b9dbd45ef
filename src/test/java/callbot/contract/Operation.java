package callbot.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the contract.
 *
 * @param id the operationId
 * @param path where it is found
 * @param method in capitals
 * @param query what may stand in the query
 * @param request what may be sent
 * @param requestRequired whether something must be sent
 * @param answers what may come back, by status
 */
record Operation(
        String id,
        PathTemplate path,
        String method,
        Query query,
        Content request,
        boolean requestRequired,
        Map<Integer, Content> answers) {

    static Operation of(PathTemplate path, String method, JsonNode node, References references, Schemas schemas) {
        Map<Integer, Content> answers = new HashMap<>();
        node.get("responses")
                .forEachEntry((status, answer) -> answers.put(
                        Integer.valueOf(status),
                        new Content(references.follow(answer).path("content"), schemas)));
        return new Operation(
                node.get("operationId").asString(),
                path,
                method.toUpperCase(Locale.ROOT),
                new Query(node.path("parameters"), schemas),
                new Content(node.at("/requestBody/content"), schemas),
                node.at("/requestBody/required").asBoolean(false),
                Map.copyOf(answers));
    }

    List<String> requestViolations(String rawQuery, String contentType, byte[] body) {
        List<String> violations = new ArrayList<>(query.violations(rawQuery));
        if (body.length > 0) {
            violations.addAll(request.violations(contentType, body));
        } else if (requestRequired) {
            violations.add("the body is missing");
        }
        return violations;
    }

    List<String> answerViolations(int status, String contentType, byte[] body) {
        Content declared = answers.get(status);
        if (declared == null) return List.of("the contract has no status " + status + " for " + id);
        return declared.violations(contentType, body);
    }
}
