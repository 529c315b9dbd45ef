package callbot.http;

/**
 * Which requests a handler gets.
 *
 * @param method the method, in capitals
 * @param path the exact path; if it ends in {@code /*}, any one further segment
 * @param handler who answers
 */
public record Route(String method, String path, Handler handler) {

    boolean matchesPath(String requested) {
        if (!path.endsWith("/*")) return path.equals(requested);
        String parent = path.substring(0, path.length() - 1);
        return requested.length() > parent.length()
                && requested.startsWith(parent)
                && requested.indexOf('/', parent.length()) < 0;
    }
}
