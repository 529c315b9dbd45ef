package callbot.contract;

import static java.util.stream.Collectors.groupingBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The part of Adaptive Cards 1.3 that Webex draws in all its clients, asked whether a message with a card keeps to it. What
 * Webex does not know it drops without a word, and what it cannot read it refuses whole.
 *
 * <p>It is stricter than Webex: it names only what the bot has reason to use.
 */
public final class CardRules {

    private static final int MOST_BYTES = 20 * 1024;
    private static final String CARD = "application/vnd.microsoft.card.adaptive";

    /** Which type has which property (! if it must have it), and what that may be. */
    private static final List<Rule> RULES = """
            AdaptiveCard   $schema                   one of http://adaptivecards.io/schemas/adaptive-card.json
            AdaptiveCard   version                   one of 1.3
            AdaptiveCard   body!                     list of TextBlock FactSet ColumnSet Container ActionSet Input.Text
            AdaptiveCard   actions                   row of Action.Submit Action.OpenUrl Action.ShowCard
            TextBlock      text!                     markup
            TextBlock      wrap!                     true
            TextBlock      size                      one of Small Default Medium Large
            TextBlock      weight                    one of Default Bolder
            TextBlock      color                     one of Default Accent Good Warning Attention
            TextBlock      isSubtle                  flag
            TextBlock      horizontalAlignment       one of Left Center Right
            TextBlock      spacing                   one of None Small Default Medium Large
            FactSet        facts!                    list of Fact
            FactSet        spacing                   one of None Small Default Medium Large
            Fact           title!                    markup
            Fact           value!                    markup
            ColumnSet      columns!                  list of Column
            ColumnSet      separator                 flag
            ColumnSet      spacing                   one of None Small Default Medium Large
            Column         width!                    width
            Column         verticalContentAlignment  one of Top Center Bottom
            Column         items!                    list of TextBlock ActionSet
            Container      style                     one of accent good warning attention emphasis
            Container      bleed                     flag
            Container      spacing                   one of None Small Default Medium Large
            Container      items!                    list of TextBlock FactSet ColumnSet
            ActionSet      spacing                   one of None Small Default Medium Large
            ActionSet      actions!                  row of Action.Submit Action.OpenUrl Action.ShowCard
            Input.Text     id!                       id
            Input.Text     label!                    text
            Input.Text     placeholder               text
            Input.Text     maxLength                 number
            Input.Text     isRequired                flag
            Input.Text     errorMessage              text
            Action.Submit  title!                    text
            Action.Submit  style                     one of positive destructive
            Action.Submit  data!                     object
            Action.Submit  associatedInputs          one of none
            Action.OpenUrl title!                    text
            Action.OpenUrl url!                      address
            Action.ShowCard title!                   text
            Action.ShowCard card!                    one card
            """.lines().map(Rule::parse).toList();

    private static final Map<String, List<Rule>> BY_TYPE = RULES.stream().collect(groupingBy(Rule::type));

    private final List<String> violations = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /** A property and what it may be: a kind of value, and for some kinds a choice. */
    private record Rule(String type, String property, boolean required, String kind, List<String> choice) {

        static Rule parse(String line) {
            String[] cells = line.split(" +", 3);
            String[] allowed = cells[2].split(" of ", 2);
            return new Rule(
                    cells[0],
                    cells[1].replace("!", ""),
                    cells[1].endsWith("!"),
                    allowed[0],
                    allowed.length == 1 ? List.of() : Arrays.asList(allowed[1].split(" ")));
        }
    }

    private CardRules() {}

    /** What is wrong with a message that is about to be written, as far as its card goes; nothing if it has none. */
    public static List<String> violations(JsonNode message) {
        CardRules rules = new CardRules();
        if (message.has("attachments")) rules.message(message);
        return rules.violations;
    }

    private void message(JsonNode message) {
        expect(!message.path("markdown").asString("").isBlank(), "message", "has no text for who cannot see the card");
        JsonNode attachments = message.path("attachments");
        expect(attachments.size() == 1, "message", "has " + attachments.size() + " attachments");
        for (JsonNode attachment : attachments) {
            expect(attachment.path("contentType").asString("").equals(CARD), "message", "has something else attached");
            JsonNode card = attachment.path("content");
            int bytes = card.toString().getBytes(StandardCharsets.UTF_8).length;
            expect(bytes <= MOST_BYTES, "card", "has " + bytes + " bytes");
            expect(card.has("version"), "card", "has no version");
            part(card, "card", List.of("AdaptiveCard"));
        }
    }

    /** A part of a card that must be of one of these types. */
    private void part(JsonNode part, String at, List<String> types) {
        String type = part.path("type").asString("Fact");
        if (!types.contains(type)) {
            violations.add(at + " is a " + type);
            return;
        }
        List<Rule> rules = BY_TYPE.get(type);
        part.forEachEntry((property, value) -> {
            if (property.equals("type")) return;
            Optional<Rule> rule =
                    rules.stream().filter(one -> one.property.equals(property)).findFirst();
            expect(rule.isPresent(), at, "has " + property + ", which " + type + " has not");
            rule.ifPresent(one -> value(value, at + "/" + property, one));
        });
        for (Rule rule : rules) {
            expect(!rule.required || part.has(rule.property), at, "has no " + rule.property);
        }
        boolean mustBeFilledIn = part.path("isRequired").asBoolean(false);
        expect(!mustBeFilledIn || part.has("errorMessage"), at, "does not say what is missing");
    }

    private void value(JsonNode value, String at, Rule rule) {
        switch (rule.kind) {
            case "one" -> expect(rule.choice.contains(value.asString("")), at, "is " + value);
            case "flag" -> expect(value.isBoolean(), at, "is " + value);
            case "true" -> expect(value.isBoolean() && value.asBoolean(), at, "is " + value);
            case "text" -> expect(isText(value), at, "says nothing");
            case "markup" -> expect(isText(value) && !value.asString().contains("`"), at, "is empty, or has code");
            case "number" -> expect(value.isInt() && value.asInt() > 0, at, "is " + value);
            case "object" -> expect(value.isObject() && !value.isEmpty(), at, "is " + value);
            case "address" -> expect(value.asString("").matches("https?://[^/ ]+/\\S*"), at, "is " + value);
            case "width" -> expect(value.asString("").matches("auto|stretch|[1-9][0-9]*px"), at, "is " + value);
            case "id" -> expect(isText(value) && ids.add(value.asString()), at, "is empty, or used twice: " + value);
            case "one card" -> part(value, at, List.of("AdaptiveCard"));
            case "list" -> parts(value, at, rule.choice);
            case "row" -> {
                parts(value, at, rule.choice);
                expect(value.size() <= 5, at, "has " + value.size() + " buttons, of which five are drawn");
            }
            default -> throw new IllegalStateException("no such kind: " + rule);
        }
    }

    private void parts(JsonNode parts, String at, List<String> types) {
        expect(parts.isArray() && !parts.isEmpty(), at, "is empty");
        for (int i = 0; i < parts.size(); i++) part(parts.get(i), at + "/" + i, types);
    }

    private static boolean isText(JsonNode value) {
        return value.isString() && !value.asString().isBlank();
    }

    private void expect(boolean kept, String at, String otherwise) {
        if (!kept) violations.add(at + " " + otherwise);
    }
}
