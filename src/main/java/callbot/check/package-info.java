/**
 * Goes through what somebody who sets the bot up can get wrong, in the order in which it matters, and says of each what was found
 * and what to do. It changes nothing at Webex, and begins no state; {@link callbot.check.Checkup} has the list.
 */
package callbot.check;
