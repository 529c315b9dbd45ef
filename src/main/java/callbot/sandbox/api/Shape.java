package callbot.sandbox.api;

import callbot.json.Json;
import callbot.json.JsonException;
import callbot.sandbox.base.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which fields a request has. Whatever is not described here is refused, which is stricter than Webex where Webex ignores
 * a field: a misspelt one shall be found here and not in production.
 *
 * @param fields the fields it may have
 * @param rules which of them may be together
 * @param open whether other fields are ignored, as Webex does, instead of refused
 */
public record Shape(List<Field> fields, List<Rule> rules, boolean open) {

    /** What must hold for the names of the fields that are there. */
    record Rule(Predicate<Set<String>> holds, String message) {}

    /** Nothing at all. */
    static final Shape NOTHING = of();

    public static Shape of(Field... fields) {
        return new Shape(List.of(fields), List.of(), false);
    }

    public Shape exactlyOne(String... names) {
        return with(
                present -> count(present, names) == 1, "Exactly one of " + String.join(", ", names) + " is needed.");
    }

    public Shape atLeastOne(String... names) {
        return with(present -> count(present, names) > 0, "One of " + String.join(", ", names) + " is needed.");
    }

    public Shape notBoth(String... names) {
        return with(present -> count(present, names) < 2, "Only one of " + String.join(", ", names) + " can be given.");
    }

    /** The same, but other fields are ignored. */
    Shape opened() {
        return new Shape(fields, rules, true);
    }

    private Shape with(Predicate<Set<String>> holds, String message) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(new Rule(holds, message));
        return new Shape(fields, List.copyOf(more), open);
    }

    private static long count(Set<String> present, String... names) {
        return List.of(names).stream().filter(present::contains).count();
    }

    /**
     * Checks a JSON body.
     *
     * @throws Refusal with status 400 if it does not have this shape
     */
    public void check(Json body) {
        if (!body.isObject()) throw Refusal.badRequest("The body must be a JSON object.");
        checkNames(Set.copyOf(body.names()));
        try {
            fields.stream().filter(field -> body.names().contains(field.name())).forEach(field -> field.check(body));
        } catch (JsonException e) {
            throw Refusal.badRequest(e.getMessage());
        }
    }

    /**
     * Checks the parameters of a query or a form.
     *
     * @throws Refusal with status 400 if they do not have this shape
     */
    public void check(Map<String, String> parameters) {
        checkNames(parameters.keySet());
        fields.stream()
                .filter(field -> parameters.containsKey(field.name()))
                .forEach(field -> field.check(parameters.get(field.name())));
    }

    private void checkNames(Set<String> present) {
        Set<String> known = fields.stream().map(Field::name).collect(Collectors.toSet());
        for (String name : present) {
            if (!open && !known.contains(name))
                throw Refusal.badRequest("\"" + name + "\" is not a field of this request.");
        }
        for (Field field : fields) {
            if (field.required() && !present.contains(field.name())) {
                throw Refusal.badRequest("\"" + field.name() + "\" is missing.");
            }
        }
        for (Rule rule : rules) {
            if (!rule.holds().test(present)) throw Refusal.badRequest(rule.message());
        }
    }
}
