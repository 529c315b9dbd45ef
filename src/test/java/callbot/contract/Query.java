package callbot.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What the contract declares about the query of one operation.
 *
 * @param parameters the operation's parameters, those of the path among them
 * @param schemas the judge of the values
 */
record Query(JsonNode parameters, Schemas schemas) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    List<String> violations(String rawQuery) {
        Map<String, List<String>> given;
        try {
            given = UrlEncoded.parse(rawQuery);
        } catch (IllegalArgumentException e) {
            return List.of("the query has a broken escape");
        }
        List<String> violations = new ArrayList<>();
        given.forEach((name, values) -> violations.addAll(violations(name, values)));
        for (JsonNode parameter : parameters) {
            String name = parameter.get("name").asString();
            if (isInQuery(parameter) && parameter.path("required").asBoolean(false) && !given.containsKey(name)) {
                violations.add("query parameter " + name + " is missing");
            }
        }
        return violations;
    }

    private List<String> violations(String name, List<String> values) {
        Optional<JsonNode> declared = declared(name);
        if (declared.isEmpty()) return List.of("the contract has no query parameter " + name);
        JsonNode schema = declared.get().get("schema");
        boolean list = "array".equals(schema.path("type").asString(""));
        if (values.size() > 1 && !list) return List.of("query parameter " + name + " is there more than once");
        JsonNode value = list ? elements(declared.get(), values) : scalar(schema, values.getFirst());
        return schemas.violations(schema, value).stream()
                .map(violation -> "query parameter " + name + ": " + violation)
                .toList();
    }

    private Optional<JsonNode> declared(String name) {
        return parameters
                .valueStream()
                .filter(Query::isInQuery)
                .filter(parameter -> parameter.get("name").asString().equals(name))
                .findFirst();
    }

    private static boolean isInQuery(JsonNode parameter) {
        return parameter.get("in").asString().equals("query");
    }

    /** A list comes as {@code a=1,2} where the contract says that it does not "explode", else as {@code a=1&a=2}. */
    private static ArrayNode elements(JsonNode parameter, List<String> values) {
        boolean repeated = parameter.path("explode").asBoolean(true);
        ArrayNode elements = NODES.arrayNode();
        for (String value : values) {
            for (String element : repeated ? new String[] {value} : value.split(",", -1)) elements.add(element);
        }
        return elements;
    }

    /** Text that does not read as the declared type stays text, for the schema to complain about. */
    private static JsonNode scalar(JsonNode schema, String text) {
        return switch (schema.path("type").asString("")) {
            case "integer" ->
                text.matches("-?\\d{1,18}") ? NODES.numberNode(Long.parseLong(text)) : NODES.stringNode(text);
            case "boolean" ->
                text.matches("true|false") ? NODES.booleanNode(text.equals("true")) : NODES.stringNode(text);
            default -> NODES.stringNode(text);
        };
    }
}
