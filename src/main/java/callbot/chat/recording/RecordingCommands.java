package callbot.chat.recording;

import callbot.card.Button;
import callbot.chat.failure.LineWords;
import callbot.command.RecordingChoice;
import callbot.line.RecordedCalls;
import callbot.line.RecordedCalls.Found;
import callbot.signin.SignIn.Asker;
import callbot.signin.TimeText;
import callbot.signin.Users;
import callbot.webex.calling.CallRecordings.Playable;
import callbot.webex.messaging.Draft;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The commands about recordings of calls. */
public final class RecordingCommands {

    private static final LineWords WORDS = new LineWords("Call recording", "/recordings");
    private static final Button ALL = Button.say("Recordings", "/recordings");

    private final RecordedCalls recordings;
    private final Users users;
    private final Clock clock;

    /** Commands on these recordings. */
    public RecordingCommands(RecordedCalls recordings, Users users, Clock clock) {
        this.recordings = recordings;
        this.users = users;
        this.clock = clock;
    }

    /** The last recordings. */
    public Draft list(Asker asker) {
        return WORDS.told(
                false,
                () -> new RecordingsCard("Your last recordings", recordings.list(asker.personId()), times(asker))
                        .draft());
    }

    /** Links to a recording, or the choice between several. */
    public Draft listen(Asker asker, RecordingChoice choice) {
        return WORDS.told(false, () -> switch (recordings.find(asker.personId(), choice)) {
            case Found.One(Playable playable) -> links(playable, times(asker));
            case Found.Several(var all) -> new RecordingsCard("Recordings of this call", all, times(asker)).draft();
            case Found.None none -> none(choice);
        });
    }

    /** The links stand on the card alone: a text that does not get through at once is kept, and these must not be. */
    static Draft links(Playable playable, TimeText times) {
        List<Button> buttons = new ArrayList<>();
        playable.links().audio().ifPresent(link -> buttons.add(new Button.Open("Listen", link)));
        playable.links().transcript().ifPresent(link -> buttons.add(new Button.Open("Read transcript", link)));
        String what = "🎧 **Recording**: " + RecordingsCard.described(playable.recording(), times) + ".";
        if (buttons.isEmpty())
            return Draft.text(what + " Webex gives no link to it just now. Try again in a few minutes.");
        buttons.add(ALL);
        return Draft.offering(
                what + " The buttons open it in your browser"
                        + playable.links()
                                .expiration()
                                .map(end -> ", until " + times.of(end).replaceFirst("^today ", ""))
                                .orElse(" for a while")
                        + ". Whoever has such a link can listen, so don't pass it on. I keep none; `/recordings` gets new ones.",
                buttons);
    }

    static Draft none(RecordingChoice choice) {
        return choice instanceof RecordingChoice.OfCall(var call)
                ? Draft.offering(
                        "⏳ Webex has **no recording of this call yet**: that takes a while after the call. I look among those of the last"
                                + " 7 days.",
                        List.of(
                                Button.say(
                                        "Look again",
                                        "/recordings",
                                        new Button.AboutCall(call.callId(), call.sessionId())),
                                ALL))
                : Draft.offering(
                        "That recording is not there any more. `/recordings` shows those that are.", List.of(ALL));
    }

    private TimeText times(Asker asker) {
        return TimeText.of(users.find(asker.personId()), clock);
    }
}
