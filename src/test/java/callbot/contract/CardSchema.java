package callbot.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Microsoft's own schema of Adaptive Cards 1.3, which knows more than Webex draws, and is the last word on what there is. */
public final class CardSchema {

    private final Schema schema;

    private CardSchema(ObjectNode schema) {
        schema.remove("id"); // a keyword of draft 4 in a schema of draft 6, which the validator refuses
        this.schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6).getSchema(schema);
    }

    /** Reads the schema. */
    public static CardSchema load() {
        try (InputStream file = CardSchema.class.getResourceAsStream("adaptivecards/schema-1.3.0.json")) {
            return new CardSchema(JsonMapper.shared().readTree(file).asObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a card; nothing if it is one. */
    public List<String> violations(JsonNode card) {
        return schema.validate(card).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }
}
