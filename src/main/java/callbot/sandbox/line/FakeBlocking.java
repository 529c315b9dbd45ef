package callbot.sandbox.line;

import callbot.http.Response;
import callbot.json.Json;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Field;
import callbot.sandbox.api.Operation;
import callbot.sandbox.api.Shape;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.base.Turn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whose calls users refuse, and the operations that tell and change it. */
public final class FakeBlocking {

    private static final String SETTINGS = "/telephony/config/people/me/settings/";
    private static final String READ = "spark:telephony_config_read";
    private static final String WRITE = "spark:telephony_config_write";

    private final Turn turn;
    private final Map<Account, List<String>> numbers = new HashMap<>();
    private final Set<Account> refusing = new HashSet<>();
    private final Set<Account> withoutService = new HashSet<>();
    private final Set<Account> withoutAnonymous = new HashSet<>();

    /** Nobody refuses anybody yet. */
    public FakeBlocking(Turn turn) {
        this.turn = turn;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", SETTINGS + "callBlock", this::list).usersWith(READ),
                Operation.of("POST", SETTINGS + "callBlock/numbers", this::block)
                        .usersWith(WRITE)
                        .json(Shape.of(Field.required("phoneNumber").matching("\\+?[0-9]{1,32}"))),
                Operation.of("DELETE", SETTINGS + "callBlock/numbers/{phoneNumberId}", this::unblock)
                        .usersWith(WRITE),
                Operation.of("GET", SETTINGS + "anonymousCallReject", this::anonymous)
                        .usersWith(READ),
                Operation.of("PUT", SETTINGS + "anonymousCallReject", this::refuseAnonymous)
                        .usersWith(WRITE)
                        .json(Shape.of(Field.optional("enabled").flag())));
    }

    /** The numbers from which nobody can call this user. */
    public List<String> blocked(Account person) {
        return turn.look(() -> List.copyOf(of(person)));
    }

    /** Blocks a number, as the user does on Webex's own pages, where it may be written in any way. */
    public void block(Account person, String number) {
        turn.run(() -> of(person).add(number));
    }

    /** Whether this user refuses whoever withholds the own number. */
    public boolean refusesAnonymous(Account person) {
        return turn.look(() -> refusing.contains(person));
    }

    /** From now on this user's calling plan has none of this. */
    public void takeAway(Account person) {
        turn.run(() -> withoutService.add(person));
    }

    /** From now on this user's calling plan does not let anonymous calls be refused. */
    public void takeAnonymousAway(Account person) {
        turn.run(() -> withoutAnonymous.add(person));
    }

    private Response list(Ask ask) {
        return Ask.answer(
                200,
                Json.object()
                        .put(
                                "numbers",
                                own(ask).stream()
                                        .map(number -> Json.object()
                                                .put("id", id(number))
                                                .put("phoneNumber", number))
                                        .toList()));
    }

    private Response block(Ask ask) {
        String number = ask.body().requireText("phoneNumber");
        List<String> all = own(ask);
        if (all.contains(number)) throw Refusal.conflict("The number is blocked already.");
        all.add(number);
        return Ask.answer(201, Json.object().put("id", id(number)));
    }

    private Response unblock(Ask ask) {
        if (!own(ask).removeIf(number -> id(number).equals(ask.path("phoneNumberId"))))
            throw Refusal.notFound("The number is not blocked.");
        return Ask.done();
    }

    private Response anonymous(Ask ask) {
        requireAnonymous(ask);
        return Ask.answer(200, Json.object().put("enabled", refusing.contains(ask.person())));
    }

    private Response refuseAnonymous(Ask ask) {
        requireAnonymous(ask);
        if (!ask.body().at("enabled").isAbsent()) {
            if (ask.body().flag("enabled")) refusing.add(ask.person());
            else refusing.remove(ask.person());
        }
        return Ask.done();
    }

    private void requireAnonymous(Ask ask) {
        own(ask);
        if (withoutAnonymous.contains(ask.person())) throw Refusal.notAssigned();
    }

    private List<String> own(Ask ask) {
        if (withoutService.contains(ask.person())) throw Refusal.notAssigned();
        return of(ask.person());
    }

    /** As Webex makes it. */
    private static String id(String number) {
        return Base64.getEncoder().encodeToString(number.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> of(Account person) {
        return numbers.computeIfAbsent(person, any -> new ArrayList<>());
    }
}
