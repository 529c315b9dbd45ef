/**
 * What people can say. {@link callbot.command.parser.CommandParser} turns a line of text into a {@link callbot.command.Command};
 * its table of commands is also what the help and the README show.
 *
 * <p>What has no slash, and is no command either, is read as natural words. {@code Phrasebook} lists what people say for each
 * command; {@code Phrases} finds such a phrase. {@code Wording} cuts a line into words, {@code Courtesies} takes off what is but
 * polite, {@code Tokens} makes one of all that means the same ("the call", "this call"), {@code Saying} reads what people fill
 * in themselves, and {@code NaturalWords} puts it together: a phrase that means one thing is a command, anything else is at most
 * offered, as {@link callbot.command.Remark.NotUnderstood}.
 *
 * <p>{@link callbot.command.value.DialString#read} turns whatever a person takes for a phone number into a
 * {@link callbot.command.value.Reading}: all that it can mean. On the way {@code DialText} takes off what only stands around it,
 * {@code Extension} what stands behind it, {@code Lookalike} knows dates and prices, {@code NumberText} goes over the signs,
 * and {@code Written} says whether groups of digits are one number or two. Only what has a single reading is ever dialled.
 *
 * <p>Pure functions of text; nothing here does anything.
 */
package callbot.command;
