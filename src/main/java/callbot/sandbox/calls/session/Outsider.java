package callbot.sandbox.calls.session;

import callbot.sandbox.base.Account;
import callbot.sandbox.base.CallParty;
import java.util.Optional;

/** An end of a call outside the organization. Its line is known to us even if its number is withheld from the user. */
public final class Outsider implements End {

    private final String line;
    private final CallParty party;
    private boolean answered;

    private Outsider(String line, CallParty party, boolean answered) {
        this.line = line;
        this.party = party;
        this.answered = answered;
    }

    /** Somebody who calls in. */
    public static Outsider calling(String line, CallParty party) {
        return new Outsider(line, party, true);
    }

    /** Somebody whom a user calls; his phone rings. */
    public static Outsider called(String number) {
        CallParty party = new CallParty(Optional.empty(), Optional.of(number), Optional.empty(), false, "external");
        return new Outsider(number, party, false);
    }

    /** A mailbox, which answers at once. */
    public static Outsider voicemailOf(Account person) {
        CallParty party = new CallParty(
                Optional.of("Voicemail of " + person.displayName()),
                person.line().map(Account.Line::extension),
                Optional.empty(),
                false,
                "location");
        return new Outsider("voicemail:" + person.id(), party, true);
    }

    /** Whether it is a mailbox and nobody in person. */
    public boolean isMailbox() {
        return line.startsWith("voicemail:");
    }

    /** By what we know the line: its number, mostly. */
    public String line() {
        return line;
    }

    /** Whether the phone still rings there. */
    public boolean isRinging() {
        return !answered;
    }

    /** Somebody picks up. */
    public void answer() {
        answered = true;
    }

    @Override
    public CallParty party() {
        return party;
    }
}
