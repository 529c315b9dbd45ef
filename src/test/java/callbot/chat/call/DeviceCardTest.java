package callbot.chat.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callbot.call.Devices.Device;
import callbot.card.Button;
import callbot.card.Card;
import callbot.card.Element;
import callbot.webex.calling.Endpoint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceCardTest {

    private static final Endpoint DESK = new Endpoint("1", "Cisco 8865 (Phone in reception area)", false);
    private static final Endpoint LONG = new Endpoint("2", "Phone beside the coffee machine upstairs (1)", false);
    private static final Endpoint ALIKE = new Endpoint("3", "Phone beside the coffee machine upstairs (2)", false);

    private static final String PREFERRED = "Which one Webex prefers: /phones";

    @Test
    void eachButtonHasATitleOfItsOwnAndSaysTheWholeName() {
        assertEquals(
                List.of(
                        "Cisco 8865 (Phone in reception area): /device " + DESK.name(),
                        "Phone beside the coffee…upstairs (1): /device " + LONG.name(),
                        "Phone beside the coffee…upstairs (2): /device " + ALIKE.name(),
                        PREFERRED),
                buttons(Optional.empty()));
    }

    @Test
    void theOneThatRingsIsKnownByItsIdHoweverItIsCalledNow() {
        assertEquals(
                List.of(
                        "Cisco 8865 (Phone in reception area): /device " + DESK.name(),
                        "Phone beside the coffee…upstairs (2): /device " + ALIKE.name(),
                        "Let Webex choose: /device any",
                        PREFERRED),
                buttons(Optional.of(new Device("2", "Phone beside the coffee machine upstairs"))));
    }

    private static List<String> buttons(Optional<Device> chosen) {
        Card card = new DeviceCard(List.of(DESK, LONG, ALIKE), chosen)
                .draft()
                .card()
                .orElseThrow();
        return card.body().stream()
                .flatMap(Element::says)
                .map((Button.Say say) -> say.title() + ": " + say.command())
                .toList();
    }
}
