package callbot.chat.call;

import callbot.call.CallControl;
import callbot.call.CallControl.Dialled;
import callbot.call.Caller;
import callbot.call.Devices;
import callbot.call.Devices.Device;
import callbot.call.Devices.Meant;
import callbot.call.feed.CallFeed;
import callbot.card.Button;
import callbot.command.CallCommand;
import callbot.command.CallSource;
import callbot.command.value.DialString;
import callbot.signin.SignIn.Asker;
import callbot.webex.WebexException;
import callbot.webex.calling.BegunCall;
import callbot.webex.calling.Party;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The commands that begin a call, or bring one, and how their outcomes are told. If a card shows the call, that is its
 * outcome.
 */
public final class DialCommands {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final CallControl calls;
    private final Devices devices;
    private final CallFeed feed;

    /** Commands that begin calls on this line. */
    public DialCommands(Line line) {
        this.calls = line.calls();
        this.devices = line.devices();
        this.feed = line.feed();
    }

    /** Dials a number; the answer is empty if the call's card says it all. */
    public Optional<Draft> dial(Asker asker, CallCommand.Dial dial) {
        return dial(asker, dial, Optional.empty());
    }

    /** @param name whose number it is; absent if it is not known */
    public Optional<Draft> dial(Asker asker, CallCommand.Dial dial, Optional<String> name) {
        return onDevice(asker, dial.device(), (caller, device) -> dialOn(device, caller, dial, name));
    }

    /** Brings a call to the asker that is elsewhere; the answer is empty if the call's card says it all. */
    public Optional<Draft> bring(Asker asker, CallSource source, Optional<String> named) {
        return onDevice(asker, named, (caller, device) -> bringTo(device, caller, source));
    }

    private Optional<Draft> onDevice(
            Asker asker, Optional<String> named, BiFunction<Caller, Optional<Device>, Optional<Draft>> command) {
        Caller caller = calls.caller(asker.personId());
        return switch (devices.meant(caller, named)) {
            case Meant.Unclear unclear -> Optional.of(DeviceCommands.unclear(unclear));
            case Meant.This(Optional<Device> device) -> {
                try {
                    yield command.apply(caller, device);
                } catch (WebexException.Refused e) { // a device that was chosen long ago may be gone
                    boolean chosen = named.isEmpty() && device.isPresent();
                    if (!chosen || e.status() != BAD_REQUEST && e.status() != NOT_FOUND) throw e;
                    yield Optional.of(DeviceCommands.refused(device.get(), e));
                }
            }
        };
    }

    private Optional<Draft> dialOn(
            Optional<Device> device, Caller caller, CallCommand.Dial dial, Optional<String> name) {
        DialString destination = dial.destination();
        String number = "**" + Markdown.escape(new Party(name, Optional.of(destination.value())).described()) + "**";
        String extension = destination
                .extension()
                .map(digits -> " When it answers, key in the extension: `/dtmf " + digits + "`.")
                .orElse("");
        return switch (calls.dial(caller, dial, endpoint(device))) {
            case Dialled.Accepted(BegunCall call) ->
                begun(
                        caller,
                        call,
                        new Party(name, Optional.of(destination.value())),
                        "📞 Calling " + number + ": pick up " + phone(device) + ", which rings first." + extension,
                        !extension.isEmpty());
            case Dialled.FoundRinging ringing ->
                Optional.of(Draft.text("📞 Webex was slow to answer, but your phone rings for " + number
                        + ": pick it up." + extension));
            case Dialled.NotSeen nothing ->
                Optional.of(Draft.text("⚠️ Webex has not said whether it calls, and I see no call to " + number
                        + ". It may still come: look at `/calls` before you dial again."));
            case Dialled.DoneBefore before -> Optional.of(dialledBefore(dial, number));
        };
    }

    private static Draft dialledBefore(CallCommand.Dial dial, String number) {
        String again = "/dial " + dial.destination().typed() + " again"
                + dial.device().map(name -> " on " + name).orElse("");
        return Draft.offering(
                "📞 You're already calling " + number
                        + ": I dialled it a few seconds ago, and have not dialled it again. " + Markdown.code(again)
                        + " does.",
                List.of(Button.say("Call again anyway", again)));
    }

    private Optional<Draft> bringTo(Optional<Device> device, Caller caller, CallSource source) {
        String what = described(source);
        return switch (calls.bring(caller, source, endpoint(device))) {
            case Dialled.Accepted(BegunCall call) ->
                begun(
                        caller,
                        call,
                        new Party(Optional.of(what), Optional.empty()),
                        "📞 Bringing you " + what + ": pick up " + phone(device) + ", which rings first.",
                        false);
            case Dialled.FoundRinging ringing ->
                Optional.of(Draft.text("📞 Webex was slow to answer, but your phone rings: pick it up."));
            case Dialled.NotSeen nothing ->
                Optional.of(Draft.offering(
                        "⚠️ Webex has not said whether it brings you " + what
                                + ", and I see no such call. It may still come: look at `/calls` before you try again.",
                        List.of(Button.say("Show my calls", "/calls"))));
            case Dialled.DoneBefore before ->
                Optional.of(Draft.offering(
                        "📞 I asked Webex a few seconds ago to bring you " + what
                                + ", and have not asked again. `/calls` shows what came of it.",
                        List.of(Button.say("Show my calls", "/calls"))));
        };
    }

    private Optional<Draft> begun(Caller caller, BegunCall call, Party remote, String words, boolean inAnyCase) {
        boolean shown = feed.begun(caller, call, remote);
        return shown && !inAnyCase ? Optional.empty() : Optional.of(Draft.text(words));
    }

    private static Optional<String> endpoint(Optional<Device> device) {
        return device.map(Device::endpointId);
    }

    private static String phone(Optional<Device> device) {
        return device.map(one -> "**" + Markdown.escape(one.name()) + "**").orElse("your phone");
    }

    private static String described(CallSource source) {
        return switch (source) {
            case CallSource.Parked(var at) ->
                at.map(one -> "the call parked at " + one.value()).orElse("the parked call");
            case CallSource.RingingElsewhere(var at) ->
                at.map(one -> "the call that rings at " + one.value()).orElse("the call that rings in your group");
            case CallSource.Answered(DialString at) -> "the call at " + at.value();
            case CallSource.OtherDevice other -> "your call from the other device";
        };
    }
}
