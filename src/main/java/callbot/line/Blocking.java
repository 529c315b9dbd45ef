package callbot.line;

import callbot.command.BlockChange;
import callbot.command.value.DialString;
import callbot.signin.AccessTokens;
import callbot.signin.Scope;
import callbot.webex.Secret;
import callbot.webex.WebexException;
import callbot.webex.line.BlockedNumber;
import callbot.webex.line.LineSettings;
import java.util.List;
import java.util.Optional;

/** The calls that users do not want: from some numbers, and from whoever withholds the own one. */
public final class Blocking {

    private static final List<Scope> READ = List.of(Scope.SETTINGS_READ);

    private final LineSettings settings;
    private final AccessTokens tokens;

    /**
     * Whose calls are refused.
     *
     * @param anonymous whether those of whoever withholds the own number are; absent if that is not part of the calling plan
     */
    public record State(List<BlockedNumber> numbers, Optional<Boolean> anonymous) {

        /** Keeps a copy. */
        public State {
            numbers = List.copyOf(numbers);
        }
    }

    /** Blocking for whoever has signed in. */
    public Blocking(LineSettings settings, AccessTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    /** Whose calls are refused for this user now. */
    public State state(String personId) {
        return tokens.actAs(
                personId,
                READ,
                token -> new State(
                        settings.blocked(token), CallingPlan.ifThere(() -> settings.refusesAnonymous(token))));
    }

    /** Has it as it is wanted; whether that was to be changed. */
    public boolean change(String personId, BlockChange wish) {
        return tokens.actAs(personId, Scope.TO_CHANGE_SETTINGS, token -> switch (wish) {
            case BlockChange.Block(DialString number) -> block(token, number.value());
            case BlockChange.Unblock(DialString number) -> unblock(token, number.value());
            case BlockChange.Anonymous(boolean refused) -> refuse(token, refused);
        });
    }

    private boolean block(Secret token, String number) {
        if (find(token, number).isPresent()) return false;
        settings.block(token, number);
        return true;
    }

    private boolean unblock(Secret token, String number) {
        Optional<BlockedNumber> blocked = find(token, number);
        if (blocked.isEmpty()) return false;
        try {
            settings.unblock(token, blocked.get());
            return true;
        } catch (WebexException.Refused e) {
            if (!e.isGone()) throw e;
            return false;
        }
    }

    private boolean refuse(Secret token, boolean refused) {
        if (settings.refusesAnonymous(token) == refused) return false;
        settings.refuseAnonymous(token, refused);
        return true;
    }

    private Optional<BlockedNumber> find(Secret token, String number) {
        return settings.blocked(token).stream().filter(one -> one.is(number)).findFirst();
    }
}
