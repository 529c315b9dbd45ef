package callbot.chat.line;

import static callbot.card.Element.text;

import callbot.card.Button;
import callbot.card.Card;
import callbot.card.Element;
import callbot.card.Element.Column;
import callbot.card.Element.Column.Width;
import callbot.card.Element.Tone;
import callbot.card.Look;
import callbot.line.CallerIds;
import callbot.line.CallerIds.Seen;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What others see when a user calls them, and a button for each choice. */
record CallerIdCard(CallerIds.State state) {

    private static final int MOST = 20;

    Draft draft() {
        return Draft.fitting(Math.clamp(state.choices().size(), 1, MOST), this::draft);
    }

    private Draft draft(int most) {
        List<Seen> there =
                state.choices().subList(0, Math.min(most, state.choices().size()));
        int rest = state.choices().size() - there.size();
        Optional<String> more = Optional.of("… and " + rest + " more").filter(any -> rest > 0);
        List<Element> body = new ArrayList<>();
        body.add(new Element.Band(Tone.OVER, List.of(text("What others see when you call", Look.BOLD))));
        body.add(text(Markdown.onCard(now())));
        there.forEach(one -> body.add(row(one, there.indexOf(one) + 1)));
        more.ifPresent(words -> body.add(text(words, Look.SMALL, Look.SUBTLE)));
        state.hidden()
                .ifPresent(hidden -> body.add(button(
                        hidden ? "Show my number" : "Hide my number",
                        hidden ? CallerIdCommands.SHOW : CallerIdCommands.HIDE)));
        return Draft.of(
                "☎️ " + now() + (there.isEmpty() ? "" : "\n" + CallerIdCommands.lines(there))
                        + more.map(words -> "\n- " + words).orElse("") + "\n\n" + how(there),
                new Card(body));
    }

    private String now() {
        String seen = state.chosen()
                .map(one -> "Others see **" + Markdown.escape(CallerIdCommands.described(one)) + "**")
                .orElse("Webex does not say which number others see");
        return state.hidden().orElse(false)
                ? "**Your number is hidden**: those you call don't see it. Once it is shown: "
                        + seen.substring(0, 1).toLowerCase(Locale.ROOT) + seen.substring(1) + "."
                : seen + " when you call.";
    }

    private String how(List<Seen> there) {
        String choose = there.size() > 1 ? "`/callerid 2` lets others see the second of these. " : "";
        return choose
                + state.hidden()
                        .map(hidden -> hidden
                                ? "`" + CallerIdCommands.SHOW + "` shows your number."
                                : "`" + CallerIdCommands.HIDE + "` hides your number.")
                        .orElse("Your calling plan does not let you hide your number.");
    }

    private static Element row(Seen one, int place) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(
                Width.STRETCH, List.of(text(place + " · " + Card.plain(CallerIdCommands.described(one.choice()))))));
        if (one.chosen()) columns.add(new Column(Width.AUTO, List.of(text("Chosen", Look.GOOD, Look.BOLD))));
        else
            CallerIdCommands.command(one)
                    .ifPresent(command ->
                            columns.add(new Column(Width.AUTO, List.of(button("Use " + place, command)))));
        return new Element.Columns(columns, true);
    }

    private static Element button(String title, String command) {
        return new Element.Buttons(List.of(Button.say(title, command)));
    }
}
