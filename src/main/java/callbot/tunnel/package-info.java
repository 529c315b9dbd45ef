/**
 * Where the world reaches the bot: at an address that is configured, or at one that ngrok gives a bot that runs at home.
 * {@link callbot.tunnel.NgrokTunnel} finds it, starts ngrok if nobody has, notices when the address changes, and ends what it
 * started.
 */
package callbot.tunnel;
