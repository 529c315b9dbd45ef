package callbot.line;

import callbot.command.VoiceMessageChoice;
import callbot.signin.AccessTokens;
import callbot.signin.Scope;
import callbot.webex.WebexException;
import callbot.webex.calling.VoiceMessage;
import callbot.webex.calling.VoiceMessageId;
import callbot.webex.calling.VoiceMessages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was left on users' voicemail. */
public final class Voicemail {

    private static final List<Scope> READ = List.of(Scope.CALLS_READ);
    private static final List<Scope> WRITE = List.of(Scope.CALLS_WRITE);

    private final VoiceMessages messages;
    private final AccessTokens tokens;

    /** Voicemail of whoever has signed in. */
    public Voicemail(VoiceMessages messages, AccessTokens tokens) {
        this.messages = messages;
        this.tokens = tokens;
    }

    /** How many this user has. */
    public VoiceMessages.Summary summary(String personId) {
        return tokens.actAs(personId, READ, messages::summary);
    }

    /** This user's, newest first. */
    public List<VoiceMessage> list(String personId) {
        return tokens.actAs(personId, READ, messages::list).stream()
                .sorted(Comparator.comparing(
                        (VoiceMessage message) -> message.created().orElse(Instant.MIN), Comparator.reverseOrder()))
                .toList();
    }

    /** The one that is meant, as it is now; absent if it is not there. */
    public Optional<VoiceMessage> find(String personId, VoiceMessageChoice choice) {
        List<VoiceMessage> all = list(personId);
        return switch (choice) {
            case VoiceMessageChoice.Numbered(int number) ->
                all.stream().skip(number - 1L).findFirst();
            case VoiceMessageChoice.ThisOne(String id) ->
                all.stream().filter(one -> one.id().value().equals(id)).findFirst();
        };
    }

    /** Says that this one has been listened to, or that it is new; whether it is there. */
    public boolean mark(String personId, VoiceMessageId id, boolean read) {
        return ifThere(() -> tokens.runAs(personId, WRITE, token -> {
            if (read) messages.markAsRead(token, id);
            else messages.markAsUnread(token, id);
        }));
    }

    /** Deletes this one for good; whether it was there. */
    public boolean delete(String personId, VoiceMessageId id) {
        return ifThere(() -> tokens.runAs(personId, WRITE, token -> messages.delete(token, id)));
    }

    private static boolean ifThere(Runnable request) {
        try {
            request.run();
            return true;
        } catch (WebexException.Refused e) {
            if (!e.isGone()) throw e;
            return false;
        }
    }
}
