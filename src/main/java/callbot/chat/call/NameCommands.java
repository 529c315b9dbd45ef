package callbot.chat.call;

import callbot.chat.call.PersonSearch.Found;
import callbot.command.CallCommand;
import callbot.command.Query;
import callbot.command.value.DialString;
import callbot.signin.SignIn.Asker;
import callbot.webex.WebexException;
import callbot.webex.messaging.Draft;
import java.util.Optional;

/**
 * The commands in which a name stands for a number. Whom it means is shown, with a button for each number; the number that was
 * chosen for a name to be called stands for that very name from then on.
 */
public final class NameCommands {

    private final PersonSearch people;
    private final ChosenNames names;
    private final DialCommands dialling;

    /** Commands that name people. */
    public NameCommands(Line line, DialCommands dialling) {
        this.people = line.people();
        this.names = line.names();
        this.dialling = dialling;
    }

    /** Dials the number that the asker has chosen for this name before, or asks which. */
    public Optional<Draft> dial(Asker asker, CallCommand.DialName named) {
        String name = named.name();
        Optional<DialString> chosen = names.number(asker.personId(), name);
        if (chosen.isPresent()) {
            return dial(asker, new CallCommand.DialChosen(dial(named, chosen.get()), name));
        }
        String after = "as " + name + (named.again() ? " again" : "")
                + named.device().map(device -> " on " + device).orElse("");
        return Optional.of(find(asker, new Query.FindPerson(name, "/dial", after, Optional.empty())));
    }

    /** Whatever comes of the call, the choice was made. */
    public Optional<Draft> dial(Asker asker, CallCommand.DialChosen chosen) {
        names.remember(asker.personId(), chosen.name(), chosen.dial().destination());
        return dialling.dial(asker, chosen.dial(), Optional.of(chosen.name()));
    }

    /** Whom the name can mean. */
    public Draft find(Asker asker, Query.FindPerson person) {
        try {
            Found found = people.find(asker.personId(), person.name());
            return NaturalAnswers.to(person, found);
        } catch (WebexException e) {
            return NaturalAnswers.notLookedUp(person.name(), e);
        }
    }

    private static CallCommand.Dial dial(CallCommand.DialName named, DialString number) {
        return new CallCommand.Dial(number, named.device(), named.again());
    }
}
