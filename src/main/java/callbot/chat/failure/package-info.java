/**
 * What is said when something did not succeed, whichever command it was: {@link callbot.chat.failure.Failures} in general, with the
 * way to sign in where that helps, and {@link callbot.chat.failure.LineWords} about the settings of a line.
 */
package callbot.chat.failure;
