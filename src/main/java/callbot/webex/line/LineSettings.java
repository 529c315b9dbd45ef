package callbot.webex.line;

import callbot.json.Json;
import callbot.webex.Secret;
import callbot.webex.WebexClient;
import callbot.webex.WebexException;
import callbot.webex.WebexId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the owner of a token has set for his or her own line. To read it the token needs {@code spark:telephony_config_read}, to
 * change it {@code spark:telephony_config_write}.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/call-settings-for-me">Call settings for me</a>
 */
public final class LineSettings {

    private static final String SETTINGS = "/telephony/config/people/me/settings/";

    private static final int BAD_REQUEST = 400;

    private final WebexClient webex;

    /** Settings at this Webex. */
    public LineSettings(WebexClient webex) {
        this.webex = webex;
    }

    /** What the calling plan includes, in Webex's words. */
    public Set<String> services(Secret token) {
        return webex.get(token, SETTINGS + "services", json -> Set.copyOf(json.texts("services")));
    }

    /** Do not disturb, as it is. */
    public DoNotDisturb doNotDisturb(Secret token) {
        return webex.get(token, SETTINGS + "doNotDisturb", DoNotDisturb::from);
    }

    /** Changes do not disturb. */
    public void change(Secret token, DoNotDisturb to) {
        webex.put(token, SETTINGS + "doNotDisturb", to.toJson());
    }

    /** What Webex's assistant tells callers while the user is away. */
    public PersonalAssistant assistant(Secret token) {
        return webex.get(token, SETTINGS + "personalAssistant", PersonalAssistant::from);
    }

    /** Changes what Webex's assistant tells callers. */
    public void change(Secret token, PersonalAssistant to) {
        webex.put(token, SETTINGS + "personalAssistant", to.toJson());
    }

    /** The numbers that ring as well, each by itself. */
    public SingleNumberReach singleNumberReach(Secret token) {
        return webex.get(token, SETTINGS + "singleNumberReach", SingleNumberReach::from);
    }

    /** Changes one of them. */
    public void change(Secret token, ReachNumber to) {
        webex.put(token, SETTINGS + "singleNumberReach/numbers/" + WebexId.inPath(to.id()), to.toJson());
    }

    /** Has one more of them ring. */
    public void add(Secret token, String number, String name) {
        webex.post(token, SETTINGS + "singleNumberReach/numbers", ReachNumber.added(number, name));
    }

    /** Takes one of them out of the list. */
    public void remove(Secret token, ReachNumber number) {
        webex.delete(token, SETTINGS + "singleNumberReach/numbers/" + WebexId.inPath(number.id()));
    }

    /** The numbers that ring as well, all together. */
    public SimultaneousRing simultaneousRing(Secret token) {
        return webex.get(token, SETTINGS + "simultaneousRing", SimultaneousRing::from);
    }

    /** Changes whether they do. */
    public void change(Secret token, SimultaneousRing to) {
        webex.put(token, SETTINGS + "simultaneousRing", to.toJson());
    }

    /** To whom calls are sent on. */
    public Forwarding forwarding(Secret token) {
        return webex.get(token, SETTINGS + "callForwarding", Forwarding::from);
    }

    /** Changes to whom these calls are sent on. */
    public void change(Secret token, Forwarding.When when, Forwarding.Rule to) {
        webex.put(token, SETTINGS + "callForwarding", Forwarding.change(when, to));
    }

    /** Which calls voicemail takes. */
    public VoicemailSettings voicemail(Secret token) {
        return webex.get(token, SETTINGS + "voicemail", VoicemailSettings::from);
    }

    /** Changes whether voicemail takes these calls. */
    public void change(Secret token, VoicemailSettings now, Forwarding.When when, VoicemailSettings.Taking to) {
        webex.put(token, SETTINGS + "voicemail", now.change(when, to));
    }

    /** The numbers from which nobody can call. */
    public List<BlockedNumber> blocked(Secret token) {
        return webex.get(
                token,
                SETTINGS + "callBlock",
                json -> json.list("numbers").stream()
                        .map(BlockedNumber::from)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Lets nobody call from this number. */
    public void block(Secret token, String number) {
        webex.post(token, SETTINGS + "callBlock/numbers", Json.object().put("phoneNumber", number));
    }

    /** Lets whoever has this number call again. */
    public void unblock(Secret token, BlockedNumber number) {
        webex.delete(token, SETTINGS + "callBlock/numbers/" + WebexId.inPath(number.id()));
    }

    /** Whether who withholds the own number is refused. */
    public boolean refusesAnonymous(Secret token) {
        return webex.get(token, SETTINGS + "anonymousCallReject", OnOff::of);
    }

    /** Changes whether who withholds the own number is refused. */
    public void refuseAnonymous(Secret token, boolean refused) {
        webex.put(token, SETTINGS + "anonymousCallReject", Json.object().put("enabled", refused));
    }

    /** The queues whose calls may reach the user. */
    public AgentQueues queues(Secret token) {
        return webex.get(token, SETTINGS + "queues", AgentQueues::from);
    }

    /** Changes how the user stands to all queues. */
    public void change(Secret token, AgentQueues.State to) {
        webex.put(token, SETTINGS + "queues", Json.object().put("agentACDState", to));
    }

    /** Has calls of this queue reach the user, or no longer. */
    public void join(Secret token, AgentQueue queue, boolean joined) {
        webex.put(
                token,
                SETTINGS + "queues",
                Json.object()
                        .put(
                                "queues",
                                List.of(Json.object().put("id", queue.id()).put("available", joined))));
    }

    /** As whom the user may call. */
    public List<CallerIdChoice> callerIds(Secret token) {
        return webex.get(
                token,
                SETTINGS + "availableCallerIds",
                json -> json.list("availableCallerIds").stream()
                        .map(CallerIdChoice::from)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** As whom the user calls; absent if it is of a kind that is not known. */
    public Optional<CallerIdChoice> chosenCallerId(Secret token) {
        return webex.get(token, SETTINGS + "selectedCallerId", json -> CallerIdChoice.from(json.at("selected")));
    }

    /** Has the user call as this one. */
    public void choose(Secret token, CallerIdChoice choice) {
        webex.put(token, SETTINGS + "selectedCallerId", Json.object().put("selected", choice.toJson()));
    }

    /** Whether the user's number is withheld. */
    public CallerIdHiding callerIdHiding(Secret token) {
        return webex.get(token, SETTINGS + "callerId", CallerIdHiding::from);
    }

    /** Changes whether the user's number is withheld. */
    public void change(Secret token, CallerIdHiding to) {
        webex.put(token, SETTINGS + "callerId", to.toJson());
    }

    /** The user's phones and apps. */
    public List<OwnPhone> phones(Secret token) {
        return webex.get(token, "/telephony/config/people/me/endpoints", OwnPhone::listed);
    }

    /** Those of them that the user may prefer. */
    public List<AnswerPhone> answerPhones(Secret token) {
        return webex.get(token, SETTINGS + "availablePreferredAnswerEndpoints", AnswerPhone::listed);
    }

    /** Prefers this one. */
    public void prefer(Secret token, AnswerPhone phone) {
        prefer(token, Json.parse(Json.object().put("id", phone.endpoint().id()).toString()));
    }

    /** Prefers none of them. */
    public void preferNone(Secret token) {
        prefer(token, Json.parse("{\"id\": null}"));
    }

    /** The documentation's example names the field otherwise than its schema. */
    private void prefer(Secret token, Json wish) {
        try {
            webex.put(token, SETTINGS + "preferredAnswerEndpoint", Json.object().put("id", wish.at("id")));
        } catch (WebexException.Refused e) {
            if (e.status() != BAD_REQUEST || e.isNotInPlan()) throw e;
            webex.put(
                    token,
                    SETTINGS + "preferredAnswerEndpoint",
                    Json.object().put("preferredAnswerEndpointId", wish.at("id")));
        }
    }
}
