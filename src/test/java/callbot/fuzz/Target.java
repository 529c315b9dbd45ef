package callbot.fuzz;

import callbot.LogFuzz;
import callbot.SettingsFuzz;
import callbot.call.card.FollowedCallFuzz;
import callbot.chat.CardInputFuzz;
import callbot.command.parser.CommandFuzz;
import callbot.command.value.DialFuzz;
import callbot.http.RequestFuzz;
import callbot.signin.SignInStateFuzz;
import callbot.store.DamageFuzz;
import callbot.store.FrameFuzz;
import callbot.store.OldStateFileFuzz;
import callbot.store.SealFuzz;
import callbot.webex.WebexAnswerFuzz;
import callbot.webex.WebexHeaderFuzz;
import callbot.webhook.SignatureFuzz;
import callbot.webhook.WebhookFuzz;
import java.util.function.Supplier;

/** All that is fuzzed. */
enum Target {
    WEBHOOK(WebhookFuzz::new),
    SIGNATURE(SignatureFuzz::new),
    REQUEST(RequestFuzz::new),
    DIAL(DialFuzz::new),
    COMMAND(CommandFuzz::new),
    CARD_INPUT(CardInputFuzz::new),
    WEBEX_ANSWER(WebexAnswerFuzz::new),
    WEBEX_HEADER(WebexHeaderFuzz::new),
    SETTINGS(SettingsFuzz::new),
    LOG(LogFuzz::new),
    DAMAGE(DamageFuzz::new),
    FRAME(FrameFuzz::new),
    OLD_STATE_FILE(OldStateFileFuzz::new),
    SEAL(SealFuzz::new),
    SIGN_IN_STATE(SignInStateFuzz::new),
    FOLLOWED_CALL(FollowedCallFuzz::new);

    private final Supplier<FuzzTarget> target;

    Target(Supplier<FuzzTarget> target) {
        this.target = target;
    }

    FuzzTarget open() {
        return target.get();
    }
}
