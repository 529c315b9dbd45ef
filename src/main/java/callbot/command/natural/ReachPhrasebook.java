package callbot.command.natural;

/** The chapter of the {@link Phrasebook} on the numbers that ring as well. */
final class ReachPhrasebook {

    static final String BOOK = """
            /reach on | Ring at all numbers
            = turn on single number reach, turn single number reach on, switch on single number reach, enable single number reach
            = ring all my numbers, ring at all my numbers
            ~ ring all my phones, ring me everywhere, make all my phones ring
            /reach off | Ring at no other number
            = turn off single number reach, turn single number reach off, switch off single number reach, disable single number reach
            ~ ring nowhere else, ring only my desk phone, only ring my desk phone
            /reach together on | Simultaneous ring on
            = turn on simultaneous ring, turn simultaneous ring on, switch on simultaneous ring, enable simultaneous ring
            /reach together off | Simultaneous ring off
            = turn off simultaneous ring, turn simultaneous ring off, switch off simultaneous ring, disable simultaneous ring
            /reach add * | Ring * too
            = also ring <number>, ring <number> too, ring <number> as well, add <number> to single number reach
            ~ let <number> ring too, make <number> ring too, ring me at <number> too, ring me on <number> too
            /reach remove * | Ring * no more
            = remove <number> from single number reach, take <number> off single number reach
            /reach mobile on | Ring mobile too
            ~ ring my mobile too, ring my mobile as well, ring on my mobile too, also ring my mobile, let my mobile ring too, ring my cell too
            ~ ring my mobile phone too, ring my mobile phone as well
            /reach mobile off | Do not ring mobile
            ~ do not ring my mobile, do not ring my mobile too, stop ringing my mobile, do not let my mobile ring, do not ring my cell
            /reach | What rings too?
            = which numbers ring too, what numbers ring too, what else rings, where else do my calls ring, where do my calls ring
            = show single number reach, single number reach, is single number reach on, simultaneous ring, is simultaneous ring on
            = show simultaneous ring, does my mobile ring too, does my mobile ring
            ~ where can i be reached, where am i reached
            """;

    private ReachPhrasebook() {}
}
