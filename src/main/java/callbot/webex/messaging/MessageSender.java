package callbot.webex.messaging;

import callbot.card.Card;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.webex.Secret;
import callbot.webex.WebexClient;
import callbot.webex.WebexException;
import callbot.webex.WebexId;
import callbot.webex.messaging.Messages.Message;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sends messages so that each arrives, and arrives once. Where Webex does not say whether it has taken one, the chat is
 * looked at: what is there is not sent again, and what is not there is.
 */
final class MessageSender {

    private static final String CARD = "application/vnd.microsoft.card.adaptive";
    private static final int MAX_ATTEMPTS = 3;

    /** How Webex refuses what is too large, or a card that it cannot draw, or a thread that is no more. */
    private static final Set<Integer> NOT_LIKE_THIS = Set.of(400, 404, 413);

    /** A text of so many bytes is taken whatever Webex makes of it: it has a second limit of 10,000, after encryption. */
    private static final int SURELY_TAKEN = 3000;

    /** No attempt begins later than this after the first, so that all is over after half a minute. */
    private static final Duration LAST_ATTEMPT = Duration.ofSeconds(20);

    /** By so much Webex's clock, which dates the messages, may be behind this one. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(5);

    private static final int MOST_REMEMBERED = 1000;

    private final System.Logger log = System.getLogger(MessageSender.class.getName());
    private final WebexClient webex;
    private final Secret botToken;
    private final Clock clock;

    /** The last message to each of those who got one lately. What is older than it is not what is being sent now. */
    private final Map<Recipient, String> last = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Recipient, String> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

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

    /**
     * Sends it whole, or in parts if it is longer than Webex takes; the card goes with the last part, which is returned. A part
     * that Webex does not take as it is goes out simpler: without its card, which says nothing that the text does not say, in
     * smaller parts, and beside the thread.
     */
    Message send(Recipient to, Draft draft) {
        List<String> parts = MessageParts.of(draft.markdown(), MessageParts.MAX_BYTES);
        for (String part : parts.subList(0, parts.size() - 1)) {
            sendOrSimplify(to, new Draft(part, Optional.empty(), draft.parentId()));
        }
        return sendOrSimplify(to, new Draft(parts.getLast(), draft.card(), draft.parentId()));
    }

    private Message sendOrSimplify(Recipient to, Draft part) {
        try {
            return sendAsItIs(to, part);
        } catch (WebexException.Refused refused) {
            List<String> smaller = MessageParts.of(part.markdown(), SURELY_TAKEN);
            boolean isSimple = part.card().isEmpty() && part.parentId().isEmpty() && smaller.size() == 1;
            if (isSimple || !NOT_LIKE_THIS.contains(refused.status())) throw refused;
            log.log(
                    Level.WARNING,
                    "event=message.simplified reason=\"{0}\" tracking={1}",
                    refused.getMessage(),
                    refused.trackingId());
            return smaller.stream()
                    .map(text -> sendAsItIs(to, Draft.text(text)))
                    .reduce((one, next) -> next)
                    .orElseThrow();
        }
    }

    /** What a message says. */
    static ObjectWriter content(String recipient, String id, Draft draft) {
        return Json.object()
                .put(recipient, id)
                .put("parentId", draft.parentId())
                .put("markdown", draft.markdown())
                .put("attachments", draft.card().map(MessageSender::attached));
    }

    private Message sendAsItIs(Recipient to, Draft draft) {
        ObjectWriter content = content(to.field(), to.id(), draft);
        Instant begun = clock.instant();
        Optional<String> before = Optional.ofNullable(last.get(to));
        for (int attempt = 1; ; attempt++) {
            try {
                Message sent = webex.post(botToken, "/messages", content, Message::from);
                last.put(to, sent.id());
                return sent;
            } catch (WebexException failure) {
                if (!deservesAnother(failure) || attempt == MAX_ATTEMPTS) throw failure;
                webex.backOff(attempt);
                Optional<Message> arrived = find(to, content.toJson(), begun, before);
                if (arrived.isPresent()) return arrived.get();
                if (clock.instant().isAfter(begun.plus(LAST_ATTEMPT))) throw failure;
            }
        }
    }

    /**
     * The message if it is there; absent too if Webex does not let a bot look, since said twice is better than not at all.
     *
     * @param before the message before it, if known: whoever asks the same twice within seconds gets the same answer twice
     */
    private Optional<Message> find(Recipient to, Json content, Instant begun, Optional<String> before) {
        Instant earliest = begun.minus(CLOCK_DIFFERENCE);
        try {
            return webex.get(
                    botToken,
                    to.newest(),
                    json -> json.list("items").stream() // from the newest
                            .takeWhile(item -> !before.equals(item.text("id")))
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
