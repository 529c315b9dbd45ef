package callbot.crash;

import callbot.crash.Kill.Outcome;
import callbot.json.Json;
import callbot.sandbox.messaging.ChatMessage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that shows what came of the killings. */
final class CrashPage {

    private static final int LONGEST = 270;

    private static final String INTRODUCTION = """
            # What happens when the bot is killed

            The bot is killed (`SIGKILL`) at every step between a message and the end of the work on it, and started again. Afterwards
            Webex delivers the message twice more. This page is written by a test, `KillTest`, with
            `mvn test -Dtest=KillTest -Dcallbot.write.docs=true`, and held against what happens every time the tests run; the state
            file and Redis have one table, because it is the same with both.

            A call is dialled at most once, and nobody is left without a word. What is told twice, or said to be uncertain although it
            was told already, is so because the bot died before it could write down that it was told.

            With Redis another bot, or the next start, takes over when nothing has been heard of the killed one for 30 seconds, within
            30 more; the state file has one bot only, and its next start takes over at once.
            """;

    private CrashPage() {}

    /** The page that shows these. */
    static String of(List<Outcome> outcomes) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (String command :
                outcomes.stream().map(one -> one.kill().command()).distinct().toList()) {
            page.append("\n## `").append(command).append("`\n\n");
            page.append("| killed when | dials that reached Webex | what the user was told before |"
                    + " what the user is told after the restart |\n|---|---|---|---|\n");
            outcomes.stream()
                    .filter(one -> one.kill().command().equals(command))
                    .forEach(one -> page.append(row(one)));
        }
        return page.toString();
    }

    private static String row(Outcome outcome) {
        String late = outcome.kill().absence().isZero() ? "" : "; **started again after more than a minute**";
        return "| " + outcome.kill().step() + late + " | " + outcome.dials() + " | " + told(outcome.before()) + " | "
                + told(outcome.after()) + " |\n";
    }

    private static String told(List<ChatMessage> messages) {
        return messages.isEmpty()
                ? "nothing"
                : messages.stream().map(CrashPage::quoted).collect(Collectors.joining(" and "));
    }

    private static String quoted(ChatMessage message) {
        String text = message.text().replaceAll("\\+1408555\\d{4}", "+14085550134"); // each kill has its own
        String shown = text.length() > LONGEST ? text.lines().findFirst().orElseThrow() + " …" : text;
        return "“" + shown.replaceAll("\\s+", " ").replace("|", "\\|") + "”" + buttons(message);
    }

    private static String buttons(ChatMessage message) {
        return message.card().map(CrashPage::buttonsIn).orElse("");
    }

    /** Buttons stand in rows, and these may stand in columns. */
    private static String buttonsIn(Json part) {
        String own = part.list("actions").stream()
                .flatMap((Json action) -> action.text("title").stream())
                .map(title -> " **[" + title + "]**")
                .collect(Collectors.joining());
        return own
                + Stream.of("body", "columns", "items")
                        .flatMap(name -> part.list(name).stream())
                        .map(CrashPage::buttonsIn)
                        .collect(Collectors.joining());
    }
}
