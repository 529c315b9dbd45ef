package callbot.command;

import java.util.Optional;

/** What somebody wants, once it is understood; or that it is not. */
public sealed interface Command {

    /** Which of the user's calls is meant. */
    sealed interface CallChoice {

        /** Whichever fits; if several do, the user is asked. */
        record WhicheverFits() implements CallChoice {}

        /** The n-th in the list that {@code /calls} shows, from 1. */
        record Numbered(int number) implements CallChoice {}

        /** The one with this id: a button says so. */
        record WithId(String callId) implements CallChoice {}
    }

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
            /** As sentences. */
            ON,
            /** Not at all. */
            OFF,
            /** As the events that Webex sends. */
            JSON
        }
    }

    /** Say how much is remembered; for administrators. */
    record StoreInfo() implements Command {}

    /** Forget everybody; for administrators, who are asked first. */
    record StoreClear(boolean confirmed) implements Command {}

    /** Call somebody. */
    record Dial(DialString destination) implements Command {}

    /** Answer a call that rings. */
    record Answer(CallChoice choice) implements Command {}

    /** End a call. */
    record HangUp(CallChoice choice) implements Command {}

    /** Show the calls of this moment. */
    record ListCalls() implements Command {}

    /** Show the calls of the past. */
    record History(Optional<Kind> kind) implements Command {

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

    /** The first word is no command; perhaps this one was meant. */
    record Unknown(String word, Optional<CommandSpec> nearest) implements Command {}

    /** The command is known, but what follows makes no sense, for this reason. */
    record Malformed(CommandSpec spec, String problem) implements Command {}

    /** Whether it acts on the user's calls. */
    default boolean concernsCalls() {
        return this instanceof Dial || this instanceof Answer || this instanceof HangUp;
    }

    /** Whether it changes something in the world that must not be done twice. */
    default boolean changesTheWorld() {
        return switch (this) {
            case Dial dial -> true;
            case Answer answer -> true;
            case HangUp hangUp -> true;
            case SignOut signOut -> true;
            case DropSignIns dropSignIns -> true;
            case StoreClear clear -> clear.confirmed();
            case StoreInfo storeInfo -> false;
            case Monitor monitor -> false; // done twice it ends in the same state
            case Help help -> false;
            case SignIn signIn -> false;
            case SignInAnew signInAnew -> false;
            case ListCalls listCalls -> false;
            case History history -> false;
            case Echo echo -> false;
            case Status status -> false;
            case Unknown unknown -> false;
            case Malformed malformed -> false;
        };
    }
}
