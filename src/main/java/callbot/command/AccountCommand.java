package callbot.command;

import java.util.Optional;

/** What changes how the bot and somebody stand to each other. */
public sealed interface AccountCommand extends Command {

    /** Say how the sign-in stands, and sign in if need be. */
    record SignIn() implements AccountCommand {}

    /** Sign in, whatever the state of the sign-in is. */
    record SignInAnew() implements AccountCommand {}

    /** Forget this user. */
    record SignOut() implements AccountCommand {}

    /** Drop all sign-ins that were begun and not finished; for administrators. */
    record DropSignIns() implements AccountCommand {}

    /** Show calls as they happen, or stop to. */
    record Monitor(Mode mode) implements AccountCommand {

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

    /** Use the device of this name from now on; or leave it to Webex, if none is named. */
    record UseDevice(Optional<String> name) implements AccountCommand {}

    /** Forget everybody; for administrators, who are asked first. */
    record StoreClear(boolean confirmed) implements AccountCommand {}
}
