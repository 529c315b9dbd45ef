package callbot.chat.recording;

import callbot.card.Button;
import callbot.chat.failure.LineWords;
import callbot.command.LineCommand;
import callbot.command.VoiceMessageChoice;
import callbot.line.Voicemail;
import callbot.signin.SignIn.Asker;
import callbot.signin.TimeText;
import callbot.signin.Users;
import callbot.webex.calling.VoiceMessage;
import callbot.webex.calling.VoiceMessageId;
import callbot.webex.messaging.Draft;
import java.time.Clock;
import java.util.List;

/** The commands about voice messages. */
public final class VoicemailCommands {

    private static final LineWords WORDS = new LineWords("Voicemail", "/voicemail");
    private static final Draft GONE = Draft.offering(
            "I have done nothing: that voice message is not there any more. `/voicemail` shows those that are.",
            List.of(Button.say("Voice messages", "/voicemail")));

    private final Voicemail voicemail;
    private final Users users;
    private final Clock clock;

    /** Commands of these users. */
    public VoicemailCommands(Voicemail voicemail, Users users, Clock clock) {
        this.voicemail = voicemail;
        this.users = users;
        this.clock = clock;
    }

    /** The voice messages. */
    public Draft show(Asker asker) {
        return WORDS.told(false, () -> new VoicemailCard(voicemail.list(asker.personId()), times(asker)).draft());
    }

    /** Marks a voice message as read, or as new. */
    public Draft mark(Asker asker, LineCommand.MarkVoiceMessage mark) {
        return WORDS.told(true, () -> switch (mark.choice()) {
            case VoiceMessageChoice.ThisOne(String id) ->
                VoiceMessageId.of(id)
                        .map(one -> mark(asker, one, mark.read(), "That voice message"))
                        .orElse(GONE);
            case VoiceMessageChoice.Numbered numbered ->
                voicemail
                        .find(asker.personId(), numbered)
                        .map(one -> mark(
                                asker,
                                one.id(),
                                mark.read(),
                                "The voice message of " + VoicemailCard.described(one, times(asker)) + ","))
                        .orElse(GONE);
        });
    }

    private Draft mark(Asker asker, VoiceMessageId id, boolean read, String what) {
        if (!voicemail.mark(asker.personId(), id, read)) return GONE;
        return Draft.offering(
                "✅ " + what + " counts as **" + (read ? "read" : "new") + "** now.",
                List.of(VoicemailCard.mark(id.value(), !read), Button.say("Voice messages", "/voicemail")));
    }

    /** Asks whether to delete a voice message. */
    public Draft askToDelete(Asker asker, VoiceMessageChoice choice) {
        return WORDS.told(
                false,
                () -> voicemail
                        .find(asker.personId(), choice)
                        .map(one -> sure(one, times(asker)))
                        .orElse(GONE));
    }

    static Draft sure(VoiceMessage message, TimeText times) {
        String command = "/voicemail delete " + message.id().value() + " for good";
        return Draft.offering(
                "Delete the voice message of **" + VoicemailCard.described(message, times)
                        + "**? It can't be brought back. Press the button, or write `" + command + "`.",
                List.of(Button.say("Delete for good", command).as(Button.Style.DESTRUCTIVE)));
    }

    /** Deletes a voice message for good. */
    public Draft delete(Asker asker, String id) {
        return WORDS.told(
                true,
                () -> VoiceMessageId.of(id)
                                .filter(one -> voicemail.delete(asker.personId(), one))
                                .isPresent()
                        ? Draft.offering(
                                "✅ The voice message is **deleted**.",
                                List.of(Button.say("Voice messages", "/voicemail")))
                        : GONE);
    }

    private TimeText times(Asker asker) {
        return TimeText.of(users.find(asker.personId()), clock);
    }
}
