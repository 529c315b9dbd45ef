/** What goes over the wire between Webex and the bot, both ways, written down as it happens. */
package callbot.sandbox.traffic;
