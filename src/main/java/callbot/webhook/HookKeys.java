package callbot.webhook;

import callbot.store.StateStore;
import callbot.webex.Person;
import callbot.webex.Secret;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * How the webhooks of this deployment are named, addressed and signed. All of it is derived from the bot's token, so every
 * instance knows it and none stores it; a new token makes new webhooks.
 *
 * @param deployment tells deployments of the same bot apart, so that they leave each other's webhooks alone
 */
public record HookKeys(Secret botToken, String deployment) {

    private static final String NAME_PREFIX = "callbot ";

    /** The keys of the deployment that this store belongs to. */
    public static HookKeys of(StateStore store, Secret botToken, RandomGenerator random) {
        store.putIfAbsent("deployment", Long.toHexString(random.nextLong()), StateStore.FOREVER);
        return new HookKeys(botToken, store.get("deployment").orElseThrow());
    }

    /** Whether a webhook of this name was made by some callbot. */
    static boolean isCallbots(String name) {
        return name.startsWith(NAME_PREFIX);
    }

    /** The name of the webhook for this resource. */
    String name(String resource) {
        return NAME_PREFIX + derived("name").substring(0, 8) + " " + resource;
    }

    /** Whether a webhook of this name was made by this deployment. */
    boolean isOurs(String name) {
        return name.startsWith(name(""));
    }

    /** The secret of the bot's own webhooks. */
    public Secret botSecret() {
        return new Secret(derived("secret of the bot's hooks"));
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
        byte[] message = (deployment + "\n" + purpose).getBytes(StandardCharsets.UTF_8);
        return Signature.hmac("HmacSHA256", botToken, message);
    }
}
