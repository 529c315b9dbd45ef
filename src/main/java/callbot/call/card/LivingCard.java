package callbot.call.card;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.store.Digest;
import callbot.webex.WebexException;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Messages;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Keeps one message in a chat up to date. It is edited where Webex lets it be, ten times at most; else it is written anew, and
 * the old one is to be taken back. By Webex's documentation a message with a card cannot be edited; whether it can is found out
 * by trying once for each call, and remembered with it.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/messages/edit-a-message">Edit a message</a>
 */
public final class LivingCard {

    private static final int MOST_EDITS = 10;
    private static final int REFUSED = 400;
    private static final int FACE_BYTES = 8;
    private static final int NOT_THERE = 404; // somebody has deleted it

    private final System.Logger log = System.getLogger(LivingCard.class.getName());
    private final Messages messages;

    /** What became of the wish to edit a message. */
    private enum Edit {
        DONE,
        /** This message cannot be edited, or not any more; that says nothing about others. */
        NOT_THIS_ONE,
        /** Webex does not let such messages be edited. */
        REFUSED
    }

    /**
     * A message as it stands in the chat.
     *
     * @param edits how often it was edited
     * @param face a digest of what it shows
     * @param editable whether it may be edited, as far as is known
     */
    public record Shown(String messageId, String roomId, int edits, String face, boolean editable) {

        static Optional<Shown> parse(Json json) {
            return json.text("message")
                    .map(id -> new Shown(
                            id,
                            json.requireText("room"),
                            json.number("edits").orElse(0L).intValue(),
                            json.requireText("face"),
                            !json.flag("refused")));
        }

        ObjectWriter stored() {
            ObjectWriter json = Json.object()
                    .put("message", messageId)
                    .put("room", roomId)
                    .put("edits", edits)
                    .put("face", face);
            return editable ? json : json.put("refused", true);
        }
    }

    /** Cards that are written by way of these messages. */
    public LivingCard(Messages messages) {
        this.messages = messages;
    }

    /**
     * Has the chat with this person show it: in the message that did so far, or in another one that stands beside it.
     *
     * @param before what it shows until now; absent if nothing
     * @throws WebexException if Webex does not take it; then the chat shows what it showed before
     */
    public Shown show(String personId, Optional<Shown> before, Draft draft) {
        Edit edit = before.map(shown -> edit(shown, draft)).orElse(Edit.NOT_THIS_ONE);
        if (edit == Edit.DONE) {
            Shown shown = before.orElseThrow();
            return new Shown(shown.messageId(), shown.roomId(), shown.edits() + 1, face(draft), true);
        }
        Messages.Message written = messages.sendToPerson(personId, draft);
        boolean editable = edit != Edit.REFUSED && before.map(Shown::editable).orElse(true);
        return new Shown(written.id(), written.roomId(), 0, face(draft), editable);
    }

    /** A digest of what a message would show. */
    public static String face(Draft draft) {
        String all = draft.markdown() + draft.card().map(card -> card.toJson().toString());
        return Digest.of(all, FACE_BYTES);
    }

    private Edit edit(Shown shown, Draft draft) {
        if (!shown.editable() || shown.edits() == MOST_EDITS) return Edit.NOT_THIS_ONE;
        try {
            messages.edit(shown.messageId(), shown.roomId(), draft);
            return Edit.DONE;
        } catch (WebexException.Refused e) {
            if (e.status() == NOT_THERE) return Edit.NOT_THIS_ONE;
            if (e.status() != REFUSED) throw e;
            if (shown.edits() > 0) return Edit.NOT_THIS_ONE; // it was let be edited; its edits are used up
            log.log(Level.INFO, "event=card.not-editable reason=\"{0}\"", e.getMessage());
            return Edit.REFUSED;
        }
    }

    /** If that fails, the chat has two cards of which one is old; a press on it is answered all the same. */
    public void takeBack(String messageId) {
        try {
            messages.delete(messageId);
        } catch (WebexException e) {
            if (e instanceof WebexException.Refused refused && refused.status() == NOT_THERE) return;
            log.log(Level.WARNING, "event=card.left reason=\"{0}\" tracking={1}", e.getMessage(), e.trackingId());
        }
    }
}
