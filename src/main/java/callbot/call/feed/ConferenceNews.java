package callbot.call.feed;

import callbot.call.ConferenceControl;
import callbot.call.Monitoring;
import callbot.call.card.FollowedCall;
import callbot.call.card.FollowedCalls;
import callbot.call.card.FollowedCalls.Key;
import callbot.call.card.Moment.Phase;
import callbot.command.AccountCommand.Monitor.Mode;
import callbot.signin.NotSignedInException;
import callbot.webex.WebexException;
import callbot.webex.calling.Conference;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;

/**
 * Has the cards of calls that are in a conference say so. No event of a call tells of it, and what Webex says with the events of
 * a conference is not documented; so they are but a reason to look. If they never come, two calls in which the user talks at
 * once are another.
 */
final class ConferenceNews {

    private final System.Logger log = System.getLogger(ConferenceNews.class.getName());
    private final FollowedCalls calls;
    private final CallCards cards;
    private final Monitoring monitoring;
    private final ConferenceControl conferences;

    ConferenceNews(FollowedCalls calls, CallCards cards, Monitoring monitoring, ConferenceControl conferences) {
        this.calls = calls;
        this.cards = cards;
        this.monitoring = monitoring;
        this.conferences = conferences;
    }

    /** Looks how this user's conference stands, if there are cards that show it. */
    void lookIfShown(String personId) {
        if (monitoring.mode(personId) == Mode.ON) look(personId);
    }

    /** Looks whether there is a conference if the user talks in this call and in another one, and it is not known of one. */
    void lookIfDoubtful(Key key, FollowedCall now) {
        if (now.view().phase() != Phase.TALKING || now.isInConference()) return;
        boolean talksTwice = calls.of(key.person()).entrySet().stream()
                .anyMatch(other ->
                        !other.getKey().equals(key) && other.getValue().view().phase() == Phase.TALKING);
        if (talksTwice) look(key.person());
    }

    private void look(String personId) {
        try {
            seen(personId, conferences.running(personId));
        } catch (NotSignedInException | WebexException e) {
            log.log(Level.INFO, "event=conference.not-seen person={0} reason=\"{1}\"", personId, e.getMessage());
        }
    }

    /** Takes note of this user's conference; absent if there is none. */
    void seen(String personId, Optional<Conference> now) {
        Map<Key, FollowedCall> all = calls.of(personId);
        all.entrySet()
                .removeIf(call -> call.getValue().view().last().isOver()
                        || call.getValue().beside(now).equals(call.getValue()));
        all.keySet().forEach(key -> calls.confer(key, now));
        all.keySet().forEach(cards::show);
        all.keySet().forEach(cards::showBeside);
    }
}
