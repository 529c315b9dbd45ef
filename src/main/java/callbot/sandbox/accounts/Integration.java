package callbot.sandbox.accounts;

import callbot.sandbox.base.Ids;
import java.util.Set;
import java.util.TreeSet;

/**
 * The integration under which the bot is registered with Webex.
 *
 * @param clientId its client id
 * @param clientSecret its client secret
 * @param scopes what it may ask for
 */
public record Integration(String clientId, String clientSecret, Set<String> scopes) {

    /** Every scope that there is here. */
    public static final Set<String> ALL_SCOPES = Set.of(
            "spark:kms",
            "spark:people_read",
            "spark:messages_read",
            "spark:messages_write",
            "spark:rooms_read",
            "spark:memberships_read",
            "spark:memberships_write",
            "spark:calls_read",
            "spark:calls_write",
            "spark:recordings_read",
            "spark:telephony_config_read",
            "spark:telephony_config_write",
            "spark-admin:telephony_config_read");

    /** Guards against an integration that may ask for nothing. */
    public Integration {
        scopes = Set.copyOf(scopes);
        if (scopes.isEmpty()) throw new IllegalArgumentException("no scopes");
    }

    /** The id by which webhooks name the application that made them. */
    public String appId() {
        return Ids.of("APPLICATION", clientId);
    }

    /** The scopes in alphabetical order, as a sign-in link names them. */
    public String scopeList() {
        return String.join(" ", new TreeSet<>(scopes));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Integration[" + clientId + "]";
    }
}
