/** The program itself: {@link callbot.Main} starts it. */
package callbot;
