package callbot.command;

import java.util.List;
import java.util.Optional;

/** What somebody wants, once it is understood; or that it is not. */
public sealed interface Command {

    /** Which of the user's calls is meant. */
    sealed interface CallChoice {

        /** Whichever fits; if several do, the user is asked. */
        record WhicheverFits() implements CallChoice {}

        /** The n-th in the list that was shown last, from 1. */
        record Numbered(int number) implements CallChoice {}

        /**
         * This one: a button says so.
         *
         * @param sessionId outlives the id, which may change while a call is set up
         */
        record ThisOne(String callId, String sessionId) implements CallChoice {}
    }

    /** What only wants to see how something stands. */
    sealed interface Look extends Command {}

    /** What acts on the user's calls. */
    sealed interface OnCalls extends Command {}

    /** Show what can be said, or more about one command. */
    record Help(Optional<CommandSpec> about) implements Command {}

    /** Say how the sign-in stands, and sign in if need be. */
    record SignIn() implements Command {}

    /** Sign in, whatever the state of the sign-in is. */
    record SignInAnew() implements Command {}

    /** Forget this user. */
    record SignOut() implements Command {}

    /** Drop all sign-ins that were begun and not finished; for administrators. */
    record DropSignIns() implements Command {}

    /** Show calls as they happen, or stop to. */
    record Monitor(Mode mode) implements Command {

        /** How calls are shown. */
        public enum Mode {
            /** On a card that follows each. */
            ON,
            /** Not at all. */
            OFF,
            /** As the events that Webex sends. */
            JSON
        }
    }

    /** Say how much is remembered; for administrators. */
    record StoreInfo() implements Look {}

    /** Forget everybody; for administrators, who are asked first. */
    record StoreClear(boolean confirmed) implements Command {}

    /**
     * Call somebody, from this device if one is named.
     *
     * @param again whether it shall be done even if the same was done a moment ago
     */
    record Dial(DialString destination, Optional<String> device, boolean again) implements OnCalls {}

    /** Call somebody of whom only a name was said, from this device if one is named. */
    record DialName(String name, Optional<String> device, boolean again) implements OnCalls {}

    /**
     * Call this number, which was chosen for a name. From now on the name stands for it.
     *
     * @param name as it was said
     */
    record DialChosen(Dial dial, String name) implements OnCalls {}

    /** Bring a call to the user, to this device if one is named. */
    record Bring(CallSource source, Optional<String> device) implements OnCalls {}

    /** Do something with a call. */
    record Act(CallAction action, CallChoice choice) implements OnCalls {}

    /** Connect the two others whom the user has in two calls with each other. */
    record JoinCalls() implements OnCalls {}

    /** Bring the user's two calls together in a conference, or take one more call into the one that is running. */
    record MergeCalls() implements OnCalls {}

    /** Show who is in the conference. */
    record ShowConference() implements Look {}

    /**
     * Switch a microphone in the conference off, or on.
     *
     * @param whom the call whose other side is meant; absent for the user
     */
    record MuteInConference(Optional<CallChoice> whom, boolean muted) implements OnCalls {}

    /** Put the conference on hold, or take it off hold. */
    record HoldConference(boolean held) implements OnCalls {}

    /** End the conference for everybody. */
    record EndConference() implements OnCalls {}

    /** What changes something that is set for the user's line. */
    sealed interface OnLine extends Command {

        /** The command that shows what was changed. */
        default String shownBy() {
            return switch (this) {
                case TurnQuietOn on -> "/dnd";
                case TurnQuietOff off -> "/dnd";
                case Forward forward -> "/forward";
                case ChangeBlocked blocked -> "/block";
                case MarkVoiceMessage mark -> "/voicemail";
                case DeleteVoiceMessage delete -> "/voicemail";
            };
        }
    }

    /** Say whether the user wants to be disturbed. */
    record ShowQuiet() implements Look {}

    /** Let nobody disturb the user. */
    record TurnQuietOn(QuietUntil until) implements OnLine {}

    /** Let the user be disturbed again. */
    record TurnQuietOff() implements OnLine {}

    /** Say where calls go that are not answered here. */
    record ShowForwarding() implements Look {}

    /**
     * Send calls elsewhere from now on, or no longer.
     *
     * @param rings after how many; absent to leave that as it is, or if it does not matter
     */
    record Forward(ForwardWhen when, ForwardTo to, Optional<Integer> rings) implements OnLine {

        /** Guards against rings that Webex does not know. */
        public Forward {
            if (rings.filter(number -> when != ForwardWhen.NO_ANSWER || !ForwardWhen.mayRing(number))
                    .isPresent()) throw new IllegalArgumentException(when + " after " + rings + " rings");
        }
    }

    /** Say whose calls are refused. */
    record ShowBlocked() implements Look {}

    /** Refuse somebody's calls from now on, or no longer. */
    record ChangeBlocked(BlockChange wish) implements OnLine {}

    /** Go to the call that is on hold, and have the other one wait. */
    record Swap() implements OnCalls {}

    /** Put the call on hold that there is, and call somebody. */
    record Consult(Dial dial) implements OnCalls {}

    /** Show what was left on the user's voicemail. */
    record ShowVoicemail() implements Look {}

    /** Say that a voice message has been listened to, or that it is new. */
    record MarkVoiceMessage(VoiceMessageChoice choice, boolean read) implements OnLine {}

    /** Ask whether a voice message shall be deleted. */
    record AskToDelete(VoiceMessageChoice choice) implements Look {}

    /** Delete the voice message with this id, which was asked about. */
    record DeleteVoiceMessage(String id) implements OnLine {}

    /** Show the calls of this moment. */
    record ListCalls() implements Look {}

    /** Show one call of this moment. */
    record ShowCall(CallChoice choice) implements Look {}

    /** Show the devices on which the user's calls can ring. */
    record ListDevices() implements Look {}

    /** Use the device of this name from now on; or leave it to Webex, if none is named. */
    record UseDevice(Optional<String> name) implements Command {}

    /** Say how the last command was done. */
    record Why() implements Command {}

    /**
     * Show the calls of the past.
     *
     * @param page from 1, the newest
     */
    record History(Optional<Kind> kind, int page) implements Look {

        /** What became of a call. */
        public enum Kind {
            /** The user called. */
            PLACED,
            /** Nobody answered. */
            MISSED,
            /** The user answered. */
            RECEIVED
        }
    }

    /** Say it back. */
    record Echo(String text) implements Command {}

    /** Say how things stand. */
    record Status() implements Command {}

    /**
     * Look for somebody's numbers, so that one can be chosen.
     *
     * @param before what is in front of the number in the command that a button says
     * @param after what is behind it; empty if nothing is
     * @param button the call that the command is about, if a button said so
     */
    record FindPerson(String name, String before, String after, Optional<CallChoice.ThisOne> button) implements Look {}

    /** Be polite: nothing is asked for. */
    record Courtesy(Kind kind) implements Command {

        /** What was said. */
        public enum Kind {
            /** As one says who begins to talk. */
            GREETING,
            /** As one says who is content. */
            THANKS
        }
    }

    /**
     * It is no command, and says none for certain.
     *
     * @param said as much of it as was not understood
     * @param offers what may be meant, the likeliest first; perhaps nothing
     */
    record NotUnderstood(String said, List<Offer> offers) implements Command {

        /** A whole command that may be meant, and what its button says. */
        public record Offer(String title, String command) {}

        public NotUnderstood {
            offers = List.copyOf(offers);
        }
    }

    /** The command is known, but what follows makes no sense, for this reason. */
    record Malformed(CommandSpec spec, String problem) implements Command {}

    /**
     * What was said as a number can be read in several ways: whoever said it must choose.
     *
     * @param button the call that the command is about, if a button said so
     */
    record WhichNumber(List<Choice> choices, Optional<CallChoice.ThisOne> button) implements Command {

        /** One way to read it, and the whole command with the number written so that it can mean nothing else. */
        public record Choice(DialString number, String command) {}

        public WhichNumber {
            choices = List.copyOf(choices);
        }
    }

    /** It has more characters than are read. */
    record TooLong(int most) implements Command {}

    /** Whether it changes something in the world that must not be done twice. */
    default boolean changesTheWorld() {
        return switch (this) {
            case OnCalls onCalls -> true;
            case OnLine onLine -> true;
            case Look look -> false;
            case SignOut signOut -> true;
            case DropSignIns dropSignIns -> true;
            case StoreClear clear -> clear.confirmed();
            case Monitor monitor -> false; // done twice it ends in the same state
            case Help help -> false;
            case SignIn signIn -> false;
            case SignInAnew signInAnew -> false;
            case UseDevice useDevice -> false; // chosen twice it is chosen
            case Why why -> false;
            case Echo echo -> false;
            case Status status -> false;
            case Courtesy courtesy -> false;
            case NotUnderstood notUnderstood -> false;
            case Malformed malformed -> false;
            case WhichNumber whichNumber -> false;
            case TooLong tooLong -> false;
        };
    }
}
