package callbot.chat.call;

import callbot.call.ConferenceControl;
import callbot.call.ConferenceControl.Base;
import callbot.call.ConferenceControl.Merged;
import callbot.call.ConferenceControl.Seen;
import callbot.call.Outcome;
import callbot.call.feed.CallFeed;
import callbot.card.Button;
import callbot.chat.failure.Failures;
import callbot.chat.failure.LineWords;
import callbot.chat.failure.WayOn;
import callbot.command.CallChoice;
import callbot.command.CallCommand;
import callbot.signin.SignIn.Asker;
import callbot.webex.WebexException;
import callbot.webex.calling.Call;
import callbot.webex.calling.Conference;
import callbot.webex.messaging.Draft;
import java.util.List;
import java.util.Optional;

/** The commands about a conference. */
public final class ConferenceCommands {

    private static final LineWords WORDS = new LineWords("A conference", "/conference");
    private static final Button WHO = Button.say("Who is in", "/conference");
    private static final Button RESUME = Button.say("Resume", "/conference resume");

    /** Takes whoever is outside into the conference. */
    static final Button MERGE = Button.say("Add to the conference", "/merge");

    private static final Draft NONE = Draft.offering(
            "You have no conference just now. `/merge` makes one of your two calls.", List.of(WayOn.CALLS));

    private final ConferenceControl conferences;
    private final CallFeed feed;
    private final CallCommands calls;
    private final TwoCallCommands twoCalls;
    private final DialCommands dialling;

    /** Commands on conferences. */
    public ConferenceCommands(Line line, CallCommands calls, TwoCallCommands twoCalls, DialCommands dialling) {
        this.conferences = line.calls().conferences();
        this.feed = line.feed();
        this.calls = calls;
        this.twoCalls = twoCalls;
        this.dialling = dialling;
    }

    /** Who is in the conference. */
    public Draft show(Asker asker) {
        return WORDS.told(false, () -> {
            Optional<Seen> current = conferences.current(asker.personId());
            feed.conferenceSeen(asker.personId(), current.map(Seen::conference));
            return current.map(seen -> new ConferenceCard(seen).draft()).orElse(NONE);
        });
    }

    /** Has what there is wait, and calls somebody to be taken in. */
    public Optional<Draft> add(Asker asker, CallCommand.Dial dial) {
        try {
            return add(asker, dial, conferences.base(asker.personId()));
        } catch (WebexException e) {
            return Optional.of(WORDS.failed(e, true));
        }
    }

    private Optional<Draft> add(Asker asker, CallCommand.Dial dial, Base base) {
        String number = dial.destination().typed();
        return switch (base) {
            case Base.None none ->
                Optional.of(Draft.offering(
                        "You have no call to add anybody to, so I have called nobody. `/dial " + number + "` calls.",
                        List.of(Button.say("Call", "/dial " + number))));
            case Base.Apart apart ->
                Optional.of(Draft.offering(
                        "You have calls that are not together yet, so I have called nobody. `/merge` brings them together.",
                        List.of(Button.say("Merge", "/merge"), WayOn.CALLS)));
            case Base.One(Call call) -> twoCalls.add(asker, dial, call);
            case Base.Running(Conference running) -> {
                boolean waits = running.held() || conferences.hold(asker.personId(), true);
                if (!waits) yield Optional.of(NONE);
                String next = "When they answer, `/merge` takes them in; `/conference resume` goes back.";
                yield new Meanwhile("The conference", next, List.of(MERGE, RESUME), RESUME).dial(dialling, asker, dial);
            }
        };
    }

    /** Makes a conference of two calls, or adds one. */
    public Draft merge(Asker asker) {
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
                        "✅ You are in a **conference** with " + CallWords.who(one) + " and " + CallWords.who(other)
                                + ". `/conference` shows who is in.",
                        List.of(WHO));
            case Merged.Added(Call call, boolean waits) ->
                Draft.offering(
                        "✅ " + CallWords.who(call) + " is in the **conference**, too"
                                + (waits ? ", which is still **on hold**" : "") + ". `/conference` shows who is in.",
                        waits ? List.of(RESUME, WHO) : List.of(WHO));
            case Merged.NotTaken(Call call, WebexException.Refused why) ->
                Draft.offering(
                        "⚠️ Webex did not take " + CallWords.who(call) + " into the conference" + Failures.wordsOf(why)
                                + ". Perhaps it has room for no more. All is as it was." + Failures.MORE,
                        List.of(WHO, WayOn.CALLS, WayOn.WHY));
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
                "%s is " + word + "d in the conference",
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
}
