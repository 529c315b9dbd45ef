package callbot.http;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A small page for people, of plain text.
 *
 * @param title what it says first
 * @param paragraphs what it says then
 */
public record Page(String title, List<String> paragraphs) {

    private static final String HTML = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%1$s</title>
            <link rel="icon" href="data:,">
            <style>
              :root { color-scheme: light dark; font: 17px/1.5 system-ui, sans-serif }
              body { margin: 0; background: light-dark(#eceff3, #0d1116); color: light-dark(#15202b, #e9eef3) }
              main { max-width: 30rem; margin: 15vh auto; padding: 1.5rem 2rem; border-radius: .9rem;
                background: light-dark(#ffffff, #161b21); overflow-wrap: anywhere }
              h1 { margin: 0; font-size: 1.5rem; line-height: 1.25 }
            </style>
            </head>
            <body><main>
            <h1>%1$s</h1>
            %2$s
            </main></body>
            </html>
            """;

    public Page {
        paragraphs = List.copyOf(paragraphs);
    }

    /** A page of these paragraphs. */
    public static Page of(String title, String... paragraphs) {
        return new Page(title, List.of(paragraphs));
    }

    /** The page as an answer. */
    public Response toResponse(int status) {
        String body = paragraphs.stream()
                .map(paragraph -> "<p>" + escape(paragraph) + "</p>")
                .collect(Collectors.joining("\n"));
        return Response.page(status, HTML.formatted(escape(title), body));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
