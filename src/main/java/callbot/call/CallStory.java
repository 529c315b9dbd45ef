package callbot.call;

import callbot.webex.Draft;
import callbot.webex.Draft.Button;
import callbot.webex.Markdown;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tells of a call what a person wants to know: one sentence for each change that matters. */
final class CallStory {

    private CallStory() {}

    /**
     * What is to be said when a call has changed.
     *
     * @param before what was known before; absent if nothing was
     * @return absent if there is nothing new to say
     */
    static Optional<Draft> tell(String callId, Optional<CallView> before, CallView now) {
        if (before.isPresent() && before.get().phase() == now.phase()) return Optional.empty();
        String who = "**" + Markdown.escape(now.remote().described()) + "**";
        return Optional.of(
                switch (now.phase()) {
                    case CALLING_OUT -> Draft.text("📞 Your phone rings: pick it up, and it calls " + who + ".");
                    case RINGING_THERE -> Draft.text("📞 Calling " + who + " …");
                    case RINGING_HERE -> ringing(callId, who, now);
                    case TALKING ->
                        Draft.text((wasHeld(before) ? "▶️ Talking again with " : "🟢 Connected with ") + who + ".");
                    case HELD -> Draft.text("⏸️ " + who + " is on hold.");
                    case HELD_THERE -> Draft.text("⏸️ " + who + " has put you on hold.");
                    case OVER -> over(who, now);
                });
    }

    private static Draft ringing(String callId, String who, CallView now) {
        String via =
                now.via().map(queue -> " by way of " + Markdown.escape(queue)).orElse("");
        return new Draft(
                "🔔 **Incoming call** from " + who + via + ". Type `/answer` or `/hangup`.",
                List.of(
                        new Button.Say("Answer", "/answer", Optional.of(callId)),
                        new Button.Say("Reject", "/hangup", Optional.of(callId))));
    }

    private static Draft over(String who, CallView now) {
        if (now.answered().isPresent()) {
            return Draft.text("⚪ Call with " + who + " ended after "
                    + talked(Duration.between(now.answered().get(), now.at())) + ".");
        }
        if (!now.incoming()) return Draft.text("⚪ Call to " + who + " ended; nobody answered.");
        if (now.answeredElsewhere()) return Draft.text("⚪ The call from " + who + " was answered elsewhere.");
        return new Draft("🔴 **Missed call** from " + who + ".", callBack(now));
    }

    private static List<Button> callBack(CallView now) {
        return now.remote().number().stream()
                .map(number -> (Button) new Button.Say("Call back", "/dial " + number, Optional.empty()))
                .toList();
    }

    private static boolean wasHeld(Optional<CallView> before) {
        return before.map(CallView::phase)
                .filter(phase -> phase == CallView.Phase.HELD || phase == CallView.Phase.HELD_THERE)
                .isPresent();
    }

    private static String talked(Duration time) {
        return time.toHours() > 0
                ? "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
