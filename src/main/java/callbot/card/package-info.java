/**
 * Cards: the part of Adaptive Cards 1.3 that Webex draws, as values. A {@link callbot.card.Card} is made of {@link
 * callbot.card.Element}s and ends with {@link callbot.card.Button}s; what Webex would drop or refuse cannot be built.
 *
 * @see <a href="https://developer.webex.com/docs/buttons-and-cards">Buttons and cards</a>
 * @see <a href="https://adaptivecards.io/explorer/">Adaptive Cards</a>
 */
package callbot.card;
