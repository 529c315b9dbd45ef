package callbot.call.card;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.webex.calling.CallKey;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How a missed call stands to others of the same caller, all of which one card tells of.
 *
 * @param earlier when those were missed that this call's card tells of too
 * @param toldBy the later call whose card tells of this one; absent if this one has its own
 */
public record Gathering(SortedSet<Instant> earlier, Optional<CallKey> toldBy) {

    /** A call that is told of alone. */
    static final Gathering NONE = new Gathering(Collections.emptySortedSet(), Optional.empty());

    public Gathering {
        earlier = Collections.unmodifiableSortedSet(new TreeSet<>(earlier));
    }

    /** A call that tells of earlier ones too. */
    public static Gathering of(SortedSet<Instant> earlier) {
        return new Gathering(earlier, Optional.empty());
    }

    /** A call that a later one tells of. */
    public static Gathering toldBy(CallKey later) {
        return new Gathering(Collections.emptySortedSet(), Optional.of(later));
    }

    /** What this and the other say; which of them comes first makes no difference. */
    Gathering and(Gathering other) {
        SortedSet<Instant> all = new TreeSet<>(earlier);
        all.addAll(other.earlier);
        return new Gathering(
                all,
                Stream.concat(toldBy.stream(), other.toldBy.stream())
                        .min((one, two) -> one.text().compareTo(two.text())));
    }

    static Gathering parse(Json json) {
        SortedSet<Instant> earlier = new TreeSet<>();
        json.list("earlier").forEach(one -> one.instant("at").ifPresent(earlier::add));
        return new Gathering(earlier, json.text("toldBy").map(CallKey::new));
    }

    ObjectWriter stored() {
        List<ObjectWriter> times =
                earlier.stream().map(at -> Json.object().put("at", at)).toList();
        return Json.object().put("earlier", times).put("toldBy", toldBy.map(CallKey::text));
    }
}
