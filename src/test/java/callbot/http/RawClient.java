package callbot.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A client that speaks HTTP by hand, because no proper client would send what these tests send. */
final class RawClient implements Closeable {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    /** Connects to this port; no read takes longer than the patience. */
    RawClient(int port, Duration patience) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) patience.toMillis());
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    RawClient(int port) throws IOException {
        this(port, Duration.ofSeconds(10));
    }

    /** Sends these characters, one byte each, at once. */
    RawClient send(String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
        return this;
    }

    /** The next line of what the server sends, without its end; empty if the server has hung up. */
    String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    /** The next response, whose length must be told in its head. */
    Reply reply() throws IOException {
        Reply head = head();
        byte[] body = in.readNBytes(Integer.parseInt(head.headers().getOrDefault("content-length", "0")));
        return new Reply(head.status(), head.headers(), new String(body, ISO_8859_1));
    }

    /** The head of the next response. */
    Reply head() throws IOException {
        String status = line();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return new Reply(Integer.parseInt(status.split(" ")[1]), headers, "");
    }

    /** What the server still sends until it hangs up. */
    String rest() throws IOException {
        return new String(in.readAllBytes(), ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** A response as it came. */
    record Reply(int status, Map<String, String> headers, String body) {}
}
