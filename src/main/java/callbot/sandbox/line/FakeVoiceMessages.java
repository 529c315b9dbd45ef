package callbot.sandbox.line;

import callbot.http.Response;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Field;
import callbot.sandbox.api.Operation;
import callbot.sandbox.api.Shape;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.CallParty;
import callbot.sandbox.base.Habit;
import callbot.sandbox.base.Habits;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.base.Turn;
import callbot.sandbox.webhooks.Event;
import callbot.sandbox.webhooks.FakeWebhooks;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was left on users' voicemail, and the operations that tell and change it. */
public final class FakeVoiceMessages {

    private static final String MESSAGES = "/telephony/voiceMessages";
    private static final String READ = "spark:calls_read";
    private static final String WRITE = "spark:calls_write";

    private final Clock clock;
    private final Ids ids;
    private final FakeWebhooks webhooks;
    private final Habits habits;
    private final Turn turn;
    private final Map<Account, List<Left>> messages = new HashMap<>();
    private final Set<Account> withoutService = new HashSet<>();

    private record Left(String id, CallParty from, long seconds, Instant created, boolean read) {

        Left marked(boolean asRead) {
            return new Left(id, from, seconds, created, asRead);
        }

        ObjectWriter toJson() {
            return Json.object()
                    .put("id", id)
                    .put("duration", seconds)
                    .put(
                            "callingParty",
                            Json.object()
                                    .put("name", from.name())
                                    .put("number", from.number())
                                    .put("personId", from.personId())
                                    .put("privacyEnabled", from.privacyEnabled()))
                    .put("urgent", false)
                    .put("confidential", false)
                    .put("read", read)
                    .put("created", created);
        }
    }

    /** Nobody has left anything yet. */
    public FakeVoiceMessages(Clock clock, Ids ids, FakeWebhooks webhooks, Habits habits, Turn turn) {
        this.habits = habits;
        this.clock = clock;
        this.ids = ids;
        this.webhooks = webhooks;
        this.turn = turn;
    }

    public List<Operation> operations() {
        Shape mark = Shape.of(Field.optional("messageId"), Field.optional("lineOwnerId"));
        return List.of(
                Operation.of("GET", MESSAGES + "/summary", this::summary).usersWith(READ),
                Operation.of("GET", MESSAGES, this::list).usersWith(READ).query(Field.optional("lineOwnerId")),
                Operation.of("POST", MESSAGES + "/markAsRead", ask -> mark(ask, true))
                        .usersWith(WRITE)
                        .json(mark),
                Operation.of("POST", MESSAGES + "/markAsUnread", ask -> mark(ask, false))
                        .usersWith(WRITE)
                        .json(mark),
                Operation.of("DELETE", MESSAGES + "/{messageId}", this::delete).usersWith(WRITE));
    }

    /**
     * Somebody has left a message, so many seconds long.
     *
     * @param name absent if the number is withheld
     * @return its id
     */
    public String leave(Account owner, Optional<String> name, Optional<String> number, long seconds) {
        return turn.take(() -> {
            String id = ids.next("VOICEMAIL");
            CallParty from = new CallParty(name, number, Optional.empty(), number.isEmpty(), "external");
            of(owner).add(new Left(id, from, seconds, clock.instant(), false));
            tell(owner);
            return id;
        });
    }

    /** How many this user has, and has not read. */
    public long unread(Account owner) {
        return turn.look(() -> of(owner).stream().filter(one -> !one.read()).count());
    }

    /** How many this user has. */
    public int count(Account owner) {
        return turn.look(() -> of(owner).size());
    }

    /** From now on this user has no voicemail. */
    public void takeAway(Account person) {
        turn.run(() -> withoutService.add(person));
    }

    /** What Webex says with it is not documented; here it says nothing. */
    private void tell(Account owner) {
        if (habits.has(Habit.TELLS_OF_NO_VOICE_MESSAGE)) return;
        webhooks.tell(new Event("telephony_mwi", "updated", List.of(owner), Map.of(), owner, Json.object()));
    }

    private Response list(Ask ask) {
        return Ask.answer(
                200,
                Json.object().put("items", own(ask).stream().map(Left::toJson).toList()));
    }

    private Response summary(Ask ask) {
        List<Left> all = own(ask);
        long read = all.stream().filter(Left::read).count();
        return Ask.answer(
                200,
                Json.object()
                        .put("newMessages", all.size() - read)
                        .put("oldMessages", read)
                        .put("newUrgentMessages", 0)
                        .put("oldUrgentMessages", 0));
    }

    /** Without an id, all are meant. */
    private Response mark(Ask ask, boolean read) {
        Optional<String> id = ask.body().text("messageId");
        List<Left> all = own(ask);
        id.ifPresent(one -> require(all, one));
        all.replaceAll(one -> id.isEmpty() || id.get().equals(one.id()) ? one.marked(read) : one);
        tell(ask.person());
        return Ask.done();
    }

    private Response delete(Ask ask) {
        List<Left> all = own(ask);
        all.remove(require(all, ask.path("messageId")));
        tell(ask.person());
        return Ask.done();
    }

    private static Left require(List<Left> all, String id) {
        return all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Voice message not found."));
    }

    private List<Left> own(Ask ask) {
        if (withoutService.contains(ask.person())) throw Refusal.notAssigned();
        return of(ask.person());
    }

    private List<Left> of(Account person) {
        return messages.computeIfAbsent(person, any -> new ArrayList<>());
    }
}
