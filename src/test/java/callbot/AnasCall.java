package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.calls.PhoneCall;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.webex.FakeUser;

/** Alice, who has signed in, and Ana outside, who calls her. */
final class AnasCall implements AutoCloseable {

    static final String NUMBER = "+14085550134";

    /** How the bot speaks of Ana's call. */
    static final String FROM_ANA = "call from Ana (" + NUMBER + ")";

    final Scene scene;
    final FakeUser alice;
    final OutsidePhone ana;

    private AnasCall(Scene scene) {
        this.scene = scene;
        alice = scene.alice();
        ana = scene.webex().outside(NUMBER, "Ana");
        scene.signIn(alice);
        scene.awaitWelcome(alice); // or it would come when messages are counted
    }

    /** Alice has signed in, and nobody calls yet. */
    static AnasCall toCome() {
        return new AnasCall(Scene.started());
    }

    /** The same, and the bot may see and change what is set for her line. */
    static AnasCall withSettings() {
        return new AnasCall(LineScopesTest.withSettings());
    }

    /** The same, and it may see the recordings of her calls. */
    static AnasCall withRecordings() {
        return new AnasCall(Scene.prepared()
                .with(LineScopesTest.SETTINGS, LineScopesTest.ALL + " " + LineScopesTest.RECORDINGS)
                .start());
    }

    /** It rings. */
    static AnasCall ringing() {
        AnasCall call = toCome();
        call.ana.call(call.alice);
        return call;
    }

    /** They talk. */
    static AnasCall connected() {
        AnasCall call = ringing();
        call.alice.phone().pickUp();
        return call;
    }

    /** It rings, and Alice sees its card. */
    static AnasCall ringingOnCard() {
        AnasCall call = toCome();
        call.asks("/monitor on");
        call.ana.call(call.alice);
        call.card("Incoming call");
        return call;
    }

    /** They talk, and Alice sees the card of the call. */
    static AnasCall connectedOnCard() {
        AnasCall call = ringingOnCard();
        call.alice.phone().pickUp();
        call.card("Connected with Ana");
        call.onlyCard();
        return call;
    }

    /** What the bot answers to this, where no card comes in between. */
    String asks(String text) {
        return scene.ask(alice, text).text();
    }

    /** Has the bot say just this. */
    void isTold(String text, String answer) {
        assertEquals(answer, asks(text));
    }

    /** The card that Alice sees and that contains this text, when it is there. */
    ChatMessage card(String text) {
        return scene.awaitCard(alice, text);
    }

    /** Waits until the cards that were replaced are gone. */
    void onlyCard() {
        scene.await(
                () -> scene.visible(alice).stream()
                                .filter(message -> message.card().isPresent())
                                .filter(message -> message.text().contains("Ana"))
                                .count()
                        == 1,
                "one card of the call");
    }

    /** Presses a button of the card of the call. */
    void press(String button, String... filledIn) {
        onlyCard();
        alice.press(card("Ana").id(), button, inputs(filledIn));
    }

    private static Json inputs(String... filledIn) {
        var inputs = Json.object();
        for (int i = 0; i < filledIn.length; i += 2) inputs.put(filledIn[i], filledIn[i + 1]);
        return inputs.toJson();
    }

    /** Her only call, as her phone has it. */
    PhoneCall onPhone() {
        return alice.phone().call();
    }

    void assertState(CallState state) {
        assertEquals(state, onPhone().state());
    }

    void assertOver() {
        assertTrue(alice.phone().calls().isEmpty(), () -> "" + alice.phone().calls());
    }

    @Override
    public void close() {
        scene.close();
    }
}
