package callbot.sandbox.line;

import callbot.http.Response;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Field;
import callbot.sandbox.api.Operation;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.CallParty;
import callbot.sandbox.base.Habit;
import callbot.sandbox.base.Habits;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.base.Turn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The recordings of users' calls, and the operations that tell of them and give out links to them. */
public final class FakeRecordings {

    private static final String RECORDINGS = "/convergedRecordings";
    private static final String READ = "spark:recordings_read";

    /** For so long they are listed if nobody says since when. */
    private static final Duration LISTED = Duration.ofDays(7);

    /** After a call it takes so long until there is a recording. */
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private static final Duration LINKS = Duration.ofHours(3);

    private final Clock clock;
    private final Ids ids;
    private final Turn turn;
    private final Habits habits;
    private final Map<Account, List<Kept>> all = new HashMap<>();
    private final Set<Account> forbidden = new HashSet<>();
    private final List<String> links = new ArrayList<>();

    private record Kept(String id, String session, String topic, long seconds, Instant at, boolean transcript) {

        ObjectWriter toJson(Account owner) {
            return Json.object()
                    .put("id", id)
                    .put("topic", topic)
                    .put("createTime", at)
                    .put("timeRecorded", at)
                    .put("format", "MP3")
                    .put("serviceType", "calling")
                    .put("durationSeconds", seconds)
                    .put("sizeBytes", seconds * 2000)
                    .put("status", "available")
                    .put("ownerId", owner.id())
                    .put("ownerEmail", owner.email())
                    .put("ownerType", "user")
                    .put("storageRegion", "US")
                    .put("serviceData", Json.object().put("callSessionId", session));
        }
    }

    FakeRecordings(Clock clock, Ids ids, Turn turn, Habits habits) {
        this.habits = habits;
        this.clock = clock;
        this.ids = ids;
        this.turn = turn;
    }

    List<Operation> operations() {
        return List.of(
                Operation.of("GET", RECORDINGS, this::list)
                        .usersWith(READ)
                        .query(
                                Field.optional("from").time(),
                                Field.optional("to").time(),
                                Field.optional("max").whole(1, 100),
                                Field.optional("status").oneOf("available", "deleted"),
                                Field.optional("serviceType").oneOf("calling", "customerAssist")),
                Operation.of("GET", RECORDINGS + "/{recordingId}", this::show).usersWith(READ));
    }

    /**
     * A recording has become available.
     *
     * @param sessionId of the call, as calls have it: here it is written bare
     * @param transcript whether what was said is written down
     * @return its id
     */
    public String add(Account owner, String sessionId, String topic, long seconds, boolean transcript) {
        return turn.take(() -> {
            String id = ids.uuid();
            of(owner).add(new Kept(id, session(sessionId), topic, seconds, clock.instant(), transcript));
            return id;
        });
    }

    /** A call is over that was recorded, and its recording will become available after a while. */
    public void keep(Account owner, String sessionId, CallParty remote, Duration talked) {
        String with = remote.name().or(remote::number).orElse("somebody");
        of(owner)
                .add(new Kept(
                        ids.uuid(),
                        session(sessionId),
                        "Call with " + with,
                        talked.toSeconds(),
                        clock.instant().plus(A_WHILE),
                        false));
    }

    private String session(String sessionId) {
        return habits.has(Habit.FILES_RECORDINGS_BY_OTHER_SESSIONS)
                ? ids.uuid()
                : new String(Base64.getDecoder().decode(sessionId), StandardCharsets.UTF_8);
    }

    /** Deletes this one, as the user does on Webex's own pages. */
    public void delete(Account owner, String id) {
        turn.run(() -> of(owner).removeIf(one -> one.id().equals(id)));
    }

    /** All links that were given out. */
    public List<String> links() {
        return turn.take(() -> List.copyOf(links));
    }

    /** From now on this user may not see any. */
    public void forbid(Account person) {
        turn.run(() -> forbidden.add(person));
    }

    private Response list(Ask ask) {
        Instant since =
                ask.query("from").map(Instant::parse).orElse(clock.instant().minus(LISTED));
        return Ask.answer(
                200,
                Json.object()
                        .put(
                                "items",
                                own(ask).stream()
                                        .filter(one -> one.at().isAfter(since)
                                                && !one.at().isAfter(clock.instant()))
                                        .sorted(Comparator.comparing(Kept::at).reversed())
                                        .limit(ask.query("max")
                                                .map(Long::valueOf)
                                                .orElse(10L))
                                        .map(one -> one.toJson(ask.person()))
                                        .toList()));
    }

    private Response show(Ask ask) {
        Kept kept = own(ask).stream()
                .filter(one ->
                        one.id().equals(ask.path("recordingId")) && !one.at().isAfter(clock.instant()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Recording not found."));
        return Ask.answer(
                200,
                kept.toJson(ask.person())
                        .put(
                                "temporaryDirectDownloadLinks",
                                Json.object()
                                        .put("audioDownloadLink", link("audio"))
                                        .put(
                                                "transcriptDownloadLink",
                                                Optional.of("transcript")
                                                        .filter(any -> kept.transcript())
                                                        .map(this::link))
                                        .put("expiration", clock.instant().plus(LINKS))));
    }

    private String link(String what) {
        String link = "https://recordings.example/" + what + "?sig=" + ids.nextSecret();
        links.add(link);
        return link;
    }

    private List<Kept> own(Ask ask) {
        if (forbidden.contains(ask.person())) throw Refusal.forbidden("Access denied.");
        return of(ask.person());
    }

    private List<Kept> of(Account person) {
        return all.computeIfAbsent(person, any -> new ArrayList<>());
    }
}
