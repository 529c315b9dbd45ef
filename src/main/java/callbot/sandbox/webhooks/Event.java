package callbot.sandbox.webhooks;

import callbot.json.ObjectWriter;
import callbot.sandbox.base.Account;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that webhooks tell of.
 *
 * @param resource what it happened to, such as {@code messages}
 * @param name what happened, such as {@code created}
 * @param audience those whose webhooks are told, because they may see it
 * @param attributes what a webhook's filter can ask for, by the name of the filter
 * @param actor who did it
 * @param data what a webhook says about it
 */
public record Event(
        String resource,
        String name,
        List<Account> audience,
        Map<String, Set<String>> attributes,
        Account actor,
        ObjectWriter data) {

    /** Whether it has this value of this attribute, perhaps among others. */
    boolean has(String attribute, String value) {
        return attributes.getOrDefault(attribute, Set.of()).contains(value);
    }
}
