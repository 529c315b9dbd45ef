package callbot.line;

import callbot.command.CallChoice;
import callbot.command.RecordingChoice;
import callbot.signin.AccessTokens;
import callbot.signin.Scope;
import callbot.webex.Secret;
import callbot.webex.WebexException;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.CallRecording;
import callbot.webex.calling.CallRecordings;
import callbot.webex.calling.CallRecordings.Playable;
import java.util.List;
import java.util.Optional;

/** The recordings of users' calls. The links to them are asked for when they are wanted, and never kept. */
public final class RecordedCalls {

    private static final List<Scope> READ = List.of(Scope.RECORDINGS_READ);

    /** How many are listed. */
    private static final int LISTED = 10;

    /** Among how many that of a call is looked for: as many as Webex gives at once. */
    private static final int SEARCHED = 100;

    private final CallRecordings recordings;
    private final AccessTokens tokens;

    /** What there is of those that were meant. */
    public sealed interface Found {

        /** One, which can be heard now. */
        record One(Playable playable) implements Found {}

        /** More than one. */
        record Several(List<CallRecording> all) implements Found {

            /** Keeps a copy. */
            public Several {
                all = List.copyOf(all);
            }
        }

        /** None. */
        record None() implements Found {}
    }

    /** Recordings of whoever has signed in. */
    public RecordedCalls(CallRecordings recordings, AccessTokens tokens) {
        this.recordings = recordings;
        this.tokens = tokens;
    }

    /** This user's last ones, newest first. */
    public List<CallRecording> list(String personId) {
        return tokens.actAs(personId, READ, token -> recordings.list(token, LISTED));
    }

    /** What was meant, with new links if it is one. */
    public Found find(String personId, RecordingChoice choice) {
        return tokens.actAs(personId, READ, token -> switch (choice) {
            case RecordingChoice.ThisOne(String id) -> play(token, id);
            case RecordingChoice.Numbered(int number) ->
                recordings.list(token, LISTED).stream()
                        .skip(number - 1L)
                        .findFirst()
                        .map(one -> play(token, one.id()))
                        .orElseGet(Found.None::new);
            case RecordingChoice.OfCall(CallChoice.ThisOne call) -> ofCall(token, new CallKey(call.sessionId()));
        });
    }

    private Found ofCall(Secret token, CallKey call) {
        List<CallRecording> all = recordings.list(token, SEARCHED).stream()
                .filter(one -> one.call().equals(Optional.of(call)))
                .toList();
        return switch (all.size()) {
            case 0 -> new Found.None();
            case 1 -> play(token, all.getFirst().id());
            default -> new Found.Several(all);
        };
    }

    private Found play(Secret token, String id) {
        if (!CallRecording.isId(id)) return new Found.None();
        try {
            return recordings.play(token, id).<Found>map(Found.One::new).orElseGet(Found.None::new);
        } catch (WebexException.Refused e) {
            if (!e.isGone()) throw e;
            return new Found.None();
        }
    }
}
