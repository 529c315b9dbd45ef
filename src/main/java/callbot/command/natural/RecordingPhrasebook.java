package callbot.command.natural;

/** The chapter of the {@link Phrasebook} on recordings of calls that are over. */
final class RecordingPhrasebook {

    static final String BOOK = """
            /recordings | Recordings
            = recordings, show recordings, list recordings, show me recordings, show call recordings, list call recordings, call recordings
            = show me call recordings, which calls were recorded, what calls were recorded, do i have recordings, are there recordings
            = do i have any recordings, are there any recordings, show recorded calls, list recorded calls
            ~ play recording, play recordings, listen to recording, listen to recordings, where is recording, where are recordings
            ~ find recording, find recordings, give me recording, play me recording
            """;

    private RecordingPhrasebook() {}
}
