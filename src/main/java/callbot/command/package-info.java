/**
 * What people can say. {@link callbot.command.CommandParser} turns a line of text into a {@link callbot.command.Command};
 * its table of commands is also what the help and the README show.
 *
 * <p>{@link callbot.command.DialString#read} turns whatever a person takes for a phone number into a
 * {@link callbot.command.Reading}: all that it can mean. On the way {@code DialText} takes off what only stands around it,
 * {@code Extension} what stands behind it, {@code Lookalike} knows dates and prices, {@code NumberText} goes over the signs,
 * and {@code Written} says whether groups of digits are one number or two. Only what has a single reading is ever dialled.
 *
 * <p>Pure functions of text; nothing here does anything.
 */
package callbot.command;
