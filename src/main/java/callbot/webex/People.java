package callbot.webex;

/**
 * Who is who.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/people">People</a>
 */
public final class People {

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
}
