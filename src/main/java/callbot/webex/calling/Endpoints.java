package callbot.webex.calling;

import callbot.json.Json;
import callbot.webex.Secret;
import callbot.webex.WebexClient;
import callbot.webex.WebexId;
import java.util.List;

/**
 * The devices and apps on which the owner of a token can be rung by call control.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/user-call-settings-2-2">User call settings</a>
 */
public final class Endpoints {

    private static final String CONFIG = "/telephony/config/people/";

    private final WebexClient webex;

    /** Endpoints at this Webex. */
    public Endpoints(WebexClient webex) {
        this.webex = webex;
    }

    /** The user's own endpoints, for which the token needs {@code spark:telephony_config_read}. */
    public List<Endpoint> mine(Secret token) {
        return read(token, CONFIG + "me/settings/availablePreferredAnswerEndpoints");
    }

    /** A person's endpoints, for which the token needs {@code spark-admin:telephony_config_read}. */
    public List<Endpoint> of(Secret token, String personId) {
        return read(token, CONFIG + WebexId.inPath(personId) + "/preferredAnswerEndpoint");
    }

    private List<Endpoint> read(Secret token, String path) {
        return webex.get(token, path, Endpoints::listed);
    }

    /** The endpoints of a list in which Webex may name some without a type, or two alike. */
    public static List<Endpoint> listed(Json json) {
        List<Endpoint> all = json.list("endpoints").stream().map(Endpoint::from).toList();
        return all.stream().map(one -> toldApart(one, all)).toList();
    }

    /** Those with the same name are numbered, by their ids: in whichever order Webex lists them, each keeps its number. */
    private static Endpoint toldApart(Endpoint one, List<Endpoint> all) {
        List<String> sameName = all.stream()
                .filter(other -> other.name().equalsIgnoreCase(one.name()))
                .map(Endpoint::id)
                .sorted()
                .toList();
        if (sameName.size() == 1) return one;
        int number = sameName.indexOf(one.id()) + 1;
        return new Endpoint(one.id(), one.name() + " (" + number + ")", one.isApplication());
    }
}
