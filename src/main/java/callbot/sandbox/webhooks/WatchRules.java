package callbot.sandbox.webhooks;

import callbot.sandbox.base.Account;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a webhook can be made for: resources, their events, the scopes they take, and the filters they know. */
final class WatchRules {

    private static final Set<String> OTHER_RESOURCES = Set.of(
            "dataSources",
            "rooms",
            "meetings",
            "recordings",
            "convergedRecordings",
            "meetingParticipants",
            "meetingTranscripts",
            "uc_counters",
            "serviceApp",
            "adminBatchJobs");

    private static final Set<String> OTHER_EVENTS = Set.of(
            "created",
            "updated",
            "deleted",
            "started",
            "ended",
            "joined",
            "left",
            "migrated",
            "authorized",
            "deauthorized",
            "statusChanged",
            "all");

    private static final Map<String, Set<String>> EVENTS = Map.of(
            "messages", Set.of("created", "updated", "deleted", "all"),
            "memberships", Set.of("created", "updated", "deleted", "all"),
            "attachmentActions", Set.of("created", "all"),
            "telephony_calls", Set.of("created", "updated", "deleted", "all"),
            "telephony_conference", Set.of("created", "updated", "deleted", "all"),
            "telephony_mwi", Set.of("updated"),
            "all", Set.of("created", "updated", "deleted", "all"));

    private static final Map<String, Set<String>> SCOPES = Map.of(
            "messages", Set.of("spark:messages_read"),
            "memberships", Set.of("spark:memberships_read"),
            "attachmentActions", Set.of("spark:messages_read"),
            "telephony_calls", Set.of("spark:calls_read"),
            "telephony_conference", Set.of("spark:calls_read"),
            "telephony_mwi", Set.of("spark:calls_read"),
            "all", Set.of("spark:messages_read", "spark:memberships_read"));

    private static final Map<String, Set<String>> FILTERS = Map.of(
            "messages",
                    Set.of(
                            "roomId",
                            "roomType",
                            "personId",
                            "personEmail",
                            "mentionedPeople",
                            "hasFiles",
                            "hasAttachments"),
            "memberships", Set.of("roomId", "personId", "personEmail", "isModerator"),
            "attachmentActions", Set.of("messageId", "roomId", "personId"),
            "telephony_calls", Set.of("personality", "state", "number", "personId", "callType"));

    private static final Set<String> NAMING_PEOPLE = Set.of("personId", "mentionedPeople");

    private WatchRules() {}

    static boolean isResource(String resource) {
        return EVENTS.containsKey(resource) || OTHER_RESOURCES.contains(resource);
    }

    static boolean isEvent(String resource, String event) {
        return EVENTS.getOrDefault(resource, OTHER_EVENTS).contains(event);
    }

    /** The scopes that a user's token needs to watch this resource: those to read it. */
    static Set<String> readScopes(String resource) {
        return SCOPES.getOrDefault(resource, Set.of());
    }

    /**
     * Reads a filter such as {@code roomType=direct&personId=...}; {@code me} is the owner himself.
     *
     * @throws Refusal if it is none that this resource knows
     */
    static Map<String, String> conditions(String resource, String filter, Account owner) {
        Map<String, String> conditions = new HashMap<>();
        for (String pair : filter.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1 || equals == pair.length() - 1) throw Refusal.badRequest("The filter is not key=value.");
            String key = pair.substring(0, equals);
            String value = pair.substring(equals + 1);
            if (!FILTERS.getOrDefault(resource, Set.of()).contains(key)) {
                throw Refusal.badRequest("invalid value for filter: " + key);
            }
            conditions.put(
                    key, !NAMING_PEOPLE.contains(key) ? value : value.equals("me") ? owner.id() : Ids.usual(value));
        }
        return conditions;
    }
}
