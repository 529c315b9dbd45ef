package callbot.call.card;

import callbot.call.card.Moment.Phase;
import callbot.card.Element;
import callbot.signin.TimeText;
import callbot.webex.calling.CallKey;
import callbot.webex.messaging.Markdown;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One call in words.
 *
 * @param beside what the user has beside it
 * @param granted what can be offered because the user has granted it
 * @param times how its user says times
 */
public record CallText(CallView view, Beside beside, Granted granted, TimeText times) {

    /** More are only counted. */
    private static final int MOST_TIMES = 5;

    /** How it stands, and what to type; in Markdown. */
    public String sentence() {
        String who = "**" + Markdown.escape(view.remote().described()) + "**";
        String since = view.answered().map(at -> " since " + times.clock(at)).orElse("");
        return switch (view.phase()) {
            case CALLING_OUT ->
                "📞 **Your phone rings**: pick it up, and it connects you with " + who + "." + offered();
            case RINGING_THERE -> "📞 Calling " + who + ". " + (goesOver() + offered()).strip();
            case RINGING_HERE -> "🔔 **Incoming call** from " + who + via() + "." + offered();
            case TALKING -> talking(who) + since + sound() + "." + together() + offered();
            case HELD ->
                "⏸️ " + who + (isInConference() ? " is in the conference on hold" : " is on hold") + sound() + "."
                        + together() + offered();
            case HELD_THERE -> "⏸️ " + who + " has put you on hold" + sound() + "." + together() + offered();
            case OVER -> symbol() + " " + outcomeOf(who) + offered();
        };
    }

    private String talking(String who) {
        return isInConference() ? "👥 In a conference with " + who : "🟢 Connected with " + who;
    }

    private boolean isInConference() {
        return beside instanceof Beside.InConference;
    }

    /** Who else is in the conference, and who hears whom. */
    private String together() {
        if (!(beside instanceof Beside.InConference in)) return "";
        return (in.here().muted() ? " They are muted." : "")
                + (in.here().deafened() ? " They hear nothing." : "")
                + in.others().stream()
                        .map(one -> "**" + Markdown.escape(one.described()) + "**" + one.words())
                        .collect(Collectors.joining("; ", " Also in it: ", "."));
    }

    /** What became of it, in one line. */
    public String outcomeOf(String who) {
        return switch (Ending.of(view)) {
            case TALKED -> "Call with " + who + " ended after " + talked() + held() + ".";
            case ELSEWHERE -> "The call from " + who + " no longer rings for you.";
            case MISSED -> missed() + " from " + who + via() + missedAt() + ".";
            case NOT_PICKED_UP -> "Your phone was not picked up, so you were not connected with " + who + ".";
            case NOBODY -> "Call to " + who + " ended; nobody answered.";
            case CANCELLED -> "You cancelled the call to " + who + ".";
            case DECLINED -> "You declined the call from " + who + via() + ".";
            case SILENCED -> "You silenced the call from " + who + via() + "; it rang on for them.";
            case DIVERTED -> "You diverted " + who + " to " + third() + ".";
            case TO_VOICEMAIL -> "You sent " + who + " to your voicemail.";
            case PUSHED -> "You handed " + who + " to your executive.";
            case PARKED -> "You parked " + who + parkedAt() + ".";
            case TRANSFERRED -> "You transferred " + who + " to " + third() + ".";
            case TOOK_OVER -> "You transferred " + third() + " to " + who + ".";
        };
    }

    private String missed() {
        int earlier = view.gathering().earlier().size();
        return earlier == 0 ? "**Missed call**" : "**" + (earlier + 1) + " missed calls**";
    }

    /** When, as far as there is room; only where there is more than one. */
    private String missedAt() {
        if (view.gathering().earlier().isEmpty()) return "";
        List<String> all = Stream.concat(
                        view.gathering().earlier().stream(),
                        Stream.of(view.last().at()))
                .map(times::clock)
                .toList();
        String last = all.getLast();
        if (all.size() > MOST_TIMES) return ", the last at " + last;
        return ", at " + String.join(", ", all.subList(0, all.size() - 1)) + " and " + last;
    }

    /** What happens when somebody answers who is called in order to hand over another call; empty if not so. */
    String goesOver() {
        boolean rings = view.phase() == Phase.CALLING_OUT || view.phase() == Phase.RINGING_THERE;
        Optional<Parting> consulting =
                view.parting().filter(parting -> rings && parting.way() == Parting.Way.CONSULTING);
        return consulting.isPresent() ? third() + " goes over when they answer." : "";
    }

    /** With whom the other side is now. */
    private String third() {
        return "**"
                + Markdown.escape(
                        view.parting().map(Parting::to).orElse(Parting.NOBODY).described()) + "**";
    }

    private String parkedAt() {
        return view.parting()
                .flatMap(parting -> parting.to().number())
                .map(number -> " at **" + Markdown.escape(number) + "**")
                .orElse("");
    }

    private String symbol() {
        return switch (Ending.of(view)) {
            case MISSED -> "🔴";
            case PARKED -> "🅿️";
            default -> "⚪";
        };
    }

    /** What the buttons of its card say, for whoever sees none. */
    private String offered() {
        List<String> typed = new CallButtons(new CallKey(view.leg().callId()), view, beside, granted)
                .rows().stream()
                        .flatMap(Element::says)
                        .map(say -> "`" + say.typed() + "`")
                        .toList();
        return switch (typed.size()) {
            case 0 -> "";
            case 1 ->
                " " + typed.getFirst() + (view.phase() == Phase.OVER ? " " + does(typed.getFirst()) : " ends it") + ".";
            default ->
                " Type " + String.join(", ", typed.subList(0, typed.size() - 1)) + " or " + typed.getLast() + ".";
        };
    }

    private String does(String typed) {
        if (typed.startsWith("`/recordings")) return "lists your recordings";
        if (Ending.of(view) == Ending.PARKED) return "takes it back";
        return view.incoming() ? "calls back" : "calls again";
    }

    private String via() {
        return view.via().map(queue -> " by way of " + Markdown.escape(queue)).orElse("");
    }

    private String sound() {
        boolean hostMuted = beside instanceof Beside.InConference in && in.hostMuted();
        String microphone = hostMuted || view.last().media().muted() ? ", your microphone is off" : "";
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
