package callbot;

import callbot.command.Command;
import callbot.command.Remark;
import callbot.command.parser.CommandParser;
import callbot.json.Json;
import callbot.sandbox.traffic.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds every message that the bot writes to this: a command that it names, and that can be said as it stands, has a button. */
final class ButtonCheck {

    private static final CommandParser PARSER = new CommandParser("callbot");
    private static final Pattern NAMED = Pattern.compile("`(/[a-z][^`]*)`");
    private static final Pattern BUTTON = Pattern.compile("\"command\":\"([^\"]*)\"");

    /** What is named without a button, and why. */
    private enum Reason {
        /** An example of how to write it: nobody wants just this number, time or name. */
        EXAMPLE("(?s).*(Example: `|I know `|I control your Webex Calling line|Plain words work as well).*", ".*"),
        /** The same, beside a button for each thing that there is. */
        EXAMPLE_ON_CARD(
                "(?s).*", "/(forward|block|away|callerid|reach|queue|voicemail|recordings|conference) .*[0-9].*"),
        /** In a list each call has buttons that name it by its id. */
        IN_LIST(
                "(?s).*\\*\\*(Your calls|Conference with).*|(?s)Which call.*|(?s).*and \\*\\*can't tell whether.*",
                "/[a-z]+.* [0-9]+.*"),
        /** It is so already, so there is nothing to press; the sentence tells what else there is. */
        ALREADY_SO("(?s).*(lets calls come|switches one off).*", "/(queue|reach) (in|out|pause|on|off)"),
        /** It does not work yet; by then there is a button for it. */
        NOT_YET(
                "(?s).*(When they answer|makes one of your two calls|The link works once).*",
                "/(transfer complete|merge|auth clear)"),
        /** The card that stands above has them all. */
        ON_THE_CARD("(?s)Nothing has changed.*", ".*"),
        /** In a space with others anybody could press it. */
        IN_GROUP("(?s).*open a direct chat with me.*", "/help");

        private final Pattern message;
        private final Pattern command;

        Reason(String message, String command) {
            this.message = Pattern.compile(message);
            this.command = Pattern.compile(command);
        }

        private boolean holds(String text, String named) {
            return message.matcher(text).matches() && command.matcher(named).matches();
        }
    }

    private ButtonCheck() {}

    /** The messages that name a command without a button. */
    static List<String> violations(List<Exchange> exchanges) {
        List<String> written = exchanges.stream()
                .filter(exchange -> exchange.direction() == Exchange.Direction.TO_WEBEX)
                .filter(exchange -> exchange.target().startsWith("/v1/messages"))
                .map(Exchange::requestBody)
                .filter(body -> !body.isEmpty())
                .toList();
        // Whose card Webex has refused is written without it.
        Set<String> withCards = written.stream()
                .filter(body -> body.contains("\"attachments\""))
                .map(ButtonCheck::text)
                .collect(Collectors.toSet());
        return written.stream()
                .filter(body -> body.contains("\"attachments\"") || !withCards.contains(text(body)))
                .flatMap(ButtonCheck::violations)
                .distinct()
                .toList();
    }

    private static String text(String body) {
        return Json.parse(body).text("markdown").orElse("");
    }

    private static Stream<String> violations(String body) {
        String text = text(body);
        Set<String> buttons = new TreeSet<>();
        BUTTON.matcher(body).results().map(found -> found.group(1)).forEach(buttons::add);
        return NAMED.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(command -> !buttons.contains(command) && isWhole(command))
                .filter(command -> Stream.of(Reason.values()).noneMatch(reason -> reason.holds(text, command)))
                .map(command -> command + " has no button in: " + text);
    }

    /** Whether it can be pressed as it stands. */
    private static boolean isWhole(String command) {
        if (command.contains("<") || command.contains("…")) return false;
        Command read = PARSER.parse(command, Optional.empty());
        return !(read instanceof Remark.Malformed || read instanceof Remark.NotUnderstood);
    }
}
