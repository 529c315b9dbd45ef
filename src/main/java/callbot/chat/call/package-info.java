/**
 * The commands about calls, with their cards: to {@linkplain callbot.chat.call.DialCommands dial}, to {@linkplain
 * callbot.chat.call.CallCommands act on a call}, and to {@linkplain callbot.chat.call.TwoCallCommands go between two}. They can name
 * people, whom {@link callbot.chat.call.PersonSearch} finds, and whoever only came near to a command gets one of {@link
 * callbot.chat.call.NaturalAnswers}.
 */
package callbot.chat.call;
