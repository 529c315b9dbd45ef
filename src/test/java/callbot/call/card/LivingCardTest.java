package callbot.call.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.call.card.LivingCard.Shown;
import callbot.call.feed.FeedWorld;
import callbot.card.Button;
import callbot.json.Json;
import callbot.sandbox.messaging.ChatMessage;
import callbot.webex.WebexException;
import callbot.webex.messaging.Draft;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that is kept up to date in a chat, where Webex lets cards be edited and where it does not. */
class LivingCardTest {

    @TempDir
    private Path directory;

    private FeedWorld world;
    private LivingCard card;

    @BeforeEach
    void open() {
        world = new FeedWorld(directory);
        card = new LivingCard(world.messages);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whereCardsCannotBeEditedThatIsTriedOnceAndThenTheyAreReplaced() {
        Optional<Shown> shown = Optional.empty();
        for (int i = 1; i <= 5; i++) shown = Optional.of(show(shown, "state " + i));

        assertEquals(1, world.requests("PUT"));
        assertEquals(List.of("state 5"), texts());
        assertEquals(shown.orElseThrow().messageId(), world.visible().getFirst().id());
        assertEquals(5, world.written().size());
    }

    @Test
    void whatIsRefusedForOneIsTriedForAnother() {
        Shown refused = show(Optional.of(show(Optional.empty(), "one")), "two");
        world.webex.editsOfCards(true);
        Shown taken = show(Optional.of(show(Optional.empty(), "three")), "four");
        assertEquals(2, world.requests("PUT"));
        assertEquals(List.of("two", "four"), texts());
        assertEquals(List.of(false, true), List.of(refused.editable(), taken.editable()));
    }

    @Test
    void aRestartForgetsNeitherARefusalNorTheEdits() {
        Shown shown = stored(show(Optional.of(show(Optional.empty(), "one")), "two"));
        card = new LivingCard(world.messages);
        show(Optional.of(shown), "three");
        assertEquals(1, world.requests("PUT"), "it was refused before");

        world.webex.editsOfCards(true);
        Shown edited = show(Optional.empty(), "state 1");
        for (int i = 2; i <= 11; i++) {
            edited = stored(show(Optional.of(edited), "state " + i));
            card = new LivingCard(world.messages);
        }
        assertEquals(10, edited.edits());
        assertEquals(11, world.requests("PUT"));
        show(Optional.of(edited), "state 12");
        assertEquals(11, world.requests("PUT"), "none was refused");
    }

    @Test
    void whereCardsCanBeEditedTheSameMessageShowsWhatIsNew() {
        world.webex.editsOfCards(true);
        Shown first = show(Optional.empty(), "state 1");
        Shown second = show(Optional.of(first), "state 2");
        assertEquals(first.messageId(), second.messageId());
        assertEquals(1, second.edits());
        assertEquals(List.of("state 2"), texts());
        assertEquals(1, world.requests("POST"));
        assertEquals(0, world.requests("DELETE"));
    }

    @Test
    void noMessageIsEditedMoreThanTenTimes() {
        world.webex.editsOfCards(true);
        Optional<Shown> shown = Optional.empty();
        for (int i = 1; i <= 25; i++) {
            shown = Optional.of(show(shown, "state " + i));
            assertEquals(List.of("state " + i), texts());
        }
        assertEquals(
                List.of(10, 10, 2),
                world.written().stream().map(ChatMessage::edits).toList());
        assertEquals(22, world.requests("PUT"), "none was refused");
    }

    /** A request whose answer was lost is made again, and then Webex counts an edit that nobody here knows of. */
    @Test
    void aMessageThatIsUsedUpEarlierThanThoughtSaysNothingAboutTheNext() {
        world.webex.editsOfCards(true);
        Shown shown = show(Optional.empty(), "state 1");
        for (int i = 0; i < 10; i++) world.messages.edit(shown.messageId(), shown.roomId(), draft("by others"));
        Shown believed = new Shown(shown.messageId(), shown.roomId(), 9, shown.face(), true);
        Shown anew = show(Optional.of(believed), "state 2");
        Shown edited = show(Optional.of(anew), "state 3");
        assertEquals(anew.messageId(), edited.messageId());
        assertEquals(List.of("state 3"), texts());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMessageThatSomebodyHasDeletedIsWrittenAnew(boolean editable) {
        world.webex.editsOfCards(editable);
        Shown shown = show(Optional.of(show(Optional.empty(), "state 1")), "state 2");
        world.messages.delete(shown.messageId());

        shown = show(Optional.of(shown), "state 3");
        assertEquals(List.of("state 3"), texts());
        long before = world.requests("PUT");
        show(Optional.of(shown), "state 4");
        assertEquals(List.of("state 4"), texts());
        assertEquals(before + (editable ? 1 : 0), world.requests("PUT"), "whether it can be edited is still known");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 429, 403})
    void ifWebexTakesNothingTheChatShowsWhatItShowed(int status) {
        Shown shown = show(Optional.of(show(Optional.empty(), "state 1")), "state 2");
        world.webex.faults().next(3, "POST", "/messages").answer(status, Map.of("Retry-After", "1"));
        assertThrows(WebexException.Refused.class, () -> show(Optional.of(shown), "state 3"));
        assertEquals(List.of("state 2"), texts());

        world.webex.faults().clear();
        show(Optional.of(shown), "state 4");
        assertEquals(List.of("state 4"), texts());
    }

    @Test
    void anEditThatFailsForAWhileIsNoReasonToWriteAnew() {
        world.webex.editsOfCards(true);
        Shown shown = show(Optional.empty(), "state 1");
        world.webex.faults().next(3, "PUT", "/messages").answer(500);
        assertThrows(WebexException.Refused.class, () -> show(Optional.of(shown), "state 2"));
        show(Optional.of(shown), "state 3");
        assertEquals(1, world.written().size());
        assertEquals(List.of("state 3"), texts());
    }

    @Test
    void anOldCardThatCannotBeTakenBackIsLeft() {
        Shown shown = show(Optional.empty(), "state 1");
        world.webex.faults().next(1, "DELETE", "/messages").answer(403);
        Shown next = show(Optional.of(shown), "state 2");
        assertEquals(List.of("state 1", "state 2"), texts());
        assertEquals(world.written().getLast().id(), next.messageId());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isReadAsItWasStored(boolean editable) {
        Shown shown = new Shown("M1", "R1", 7, "face", editable);
        assertEquals(Optional.of(shown), Shown.parse(shown.stored().toJson()));
        assertTrue(Shown.parse(Json.object().toJson()).isEmpty());
    }

    private Shown show(Optional<Shown> before, String text) {
        Shown now = card.show(world.aliceId(), before, draft(text));
        before.map(Shown::messageId).filter(old -> !old.equals(now.messageId())).ifPresent(card::takeBack);
        return now;
    }

    private static Shown stored(Shown shown) {
        return Shown.parse(shown.stored().toJson()).orElseThrow();
    }

    private static Draft draft(String text) {
        return Draft.offering(text, List.of(Button.say("Help", "/help")));
    }

    private List<String> texts() {
        return world.visible().stream().map(ChatMessage::text).toList();
    }
}
