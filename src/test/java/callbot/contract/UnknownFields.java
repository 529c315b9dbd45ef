package callbot.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Finds the fields of a value that its schema does not name. The schemas themselves let them pass: OpenAPI's objects
 * are open unless they say otherwise, and its {@code additionalProperties} cannot see past one part of an {@code allOf}.
 *
 * <p>Two things stay open. An object of which no field is named at all, like the inputs of a card; and the card, whose
 * elements are the business of another specification.
 *
 * @param references leads from schema to schema
 */
record UnknownFields(References references) {

    private static final String CARD = "/components/schemas/AdaptiveCard";

    /** A sentence for each unknown field. */
    List<String> in(JsonNode schema, JsonNode value) {
        List<String> found = new ArrayList<>();
        search(List.of(schema), value, "", found);
        return found;
    }

    private void search(List<JsonNode> schemas, JsonNode value, String place, List<String> found) {
        List<JsonNode> parts = schemas.stream().flatMap(this::parts).toList();
        if (parts.contains(references.document().at(CARD))) return;
        if (value.isArray()) {
            List<JsonNode> items = children(parts, "items");
            int index = 0;
            for (JsonNode element : value) search(items, element, place + "/" + index++, found);
        }
        List<JsonNode> properties = children(parts, "properties");
        if (value.isObject() && !properties.isEmpty()) {
            value.forEachEntry((name, field) -> {
                List<JsonNode> named = children(properties, name);
                if (named.isEmpty()) found.add(place + "/" + name + " is not in the contract");
                else search(named, field, place + "/" + name, found);
            });
        }
    }

    /** All schemas that speak about the same value as this one does. */
    private Stream<JsonNode> parts(JsonNode schema) {
        JsonNode here = references.follow(schema);
        return Stream.concat(
                Stream.of(here),
                Stream.of("allOf", "anyOf", "oneOf")
                        .flatMap(combiner -> here.path(combiner).valueStream())
                        .flatMap(this::parts));
    }

    private static List<JsonNode> children(List<JsonNode> nodes, String name) {
        return nodes.stream()
                .filter(node -> node.has(name))
                .map(node -> node.get(name))
                .toList();
    }
}
