/**
 * What a user has set for the own line, as far as the bot sees and changes it. It is read when somebody asks, and never
 * before.
 *
 * <p>{@link callbot.line.Forwarder} knows where calls go, by forwarding and below that by the user's own voicemail.
 *
 * <p>{@link callbot.line.Blocking} knows whose calls are refused.
 *
 * <p>{@link callbot.line.Absence} knows what Webex's assistant tells callers while the user is away. Webex itself ends that.
 *
 * <p>{@link callbot.line.Reaching} knows which other numbers ring as well.
 *
 * <p>{@link callbot.line.RecordedCalls} finds the recordings of calls that are over.
 *
 * <p>{@link callbot.line.Queueing} knows from which queues calls come.
 *
 * <p>{@link callbot.line.CallerIds} knows what others see when a user calls.
 *
 * <p>{@link callbot.line.Phones} knows which phones there are, and which one Webex prefers.
 *
 * <p>{@link callbot.line.CallingPlan} knows what of this the calling plan includes.
 *
 * <p>Webex knows no end of do not disturb, so the bot keeps one itself: {@link callbot.line.QuietTimers}, which {@code upkeep}
 * carries out. Whoever changes it by the bot, or ends it in time, has a lease while that lasts, so that a timer that runs out
 * never undoes what was wanted just then.
 */
package callbot.line;
