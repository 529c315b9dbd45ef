package callbot.sandbox.line;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one user has set for his line. */
final class UserSettings {

    private boolean undisturbed;
    private boolean ringSplash;
    private boolean goOverride;
    private final Map<String, ForwardRule> forwarding = new LinkedHashMap<>();
    private final Map<String, Boolean> toVoicemail = new LinkedHashMap<>();
    private int ringsToVoicemail = 3;

    /** Voicemail takes what nobody answers, and nothing is forwarded. */
    UserSettings() {
        for (String when : List.of("always", "busy", "noAnswer")) forwarding.put(when, ForwardRule.off(when));
        toVoicemail.put("sendAllCalls", false);
        toVoicemail.put("sendBusyCalls", true);
        toVoicemail.put("sendUnansweredCalls", true);
    }

    boolean isUndisturbed() {
        return undisturbed;
    }

    void undisturbed(boolean on) {
        undisturbed = on;
    }

    /** What is not there stays as it is. */
    void changeDoNotDisturb(Json body) {
        undisturbed = after(body, "enabled", undisturbed);
        ringSplash = after(body, "ringSplashEnabled", ringSplash);
        goOverride = after(body, "webexGoOverrideEnabled", goOverride);
    }

    ObjectWriter doNotDisturb() {
        return Json.object()
                .put("enabled", undisturbed)
                .put("ringSplashEnabled", ringSplash)
                .put("webexGoOverrideEnabled", goOverride);
    }

    /** Each rule stays as it is that is not there. */
    void changeForwarding(Json body) {
        Json rules = body.at("callForwarding");
        forwarding.replaceAll((when, rule) -> rules.at(when).isAbsent() ? rule : rule.after(rules.at(when)));
    }

    ObjectWriter forwarding() {
        ObjectWriter rules = Json.object();
        forwarding.forEach((when, rule) -> rules.put(when, rule.toJson()));
        return Json.object()
                .put("callForwarding", rules)
                .put(
                        "businessContinuity",
                        Json.object().put("enabled", false).put("destinationVoicemailEnabled", false));
    }

    /** To which number these calls are forwarded; absent if to none. */
    Optional<String> forwardedTo(String when) {
        return Optional.of(forwarding.get(when)).filter(ForwardRule::enabled).flatMap(ForwardRule::destination);
    }

    /** After how many rings calls are forwarded that are not answered; absent if they are not. */
    Optional<Long> rings() {
        return Optional.of(forwarding.get("noAnswer"))
                .filter(ForwardRule::enabled)
                .flatMap(ForwardRule::rings);
    }

    boolean goesToVoicemail(String what) {
        return toVoicemail.get(what);
    }

    void changeVoicemail(Json body) {
        toVoicemail.replaceAll((what, on) -> after(body.at(what), "enabled", on));
        body.at("sendUnansweredCalls").number("numberOfRings").ifPresent(rings -> ringsToVoicemail = rings.intValue());
    }

    ObjectWriter voicemail() {
        return Json.object()
                .put("enabled", true)
                .put("sendAllCalls", Json.object().put("enabled", toVoicemail.get("sendAllCalls")))
                .put("sendBusyCalls", greeted("sendBusyCalls"))
                .put(
                        "sendUnansweredCalls",
                        greeted("sendUnansweredCalls")
                                .put("numberOfRings", ringsToVoicemail)
                                .put("systemMaxNumberOfRings", ForwardRule.MOST_RINGS))
                .put("notifications", Json.object().put("enabled", false))
                .put("transferToNumber", Json.object().put("enabled", false))
                .put("emailCopyOfMessage", Json.object().put("enabled", false))
                .put("messageStorage", Json.object().put("mwiEnabled", true).put("storageType", "INTERNAL"));
    }

    private ObjectWriter greeted(String what) {
        return Json.object()
                .put("enabled", toVoicemail.get(what))
                .put("greeting", "DEFAULT")
                .put("greetingUploaded", false);
    }

    private static boolean after(Json body, String field, boolean before) {
        return body.at(field).isAbsent() ? before : body.flag(field);
    }
}
