/**
 * What people can say. {@link callbot.command.CommandParser} turns a line of text into a {@link callbot.command.Command};
 * its table of commands is also what the help and the README show. {@link callbot.command.DialString} turns whatever a
 * person takes for a phone number into what is dialled, or says why it cannot.
 *
 * <p>Pure functions of text; nothing here does anything.
 */
package callbot.command;
