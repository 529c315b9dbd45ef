/**
 * What the bot remembers: strings by key, each with a lifetime. {@link callbot.store.StateStore} is the whole contract;
 * {@link callbot.store.JournalStateStore} keeps it in one file, {@link callbot.store.RedisStateStore} in Redis, where several
 * instances share it, and {@link callbot.store.SealedStateStore} encrypts whatever either of them gets to see.
 *
 * <p>The store knows no feature. Features own their keys ({@code signin:}, {@code user:}, {@code inbox:} ...) and the shape
 * of their values.
 */
package callbot.store;
