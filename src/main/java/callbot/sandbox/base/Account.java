package callbot.sandbox.base;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody with a Webex account: a human being with a line, or a bot without one.
 *
 * @param id the id by which Webex knows him
 * @param email his address
 * @param displayName his name
 * @param bot whether this is a bot
 * @param line his line, absent for a bot
 * @param timezone where he lives
 * @param created since when he has been known
 */
public record Account(
        String id,
        String email,
        String displayName,
        boolean bot,
        Optional<Line> line,
        ZoneId timezone,
        Instant created) {

    /** The organization that everybody here belongs to. */
    public static final String ORG = Ids.of("ORGANIZATION", Ids.ORG_UUID);

    /**
     * A Webex Calling line.
     *
     * @param number the number in E.164 form
     * @param extension the short number within the organization
     * @param endpoints on what its calls ring; the first is the preferred one
     */
    public record Line(String number, String extension, List<LineEndpoint> endpoints) {

        /** Guards against a line on which nothing rings. */
        public Line {
            endpoints = List.copyOf(endpoints);
            if (endpoints.isEmpty()) throw new IllegalArgumentException("a line without endpoints");
            if (!number.startsWith("+")) throw new IllegalArgumentException(number);
            Objects.requireNonNull(extension);
        }
    }

    /** Guards against a person without a name or an address. */
    public Account {
        Objects.requireNonNull(id);
        Objects.requireNonNull(displayName);
        Objects.requireNonNull(line);
        Objects.requireNonNull(timezone);
        Objects.requireNonNull(created);
        if (!email.contains("@")) throw new IllegalArgumentException(email);
    }

    /** The line of somebody who must have one. */
    public Line requireLine() {
        return line.orElseThrow(() -> Refusal.forbidden(displayName + " is not a Webex Calling user."));
    }

    /** His preferred endpoint: the one that answers when nobody says which. */
    public LineEndpoint preferredEndpoint() {
        return requireLine().endpoints().getFirst();
    }

    /**
     * One of his endpoints by id.
     *
     * @throws Refusal if it is not his
     */
    public LineEndpoint endpoint(String endpointId) {
        return requireLine().endpoints().stream()
                .filter(endpoint -> endpoint.id().equals(endpointId))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest("The endpoint is none of yours."));
    }

    /** Whether his name begins so, whatever the case. */
    public boolean isCalled(String beginning) {
        return displayName.regionMatches(true, 0, beginning, 0, beginning.length());
    }

    /** How he appears to others in a call. */
    public CallParty party() {
        return new CallParty(
                Optional.of(displayName), Optional.of(requireLine().extension()), Optional.of(id), false, "location");
    }

    /** All that Webex tells of him. */
    public ObjectWriter toJson() {
        return toJsonWithoutStatus().put("status", "active");
    }

    /** All but whether he is there just now. */
    public ObjectWriter toJsonWithoutStatus() {
        int space = displayName.indexOf(' ');
        List<ObjectWriter> numbers = new ArrayList<>();
        line.ifPresent(line -> {
            numbers.add(Json.object()
                    .put("type", "work")
                    .put("value", line.number())
                    .put("primary", true));
            numbers.add(Json.object().put("type", "work_extension").put("value", line.extension()));
        });
        ObjectWriter json = Json.object().put("id", id).put("emails", List.of(email));
        if (!numbers.isEmpty()) json.put("phoneNumbers", numbers);
        json.put("extension", line.map(Line::extension))
                .put("displayName", displayName)
                .put("nickName", space < 0 ? displayName : displayName.substring(0, space));
        if (space > 0) {
            json.put("firstName", displayName.substring(0, space)).put("lastName", displayName.substring(space + 1));
        }
        return json.put("orgId", ORG)
                .put("created", created)
                .put("timezone", timezone.getId())
                .put("type", bot ? "bot" : "person");
    }
}
