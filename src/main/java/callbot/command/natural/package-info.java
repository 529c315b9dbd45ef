/**
 * Natural words: what has no slash, and is no command either. {@code Phrasebook} lists what people say for each command; {@code
 * Phrases} finds such a phrase. {@code Wording} cuts a line into words, {@code Courtesies} takes off what is but polite, {@code
 * WordTokens} makes one of all that means the same ("the call", "this call"), {@code Saying} reads what people fill in themselves, and
 * {@link callbot.command.natural.NaturalWords} puts it together: a phrase that means one thing is a command, anything else is at
 * most offered, as {@link callbot.command.Remark.NotUnderstood}.
 */
package callbot.command.natural;
