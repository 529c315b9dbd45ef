/**
 * Webhooks: registering them, who is told of what, and bringing it to the bot. The way of an event: {@link
 * callbot.sandbox.webhooks.FakeWebhooks} finds the webhooks that want to know, {@link callbot.sandbox.webhooks.RegisteredWebhook}
 * wraps it for each of them, and {@link callbot.sandbox.webhooks.Deliveries} sends it, or lets it go wrong on demand.
 *
 * @see <a href="https://developer.webex.com/docs/webhooks">Webhooks</a>
 */
package callbot.sandbox.webhooks;
