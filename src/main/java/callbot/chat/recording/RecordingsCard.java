package callbot.chat.recording;

import static callbot.card.Element.text;

import callbot.card.Button;
import callbot.card.Card;
import callbot.card.Element;
import callbot.card.Element.Column;
import callbot.card.Element.Column.Width;
import callbot.card.Element.Tone;
import callbot.card.Look;
import callbot.signin.TimeText;
import callbot.text.OthersText;
import callbot.webex.calling.CallRecording;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Recordings, and a button to listen to each.
 *
 * @param all newest first
 */
record RecordingsCard(String title, List<CallRecording> all, TimeText times) {

    private static final int MOST = 10;

    /** In characters. */
    private static final int LONGEST_TOPIC = 80;

    Draft draft() {
        if (all.isEmpty())
            return Draft.text("🎧 You have no recordings of the last 7 days. Webex has one a while after the call.");
        return Draft.fitting(Math.min(MOST, all.size()), this::draft);
    }

    private Draft draft(int rows) {
        List<Element> body = new ArrayList<>();
        body.add(new Element.Band(Tone.OVER, List.of(text(title, Look.BOLD))));
        all.subList(0, rows).forEach(one -> body.add(row(one)));
        String lines = IntStream.range(0, rows)
                .mapToObj(i -> (i + 1) + ". " + described(all.get(i), times))
                .collect(Collectors.joining("\n"));
        return Draft.of("🎧 **" + title + "**\n\n" + lines + "\n\n`/recordings 1` plays the newest.", new Card(body));
    }

    /** With whom, when, and how long. */
    static String described(CallRecording recording, TimeText times) {
        return Markdown.escape(topic(recording)) + ", " + details(recording, times);
    }

    private static String topic(CallRecording recording) {
        return OthersText.cut(recording.topic().orElse("A call"), LONGEST_TOPIC);
    }

    private static String details(CallRecording recording, TimeText times) {
        return recording.time().map(times::of).orElse("at an unknown time")
                + recording.duration().map(time -> ", " + length(time)).orElse("");
    }

    private static String length(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    private Element row(CallRecording recording) {
        List<Element> lines = List.of(
                text(Card.plain(topic(recording)), Look.BOLD),
                text(details(recording, times), Look.SMALL, Look.TIGHT, Look.SUBTLE));
        Element listen = new Element.Buttons(List.of(Button.say("Listen", "/recordings " + recording.id())));
        return new Element.Columns(
                List.of(new Column(Width.STRETCH, lines), new Column(Width.AUTO, List.of(listen))), true);
    }
}
