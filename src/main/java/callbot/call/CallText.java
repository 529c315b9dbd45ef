package callbot.call;

import callbot.command.DialString;
import callbot.signin.TimeText;
import callbot.webex.Markdown;
import callbot.webex.Party;
import java.time.Duration;
import java.util.Optional;

/**
 * One call in words.
 *
 * @param times how its user says times
 */
record CallText(CallView view, TimeText times) {

    /** How it stands, and what to type; in Markdown. */
    String sentence() {
        String who = "**" + Markdown.escape(view.remote().described()) + "**";
        String since = view.answered().map(at -> " since " + times.clock(at)).orElse("");
        return switch (view.phase()) {
            case CALLING_OUT ->
                "📞 **Your phone rings**: pick it up, and it connects you with " + who + ". `/hangup` stops it.";
            case RINGING_THERE -> "📞 Calling " + who + " … `/hangup` ends it.";
            case RINGING_HERE ->
                "🔔 **Incoming call** from " + who + via() + ". Type `/answer`, `/reject` or `/divert <to>`.";
            case TALKING ->
                "🟢 Connected with " + who + since + sound()
                        + ". Type `/hold`, `/mute`, `/transfer <to>`, `/park`, `/record start`, `/dtmf <digits>` or `/hangup`.";
            case HELD -> "⏸️ " + who + " is on hold" + sound() + ". Type `/resume`, `/transfer <to>` or `/hangup`.";
            case HELD_THERE -> "⏸️ " + who + " has put you on hold" + sound() + ". `/hangup` ends it.";
            case OVER -> symbol() + " " + outcomeOf(who) + callBack();
        };
    }

    /** What became of it, in one line. */
    String outcomeOf(String who) {
        return switch (Ending.of(view)) {
            case TALKED -> "Call with " + who + " ended after " + talked() + held() + ".";
            case ELSEWHERE -> "The call from " + who + " was answered elsewhere.";
            case MISSED -> "**Missed call** from " + who + via() + ".";
            case NOT_PICKED_UP -> "Your phone was not picked up, so you were not connected with " + who + ".";
            case NOBODY -> "Call to " + who + " ended; nobody answered.";
        };
    }

    /** What to dial in order to reach the other side; absent if it is not known. */
    static Optional<String> dialable(Party party) {
        return party.number().filter(number -> DialString.read(number) instanceof DialString.Reading.Dialable);
    }

    private String symbol() {
        return Ending.of(view) == Ending.MISSED ? "🔴" : "⚪";
    }

    private String callBack() {
        if (Ending.of(view) != Ending.MISSED) return "";
        return dialable(view.remote())
                .map(number -> " `/dial " + number + "` calls back.")
                .orElse("");
    }

    private String via() {
        return view.via().map(queue -> " by way of " + Markdown.escape(queue)).orElse("");
    }

    private String sound() {
        String microphone = view.last().media().muted() ? ", your microphone is off" : "";
        return microphone
                + switch (view.last().media().recording()) {
                    case OFF -> "";
                    case RUNNING -> ", it is being recorded";
                    case PAUSED -> ", the recording is paused";
                };
    }

    private String held() {
        return switch (view.leg().holds()) {
            case 0 -> "";
            case 1 -> ", held once";
            case 2 -> ", held twice";
            default -> ", held " + view.leg().holds() + " times";
        };
    }

    private String talked() {
        Duration time = view.answered()
                .map(from -> Duration.between(from, view.last().at()))
                .filter(any -> !any.isNegative())
                .orElse(Duration.ZERO);
        return time.toHours() > 0
                ? "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
