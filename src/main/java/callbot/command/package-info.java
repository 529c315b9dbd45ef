/**
 * What people can want. A {@link callbot.command.Command} is that, understood: about {@linkplain callbot.command.CallCommand calls},
 * {@linkplain callbot.command.LineCommand a line} or {@linkplain callbot.command.AccountCommand an account}, a {@linkplain
 * callbot.command.Query look at something}, or a {@linkplain callbot.command.Remark remark} that is no command.
 *
 * <p>{@link callbot.command.parser} turns a line of text into one, and {@link callbot.command.natural} helps where people write as
 * they talk; both build on {@link callbot.command.value}. All are pure functions of text; nothing here does anything.
 */
package callbot.command;
