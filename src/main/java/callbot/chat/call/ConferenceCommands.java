package callbot.chat.call;

import callbot.call.ConferenceControl;
import callbot.call.ConferenceControl.Merged;
import callbot.card.Button;
import callbot.chat.failure.LineWords;
import callbot.chat.failure.WayOn;
import callbot.command.CallChoice;
import callbot.command.CallCommand;
import callbot.signin.SignIn.Asker;
import callbot.webex.calling.Call;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.List;

/** The commands about a conference. */
public final class ConferenceCommands {

    private static final LineWords WORDS = new LineWords("A conference", "/conference");
    private static final Button WHO = Button.say("Who is in", "/conference");
    private static final Draft NONE = Draft.offering(
            "You have no conference just now. `/merge` makes one of your two calls.", List.of(WayOn.CALLS));

    private final ConferenceControl conferences;
    private final CallCommands calls;

    /** Commands on conferences. */
    public ConferenceCommands(ConferenceControl conferences, CallCommands calls) {
        this.conferences = conferences;
        this.calls = calls;
    }

    /** Who is in the conference. */
    public Draft show(Asker asker) {
        return WORDS.told(
                false,
                () -> conferences
                        .current(asker.personId())
                        .map(seen -> new ConferenceCard(seen).draft())
                        .orElse(NONE));
    }

    /** Makes a conference of two calls, or adds one. */
    public Draft merge(Asker asker) {
        return WORDS.told(true, () -> told(conferences.merge(asker.personId())));
    }

    private static Draft told(Merged merged) {
        return switch (merged) {
            case Merged.Begun(Call one, Call other) ->
                Draft.offering(
                        "✅ You are in a **conference** with " + who(one) + " and " + who(other)
                                + ". `/conference` shows who is in.",
                        List.of(WHO));
            case Merged.Added(Call call) ->
                Draft.offering(
                        "✅ " + who(call) + " is in the **conference**, too. `/conference` shows who is in.",
                        List.of(WHO));
            case Merged.NotJustOne notOne ->
                Draft.offering(
                        "To add somebody to the conference you need **one** answered call outside of it."
                                + " `/conference` shows who is in.",
                        List.of(WHO, WayOn.CALLS));
            case Merged.NotJustTwo notTwo ->
                Draft.offering(
                        "To merge you need **two** answered calls, and no more. `/calls` shows what you have.",
                        List.of(WayOn.CALLS));
        };
    }

    /** Mutes the asker or somebody else in the conference, or no longer. */
    public Draft mute(Asker asker, CallCommand.MuteInConference mute) {
        return WORDS.told(
                true,
                () -> mute.whom()
                        .map(whom -> mute(asker, whom, mute.muted()))
                        .orElseGet(() -> mute(asker, mute.muted())));
    }

    private Draft mute(Asker asker, boolean muted) {
        if (!conferences.mute(asker.personId(), muted)) return NONE;
        return Draft.offering(
                muted
                        ? "✅ You are **muted** in the conference."
                        : "✅ You are **not muted** any more: the conference hears you.",
                List.of(ConferenceCard.muteMe(!muted), WHO));
    }

    private Draft mute(Asker asker, CallChoice whom, boolean muted) {
        String word = muted ? "mute" : "unmute";
        ActionWords words = new ActionWords(
                muted ? "Mute" : "Unmute",
                "/conference " + word,
                "%s is " + word + "d in the conference",
                "be " + word + "d",
                "You have no answered call just now.");
        return conferences
                .mute(asker.personId(), whom, muted)
                .map(outcome -> calls.told(asker, words, whom, outcome))
                .orElse(NONE);
    }

    /** Puts the conference on hold, or takes it up again. */
    public Draft hold(Asker asker, boolean held) {
        return WORDS.told(true, () -> {
            if (!conferences.hold(asker.personId(), held)) return NONE;
            return Draft.offering(
                    held ? "✅ The conference is **on hold**." : "✅ You are **back** in the conference.",
                    List.of(ConferenceCard.hold(!held), WHO));
        });
    }

    /** Ends the conference for everybody. */
    public Draft end(Asker asker) {
        return WORDS.told(
                true,
                () -> conferences.end(asker.personId())
                        ? Draft.text("✅ You ended the conference **for everybody**.")
                        : NONE);
    }

    private static String who(Call call) {
        return "**" + Markdown.escape(call.remote().described()) + "**";
    }
}
