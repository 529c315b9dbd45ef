package callbot.sandbox.web;

import callbot.http.Response;
import java.io.IOException;

/** What becomes of a request. */
public sealed interface Answer {

    /** It is answered, all at once. */
    record Whole(Response response) implements Answer {}

    /** Events are told as they happen, until the page goes or the server stops. */
    record Events(Feed feed) implements Answer {}

    /** The connection is closed without a word, as if the server had died. */
    record Dropped() implements Answer {}

    /** Tells of events. */
    @FunctionalInterface
    interface Feed {

        /**
         * Tells this page.
         *
         * @throws IOException when the page is gone
         * @throws InterruptedException when the server stops
         */
        void tell(Page page) throws IOException, InterruptedException;
    }

    /** A page that listens. */
    @FunctionalInterface
    interface Page {

        /**
         * Sends this, in the format of server-sent events, at once.
         *
         * @throws IOException if the page is gone
         */
        void send(String text) throws IOException;
    }
}
