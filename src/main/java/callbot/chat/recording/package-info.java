/**
 * The commands about what was recorded, with their cards: {@linkplain callbot.chat.recording.VoicemailCommands voice messages} and
 * {@linkplain callbot.chat.recording.RecordingCommands recordings of calls}. {@link callbot.chat.recording.VoicemailNews} tells of a
 * new message by itself.
 */
package callbot.chat.recording;
