package callbot.chat;

import callbot.command.CallChoice.ThisOne;
import callbot.command.parser.CommandParser;
import callbot.testing.CardGallery;
import callbot.webex.messaging.Draft;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages that belong to no room. Those of single calls are in another gallery. */
class ChatGalleryTest {

    private static final HelpText HELP = new HelpText(new CommandParser("Callbot"), true, true);

    @ParameterizedTest(name = "{0}")
    @MethodSource("drafts")
    void isDrawn(String name, Draft draft) {
        CardGallery.hang(name, draft);
    }

    static Stream<Arguments> drafts() {
        return Stream.of(
                Arguments.of("welcome", HelpText.WELCOME),
                Arguments.of("help-newcomer", HELP.overview(false, false, Set.of())),
                Arguments.of("help-user", HELP.overview(true, false, Set.of())),
                Arguments.of("help-admin", HELP.overview(true, true, Set.of())),
                Arguments.of(
                        "not-done",
                        Conversation.notDone(
                                new Said("/dial +1 408 555 0134 on my *[desk]*", Optional.empty(), Optional.empty()))),
                Arguments.of(
                        "not-done-call",
                        Conversation.notDone(
                                new Said("/hangup", Optional.of(new ThisOne("c", "s")), Optional.empty()))));
    }
}
