package callbot.call.card;

import static callbot.card.Element.text;

import callbot.call.card.Moment.Phase;
import callbot.card.Card;
import callbot.card.Element;
import callbot.card.Element.Column;
import callbot.card.Element.Column.Width;
import callbot.card.Element.Facts;
import callbot.card.Element.Tone;
import callbot.card.Look;
import callbot.signin.TimeText;
import callbot.webex.calling.Call.Recording;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.Party;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * One call as a card: who it is, how it stands, and what can be done about it. Its text says the same in words.
 *
 * @param beside what the user has beside it
 * @param granted what can be offered because the user has granted it
 * @param times how its user says times
 */
public record CallCard(CallKey key, CallView view, Beside beside, Granted granted, TimeText times) {

    /** The band at the top of a card. */
    private record Heading(Tone tone, Look colour, String title, String time) {}

    /** The card, and the text that stands for it. */
    public Draft draft() {
        CallText words = new CallText(view, beside, granted, times);
        List<Element> body = new ArrayList<>();
        body.add(band(heading()));
        if (view.phase() == Phase.OVER) {
            body.add(text(Markdown.onCard(
                    words.outcomeOf(Markdown.escape(view.remote().described())))));
        } else {
            body.addAll(party(view.remote()));
            if (!words.goesOver().isEmpty()) body.add(text(Markdown.onCard(words.goesOver())));
            if (beside instanceof Beside.InConference in) body.addAll(together(in));
            if (!facts().isEmpty()) body.add(new Facts(facts()));
        }
        body.addAll(new CallButtons(key, view, beside, granted).rows());
        return Draft.of(words.sentence(), new Card(body));
    }

    private Heading heading() {
        String since = view.answered()
                .or(view::began)
                .map(at -> "since " + times.clock(at))
                .orElse("");
        return switch (view.phase()) {
            case RINGING_HERE -> new Heading(Tone.ACTIVE, Look.ACTIVE, "🔔 Incoming call", "ringing " + since);
            case CALLING_OUT -> new Heading(Tone.ACTIVE, Look.ACTIVE, "🔔 Pick up your phone", "it rings first");
            case RINGING_THERE -> new Heading(Tone.ACTIVE, Look.ACTIVE, "🔵 Calling", since);
            case TALKING -> new Heading(Tone.GOOD, Look.GOOD, talking() + recorded(), since);
            case HELD ->
                new Heading(
                        Tone.WAITING,
                        Look.WAITING,
                        (isInConference() ? "⏸️ Conference on hold" : "⏸️ On hold") + recorded(),
                        since);
            case HELD_THERE -> new Heading(Tone.WAITING, Look.WAITING, "⏸️ You are on hold" + recorded(), since);
            case OVER -> over();
        };
    }

    private String talking() {
        return isInConference() ? "👥 In a conference" : "🟢 On a call";
    }

    private boolean isInConference() {
        return beside instanceof Beside.InConference;
    }

    private Heading over() {
        String from = view.began().map(times::clock).orElse("");
        String until = times.clock(view.last().at());
        String time = from.isEmpty() || from.equals(until) ? until : from + " to " + until;
        Ending ending = Ending.of(view);
        return switch (ending) {
            case MISSED -> missed(ending, time);
            case PARKED -> new Heading(Tone.WAITING, Look.WAITING, "🅿️ " + ending.title(), "since " + until);
            default -> new Heading(Tone.OVER, Look.BOLD, ending.title(), time);
        };
    }

    private Heading missed(Ending ending, String time) {
        SortedSet<Instant> earlier = view.gathering().earlier();
        if (earlier.isEmpty()) return new Heading(Tone.FAILED, Look.FAILED, "🔴 " + ending.title(), time);
        String title = "🔴 " + (earlier.size() + 1) + " missed calls";
        String span =
                times.clock(earlier.first()) + " to " + times.clock(view.last().at());
        return new Heading(Tone.FAILED, Look.FAILED, title, span);
    }

    private String recorded() {
        return switch (recording()) {
            case OFF -> "";
            case RUNNING -> ", recording";
            case PAUSED -> ", recording paused";
        };
    }

    private static Element band(Heading heading) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(Width.STRETCH, List.of(text(heading.title(), Look.BOLD, heading.colour()))));
        if (!heading.time().isEmpty()) {
            columns.add(new Column(Width.AUTO, List.of(text(heading.time(), Look.SMALL, Look.RIGHT))));
        }
        return new Element.Band(heading.tone(), List.of(new Element.Columns(columns, false)));
    }

    private static List<Element> together(Beside.InConference in) {
        List<Element> lines = new ArrayList<>();
        lines.add(text("Together with", Look.SMALL, Look.SUBTLE));
        in.others().forEach(one -> lines.add(text(Card.plain(one.described() + one.words()), Look.TIGHT)));
        return lines;
    }

    private static List<Element> party(Party party) {
        String name = party.title();
        List<Element> lines = new ArrayList<>();
        lines.add(text(Card.plain(name), Look.LARGE, Look.BOLD));
        party.number()
                .filter(number -> !number.equals(name))
                .ifPresent(number -> lines.add(text(Card.plain(number), Look.MEDIUM, Look.TIGHT, Look.SUBTLE)));
        return lines;
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        view.via().ifPresent(queue -> facts.put("Came via", Card.plain(queue)));
        if (beside instanceof Beside.InConference in) {
            if (in.here().muted()) facts.put("They are", "Muted");
            if (in.here().deafened()) facts.put("They hear", "Nothing");
            facts.put("Microphone", in.hostMuted() || muted() ? "Off" : "On");
        } else if (view.answered().isPresent()) {
            facts.put("Direction", view.incoming() ? "Incoming" : "Outgoing");
            if (view.last().media().muteCapable() || muted()) facts.put("Microphone", muted() ? "Off" : "On");
        }
        if (view.answered().isPresent() && recording() != Recording.OFF) {
            facts.put("Recording", recording() == Recording.RUNNING ? "Running" : "Paused");
        }
        return facts;
    }

    private boolean muted() {
        return view.last().media().muted();
    }

    private Recording recording() {
        return view.last().media().recording();
    }
}
