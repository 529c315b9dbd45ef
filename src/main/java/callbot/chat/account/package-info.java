/**
 * Who talks to the bot: {@link callbot.chat.account.Admission} says who may, {@link callbot.chat.account.AccountCommands} signs
 * them in and out and shows how their line stands, {@link callbot.chat.account.AdminCommands} are for those who run the bot, and
 * {@link callbot.chat.account.LastTrace} is what was done for a person last.
 */
package callbot.chat.account;
