package callbot.command;

import callbot.command.value.AwayUntil;
import callbot.command.value.DialString;
import callbot.command.value.QuietUntil;
import java.util.Optional;

/** What changes something that Webex keeps for the user's line. */
public sealed interface LineCommand extends Command {

    /** The command that shows what was changed. */
    default String shownBy() {
        return switch (this) {
            case TurnQuietOn on -> "/dnd";
            case TurnQuietOff off -> "/dnd";
            case Forward forward -> "/forward";
            case ChangeBlocked blocked -> "/block";
            case GoAway away -> "/away";
            case ComeBack back -> "/away";
            case ChangeReach reach -> "/reach";
            case AddReach reach -> "/reach";
            case RemoveReach reach -> "/reach";
            case ChangeQueue queue -> "/queue";
            case ChangeCallerId callerId -> "/callerid";
            case PreferPhone phone -> "/phones";
            case MarkVoiceMessage mark -> "/voicemail";
            case DeleteVoiceMessage delete -> "/voicemail";
        };
    }

    /** Let nobody disturb the user. */
    record TurnQuietOn(QuietUntil until) implements LineCommand {}

    /** Let the user be disturbed again. */
    record TurnQuietOff() implements LineCommand {}

    /**
     * Send calls elsewhere from now on, or no longer.
     *
     * @param rings after how many; absent to leave that as it is, or if it does not matter
     */
    record Forward(ForwardWhen when, ForwardTo to, Optional<Integer> rings) implements LineCommand {

        /** Guards against rings that Webex does not know. */
        public Forward {
            if (rings.filter(number -> when != ForwardWhen.NO_ANSWER || !ForwardWhen.mayRing(number))
                    .isPresent()) throw new IllegalArgumentException(when + " after " + rings + " rings");
        }
    }

    /** Refuse somebody's calls from now on, or no longer. */
    record ChangeBlocked(BlockChange wish) implements LineCommand {}

    /** Have callers told that the user is away. */
    record GoAway(AwayReason reason, AwayUntil until) implements LineCommand {}

    /** Have callers told that no longer. */
    record ComeBack() implements LineCommand {}

    /** Have other numbers ring as well from now on, or no longer. */
    record ChangeReach(ReachChange wish) implements LineCommand {}
    /** Have one more number ring as well. @param name what it shall be called */
    record AddReach(DialString number, String name) implements LineCommand {}

    /** Have a number no longer be one of those that can ring as well. @param which its number, or its name */
    record RemoveReach(String which) implements LineCommand {}

    /** Take calls from queues, or no longer. */
    record ChangeQueue(QueueChange wish) implements LineCommand {}

    /** Let others see another number, or none. */
    record ChangeCallerId(CallerIdChange wish) implements LineCommand {}

    /** Have Webex prefer this phone. @param name absent if it shall prefer none */
    record PreferPhone(Optional<String> name) implements LineCommand {

        /** Guards against a phone that nobody has named. */
        public PreferPhone {
            if (name.filter(String::isBlank).isPresent()) throw new IllegalArgumentException("no phone");
        }
    }

    /** Say that a voice message has been listened to, or that it is new. */
    record MarkVoiceMessage(VoiceMessageChoice choice, boolean read) implements LineCommand {}

    /** Delete the voice message with this id, which was asked about. */
    record DeleteVoiceMessage(String id) implements LineCommand {}
}
