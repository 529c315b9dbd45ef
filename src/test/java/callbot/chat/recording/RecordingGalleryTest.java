package callbot.chat.recording;

import static callbot.chat.SampleLine.NOW;
import static callbot.chat.SampleLine.PARTIES;
import static callbot.chat.SampleLine.TIMES;

import callbot.command.CallChoice.ThisOne;
import callbot.command.RecordingChoice;
import callbot.testing.CardGallery;
import callbot.webex.calling.CallRecording;
import callbot.webex.calling.CallRecordings;
import callbot.webex.calling.RecordingLinks;
import callbot.webex.calling.VoiceMessage;
import callbot.webex.calling.VoiceMessageId;
import callbot.webex.messaging.Draft;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cards about voice messages and recordings. */
class RecordingGalleryTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("drafts")
    void isDrawn(String name, Draft draft) {
        CardGallery.hang(name, draft);
    }

    static Stream<Arguments> drafts() {
        return Stream.of(
                Arguments.of("recordings", new RecordingsCard("Your last recordings", recordings(10), TIMES).draft()),
                Arguments.of("recording", RecordingCommands.links(playable(), TIMES)),
                Arguments.of(
                        "recording-not-yet",
                        RecordingCommands.none(new RecordingChoice.OfCall(new ThisOne("call-1", "session-1")))),
                Arguments.of("voicemail", new VoicemailCard(voiceMessages(), TIMES).draft()),
                Arguments.of(
                        "voicemail-delete",
                        VoicemailCommands.sure(voiceMessages().get(7), TIMES)));
    }

    private static List<CallRecording> recordings(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new CallRecording(
                        "0a5c7f1e-0000-4000-8000-00000000000" + i,
                        PARTIES.get(i % PARTIES.size()).name().map(name -> "Recording of call with " + name),
                        Optional.of(NOW.minus(Duration.ofHours(i * 7L))).filter(any -> i != 2),
                        Optional.of(Duration.ofSeconds(i * 137L)).filter(any -> i != 3),
                        Optional.empty()))
                .toList();
    }

    private static CallRecordings.Playable playable() {
        URI audio = URI.create("https://recordings.example/audio?sig=" + "x".repeat(1500));
        return new CallRecordings.Playable(
                recordings(1).getFirst(),
                new RecordingLinks(Optional.of(audio), Optional.of(audio), Optional.of(NOW.plus(Duration.ofHours(3)))));
    }

    private static List<VoiceMessage> voiceMessages() {
        return IntStream.range(0, 10)
                .mapToObj(i -> new VoiceMessage(
                        new VoiceMessageId("id-" + i),
                        PARTIES.get((i + 6) % PARTIES.size()),
                        Optional.of(Duration.ofSeconds(i * 37L)).filter(any -> i != 2),
                        Optional.of(NOW.minus(Duration.ofHours(i))).filter(any -> i != 1),
                        i % 2 == 1,
                        i == 3))
                .toList();
    }
}
