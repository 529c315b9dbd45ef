package callbot.chat;

import callbot.signin.TimeText;
import callbot.webex.calling.Endpoint;
import callbot.webex.calling.Party;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A line whose people and phones have names such as nobody thinks of who writes a card. */
public final class SampleLine {

    /** Now. */
    public static final Instant NOW = Instant.parse("2026-03-04T13:20:00Z");
    /** The times of its user. */
    public static final TimeText TIMES = new TimeText(NOW.atZone(ZoneId.of("Europe/Berlin")));

    /** Whoever calls. */
    public static final List<Party> PARTIES = List.of(
            party("Maria Keller", "+14085550134"),
            new Party(Optional.empty(), Optional.empty()),
            new Party(Optional.empty(), Optional.of("+4930901820")),
            party("John Smith", "2044"),
            party("Ana Souza", "ana@example.com"),
            party("Zoë Zimmer", "+15550109999"),
            party("1. **Ana** [x](http://evil.example) _a_ <b>b</b>\n- c", "ana.smith@example.com"),
            party(
                    "Maximiliane-Alexandra Freifrau von Hohenberg-Wolkenstein (Donaudampfschifffahrtsgesellschaft)",
                    "sip:maximiliane-alexandra.von.hohenberg-wolkenstein@donaudampfschifffahrt.example.com"),
            party("مريم العتيبي 👩‍🚀", "+966501234567"),
            party("李小龍", "+85221234567"));

    /** Its phones. */
    public static final List<Endpoint> DEVICES = List.of(
            new Endpoint("1", "Cisco 8865 (Phone in reception area)", false),
            new Endpoint("2", "Webex app", true),
            new Endpoint("3", "*Desk* [pro]_", false),
            new Endpoint("4", "Maximiliane-Alexandra's Donaudampfschifffahrtsgesellschaftstelefon (1)", false),
            new Endpoint("5", "Maximiliane-Alexandra's Donaudampfschifffahrtsgesellschaftstelefon (2)", false));

    private SampleLine() {}

    private static Party party(String name, String number) {
        return new Party(Optional.of(name), Optional.of(number));
    }
}
