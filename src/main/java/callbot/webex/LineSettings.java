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

    /** To whom calls are sent on. */
    public Forwarding forwarding(Secret token) {
        return webex.get(token, SETTINGS + "callForwarding", Forwarding::from);
    }

    /** Changes to whom these calls are sent on. */
    public void change(Secret token, Forwarding.When when, Forwarding.Rule to) {
        webex.put(token, SETTINGS + "callForwarding", Forwarding.change(when, to));
    }

    /** Which calls voicemail takes. */
    public VoicemailSettings voicemail(Secret token) {
        return webex.get(token, SETTINGS + "voicemail", VoicemailSettings::from);
    }

    /** Changes whether voicemail takes these calls. */
    public void change(Secret token, VoicemailSettings now, Forwarding.When when, VoicemailSettings.Taking to) {
        webex.put(token, SETTINGS + "voicemail", now.change(when, to));
    }
}
