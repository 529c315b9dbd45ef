package callbot.webex.messaging;

import callbot.webex.Secret;
import callbot.webex.WebexClient;
import callbot.webex.WebexException;
import callbot.webex.WebexId;
import callbot.webex.WebexRequest;
import java.util.List;
import java.util.Map;

/**
 * Who is who.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/people">People</a>
 */
public final class People {

    /** Among more nobody chooses. */
    private static final int MOST = 10;

    private final WebexClient webex;

    /** People, as this Webex knows them. */
    public People(WebexClient webex) {
        this.webex = webex;
    }

    /** Whose token this is. */
    public Person me(Secret token) {
        return webex.get(token, "/people/me", Person::from);
    }

    /** Who has this id, as far as the token's owner may see. */
    public Person find(Secret token, String personId) {
        return webex.get(token, "/people/" + WebexId.inPath(personId), Person::from);
    }

    /**
     * Those in the organization whose names begin so, ten at most. Whether they are online is not asked for, which would be slow.
     *
     * @throws WebexException above all with 403, if the user's permission does not include to look people up
     */
    public List<Contact> named(Secret token, String beginning) {
        String query = WebexRequest.urlEncoded(Map.of("displayName", beginning));
        return webex.get(
                token,
                "/people?" + query + "&max=" + MOST + "&excludeStatus=true",
                json -> json.list("items").stream()
                        .flatMap(person -> Contact.from(person).stream())
                        .toList());
    }
}
