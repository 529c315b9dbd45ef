package callbot.command.natural;

/** The chapter of the {@link Phrasebook} on conferences. */
final class ConferencePhrasebook {

    static final String BOOK = """
            /merge | Merge calls
            = merge calls, merge my calls, merge my two calls, merge them, merge both, merge both calls, merge the two calls, merge it
            = make it a conference, make a conference, start a conference, start a conference call, make it a conference call
            = make a three way call, make it a three way call, start a three way call, conference them, conference calls, conference it in
            = add it to the conference, bring it into the conference, take it into the conference
            ~ join, join the calls, join them, put them together, connect both, bring them together, join both calls, join the two calls
            ~ three way call, conference call, add it, bring it in, let us all talk, let us talk together, join it, add the other one
            /add * | Add *
            = add <who> to the call, add <who> to this call, add <who> to the conference, add <who> to our call, conference in <who>
            = conference <who> in, bring <who> into the call, bring <who> into the conference, call <who> into the conference
            = get <who> on the call too, bring <who> in on the call, call <who> and add it to the call
            ~ add <who>, bring in <who>, get <who> in here, have <who> join, have <who> join us, let <who> join the call, loop in <who>
            ~ bring <who> in, three way with <who>, three way call with <who>, conference with <who>, get <who> on the line too
            /conference | Conference
            = who is in the conference, who is in conference, who is on the conference, show the conference, show me the conference
            = who is in the conference call, who is on the conference call, am i in a conference, is there a conference
            /conference mute | Mute me
            = mute me in the conference
            ~ mute the conference
            /conference unmute | Unmute me
            = unmute me in the conference
            ~ unmute the conference
            /conference hold | Hold conference
            = hold the conference, hold the conference call, put the conference on hold, put the conference call on hold
            /conference resume | Resume conference
            = resume the conference, resume the conference call, take the conference off hold, take the conference call off hold
            ~ go back to the conference, back to the conference
            /conference leave | Leave, they go on
            = leave the conference and let them talk, leave them alone in the conference, let them talk without me
            ~ leave the conference, leave the conference call, get me out of the conference, drop me from the conference, leave them alone
            /conference end | End for all
            = end the conference, end the conference call, end the conference for everybody, end the conference for all
            ~ stop the conference, close the conference, leave the conference, hang up the conference, finish the conference
            """;

    private ConferencePhrasebook() {}
}
