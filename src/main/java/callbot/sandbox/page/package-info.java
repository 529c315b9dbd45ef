/** The page on which one chats and phones as the users of the simulated Webex: its files, its live state, its buttons. */
package callbot.sandbox.page;
