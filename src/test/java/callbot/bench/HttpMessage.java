package callbot.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A request or an answer of HTTP/1.1 (RFC 9112), as little of it as a load needs: what is measured here is the other side, and
 * a whole client or server would take more of the machine than the bot. Its body has a {@code Content-Length} or is empty.
 *
 * @param firstLine the request line or the status line
 */
record HttpMessage(String firstLine, byte[] body) {

    private static final String LENGTH = "content-length:";

    /** The next one on this connection; absent if it has been closed. */
    static Optional<HttpMessage> read(InputStream in) throws IOException {
        String firstLine = line(in);
        if (firstLine.isEmpty()) return Optional.empty();
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length()))
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            if (header.toLowerCase(Locale.ROOT).startsWith("transfer-encoding:"))
                throw new IOException("what is sent in chunks is not understood here");
        }
        return Optional.of(new HttpMessage(firstLine, in.readNBytes(length)));
    }

    /** Writes it with these headers, each of which ends its line, beside the length. */
    void write(OutputStream out, String headers) throws IOException {
        byte[] head = (firstLine + "\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        out.write(whole); // at once: a body in a packet of its own would wait for the head's acknowledgement
    }

    /** The second word of the first line: a request's target, an answer's status. */
    String target() {
        return firstLine.split(" ", 3)[1];
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (next != '\r') line.write(next);
            next = in.read();
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
