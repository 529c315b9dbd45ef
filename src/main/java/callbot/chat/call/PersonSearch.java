package callbot.chat.call;

import callbot.call.CallControl;
import callbot.command.value.DialString;
import callbot.command.value.Reading;
import callbot.signin.AccessTokens;
import callbot.signin.Scope;
import callbot.webex.WebexException;
import callbot.webex.calling.Party;
import callbot.webex.messaging.Contact;
import callbot.webex.messaging.People;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out whom a name means: somebody of the user's own calls, or else of the organization's directory. */
public final class PersonSearch {

    private static final int FORBIDDEN = 403;

    private final CallControl calls;
    private final People people;
    private final AccessTokens tokens;

    /** Somebody who is called so, and a number. */
    record Match(String name, DialString number) {}

    /** What was found. */
    sealed interface Found {

        /** These, each number once; never none. */
        record Matches(List<Match> all) implements Found {}

        /** Nobody who can be called; these are called so, but Webex does not say how to reach them. */
        record Nobody(List<String> withoutNumber) implements Found {}

        /** Nobody in the user's own calls, and Webex does not let the user look further. */
        record NotAllowed() implements Found {}
    }

    /** Searches in the name of whoever has signed in. */
    public PersonSearch(CallControl calls, People people, AccessTokens tokens) {
        this.calls = calls;
        this.people = people;
        this.tokens = tokens;
    }

    /**
     * Looks for somebody.
     *
     * @param name each of its words begins a word of the name that is meant; in the directory, the whole begins the whole
     * @throws WebexException if it could not be looked up
     */
    Found find(String personId, String name) {
        List<Match> called = inHistory(personId, new FoldedName(name));
        if (!called.isEmpty()) return new Found.Matches(called);
        try {
            return inDirectory(tokens.actAs(personId, List.of(Scope.PEOPLE_READ), token -> people.named(token, name)));
        } catch (WebexException.Refused e) {
            if (e.status() != FORBIDDEN) throw e;
            return new Found.NotAllowed();
        }
    }

    /** The newest first. */
    private List<Match> inHistory(String personId, FoldedName wanted) {
        return calls.history(personId, Optional.empty()).stream()
                .map(past -> past.party())
                .filter(party -> party.name()
                        .filter(name -> new FoldedName(name).isMeantBy(wanted))
                        .isPresent())
                .flatMap(PersonSearch::match)
                .distinct()
                .toList();
    }

    private static Stream<Match> match(Party party) {
        return matches(party.name().orElseThrow(), party.number().stream());
    }

    private static Found inDirectory(List<Contact> contacts) {
        List<Match> all = contacts.stream()
                .flatMap(contact -> matches(contact.name(), contact.numbers().stream()))
                .distinct()
                .toList();
        if (!all.isEmpty()) return new Found.Matches(all);
        return new Found.Nobody(contacts.stream().map(Contact::name).toList());
    }

    private static Stream<Match> matches(String name, Stream<String> numbers) {
        return numbers.map(DialString::read)
                .filter(Reading.One.class::isInstance)
                .flatMap(reading -> reading.numbers().stream())
                .map(number -> new Match(name, number));
    }
}
