/**
 * What Webex tells the bot: webhooks, from their registration to the moment when somebody works on them.
 *
 * <p>{@link callbot.webhook.WebhookEndpoint} takes a delivery only if its signature is right, {@link
 * callbot.webhook.WebhookEvent} says what happened, and {@link callbot.webhook.Inbox} writes it down before it is
 * acknowledged, so that nothing is lost and nothing happens twice:
 *
 * <pre>
 *   (new) ──▶ accepted ──just before the first change of the world──▶ started ──▶ ended; known for 24 hours
 *                 │                                                      │
 *   nobody has it │ in hand any more: the bot or an instance died,       │
 *                 ▼ the store or Webex was away                          ▼
 *   within 60 s: run it; later: tell the user             never run it again; tell the user
 *                 └───────────── an answer is known already ─────────────┘
 *                                     give that
 * </pre>
 */
package callbot.webhook;
