package callbot.contract;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/**
 * The contract's own keyword {@code x-max-bytes}: the length of a text in UTF-8, which is how Webex measures messages.
 * The standard's {@code maxLength} counts characters and lets a long text of umlauts pass.
 */
final class MaxBytes extends AbstractKeyword {

    MaxBytes() {
        super("x-max-bytes");
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode limit, Schema parent, SchemaContext context) {
        return new BaseKeywordValidator(this, limit, location, parent, context) {
            @Override
            public void validate(ExecutionContext execution, JsonNode value, JsonNode root, NodePath place) {
                if (!value.isString()) return;
                int bytes = value.asString().getBytes(StandardCharsets.UTF_8).length;
                if (bytes <= limit.asInt()) return;
                execution.addError(error().instanceNode(value)
                        .instanceLocation(place)
                        .evaluationPath(execution.getEvaluationPath())
                        .message("must be at most " + limit + " bytes long, but has " + bytes)
                        .build());
            }
        };
    }
}
