package callbot.sandbox.faults;

import callbot.sandbox.webex.FakeWebex;
import callbot.sandbox.wire.WireScribe;
import java.util.List;

/** Webhooks that do not come as they should. */
final class BadDeliveries {

    private final FakeWebex webex;
    private final WireScribe scribe;

    BadDeliveries(FakeWebex webex, WireScribe scribe) {
        this.webex = webex;
        this.scribe = scribe;
    }

    List<Trouble> troubles() {
        return List.of(
                Trouble.of("twice", this::twice),
                Trouble.of("hold", this::hold),
                Trouble.of("release", () -> release("in order", webex.deliveries()::release)),
                Trouble.of("reverse", () -> release("the newest first", webex.deliveries()::releaseReversed)),
                Trouble.of("deactivate", this::deactivate));
    }

    private void twice() {
        webex.deliveries().copies(2);
        scribe.remark("Broken on purpose", "From now on Webex delivers every event twice.");
    }

    private void hold() {
        webex.deliveries().holdBack();
        scribe.remark("Broken on purpose", "From now on Webex holds back what it has to deliver.");
    }

    private void release(String order, Runnable deed) {
        scribe.remark("Webex delivers", "What was held back is delivered now, " + order + ".");
        deed.run();
    }

    private void deactivate() {
        webex.deactivateWebhooks(webex.bot());
        scribe.remark("Broken on purpose", "Webex has switched off the bot’s webhooks, and tells nobody.");
    }
}
