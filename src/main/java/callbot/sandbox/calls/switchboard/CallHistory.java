package callbot.sandbox.calls.switchboard;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.CallParty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whom everybody called, missed and answered: the last twenty of each kind. */
public final class CallHistory {

    private static final int MOST = 20;

    private final Map<Account, List<Entry>> newestFirst = new HashMap<>();

    /** What became of a call. */
    public enum Kind {
        PLACED("placed"),
        MISSED("missed"),
        RECEIVED("received");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        /** As Webex writes it. */
        public String wireName() {
            return wireName;
        }
    }

    /**
     * A call that was.
     *
     * @param kind what became of it
     * @param other who was at the other end
     * @param time when it was placed, or answered, or ended without
     */
    public record Entry(Kind kind, CallParty other, Instant time) {

        /** As Webex writes it. */
        public ObjectWriter toJson() {
            return Json.object()
                    .put("type", kind.wireName())
                    .put("name", other.name())
                    .put("number", other.number())
                    .put("privacyEnabled", other.privacyEnabled())
                    .put("time", time);
        }
    }

    /** This person had a call. */
    public void add(Account person, Kind kind, CallParty other, Instant time) {
        List<Entry> entries = newestFirst.computeIfAbsent(person, somebody -> new ArrayList<>());
        entries.addFirst(new Entry(kind, other, time));
        List<Entry> same =
                entries.stream().filter(entry -> entry.kind() == kind).toList();
        if (same.size() > MOST) entries.remove(same.getLast());
    }

    /** What this person's calls were, newest first. */
    public List<Entry> of(Account person) {
        return List.copyOf(newestFirst.getOrDefault(person, List.of()));
    }
}
