package callbot.webex;

/**
 * What the owner of a token has set for his or her own line. To read it the token needs {@code spark:telephony_config_read}, to
 * change it {@code spark:telephony_config_write}.
 *
 * @see <a href="https://developer.webex.com/docs/api/v1/call-settings-for-me">Call settings for me</a>
 */
public final class LineSettings {

    private static final String SETTINGS = "/telephony/config/people/me/settings/";

    private final WebexClient webex;

    /** Settings at this Webex. */
    public LineSettings(WebexClient webex) {
        this.webex = webex;
    }

    /** Do not disturb, as it is. */
    public DoNotDisturb doNotDisturb(Secret token) {
        return webex.get(token, SETTINGS + "doNotDisturb", DoNotDisturb::from);
    }

    /** Changes do not disturb. */
    public void change(Secret token, DoNotDisturb to) {
        webex.put(token, SETTINGS + "doNotDisturb", to.toJson());
    }
}
