package callbot.chat.recording;

import static callbot.card.Element.text;

import callbot.card.Button;
import callbot.card.Card;
import callbot.card.Element;
import callbot.card.Element.Column;
import callbot.card.Element.Column.Width;
import callbot.card.Element.Tone;
import callbot.card.Look;
import callbot.command.value.DialString;
import callbot.signin.TimeText;
import callbot.webex.calling.VoiceMessage;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The newest voice messages, and what can be done with each.
 *
 * @param all newest first
 */
record VoicemailCard(List<VoiceMessage> all, TimeText times) {

    private static final int MOST = 5;
    private static final int LONGEST_NAME = 100;

    private static final String NO_SOUND =
            "I can't play them: Webex gives the sound to its own apps alone. Listen in the Webex app, or call your voicemail"
                    + " from your phone.";

    Draft draft() {
        if (all.isEmpty()) return Draft.text("📭 You have no voice messages.");
        return Draft.fitting(Math.min(MOST, all.size()), this::draft);
    }

    private Draft draft(int rows) {
        long fresh = all.stream().filter(message -> !message.read()).count();
        String title = (fresh == 0 ? "No new" : fresh + " new") + " voice message" + (fresh == 1 ? "" : "s")
                + (fresh == all.size() ? "" : ", " + all.size() + " in all");
        String more = rows < all.size() ? "\n- … and " + (all.size() - rows) + " older" : "";
        List<Element> body = new ArrayList<>();
        body.add(new Element.Band(Tone.OVER, List.of(text(title, Look.BOLD))));
        for (VoiceMessage message : all.subList(0, rows)) {
            body.add(row(message, body.size() > 1));
            body.addAll(Element.rows(buttons(message)));
        }
        if (rows < all.size()) body.add(text("… and " + (all.size() - rows) + " older", Look.SMALL, Look.SUBTLE));
        body.add(text(NO_SOUND, Look.SMALL, Look.SUBTLE));
        String lines = IntStream.range(0, rows)
                .mapToObj(i -> (i + 1) + ". " + (all.get(i).read() ? "" : "**new** ") + described(all.get(i), times))
                .collect(Collectors.joining("\n"));
        return Draft.of(
                "📬 **" + title + "**\n\n" + lines + more
                        + "\n\n`/voicemail read 1` marks one, `/voicemail delete 1` deletes" + " one. " + NO_SOUND,
                new Card(body));
    }

    /** Who left it, when, and how long it is. */
    static String described(VoiceMessage message, TimeText times) {
        return Markdown.escape(message.from().shortened(LONGEST_NAME).described()) + ", " + details(message, times);
    }

    private static String details(VoiceMessage message, TimeText times) {
        return message.created().map(times::of).orElse("at an unknown time")
                + message.duration().map(time -> ", " + length(time)).orElse("")
                + (message.urgent() ? ", urgent" : "");
    }

    private static String length(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    private Element row(VoiceMessage message, boolean ruled) {
        String name = message.from().shortened(LONGEST_NAME).title();
        List<Element> lines = new ArrayList<>();
        lines.add(message.read() ? text(Card.plain(name), Look.BOLD) : text(Card.plain(name), Look.BOLD, Look.ACTIVE));
        message.from()
                .number()
                .filter(number -> !number.equals(name))
                .ifPresent(number -> lines.add(text(Card.plain(number), Look.SMALL, Look.TIGHT)));
        lines.add(text((message.read() ? "" : "New, ") + details(message, times), Look.SMALL, Look.TIGHT, Look.SUBTLE));
        return new Element.Columns(List.of(new Column(Width.STRETCH, lines)), ruled);
    }

    private static List<Button> buttons(VoiceMessage message) {
        List<Button> buttons = new ArrayList<>();
        message.from()
                .number()
                .filter(DialString::isDialable)
                .ifPresent(number -> buttons.add(Button.say("Call", "/dial " + number)));
        buttons.add(mark(message.id().value(), !message.read()));
        buttons.add(Button.say("Delete", "/voicemail delete " + message.id().value()));
        return buttons;
    }

    static Button mark(String id, boolean read) {
        return read
                ? Button.say("Mark read", "/voicemail read " + id)
                : Button.say("Mark unread", "/voicemail unread " + id);
    }
}
