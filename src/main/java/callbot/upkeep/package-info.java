/**
 * What keeps the bot in order by itself: the webhooks where they should be, permissions alive, and nobody remembered who should
 * not be. It is shared by all instances and spread over time, so that it costs Webex the same whatever the number of instances:
 * at rest one request per followed user in eight hours.
 *
 * <pre>
 *                  0   1                   Users are in 480 slots, by their ids. A hand goes round from slot to slot,
 *             479 ┌──┬──┐ 2                one a minute: the slow walk. Where it stands is in the store, once for all
 *            478 ┌┘  │  └┐ 3               instances; whoever has the lease moves it.
 *            ... │   └──▶│ ...
 *                └┐     ┌┘                 When something suggests that webhooks are wrong ({@link callbot.upkeep.Hand}),
 *                 └─────┘                  the hand is set back a whole round. A hand that is late does not wait for the
 *                                          next minute: it goes as fast as politeness allows, until it is on time.
 *
 *   each minute, with the lease:   the bot's own three webhooks ▶ evidence? ▶ set the hand back
 *                                  slots up to now              ▶ UserCare for each of their users, some at once
 *                                  those to be asked again      ▶ UserCare, when the time has come that Webex named
 * </pre>
 *
 * Nothing else is remembered: an instance that dies is followed by the next one that gets the lease, where it left off.
 */
package callbot.upkeep;
