package callbot.chat;

import static callbot.fuzz.FuzzTarget.require;

import callbot.card.Button;
import callbot.card.Button.AboutCall;
import callbot.command.parser.CommandParser;
import callbot.fuzz.FuzzTarget;
import callbot.json.Json;
import callbot.json.JsonException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What comes with the press of a button: anybody can send anything. What our own buttons say is heard as it was said. */
public final class CardInputFuzz implements FuzzTarget {

    private final CommandParser parser = new CommandParser("Call Robot");

    @Override
    public List<byte[]> seeds() {
        return FuzzTarget.inputs(Stream.of("""
                {"command": "/hold", "call": "id", "session": "key"}""", """
                {"command": "/transfer", "input": "to", "to": "+1 408 555 0134", "call": "id"}""", """
                {"command": "/dtmf", "input": "digits", "digits": 12, "call": null, "other": ["x"]}"""));
    }

    @Override
    public void check(byte[] input) {
        Json inputs;
        try {
            inputs = Json.parse(input).lenient();
        } catch (JsonException e) {
            return; // Webex sends JSON
        }
        Said said = Said.pressed(inputs);
        parser.parse(said.text(), said.button());
        require(said.inShort().length() <= 201, "it is repeated at length");
        require(Conversation.notDone(said).markdown().length() < 1500, "an answer repeats it at length");

        Button.Say button = said.button()
                .map(call -> Button.say("title", said.text(), new AboutCall(call.callId(), call.sessionId())))
                .orElseGet(() -> Button.say("title", said.text()));
        Json data = Json.parse(button.json().toString()).at("data").lenient();
        require(Said.pressed(data).equals(said), "our own button says " + Said.pressed(data));
        Json typed = Json.parse(Json.object()
                        .put("command", "")
                        .put("input", "field")
                        .put("field", said.text())
                        .toString())
                .lenient();
        require(
                Said.pressed(typed).equals(new Said(said.text(), Optional.empty(), Optional.empty())),
                "our own input says another");
    }
}
