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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What users have set for their own lines, and the operations that tell and change it. */
public final class FakeSettings {

    private static final String SETTINGS = "/telephony/config/people/me/settings/";
    private static final String READ = "spark:telephony_config_read";
    private static final String WRITE = "spark:telephony_config_write";

    /** What calling plans include here. */
    private static final List<String> SERVICES = List.of(
            "Anonymous Call Rejection",
            "Call Block",
            "Call Forwarding Always",
            "Call Forwarding Busy",
            "Call Forwarding No Answer",
            "Call Transfer",
            "Directed Call Pickup",
            "Directed Call Pickup with Barge-in",
            "Do Not Disturb",
            "N-Way Call",
            "Personal Assistant",
            "Three-Way Call",
            "Voice Messaging User");

    private final Turn turn;
    private final Map<Account, Set<String>> missing = new HashMap<>();
    private final Map<Account, UserSettings> lines = new HashMap<>();
    private final Set<Account> withoutService = new HashSet<>();
    private final Set<Account> withoutVoicemail = new HashSet<>();

    /** Everybody begins with all switched off. */
    public FakeSettings(Turn turn) {
        this.turn = turn;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", SETTINGS + "services", this::services).usersWith(READ),
                Operation.of(
                                "GET",
                                SETTINGS + "doNotDisturb",
                                ask -> Ask.answer(200, line(ask).doNotDisturb()))
                        .usersWith(READ),
                Operation.of("PUT", SETTINGS + "doNotDisturb", this::changeDoNotDisturb)
                        .usersWith(WRITE)
                        .json(Shape.of(
                                Field.optional("enabled").flag(),
                                Field.optional("ringSplashEnabled").flag(),
                                Field.required("webexGoOverrideEnabled").flag())),
                Operation.of(
                                "GET",
                                SETTINGS + "callForwarding",
                                ask -> Ask.answer(200, line(ask).forwarding()))
                        .usersWith(READ),
                Operation.of("PUT", SETTINGS + "callForwarding", this::changeForwarding)
                        .usersWith(WRITE)
                        .json(Shape.of(
                                Field.optional("callForwarding").object(),
                                Field.optional("businessContinuity").object())),
                Operation.of(
                                "GET",
                                SETTINGS + "voicemail",
                                ask -> Ask.answer(200, withVoicemail(ask).voicemail()))
                        .usersWith(READ),
                Operation.of("PUT", SETTINGS + "voicemail", this::changeVoicemail)
                        .usersWith(WRITE)
                        .json(Shape.of(
                                Field.optional("enabled").flag(),
                                Field.optional("sendAllCalls").object(),
                                Field.optional("sendBusyCalls").object(),
                                Field.optional("sendUnansweredCalls").object(),
                                Field.required("notifications").object(),
                                Field.required("transferToNumber").object(),
                                Field.optional("emailCopyOfMessage").object(),
                                Field.optional("messageStorage").object(),
                                Field.optional("faxMessage").object())));
    }

    /** Whether this user's phones are silent. */
    public boolean isUndisturbed(Account person) {
        return turn.look(() -> of(person).isUndisturbed());
    }

    /** Switches do not disturb on or off, as the user does on the phone. */
    public void undisturbed(Account person, boolean on) {
        turn.run(() -> of(person).undisturbed(on));
    }

    /** To which number this user's calls are forwarded; absent if to none. @param when as Webex names it, such as "busy" */
    public Optional<String> forwardedTo(Account person, String when) {
        return turn.look(() -> of(person).forwardedTo(when));
    }

    /** After how many rings this user's calls are forwarded that are not answered; absent if they are not. */
    public Optional<Long> rings(Account person) {
        return turn.look(() -> of(person).rings());
    }

    /** Whether voicemail takes some calls of this user. @param what as Webex names it, such as "sendBusyCalls" */
    public boolean goesToVoicemail(Account person, String what) {
        return turn.look(() -> !withoutVoicemail.contains(person) && of(person).goesToVoicemail(what));
    }

    /** From now on this user has no voicemail. */
    public void takeVoicemailAway(Account person) {
        turn.run(() -> withoutVoicemail.add(person));
    }

    /** From now on this user's calling plan has none of this. */
    public void takeAway(Account person) {
        turn.run(() -> withoutService.add(person));
    }

    /** From now on this user's calling plan does not include this service, by Webex's name for it. */
    public void takeService(Account person, String service) {
        turn.run(() -> missing.computeIfAbsent(person, any -> new HashSet<>()).add(service));
    }

    private Response services(Ask ask) {
        Set<String> without = missing.getOrDefault(ask.person(), Set.of());
        return Ask.answer(
                200,
                Json.object()
                        .put(
                                "services",
                                SERVICES.stream()
                                        .filter(service -> !without.contains(service))
                                        .toList()));
    }

    private Response changeDoNotDisturb(Ask ask) {
        line(ask).changeDoNotDisturb(ask.body());
        return Ask.done();
    }

    private Response changeForwarding(Ask ask) {
        line(ask).changeForwarding(ask.body());
        return Ask.done();
    }

    private Response changeVoicemail(Ask ask) {
        withVoicemail(ask).changeVoicemail(ask.body());
        return Ask.done();
    }

    private UserSettings withVoicemail(Ask ask) {
        if (withoutVoicemail.contains(ask.person())) throw Refusal.notAssigned();
        return line(ask);
    }

    private UserSettings line(Ask ask) {
        if (withoutService.contains(ask.person())) throw Refusal.notAssigned();
        return of(ask.person());
    }

    private UserSettings of(Account person) {
        return lines.computeIfAbsent(person, any -> new UserSettings());
    }
}
