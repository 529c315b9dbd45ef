package callbot.call;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.store.Digest;
import callbot.webex.Draft;
import callbot.webex.Messages;
import callbot.webex.WebexException;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Keeps one message in a chat up to date. It is edited where Webex lets it be, ten times at most; else it is written anew, and
 * the old one is taken back. By Webex's documentation a message with a card cannot be edited; whether it can is found out by
 * trying once.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/messages/edit-a-message">Edit a message</a>
 */
final class LivingCard {

    private static final int MOST_EDITS = 10;
    private static final int REFUSED = 400;
    private static final int FACE_BYTES = 8;
    private static final int NOT_THERE = 404; // somebody has deleted it

    private final System.Logger log = System.getLogger(LivingCard.class.getName());
    private final Messages messages;
    private volatile boolean editable = true;

    /**
     * A message as it stands in the chat.
     *
     * @param edits how often it was edited
     * @param face a digest of what it shows
     */
    record Shown(String messageId, String roomId, int edits, String face) {

        static Optional<Shown> parse(Json json) {
            return json.text("message")
                    .map(id -> new Shown(
                            id,
                            json.requireText("room"),
                            json.number("edits").orElse(0L).intValue(),
                            json.requireText("face")));
        }

        ObjectWriter stored() {
            return Json.object()
                    .put("message", messageId)
                    .put("room", roomId)
                    .put("edits", edits)
                    .put("face", face);
        }
    }

    LivingCard(Messages messages) {
        this.messages = messages;
    }

    /**
     * Has the chat with this person show it.
     *
     * @param before what it shows until now; absent if nothing
     * @throws WebexException if Webex does not take it; then the chat shows what it showed before
     */
    Shown show(String personId, Optional<Shown> before, Draft draft) {
        if (before.isPresent() && edited(before.get(), draft)) {
            Shown shown = before.get();
            return new Shown(shown.messageId(), shown.roomId(), shown.edits() + 1, face(draft));
        }
        Messages.Message written = messages.sendToPerson(personId, draft);
        before.ifPresent(old -> takeBack(old.messageId()));
        return new Shown(written.id(), written.roomId(), 0, face(draft));
    }

    /** A digest of what a message would show. */
    static String face(Draft draft) {
        String all = draft.markdown() + draft.card().map(card -> card.toJson().toString());
        return Digest.of(all, FACE_BYTES);
    }

    private boolean edited(Shown shown, Draft draft) {
        if (!editable || shown.edits() == MOST_EDITS) return false;
        try {
            messages.edit(shown.messageId(), shown.roomId(), draft);
            return true;
        } catch (WebexException.Refused e) {
            if (e.status() != REFUSED && e.status() != NOT_THERE) throw e;
            if (e.status() == REFUSED && shown.edits() == 0) {
                log.log(Level.INFO, "event=card.not-editable reason=\"{0}\"", e.getMessage());
                editable = false;
            }
            return false;
        }
    }

    /** If that fails, the chat has two cards of which one is old; a press on it is answered all the same. */
    private void takeBack(String messageId) {
        try {
            messages.delete(messageId);
        } catch (WebexException e) {
            if (e instanceof WebexException.Refused refused && refused.status() == NOT_THERE) return;
            log.log(Level.WARNING, "event=card.left reason=\"{0}\" tracking={1}", e.getMessage(), e.trackingId());
        }
    }
}
