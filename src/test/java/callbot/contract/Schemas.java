package callbot.contract;

import static java.util.Comparator.comparingInt;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.DisallowUnknownKeywordFactory;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Holds values against schemas of the contract, each of which is compiled when it is first asked for. */
final class Schemas {

    /** What may stand in our schemas without saying anything about a value; any other unknown keyword is an error. */
    private static final List<String> SAYS_NOTHING = List.of("components", "x-extensible-enum");

    private final References references;
    private final UnknownFields unknownFields;
    private final SchemaRegistry registry;
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    Schemas(References references) {
        this.references = references;
        unknownFields = new UnknownFields(references);
        Dialect dialect = Dialect.builder(Dialects.getOpenApi30())
                .keyword(new MaxBytes())
                .keywords(SAYS_NOTHING.stream().map(NonValidationKeyword::new).toList())
                .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
                .build();
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .build();
        registry = SchemaRegistry.withDialect(dialect, builder -> builder.schemaRegistryConfig(config));
    }

    /**
     * What is wrong with the value; each sentence begins with the place, as a JSON pointer. Where the contract has
     * several shapes to choose from, the value is held against the one that it comes closest to.
     */
    List<String> violations(JsonNode schema, JsonNode value) {
        return shapes(schema)
                .map(shape -> violationsOfShape(shape, value))
                .min(comparingInt(List::size))
                .orElseThrow();
    }

    /** The named schemas that this one is a choice of, or else itself: a choice of unnamed ones is only a condition. */
    private Stream<JsonNode> shapes(JsonNode schema) {
        JsonNode target = references.follow(schema);
        return Stream.of("oneOf", "anyOf")
                .map(target::path)
                .filter(choice -> choice.isArray() && choice.valueStream().allMatch(each -> each.has("$ref")))
                .findFirst()
                .map(choice -> choice.valueStream().flatMap(this::shapes))
                .orElse(Stream.of(schema));
    }

    private List<String> violationsOfShape(JsonNode schema, JsonNode value) {
        List<String> violations = new ArrayList<>();
        compiled.computeIfAbsent(schema, this::compile)
                .validate(value)
                .forEach(error -> violations.add((error.getInstanceLocation() + " " + error.getMessage()).strip()));
        violations.addAll(unknownFields.in(schema, value));
        return violations;
    }

    /** References lead from the root of a document, so each schema becomes one, together with the named schemas. */
    private Schema compile(JsonNode schema) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        schema.forEachEntry(document::set);
        document.set("components", references.document().get("components"));
        return registry.getSchema(document);
    }
}
