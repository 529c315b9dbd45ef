package callbot.sandbox.line;

import callbot.http.Response;
import callbot.json.Json;
import callbot.json.ObjectWriter;
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

/** The numbers that ring as well when users are called, by single number reach and by simultaneous ring. */
public final class FakeReach {

    private static final String SINGLE = "/telephony/config/people/me/settings/singleNumberReach";
    private static final String TOGETHER = "/telephony/config/people/me/settings/simultaneousRing";
    private static final String READ = "spark:telephony_config_read";
    private static final String WRITE = "spark:telephony_config_write";

    private static final Shape NUMBER = Shape.of(
            Field.required("phoneNumber").matching("\\+?[0-9]{1,32}"),
            Field.required("name"),
            Field.required("enabled").flag(),
            Field.required("doNotForwardCallsEnabled").flag(),
            Field.required("answerConfirmationEnabled").flag());

    private final Turn turn;
    private final Map<Account, List<Other>> numbers = new HashMap<>();
    private final Map<Account, Ring> rings = new HashMap<>();
    private final Set<Account> withoutSingle = new HashSet<>();
    private final Set<Account> withoutTogether = new HashSet<>();
    private final Set<Account> switchedOff = new HashSet<>();

    private record Other(String number, String name, boolean enabled, boolean unforwarded, boolean confirmed) {

        /** As Webex makes it: it holds the number, and changes with it. */
        String id() {
            return Base64.getEncoder().encodeToString(number.getBytes(StandardCharsets.UTF_8));
        }

        static Other of(Json body) {
            return new Other(
                    body.requireText("phoneNumber"),
                    body.requireText("name"),
                    body.flag("enabled"),
                    body.flag("doNotForwardCallsEnabled"),
                    body.flag("answerConfirmationEnabled"));
        }

        ObjectWriter toJson() {
            return Json.object()
                    .put("id", id())
                    .put("phoneNumber", number)
                    .put("enabled", enabled)
                    .put("name", name)
                    .put("doNotForwardCallsEnabled", unforwarded)
                    .put("answerConfirmationEnabled", confirmed);
        }
    }

    private record Ring(boolean enabled, boolean silentInCall, List<Json> phones, boolean scheduled) {}

    FakeReach(Turn turn) {
        this.turn = turn;
    }

    List<Operation> operations() {
        return List.of(
                Operation.of("GET", SINGLE, this::single).usersWith(READ),
                Operation.of("POST", SINGLE + "/numbers", this::addNumber)
                        .usersWith(WRITE)
                        .json(NUMBER),
                Operation.of("PUT", SINGLE + "/numbers/{phoneNumberId}", this::changeNumber)
                        .usersWith(WRITE)
                        .json(NUMBER),
                Operation.of("DELETE", SINGLE + "/numbers/{phoneNumberId}", this::removeNumber)
                        .usersWith(WRITE),
                Operation.of("GET", TOGETHER, this::together).usersWith(READ),
                Operation.of("PUT", TOGETHER, this::changeTogether)
                        .usersWith(WRITE)
                        .json(Shape.of(
                                Field.optional("enabled").flag(),
                                Field.optional("doNotRingIfOnCallEnabled").flag(),
                                Field.optional("phoneNumbers").list(),
                                Field.optional("criteriasEnabled").flag())));
    }

    /** Sets a number up, as the user does on Webex's own pages. */
    public void add(Account person, String number, String name, boolean enabled) {
        turn.run(() -> of(person).add(new Other(number, name, enabled, true, true)));
    }

    /** Whether this number rings when this user is called. */
    public boolean rings(Account person, String number) {
        return turn.take(() -> of(person).stream().anyMatch(one -> one.number().equals(number) && one.enabled()));
    }

    /** Whether this number can ring when this user is called. */
    public boolean has(Account person, String number) {
        return turn.take(() -> of(person).stream().anyMatch(one -> one.number().equals(number)));
    }

    /** What was set up for this number besides stays as it was. */
    public boolean isConfirmed(Account person, String number) {
        return turn.take(() -> of(person).stream()
                .anyMatch(one -> one.number().equals(number) && one.confirmed() && one.unforwarded()));
    }

    /** Sets simultaneous ring up, as the user does on Webex's own pages. */
    public void together(Account person, boolean enabled, String... all) {
        List<Json> phones = new ArrayList<>();
        for (String number : all)
            phones.add(Json.object()
                    .put("phoneNumber", number)
                    .put("answerConfirmationEnabled", true)
                    .toJson());
        turn.run(() -> rings.put(person, new Ring(enabled, true, phones, false)));
    }

    /** Whether simultaneous ring is on, for so many numbers. */
    public boolean ringsTogether(Account person, int phones) {
        return turn.take(() -> ring(person).enabled() && ring(person).phones().size() == phones);
    }

    /** Single number reach is switched off for this user, which no user can change. */
    public void switchOff(Account person) {
        turn.run(() -> switchedOff.add(person));
    }

    /** From now on this user's calling plan has no single number reach. */
    public void takeSingleAway(Account person) {
        turn.run(() -> withoutSingle.add(person));
    }

    /** From now on this user's calling plan has no simultaneous ring. */
    public void takeTogetherAway(Account person) {
        turn.run(() -> withoutTogether.add(person));
    }

    private Response single(Ask ask) {
        return Ask.answer(
                200,
                Json.object()
                        .put("enabled", !switchedOff.contains(ask.person()))
                        .put("alertAllNumbersForClickToDialCallsEnabled", false)
                        .put("numbers", own(ask).stream().map(Other::toJson).toList()));
    }

    private Response addNumber(Ask ask) {
        Other added = Other.of(ask.body());
        List<Other> all = own(ask);
        if (all.stream().anyMatch(one -> one.number().equals(added.number())))
            throw Refusal.conflict("The number is set up already.");
        all.add(added);
        return Ask.answer(201, Json.object().put("id", added.id()));
    }

    private Response removeNumber(Ask ask) {
        if (!own(ask).removeIf(one -> one.id().equals(ask.path("phoneNumberId"))))
            throw Refusal.notFound("The number is not set up.");
        return Ask.done();
    }

    private Response changeNumber(Ask ask) {
        List<Other> all = own(ask);
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).id().equals(ask.path("phoneNumberId"))) continue;
            all.set(i, Other.of(ask.body()));
            return Ask.done();
        }
        throw Refusal.notFound("The number is not set up.");
    }

    private Response together(Ask ask) {
        Ring now = ownRing(ask);
        return Ask.answer(
                200,
                Json.object()
                        .put("enabled", now.enabled())
                        .put("doNotRingIfOnCallEnabled", now.silentInCall())
                        .put("phoneNumbers", now.phones())
                        .put("criteriasEnabled", now.scheduled()));
    }

    private Response changeTogether(Ask ask) {
        ownRing(ask);
        Json body = ask.body();
        if (body.flag("enabled") && body.list("phoneNumbers").isEmpty())
            throw Refusal.badRequest("A phone number is needed.");
        rings.put(
                ask.person(),
                new Ring(
                        body.flag("enabled"),
                        body.flag("doNotRingIfOnCallEnabled"),
                        body.list("phoneNumbers"),
                        body.flag("criteriasEnabled")));
        return Ask.done();
    }

    private List<Other> own(Ask ask) {
        if (withoutSingle.contains(ask.person())) throw Refusal.notAssigned();
        return of(ask.person());
    }

    private Ring ownRing(Ask ask) {
        if (withoutTogether.contains(ask.person())) throw Refusal.notAssigned();
        return ring(ask.person());
    }

    private List<Other> of(Account person) {
        return numbers.computeIfAbsent(person, any -> new ArrayList<>());
    }

    private Ring ring(Account person) {
        return rings.getOrDefault(person, new Ring(false, false, List.of(), false));
    }
}
