package callbot.sandbox.messaging;

import callbot.sandbox.accounts.FakePeople;
import callbot.sandbox.base.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the Markdown of a message into the html and the plain text that Webex makes of it: the usual part of Markdown. */
final class MarkdownRenderer {

    private static final Pattern MENTION =
            Pattern.compile("&lt;@(?:personEmail:([^|&]+)|personId:([^|&]+)|all)(?:\\|([^&]*))?&gt;");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\(((?:https?|mailto|tel):[^)\\s]+)\\)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");
    private static final Pattern HIDDEN = Pattern.compile("[\uE000-\uE07F]");
    private static final int HIDDEN_FROM = 0xE000;
    private static final Pattern BULLET = Pattern.compile("\\s*[-*+] (.*)");
    private static final Pattern NUMBERED = Pattern.compile("\\s*\\d+[.)] (.*)");
    private static final Pattern HEADING = Pattern.compile("(#{1,6}) (.*)");

    private final FakePeople people;
    private final StringBuilder html = new StringBuilder();
    private final List<String> mentionedPeople = new ArrayList<>();
    private final List<String> mentionedGroups = new ArrayList<>();
    private String open = "";

    private MarkdownRenderer(FakePeople people) {
        this.people = people;
    }

    /** What Webex makes of this Markdown. */
    static MessageBody said(String markdown, FakePeople people) {
        MarkdownRenderer reader = new MarkdownRenderer(people);
        markdown.lines().forEach(reader::line);
        reader.turnTo("");
        String html = reader.html.toString();
        return new MessageBody(
                plain(html),
                Optional.of(markdown),
                Optional.of(html),
                List.copyOf(reader.mentionedPeople),
                List.copyOf(reader.mentionedGroups));
    }

    /** The text that is left of html when its tags are gone. */
    static String plain(String html) {
        return html.replaceAll("<br/?>|</(p|li|h[1-6]|pre|blockquote)>", "\n")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .strip();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void line(String line) {
        boolean fence = line.strip().startsWith("```");
        if (open.equals("pre")) {
            if (fence) turnTo("");
            else html.append(escape(line)).append('\n');
            return;
        }
        Matcher bullet = BULLET.matcher(line);
        Matcher numbered = NUMBERED.matcher(line);
        Matcher heading = HEADING.matcher(line);
        if (fence) {
            turnTo("pre");
        } else if (line.isBlank()) {
            turnTo("");
        } else if (bullet.matches()) {
            item("ul", bullet.group(1));
        } else if (numbered.matches()) {
            item("ol", numbered.group(1));
        } else if (heading.matches()) {
            turnTo("");
            String tag = "h" + heading.group(1).length();
            html.append("<" + tag + ">" + inline(heading.group(2)) + "</" + tag + ">");
        } else if (line.startsWith(">")) {
            paragraph("blockquote", line.substring(1).strip());
        } else {
            paragraph("p", line);
        }
    }

    private void item(String list, String text) {
        turnTo(list);
        html.append("<li>" + inline(text) + "</li>");
    }

    private void paragraph(String tag, String text) {
        if (open.equals(tag)) html.append("<br/>");
        turnTo(tag);
        html.append(inline(text));
    }

    private void turnTo(String tag) {
        if (open.equals(tag)) return;
        if (!open.isEmpty()) html.append("</" + open + ">");
        if (!tag.isEmpty()) html.append("<" + tag + ">");
        open = tag;
    }

    /**
     * Code is taken as it stands, what is between gets its emphasis, links and mentions. What a backslash protects is hidden
     * from all of that.
     */
    private String inline(String text) {
        String[] parts = ESCAPED.matcher(text)
                .replaceAll(
                        found -> Character.toString(HIDDEN_FROM + found.group(1).charAt(0)))
                .split("`", -1);
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            boolean code = i % 2 == 1 && i < parts.length - 1;
            if (code)
                result.append("<code>").append(escape(asWritten(parts[i]))).append("</code>");
            else result.append(i % 2 == 1 ? "`" : "").append(shown(emphasis(escape(parts[i]))));
        }
        return result.toString();
    }

    private static String shown(String html) {
        return HIDDEN.matcher(html).replaceAll(found -> Matcher.quoteReplacement(escape(uncovered(found))));
    }

    private static String asWritten(String code) {
        return HIDDEN.matcher(code).replaceAll(found -> Matcher.quoteReplacement("\\" + uncovered(found)));
    }

    private static String uncovered(MatchResult hidden) {
        return Character.toString(hidden.group().charAt(0) - HIDDEN_FROM);
    }

    private String emphasis(String escaped) {
        String linked = LINK.matcher(MENTION.matcher(escaped).replaceAll(this::mention))
                .replaceAll("<a href=\"$2\" rel=\"nofollow\">$1</a>");
        return linked.replaceAll("\\*\\*(\\S|\\S.*?\\S)\\*\\*", "<strong>$1</strong>")
                .replaceAll("(?<![\\w*])[*](\\S|\\S[^*]*?\\S)[*](?![\\w*])", "<em>$1</em>")
                .replaceAll("(?<![\\w/])_(\\S|\\S[^_]*?\\S)_(?!\\w)", "<em>$1</em>");
    }

    private String mention(MatchResult found) {
        if (found.group(1) == null && found.group(2) == null) {
            mentionedGroups.add("all");
            return "<spark-mention data-object-type=\"groupMention\" data-group-type=\"all\">All</spark-mention>";
        }
        Optional<Account> person =
                found.group(1) != null ? people.byEmail(found.group(1)) : people.byId(found.group(2));
        if (person.isEmpty()) return Matcher.quoteReplacement(found.group());
        mentionedPeople.add(person.get().id());
        String name = found.group(3) != null ? found.group(3) : person.get().displayName();
        return Matcher.quoteReplacement("<spark-mention data-object-type=\"person\" data-object-id=\""
                + person.get().id() + "\">" + name + "</spark-mention>");
    }
}
