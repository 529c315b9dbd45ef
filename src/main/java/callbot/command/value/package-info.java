/**
 * What people write behind the word of a command: a number, a time, a name.
 *
 * <p>{@link callbot.command.value.DialString#read} turns whatever a person takes for a phone number into a {@link
 * callbot.command.value.Reading}: all that it can mean. On the way {@code DialText} takes off what only stands around it, {@code
 * Extension} what stands behind it, {@code Lookalike} knows dates and prices, {@code NumberText} goes over the signs, and {@code
 * Written} says whether groups of digits are one number or two. Only what has a single reading is ever dialled.
 */
package callbot.command.value;
