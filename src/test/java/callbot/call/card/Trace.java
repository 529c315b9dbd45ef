package callbot.call.card;

import callbot.json.Json;
import callbot.webhook.WebhookEvent;
import callbot.webhook.WebhookEvent.CallChanged;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of one call.
 *
 * @param end what is known of the call after all of them
 * @param cards the titles of the cards that show it, if the events come in this order
 */
public record Trace(String name, Json end, List<String> cards, List<CallChanged> events) {

    public static List<Trace> all() {
        return read("traces.json").list("traces").stream()
                .map(trace -> new Trace(
                        trace.requireText("name"),
                        trace.at("end"),
                        trace.texts("cards"),
                        trace.list("events").stream().map(Trace::delivered).toList()))
                .toList();
    }

    /** The events that were recorded, of one call that was answered, and of one that was answered elsewhere. */
    static CallChanged recorded(String name) {
        return (CallChanged) WebhookEvent.parse(read("/callbot/contract/deliveries/telephonyCalls" + name + ".json")
                .toString()
                .getBytes());
    }

    /** What each event alone shows. */
    List<CallView> views() {
        return events.stream().map(Trace::view).toList();
    }

    /** What one of them alone shows; all of them say when they were. */
    static CallView view(CallChanged event) {
        return CallView.of(event, event.at().orElseThrow());
    }

    /** What is known after each event, if they come in this order. */
    List<CallView> story() {
        List<CallView> known = new ArrayList<>();
        views().forEach(seen ->
                known.add(known.isEmpty() ? seen : known.getLast().and(seen)));
        return known;
    }

    @Override
    public String toString() {
        return name;
    }

    private static CallChanged delivered(Json data) {
        return (CallChanged) WebhookEvent.parse(Json.object()
                .put("resource", "telephony_calls")
                .put("event", "updated")
                .put("createdBy", "alice")
                .put("data", data)
                .toBytes());
    }

    private static Json read(String resource) {
        try (InputStream in = Trace.class.getResourceAsStream(resource)) {
            return Json.parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
