package callbot.command.parser;

import callbot.command.CallAction.Simple;
import callbot.command.CallCommand;
import callbot.command.Command;
import callbot.command.CommandSpec;
import callbot.command.CommandSpec.Group;
import callbot.command.Query;
import callbot.command.Remark;
import callbot.command.Remark.NotUnderstood.Offer;
import callbot.command.value.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All commands: how people are told about them, and how what follows their words is understood. */
final class CommandTable {

    private static final String TABLE = """
            CALLS          | dial     | <number, address or name> [on <device>] | call; your phone rings first                        | /dial +1 408 555 0134
            CALLS          | answer   | [n] [on <device>]                 | answer what rings                                         | /answer on desk phone
            CALLS          | reject   | [busy|unavailable|ignore] [n]     | refuse what rings                                         | /reject busy
            CALLS          | hangup   | [n]                               | end a call, or its ringing                                | /hangup
            CALLS          | pickup   | [extension] [on <device>]         | take a call that rings at a colleague's                   | /pickup 2044
            CALLS          | retrieve | [extension] [on <device>]         | take a parked call                                        | /retrieve 2044
            CALLS          | pull     | [on <device>]                     | take a call over from another device of yours             | /pull on app
            CALLS          | barge    | <extension> [on <device>]         | join a call that a colleague has                          | /barge 2044
            DURING         | hold     | [n]                               | put a call on hold                                        | /hold
            DURING         | resume   | [n]                               | take it off hold                                          | /resume 2
            DURING         | mute     | [n]                               | switch your microphone off                                | /mute
            DURING         | unmute   | [n]                               | switch your microphone on                                 | /unmute
            DURING         | transfer | <to>|complete [call n]            | hand over once they answer; complete: join your two calls | /transfer 2044
            DURING         | consult  | <number, address or name> [on <device>] | put the call on hold and ask somebody first            | /consult 2044
            DURING         | swap     |                                   | go to the call on hold; the other one waits               | /swap
            DURING         | add      | <number, address or name> [on <device>] | call somebody to join you; /merge takes them in       | /add 2044
            DURING         | merge    |                                   | bring your calls together in a conference                 | /merge
            DURING         | conference | [mute|unmute [n]|hold|resume|leave|end] | see who is in the conference, or change it        | /conference
            DURING         | divert   | <to>|voicemail [call n]           | send on at once, also while it rings                      | /divert voicemail
            DURING         | park     | [extension|group] [call n]        | park a call for somebody to take                          | /park 2044
            DURING         | record   | start|stop|pause|resume [n]       | record a call                                             | /record start
            DURING         | dtmf     | <digits> [call n]                 | key in digits; a comma is a pause                         | /dtmf 1,4711#
            DURING         | push     | [n]                               | hand a call to your executive                             | /push
            LINE           | dnd      | [on|off|2h|until 14:00]           | keep your phones silent, and until when                   | /dnd until 14:00
            LINE           | forward  | [busy|no answer [after 4 rings]] <to>|voicemail|off | send your calls elsewhere                | /forward no answer 2044
            LINE           | block    | [[off] <number>|anonymous on|off] | refuse somebody's calls, or list whose                    | /block +1 408 555 0134
            LINE           | away     | [off|[until 14:00|2h] lunch]      | have callers told that you're away, and until when        | /away until 14:00 lunch
            LINE           | reach    | [[<number or name>] on|off|add <number>|remove <number>] | see which other numbers ring too, or change them | /reach
            LINE           | queue    | [in|out [queue]|pause]            | take calls from your call queues, or no longer            | /queue in
            LINE           | callerid | [number or name|hide|show]        | choose what others see when you call                      | /callerid hide
            LINE           | phones   | [name|any]                        | see your phones, and which one Webex prefers              | /phones
            ACCOUNT        | calls    | [n]                               | list your calls of this moment, or show one               | /calls
            ACCOUNT        | history  | [placed|missed|received] [page]   | list your last calls                                      | /history missed
            ACCOUNT        | voicemail | [read|unread|delete <n>]         | list your voice messages                                  | /voicemail
            ACCOUNT        | recordings | [n]                             | list the recordings of your calls, or get links to one    | /recordings
            ACCOUNT        | find     | <name>                            | look up somebody's number                                | /find Bob Brown
            ACCOUNT        | monitor  | on|off|json                       | see your calls as they happen                             | /monitor on
            ACCOUNT        | device   | [name|any]                        | choose which phone rings when you dial or answer here     | /device desk phone
            ACCOUNT        | auth     | [clear|force|maintenance]         | sign in; out (clear); anew (force)                        | /auth
            ACCOUNT        | status   |                                   | see how things stand                                      | /status
            ACCOUNT        | why      |                                   | see how your last command was done                        | /why
            ACCOUNT        | echo     | <text>                            | hear it back                                              | /echo hello
            ACCOUNT        | help     | [command]                         | this, or more about one command                           | /help dial
            ADMINISTRATION | redis    | info|clear                        | see what is remembered, or forget everybody               | /redis info
            """;

    /** In characters: a button has no room for more. */
    private static final int LONGEST_OFFER = 60;

    /** The words that begin a command; each has its line in the table. */
    private enum Word {
        DIAL,
        ANSWER,
        REJECT,
        HANGUP,
        PICKUP,
        RETRIEVE,
        PULL,
        BARGE,
        HOLD,
        RESUME,
        MUTE,
        UNMUTE,
        TRANSFER,
        CONSULT,
        SWAP,
        ADD,
        MERGE,
        CONFERENCE,
        DIVERT,
        PARK,
        RECORD,
        DTMF,
        PUSH,
        DND,
        FORWARD,
        BLOCK,
        AWAY,
        REACH,
        QUEUE,
        CALLERID,
        PHONES,
        VOICEMAIL,
        RECORDINGS,
        CALLS,
        HISTORY,
        FIND,
        MONITOR,
        DEVICE,
        AUTH,
        STATUS,
        WHY,
        ECHO,
        HELP,
        REDIS;

        static Word of(CommandSpec spec) {
            return valueOf(spec.word().toUpperCase(Locale.ROOT));
        }
    }

    private final Map<String, CommandSpec> specs = new LinkedHashMap<>();
    private final CallSyntax calls = new CallSyntax();
    private final LineSyntax line = new LineSyntax();
    private final AwaySyntax away = new AwaySyntax();
    private final ReachSyntax reach = new ReachSyntax();
    private final PhonesSyntax phones = new PhonesSyntax();
    private final AccountSyntax account = new AccountSyntax();
    private final RecordingSyntax recordings = new RecordingSyntax();
    private final VoicemailSyntax voicemail = new VoicemailSyntax();

    CommandTable() {
        TABLE.lines().map(CommandTable::spec).forEach(spec -> specs.put(spec.word(), spec));
        if (!specs.values().stream().map(Word::of).toList().containsAll(List.of(Word.values())))
            throw new IllegalStateException("a word has no line");
    }

    List<CommandSpec> specs() {
        return List.copyOf(specs.values());
    }

    Optional<CommandSpec> find(String key) {
        return Optional.ofNullable(specs.get(key));
    }

    /** Whether this is a command only with a slash: without one, people mean the call at hand by it more often than not. */
    boolean needsSlash(String key) {
        return List.of(
                        "forward",
                        "voicemail",
                        "block",
                        "away",
                        "reach",
                        "recordings",
                        "queue",
                        "callerid",
                        "phones",
                        "add")
                .contains(key);
    }

    /** What a word is found by, whatever its case, with or without a slash. */
    static String key(String word) {
        return (word.startsWith("/") ? word.substring(1) : word).toLowerCase(Locale.ROOT);
    }

    /** Understands what follows a command's word. */
    Command read(Arguments in) {
        return switch (Word.of(in.spec())) {
            case DIAL -> calls.dial(in);
            case ANSWER -> calls.answer(in);
            case REJECT -> calls.reject(in);
            case HANGUP -> calls.simple(in, Simple.HANG_UP);
            case PICKUP -> calls.pickUp(in);
            case RETRIEVE -> calls.retrieve(in);
            case PULL -> calls.pull(in);
            case BARGE -> calls.bargeIn(in);
            case HOLD -> calls.simple(in, Simple.HOLD);
            case RESUME -> calls.simple(in, Simple.RESUME);
            case MUTE -> calls.simple(in, Simple.MUTE);
            case UNMUTE -> calls.simple(in, Simple.UNMUTE);
            case TRANSFER -> calls.transfer(in);
            case CONSULT -> calls.consult(in);
            case ADD -> calls.add(in);
            case SWAP -> in.none(new CallCommand.Swap());
            case MERGE -> in.none(new CallCommand.MergeCalls());
            case CONFERENCE -> calls.conference(in);
            case DIVERT -> calls.divert(in);
            case PARK -> calls.park(in);
            case RECORD -> calls.record(in);
            case DTMF -> calls.sendDigits(in);
            case PUSH -> calls.simple(in, Simple.PUSH);
            case DND -> line.quiet(in);
            case FORWARD -> line.forward(in);
            case BLOCK -> line.block(in);
            case AWAY -> away.away(in);
            case REACH -> reach.reach(in);
            case QUEUE -> phones.queue(in);
            case CALLERID -> phones.callerId(in);
            case PHONES -> phones.phones(in);
            case VOICEMAIL -> voicemail.voicemail(in);
            case RECORDINGS -> recordings.recordings(in);
            case CALLS -> account.calls(in);
            case HISTORY -> account.history(in);
            case FIND -> account.find(in);
            case MONITOR -> account.monitor(in);
            case DEVICE -> account.device(in);
            case AUTH -> account.auth(in);
            case STATUS -> in.none(new Query.Status());
            case WHY -> in.none(new Query.Why());
            case ECHO -> account.echo(in);
            case HELP -> help(in);
            case REDIS -> account.redis(in);
        };
    }

    private Command help(Arguments in) {
        if (in.text().isEmpty()) return new Remark.Help(Optional.empty());
        return find(key(in.text()))
                .<Command>map(spec -> new Remark.Help(Optional.of(spec)))
                .orElseGet(() -> new Remark.NotUnderstood(
                        in.text(),
                        nearest(in.text()).map(CommandTable::help).stream().toList()));
    }

    /** What begins with a slash and is no command; perhaps another one was meant, which is offered if all of it makes sense. */
    Command unknown(String word, String rest) {
        return new Remark.NotUnderstood(
                word, nearest(word).map(spec -> nearest(spec, rest)).stream().toList());
    }

    private Offer nearest(CommandSpec spec, String rest) {
        String command = ("/" + spec.word() + " " + rest).strip();
        boolean makesSense = command.length() <= LONGEST_OFFER
                && !(read(new Arguments(spec, rest, "", Optional.empty())) instanceof Remark.Malformed);
        return makesSense ? new Offer(command, command) : help(spec);
    }

    private static Offer help(CommandSpec spec) {
        String command = "/help " + spec.word();
        return new Offer(command, command);
    }

    private Optional<CommandSpec> nearest(String word) {
        return new Nearest(key(word)).among(specs.keySet()).map(specs::get);
    }

    private static CommandSpec spec(String line) {
        String[] cells = line.split("\\s*\\| ");
        return new CommandSpec(Group.valueOf(cells[0]), cells[1], cells[2], cells[3], cells[4]);
    }
}
