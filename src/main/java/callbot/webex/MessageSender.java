package callbot.webex;

import callbot.card.Card;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.webex.Messages.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sends messages so that each arrives, and arrives once. Where Webex does not say whether it has taken one, the chat is
 * looked at: what is there is not sent again, and what is not there is.
 */
final class MessageSender {

    private static final String CARD = "application/vnd.microsoft.card.adaptive";
    private static final int MAX_ATTEMPTS = 3;

    /** No attempt begins later than this after the first, so that all is over after half a minute. */
    private static final Duration LAST_ATTEMPT = Duration.ofSeconds(20);

    /** By so much Webex's clock, which dates the messages, may be behind this one. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(5);

    private final WebexClient webex;
    private final Secret botToken;
    private final Clock clock;

    /**
     * To whom, or where.
     *
     * @param field how a message names it
     * @param newest where the newest messages there are listed
     */
    record Recipient(String field, String id, String newest) {

        static Recipient room(String id) {
            return new Recipient("roomId", id, "/messages?max=50&roomId=" + WebexId.inPath(id));
        }

        static Recipient person(String id) {
            return new Recipient("toPersonId", id, "/messages/direct?personId=" + WebexId.inPath(id));
        }
    }

    MessageSender(WebexClient webex, Secret botToken, Clock clock) {
        this.webex = webex;
        this.botToken = botToken;
        this.clock = clock;
    }

    /** Sends it whole, or in parts if it is longer than Webex takes; the card goes with the last part, which is returned. */
    Message send(Recipient to, Draft draft) {
        List<String> parts = MessageParts.of(draft.markdown());
        for (String part : parts.subList(0, parts.size() - 1)) send(to, part, Optional.empty());
        return send(to, parts.getLast(), draft.card());
    }

    /** What a message says. */
    static ObjectWriter content(String recipient, String id, String markdown, Optional<Card> card) {
        return Json.object()
                .put(recipient, id)
                .put("markdown", markdown)
                .put("attachments", card.map(MessageSender::attached));
    }

    private Message send(Recipient to, String markdown, Optional<Card> card) {
        ObjectWriter content = content(to.field(), to.id(), markdown, card);
        Instant begun = clock.instant();
        for (int attempt = 1; ; attempt++) {
            try {
                return webex.post(botToken, "/messages", content, Message::from);
            } catch (WebexException failure) {
                if (!deservesAnother(failure) || attempt == MAX_ATTEMPTS) throw failure;
                webex.backOff(attempt);
                Optional<Message> arrived = find(to, content.toJson(), begun);
                if (arrived.isPresent()) return arrived.get();
                if (clock.instant().isAfter(begun.plus(LAST_ATTEMPT))) throw failure;
            }
        }
    }

    /** The message if it is there; absent too if Webex does not let a bot look, since said twice is better than not at all. */
    private Optional<Message> find(Recipient to, Json content, Instant begun) {
        Instant earliest = begun.minus(CLOCK_DIFFERENCE);
        try {
            return webex.get(
                    botToken,
                    to.newest(),
                    json -> json.list("items").stream()
                            .filter(item -> saysTheSame(item, content))
                            .filter(item -> item.instant("created")
                                    .filter(earliest::isBefore)
                                    .isPresent())
                            .map(Message::from)
                            .findFirst());
        } catch (WebexException.Refused e) {
            if (deservesAnother(e)) throw e;
            return Optional.empty();
        }
    }

    /** Of two calls from the same number the words are the same, but not the buttons. */
    private static boolean saysTheSame(Json one, Json other) {
        return one.text("markdown").equals(other.text("markdown")) && cards(one).equals(cards(other));
    }

    private static List<String> cards(Json message) {
        return message.list("attachments").stream()
                .map(attachment -> attachment.at("content").toString())
                .toList();
    }

    /** Trouble of Webex's own, unlike a refusal, may be over in a moment. */
    private static boolean deservesAnother(WebexException failure) {
        return failure.mayHaveHappened()
                || failure instanceof WebexException.Refused refused && refused.status() == 500;
    }

    private static List<ObjectWriter> attached(Card card) {
        return List.of(Json.object().put("contentType", CARD).put("content", card.toJson()));
    }
}
