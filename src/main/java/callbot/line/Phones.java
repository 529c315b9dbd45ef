package callbot.line;

import callbot.signin.AccessTokens;
import callbot.signin.Scope;
import callbot.webex.Secret;
import callbot.webex.WebexException;
import callbot.webex.calling.Endpoint;
import callbot.webex.line.AnswerPhone;
import callbot.webex.line.LineSettings;
import callbot.webex.line.OwnPhone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The phones and apps on which users have their lines, and which of them Webex prefers. */
public final class Phones {

    private static final Pattern NUMBERED = Pattern.compile(" \\([0-9]+\\)$");
    private static final List<Scope> READ = List.of(Scope.SETTINGS_READ);

    private final LineSettings settings;
    private final AccessTokens tokens;

    /**
     * A phone or an app.
     *
     * @param controlled whether calls on it can be answered, muted and held from elsewhere; absent if Webex does not say
     * @param answer by which it is preferred; absent if it cannot be
     * @param word what can be typed to mean it; absent if it is called by nothing that is its own
     */
    public record Seen(
            Endpoint endpoint, Optional<Boolean> controlled, Optional<AnswerPhone> answer, Optional<String> word) {

        /** Whether Webex prefers it. */
        public boolean preferred() {
            return answer.filter(AnswerPhone::preferred).isPresent();
        }
    }

    /** What came of a wish. */
    public sealed interface Outcome {

        /** This one is preferred. @param before absent if none was */
        record Preferred(Seen now, Optional<Seen> before) implements Outcome {}

        /** None is preferred. @param before absent if none was */
        record NoPreference(Optional<Seen> before) implements Outcome {}

        /** None of these is meant, or several are. Nothing was changed. */
        record Unclear(String name, List<Seen> all) implements Outcome {}

        /** Webex does not let it be preferred. Nothing was changed. */
        record CannotBe(Seen phone) implements Outcome {}
    }

    /** Phones of whoever has signed in. */
    public Phones(LineSettings settings, AccessTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    /** All of this user's. */
    public List<Seen> all(String personId) {
        return tokens.actAs(personId, READ, this::all);
    }

    /** Prefers the phone of this name, or none. */
    public Outcome prefer(String personId, Optional<String> name) {
        return tokens.actAs(personId, Scope.TO_CHANGE_SETTINGS, token -> {
            List<Seen> all = all(token);
            Optional<Seen> before = all.stream().filter(Seen::preferred).findFirst();
            if (name.isPresent()) return prefer(token, name.get(), all, before);
            if (before.isPresent()) settings.preferNone(token);
            return new Outcome.NoPreference(before);
        });
    }

    private Outcome prefer(Secret token, String name, List<Seen> all, Optional<Seen> before) {
        List<Seen> meant = Labelled.meant(name, labelled(all));
        if (meant.size() != 1) return new Outcome.Unclear(name, all);
        Seen one = meant.getFirst();
        if (one.answer().isEmpty()) return new Outcome.CannotBe(one);
        if (!one.preferred()) settings.prefer(token, one.answer().get());
        return new Outcome.Preferred(one, before);
    }

    private List<Seen> all(Secret token) {
        List<OwnPhone> own = settings.phones(token);
        List<AnswerPhone> answering = answering(token);
        boolean sameIds = own.stream()
                .anyMatch(one -> answering.stream().anyMatch(other -> isId(one.endpoint(), other.endpoint())));
        List<AnswerPhone> others = new ArrayList<>(answering);
        List<Seen> wordless = new ArrayList<>();
        for (OwnPhone phone : own) {
            Optional<AnswerPhone> answer = others.stream()
                    .filter(one ->
                            sameIds ? isId(phone.endpoint(), one.endpoint()) : isName(phone.endpoint(), one.endpoint()))
                    .findFirst();
            answer.ifPresent(others::remove);
            wordless.add(new Seen(phone.endpoint(), phone.controlled(), answer, Optional.empty()));
        }
        for (AnswerPhone other : others)
            wordless.add(new Seen(other.endpoint(), Optional.empty(), Optional.of(other), Optional.empty()));
        List<Labelled<Seen>> labelled = labelled(wordless);
        return wordless.stream()
                .map(one -> new Seen(one.endpoint(), one.controlled(), one.answer(), Labelled.word(one, labelled)))
                .toList();
    }

    private static boolean isId(Endpoint one, Endpoint other) {
        return one.id().equals(other.id());
    }

    /** That a phone has the same id in both lists is not documented. A name that was made by numbering tells nothing. */
    private static boolean isName(Endpoint one, Endpoint other) {
        return one.name().equals(other.name()) && !NUMBERED.matcher(one.name()).find();
    }

    private List<AnswerPhone> answering(Secret token) {
        try {
            return settings.answerPhones(token);
        } catch (WebexException.Refused e) {
            if (e.isOfNoneThere()) return List.of();
            throw e;
        }
    }

    private static List<Labelled<Seen>> labelled(List<Seen> all) {
        return all.stream()
                .map(one -> new Labelled<>(
                        one,
                        List.of(one.endpoint().name(), one.endpoint().id()),
                        Optional.of(one.endpoint().name() + (one.endpoint().isApplication() ? " app" : " phone"))))
                .toList();
    }
}
