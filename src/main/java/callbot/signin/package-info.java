/**
 * How a user lets the bot act in his or her name, by OAuth, and how that permission is kept alive.
 *
 * <pre>
 *   chat: /auth ──▶ SignIn.begin: a state of 256 random bits, kept 5 minutes ──▶ a link to Webex
 *   browser: signs in at Webex, agrees ──▶ GET /redirect?code=...&amp;state=...
 *       RedirectEndpoint ──▶ SignIn.complete:
 *           take the state, once        unknown, used or expired ▶ told so; the code is not even looked at
 *           exchange the code           refused                  ▶ told so
 *           ask Webex whose token it is not the one who asked    ▶ told so; the token is dropped
 *           keep it                     signed in                ▶ told so
 *   later: AccessTokens hands out the access token, and renews it before it runs out
 * </pre>
 *
 * Whatever the outcome, the browser shows it, and so does the chat if the state says whose it was.
 */
package callbot.signin;
