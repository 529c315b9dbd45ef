package callbot.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the contract declares about a body.
 *
 * @param mediaTypes the schemas by media type; empty or missing if there must be no body
 * @param schemas the judge of the values in it
 */
record Content(JsonNode mediaTypes, Schemas schemas) {

    // Of a field that is there twice most readers see the last one, some the first: what was sent is not clear.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Pattern PART_NAME = Pattern.compile("(?i)form-data; name=\"([^\"]+)\"");

    List<String> violations(String contentType, byte[] body) {
        if (mediaTypes.isEmpty()) return body.length == 0 ? List.of() : List.of("there must be no body");
        String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (mediaTypes.has("*/*")) return List.of(); // a file, of whatever kind
        JsonNode declared = mediaTypes.get(mediaType);
        if (declared == null) {
            return List.of("the content type is \"" + mediaType + "\", not one of " + mediaTypes.propertyNames());
        }
        JsonNode schema = declared.path("schema");
        return switch (mediaType) {
            case "application/json" -> jsonViolations(schema, body);
            case "application/x-www-form-urlencoded" -> formViolations(schema, body);
            case "multipart/form-data" -> multipartViolations(schema, contentType, body);
            case "text/html" -> List.of();
            default -> List.of("a body of " + mediaType + " cannot be judged here");
        };
    }

    private List<String> jsonViolations(JsonNode schema, byte[] body) {
        try {
            JsonNode value = JSON.readTree(body);
            return value.isMissingNode() ? List.of("the body is missing") : schemas.violations(schema, value);
        } catch (JacksonException e) {
            return List.of("the body is not JSON: " + e.getOriginalMessage());
        }
    }

    /** Reads by the names of the parts alone: a file's content is not judged. */
    private List<String> multipartViolations(JsonNode schema, String contentType, byte[] body) {
        String boundary = contentType.replaceFirst(".*boundary=\"?([^\";]+).*", "$1");
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        String text = new String(body, StandardCharsets.UTF_8);
        for (String part : text.split("--" + Pattern.quote(boundary))) {
            Matcher name = PART_NAME.matcher(part);
            if (name.find())
                fields.put(
                        name.group(1),
                        part.substring(part.indexOf("\r\n\r\n") + 4).stripTrailing());
        }
        return fields.isEmpty() ? List.of("the form has no parts") : schemas.violations(schema, fields);
    }

    private List<String> formViolations(JsonNode schema, byte[] body) {
        Map<String, List<String>> form;
        try {
            form = UrlEncoded.parse(new String(body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return List.of("the form has a broken escape");
        }
        List<String> violations = new ArrayList<>();
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        form.forEach((name, values) -> {
            fields.put(name, values.getFirst());
            if (values.size() > 1) violations.add("/" + name + " is there more than once");
        });
        violations.addAll(schemas.violations(schema, fields));
        return violations;
    }
}
