package callbot.contract;

import tools.jackson.databind.JsonNode;

/**
 * Follows the {@code $ref}s of a document into the document.
 *
 * @param document the whole contract
 */
record References(JsonNode document) {

    /** The node itself, or what it refers to. */
    JsonNode follow(JsonNode node) {
        return node.has("$ref") ? follow(document.at(node.get("$ref").asString().substring(1))) : node;
    }
}
