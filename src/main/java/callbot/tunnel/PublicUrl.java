package callbot.tunnel;

import java.net.URI;

/** Where the world reaches the bot. */
public interface PublicUrl extends AutoCloseable {

    /** An address that does not change. */
    static PublicUrl fixed(URI url) {
        return new Fixed(url);
    }

    /** The address as it was last found, without a slash at its end. */
    URI current();

    /**
     * Looks again.
     *
     * @throws TunnelException if there is no address now; what {@link #current} says may then be outdated
     */
    URI refresh();

    /** Ends what was started for it. */
    @Override
    void close();

    /** An address from the configuration. */
    record Fixed(URI current) implements PublicUrl {

        @Override
        public URI refresh() {
            return current;
        }

        @Override
        public void close() {}
    }
}
