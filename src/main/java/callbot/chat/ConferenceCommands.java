package callbot.chat;

import callbot.call.CallFeed;
import callbot.call.ConferenceControl;
import callbot.call.ConferenceControl.Merged;
import callbot.call.ConferenceControl.Seen;
import callbot.call.Outcome;
import callbot.card.Button;
import callbot.command.CallChoice;
import callbot.command.CallCommand;
import callbot.signin.SignIn.Asker;
import callbot.webex.Call;
import callbot.webex.Draft;
import callbot.webex.Markdown;
import java.util.List;
import java.util.Optional;

/** The commands about a conference. */
final class ConferenceCommands {

    private static final LineWords WORDS = new LineWords("A conference", "/conference");
    private static final Button WHO = Button.say("Who is in", "/conference");
    private static final Button CALLS = Button.say("Show my calls", "/calls");
    private static final Draft NONE =
            Draft.offering("You have no conference just now. `/merge` makes one of your two calls.", List.of(CALLS));

    private final ConferenceControl conferences;
    private final CallFeed feed;
    private final CallCommands calls;

    ConferenceCommands(Line line, CallCommands calls) {
        this.conferences = line.calls().conferences();
        this.feed = line.feed();
        this.calls = calls;
    }

    Draft show(Asker asker) {
        return WORDS.told(false, () -> {
            Optional<Seen> current = conferences.current(asker.personId());
            feed.conferenceSeen(asker.personId(), current.map(Seen::conference));
            return current.map(seen -> new ConferenceCard(seen).draft()).orElse(NONE);
        });
    }

    Draft merge(Asker asker) {
        return WORDS.told(true, () -> {
            Merged merged = conferences.merge(asker.personId());
            boolean changed = merged instanceof Merged.Begun || merged instanceof Merged.Added;
            if (changed) feed.lookAtConference(asker.personId());
            return told(merged);
        });
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
                        List.of(WHO, CALLS));
            case Merged.NotJustTwo notTwo ->
                Draft.offering(
                        "To merge you need **two** answered calls, and no more. `/calls` shows what you have.",
                        List.of(CALLS));
        };
    }

    Draft mute(Asker asker, CallCommand.MuteInConference mute) {
        return WORDS.told(
                true,
                () -> mute.whom()
                        .map(whom -> mute(asker, whom, mute.muted()))
                        .orElseGet(() -> mute(asker, mute.muted())));
    }

    private Draft mute(Asker asker, boolean muted) {
        if (!conferences.mute(asker.personId(), muted)) return NONE;
        feed.lookAtConference(asker.personId());
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
                word + "d in the conference",
                "be " + word + "d",
                "You have no answered call just now.");
        return conferences
                .mute(asker.personId(), whom, muted)
                .map(outcome -> {
                    if (outcome instanceof Outcome.Done) feed.lookAtConference(asker.personId());
                    return calls.told(asker, words, whom, outcome);
                })
                .orElse(NONE);
    }

    Draft hold(Asker asker, boolean held) {
        return WORDS.told(true, () -> {
            if (!conferences.hold(asker.personId(), held)) return NONE;
            return Draft.offering(
                    held ? "✅ The conference is **on hold**." : "✅ You are **back** in the conference.",
                    List.of(ConferenceCard.hold(!held), WHO));
        });
    }

    Draft end(Asker asker) {
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
