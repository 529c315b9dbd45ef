/**
 * What was done for one event, from the webhook to the answer. {@link callbot.trace.Tracer} follows a piece of work under the
 * id that its log lines and its requests to Webex carry too, and notes its steps as a {@link callbot.trace.Trace}.
 */
package callbot.trace;
