package callbot.sandbox.accounts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays a browser on the sign-in page. */
public final class SignInBrowser implements AutoCloseable {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\">");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Opens the link and presses a button.
     *
     * @return where the browser is sent
     * @throws IllegalStateException if the page has no such button
     */
    public URI decide(URI link, String who) throws IOException, InterruptedException {
        HttpResponse<String> page =
                client.send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofString());
        if (page.statusCode() == 302) return location(page);
        Matcher action = ACTION.matcher(page.body());
        if (!action.find() || !page.body().contains("name=\"who\" value=\"" + who + "\"")) {
            throw new IllegalStateException("status " + page.statusCode() + ": "
                    + page.body().replaceAll("<[^>]*>", "").strip());
        }
        StringBuilder form = new StringBuilder("who=" + SignInRequest.encode(who));
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            form.append('&')
                    .append(hidden.group(1))
                    .append('=')
                    .append(SignInRequest.encode(unescape(hidden.group(2))));
        }
        HttpRequest post = HttpRequest.newBuilder(link.resolve(action.group(1)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build();
        return location(client.send(post, HttpResponse.BodyHandlers.ofString()));
    }

    /** Opens a page, and does not look at it. */
    public void open(URI page) throws IOException, InterruptedException {
        client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static URI location(HttpResponse<String> response) {
        return URI.create(response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException("status " + response.statusCode())));
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
