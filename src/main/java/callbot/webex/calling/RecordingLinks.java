package callbot.webex.calling;

import callbot.json.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a recording can be heard and read for a while, by whoever has the links: so they are neither kept nor logged.
 *
 * @param audio absent if there is no sound to be had
 * @param transcript absent if nobody has written down what was said
 * @param expiration when the links stop working; absent if Webex does not say
 */
public record RecordingLinks(Optional<URI> audio, Optional<URI> transcript, Optional<Instant> expiration) {

    /** In characters: more would not fit on a card. */
    private static final int LONGEST = 2500;

    static RecordingLinks from(Json json) {
        Json links = json.at("temporaryDirectDownloadLinks");
        return new RecordingLinks(
                link(links, "audioDownloadLink"), link(links, "transcriptDownloadLink"), links.instant("expiration"));
    }

    private static Optional<URI> link(Json links, String field) {
        return links.text(field).filter(text -> text.length() <= LONGEST).flatMap(RecordingLinks::uri);
    }

    private static Optional<URI> uri(String text) {
        try {
            URI uri = new URI(text);
            boolean web = uri.getHost() != null
                    && "https"
                            .equals(Optional.ofNullable(uri.getScheme())
                                    .orElse("")
                                    .toLowerCase(Locale.ROOT));
            return Optional.of(uri).filter(any -> web);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Without the links. */
    @Override
    public String toString() {
        return "RecordingLinks[until " + expiration.map(Instant::toString).orElse("?") + "]";
    }
}
