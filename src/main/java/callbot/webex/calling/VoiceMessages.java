package callbot.webex.calling;

import callbot.json.Json;
import callbot.webex.Secret;
import callbot.webex.WebexClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What was left on the voicemail of the owner of a token.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/user-call-settings-2-2">User call settings, voice messages</a>
 */
public final class VoiceMessages {

    private static final String MESSAGES = "/telephony/voiceMessages";

    private final WebexClient webex;

    /** Voice messages at this Webex. */
    public VoiceMessages(WebexClient webex) {
        this.webex = webex;
    }

    /**
     * How many there are.
     *
     * @param fresh how many nobody has listened to
     * @param old how many somebody has
     */
    public record Summary(long fresh, long old) {

        private static Summary from(Json json) {
            return new Summary(
                    json.number("newMessages").orElse(0L),
                    json.number("oldMessages").orElse(0L));
        }
    }

    /** How many there are. */
    public Summary summary(Secret token) {
        return webex.get(token, MESSAGES + "/summary", Summary::from);
    }

    /** All of them, in no particular order. */
    public List<VoiceMessage> list(Secret token) {
        return webex.list(token, MESSAGES, VoiceMessage::from).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Says that this one has been listened to. */
    public void markAsRead(Secret token, VoiceMessageId id) {
        mark(token, "markAsRead", id);
    }

    /** Says that this one is new. */
    public void markAsUnread(Secret token, VoiceMessageId id) {
        mark(token, "markAsUnread", id);
    }

    /** Deletes this one for good. */
    public void delete(Secret token, VoiceMessageId id) {
        webex.delete(
                token,
                MESSAGES + "/"
                        + URLEncoder.encode(id.value(), StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private void mark(Secret token, String how, VoiceMessageId id) {
        webex.post(token, MESSAGES + "/" + how, Json.object().put("messageId", id.value()));
    }
}
