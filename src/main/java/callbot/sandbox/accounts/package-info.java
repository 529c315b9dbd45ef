/**
 * Who there is, and how somebody lets an application act for him: the people of the organization, the integration under
 * which the bot is registered, and OAuth with its sign-in page and its tokens.
 *
 * @see <a href="https://developer.webex.com/docs/integrations">Integrations and authorization</a>
 * @see <a href="https://developer.webex.com/docs/api/v1/people">People</a>
 */
package callbot.sandbox.accounts;
