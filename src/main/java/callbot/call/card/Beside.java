package callbot.call.card;

import callbot.webex.calling.Party;
import java.util.List;

/** What the user has beside a call: it decides what can be done with it. */
public sealed interface Beside {

    /** No call that could be brought together with this one, or more than one. */
    record Nothing() implements Beside {}

    /** One other call that waits on hold. */
    record OneWaiting() implements Beside {}

    /** A conference that this call is not in. */
    record AConference() implements Beside {}

    /**
     * A conference that this call is in.
     *
     * @param hostMuted whether the user's microphone is off in it
     * @param here how the other side of this call is heard
     * @param others who is in it beside that one and the user
     */
    record InConference(boolean hostMuted, Sound here, List<Other> others) implements Beside {

        /** Nothing of it changes any more. */
        public InConference {
            others = List.copyOf(others);
        }
    }

    /**
     * How somebody in a conference is heard, and hears.
     *
     * @param muted whether the others do not hear that person
     * @param deafened whether that person does not hear the others
     */
    record Sound(boolean muted, boolean deafened) {

        /** In words that follow a name; empty if there is nothing to say. */
        String words() {
            return (muted ? ", muted" : "") + (deafened ? ", hears nothing" : "");
        }
    }

    /**
     * Somebody else in a conference.
     *
     * @param away whether that person has put the conference on hold
     */
    record Other(Party who, Sound sound, boolean away) {

        String described() {
            return who.isKnown() ? who.described() : "somebody";
        }

        String words() {
            return sound.words() + (away ? ", away" : "");
        }
    }
}
