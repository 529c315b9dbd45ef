package callbot.webhook;

import callbot.store.Digest;
import callbot.webex.Secret;
import callbot.webex.messaging.Person;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * How the webhooks of a bot are named, addressed and signed. All of it is derived from the bot's id and token, so every
 * instance of every deployment knows it, none stores it, and none can lose it; a new token makes new secrets.
 */
public final class HookKeys {

    private static final Pattern CALLBOTS = Pattern.compile("callbot [0-9a-f]{8}(-[0-9a-f]{8})? \\w+");

    private final Secret botToken;
    private final String ofThisBot;
    private final Secret botSecret;

    /** The keys of the bot that has this id, and this token now. */
    public HookKeys(Secret botToken, String botId) {
        this.botToken = botToken;
        this.ofThisBot = "callbot " + Digest.of(Person.key(botId), 4) + "-";
        this.botSecret = new Secret(derived("secret of the bot's hooks"));
    }

    /** Whether a webhook of this name was made by some callbot, of this bot or of another, in this version or an earlier one. */
    static boolean isCallbots(String name) {
        return CALLBOTS.matcher(name).matches();
    }

    /**
     * The name of the webhook for this resource. It holds the bot, so that several bots of one user leave each other's webhooks
     * alone, and the token, since Webex may not show with which secret a webhook signs.
     */
    String name(String resource) {
        return ofThisBot + derived("name").substring(0, 8) + " " + resource;
    }

    /** Whether a webhook of this name was made by this bot, perhaps in another deployment or with an earlier token. */
    boolean isOurs(String name) {
        return isCallbots(name) && name.startsWith(ofThisBot);
    }

    /** The secret of the bot's own webhooks. */
    public Secret botSecret() {
        return botSecret;
    }

    /** The secret of the call webhook behind this path key. */
    public Secret callSecret(String pathKey) {
        return new Secret(derived("secret of the call hook " + pathKey));
    }

    /** The last part of the address of this person's call webhook. It tells nobody who that is. */
    public String pathKey(String personId) {
        return derived("path of " + Person.key(personId)).substring(0, 32);
    }

    private String derived(String purpose) {
        return Signature.hmac("HmacSHA256", botToken, purpose.getBytes(StandardCharsets.UTF_8));
    }
}
