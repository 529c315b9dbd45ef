package callbot.sandbox.api;

import callbot.http.Request;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.base.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form in parts (RFC 7578), of which those called {@code files} are files; their names are also among the fields.
 *
 * @param fields the parts that are text, as a JSON object
 * @param uploads the parts that are files
 */
public record Multipart(Json fields, List<Upload> uploads) {

    static final String CONTENT_TYPE = "multipart/form-data";

    private static final Pattern BOUNDARY = Pattern.compile(".*;\\s*boundary=\"?([^\";]{1,70})\"?.*");
    private static final Pattern NAME =
            Pattern.compile("(?i)content-disposition: *form-data;.*?\\bname=\"([^\"]*)\".*");
    private static final Pattern FILE = Pattern.compile(".*\\bfilename=\"([^\"]*)\".*");
    private static final Pattern TYPE = Pattern.compile("(?i)content-type: *([ -~]+)");

    /**
     * A file.
     *
     * @param name what it is called
     * @param type its content type
     * @param bytes what is in it
     */
    public record Upload(String name, String type, byte[] bytes) {}

    /**
     * Reads the body of this request.
     *
     * @throws Refusal with status 400 if it is none
     */
    static Multipart of(Request request) {
        Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!boundary.matches()) throw Refusal.badRequest("The form has no boundary.");
        // In Latin-1 each byte is one character, so that what is sought as text is found among any bytes.
        String body = "\r\n" + new String(request.body(), StandardCharsets.ISO_8859_1);
        String[] parts = body.split(Pattern.quote("\r\n--" + boundary.group(1)), -1);
        if (parts.length < 2 || !parts[parts.length - 1].startsWith("--")) {
            throw Refusal.badRequest("The form does not end with its boundary.");
        }
        ObjectWriter fields = Json.object();
        List<Upload> uploads = new ArrayList<>();
        for (int i = 1; i < parts.length - 1; i++) read(parts[i], fields, uploads);
        if (!uploads.isEmpty())
            fields.put("files", uploads.stream().map(Upload::name).toList());
        return new Multipart(fields.toJson(), List.copyOf(uploads));
    }

    private static void read(String part, ObjectWriter fields, List<Upload> uploads) {
        int blank = part.indexOf("\r\n\r\n");
        if (blank < 0) throw Refusal.badRequest("A part of the form has no end of its head.");
        List<String> head = utf8(part.substring(0, blank)).lines().toList();
        byte[] content = part.substring(blank + 4).getBytes(StandardCharsets.ISO_8859_1);
        String name = find(NAME, head).orElseThrow(() -> Refusal.badRequest("A part of the form has no name."));
        Optional<String> file = find(FILE, head);
        if (name.equals("files")) {
            String type = find(TYPE, head).orElse("application/octet-stream");
            uploads.add(new Upload(file.orElse("file"), type, content));
        } else if (file.isEmpty()) {
            fields.put(name, new String(content, StandardCharsets.UTF_8));
        } else {
            throw Refusal.badRequest("\"" + name + "\" cannot be a file.");
        }
    }

    private static Optional<String> find(Pattern pattern, List<String> head) {
        return head.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    private static String utf8(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
