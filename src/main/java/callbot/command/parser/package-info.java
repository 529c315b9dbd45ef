/**
 * From a line of text to a command. {@link callbot.command.parser.CommandParser} is the way in. {@code CommandTable} has a line for
 * each word, which the help and the README show too; a {@code *Syntax} reads what stands behind the words of one group, by way of
 * {@code Arguments}.
 */
package callbot.command.parser;
