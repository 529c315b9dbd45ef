package callbot.chat.call;

import callbot.call.Devices;
import callbot.call.Devices.Device;
import callbot.call.Devices.Meant;
import callbot.chat.failure.Failures;
import callbot.signin.SignIn.Asker;
import callbot.webex.WebexException;
import callbot.webex.calling.Endpoint;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.List;
import java.util.Optional;

/** The commands about the devices on which calls ring. */
public final class DeviceCommands {

    private final Devices devices;

    /** Commands on these devices. */
    public DeviceCommands(Devices devices) {
        this.devices = devices;
    }

    /** The asker's devices. */
    public Draft list(Asker asker) {
        List<Endpoint> all = devices.list(asker.personId());
        if (all.isEmpty()) return Draft.text("Webex knows no device of yours that I could ring. It chooses by itself.");
        return new DeviceCard(all, devices.chosen(asker.personId())).draft();
    }

    /** Chooses a device for good; without a name, leaves the choice to Webex. */
    public Draft use(Asker asker, Optional<String> name) {
        if (name.isEmpty()) {
            devices.forget(asker.personId());
            return Draft.text("✅ **Webex chooses** again which device rings when you dial or answer here.");
        }
        return switch (devices.choose(asker.personId(), name.get())) {
            case Meant.Unclear unclear -> unclear(unclear);
            case Meant.This(Optional<Device> device) ->
                Draft.text(
                        "✅ I ring **" + Markdown.escape(device.map(Device::name).orElse(""))
                                + "** from now on when you dial or answer here. `/device any` leaves it to Webex again.");
        };
    }

    static Draft refused(Device chosen, WebexException.Refused why) {
        return Draft.text("⚠️ Webex did not accept that" + Failures.wordsOf(why) + ". It was to ring on **"
                + Markdown.escape(chosen.name())
                + "**, which you have chosen; if you have that no longer, `/device any` leaves it to Webex."
                + Failures.MORE);
    }

    static Draft unclear(Meant.Unclear unclear) {
        String name = "“" + Markdown.escape(unclear.name()) + "”";
        if (unclear.all().isEmpty()) {
            return Draft.text(
                    "I have done nothing: Webex knows no device of yours that I could ring, " + name + " or other.");
        }
        return Draft.text("I have done nothing: " + name + " is not the name of just one device. I know:\n"
                + DeviceCard.lines(unclear.all()));
    }
}
