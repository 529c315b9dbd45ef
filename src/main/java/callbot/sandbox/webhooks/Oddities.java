package callbot.sandbox.webhooks;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.base.Habit;
import callbot.sandbox.base.Habits;
import callbot.sandbox.base.Ids;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the data of webhooks odd, as Webex's habits have it: fields missing, of another type, or ids of another form. */
final class Oddities {

    private static final Map<Habit, String> OMITTED = Map.of(
            Habit.OMITS_PERSONALITY, "personality",
            Habit.OMITS_STATE, "state",
            Habit.OMITS_EVENT_TIMESTAMP, "eventTimestamp",
            Habit.OMITS_PERSON_EMAIL, "personEmail",
            Habit.OMITS_ROOM_TYPE, "roomType");

    private final Habits habits;

    Oddities(Habits habits) {
        this.habits = habits;
    }

    /** What is sent instead of this. */
    String of(Json envelope) {
        ObjectWriter odd = Json.object();
        for (String name : envelope.names()) {
            Json field = envelope.at(name);
            odd.put(name, name.equals("data") ? rewritten(field) : field);
        }
        String body = odd.toString();
        return habits.has(Habit.NAMES_PEOPLE_BY_REGION) ? Ids.withRegions("PEOPLE", body) : body;
    }

    private Object rewritten(Json value) {
        if (!value.isObject()) return retyped(value);
        Set<String> omitted = OMITTED.entrySet().stream()
                .filter(entry -> habits.has(entry.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        ObjectWriter fields = Json.object();
        value.names().stream()
                .filter(name -> !omitted.contains(name))
                .forEach(name -> fields.put(name, rewritten(value.at(name))));
        return fields;
    }

    private Object retyped(Json value) {
        String json = value.toString();
        if (habits.has(Habit.WRITES_FLAGS_AS_TEXT) && (json.equals("true") || json.equals("false"))) return json;
        if (habits.has(Habit.WRITES_DIGITS_AS_NUMBERS) && json.matches("\"\\+?[1-9][0-9]{1,17}\"")) {
            return Long.parseLong(json.replaceAll("[\"+]", ""));
        }
        return value;
    }
}
