package callbot.command.natural;

/** The chapter of the {@link Phrasebook} on what is set for a user's line. */
final class LinePhrasebook {

    static final String BOOK = """
            /dnd on | Do not disturb
            = turn on do not disturb, turn do not disturb on, switch on do not disturb, switch do not disturb on, do not disturb on
            = turn on dnd, turn dnd on, switch on dnd, switch dnd on, enable do not disturb, enable dnd, activate do not disturb, activate dnd
            = set do not disturb, set do not disturb on, set dnd, start do not disturb
            ~ do not disturb, do not disturb me, silence my phones, keep my phones silent, quiet my phone, i do not want to be disturbed
            ~ do not let anybody disturb me, no calls, hold my calls, stop my phone from ringing
            /dnd * | Do not disturb for *
            = do not disturb for <span>, do not disturb me for <span>, turn on do not disturb for <span>, turn on dnd for <span>
            = switch on do not disturb for <span>, enable do not disturb for <span>, turn do not disturb on for <span>, turn dnd on for <span>
            ~ silence my phone for <span>, silence my phones for <span>, no calls for <span>, leave me alone for <span>
            /dnd until * | Do not disturb until *
            = do not disturb until <clock>, do not disturb me until <clock>, turn on do not disturb until <clock>, turn on dnd until <clock>
            = do not disturb till <clock>, do not disturb me till <clock>, turn do not disturb on until <clock>, turn dnd on until <clock>
            ~ silence my phone until <clock>, silence my phones until <clock>, no calls until <clock>, leave me alone until <clock>
            /dnd off | Let phones ring
            = turn off do not disturb, turn do not disturb off, switch off do not disturb, switch do not disturb off, do not disturb off
            = turn off dnd, turn dnd off, switch off dnd, switch dnd off, disable do not disturb, disable dnd, deactivate do not disturb
            = end do not disturb, stop do not disturb, deactivate dnd, end dnd, stop dnd
            ~ disturb me, let my phones ring, let my phones ring again, disturb me again, i may be disturbed
            /dnd | Do not disturb?
            = is do not disturb on, is dnd on, is do not disturb off, is dnd off, am i on do not disturb, am i on dnd, do i have do not disturb on
            = show do not disturb, do not disturb status, dnd status, is do not disturb still on, is dnd still on
            ~ are my phones silent, is my phone silent, why does my phone not ring
            /voicemail | Voice messages
            = any voicemail, any voicemails, any new voicemail, any new voicemails, do i have voicemail, do i have any voicemail, do i have any voicemails
            = do i have new voicemail, any voice messages, do i have voice messages, do i have any voice messages, any new voice messages
            = show voicemail, show voicemails, show me voicemail, show me voicemails, list voicemail, list voicemails, check voicemail
            = show voice messages, show me voice messages, list voice messages, voice messages, voicemails, check voicemails, new voicemail
            = who left a message, who left me a message, did somebody leave a message, did somebody leave me a message
            = have i got voicemail, how many voicemails do i have, how many voice messages do i have, what is on voicemail
            ~ voicemail, voice mail, play voicemail, play voicemails, listen to voicemail, hear voicemail, read voicemail, any messages, do i have messages
            /forward | Forwarding?
            = what is forwarded, are calls forwarded, are my calls forwarded, is forwarding on, is call forwarding on, show forwarding
            = show call forwarding, call forwarding, forwarding, where do my calls go, where are my calls forwarded to, forwarding status
            /forward * when busy | Forward to * when busy
            = forward calls to <who> when busy, forward calls to <who> when i am busy, forward calls to <who> if i am busy
            = forward my calls to <who> when i am on the phone, when i am busy forward calls to <who>, forward calls to <who> if busy
            /forward * on no answer | Forward to * on no answer
            = forward calls to <who> when i do not answer, forward calls to <who> if i do not answer, forward calls to <who> on no answer
            = forward calls to <who> if there is no answer, when i do not answer forward calls to <who>, forward unanswered calls to <who>
            = forward missed calls to <who>, if i do not answer forward calls to <who>
            /forward busy voicemail | Busy to voicemail
            = forward calls to voicemail when i am busy, forward calls to voicemail when busy, send calls to voicemail when i am busy
            /forward no answer voicemail | No answer to voicemail
            = forward calls to voicemail when i do not answer, send calls to voicemail when i do not answer, forward unanswered calls to voicemail
            /forward voicemail | All to voicemail
            = forward calls to voicemail, forward all calls to voicemail, send all calls to voicemail, forward all my calls to voicemail
            = send all my calls to voicemail, forward everything to voicemail, send calls to voicemail, forward calls to voice mail
            /forward * | Forward all calls to *
            = forward calls to <who>, forward all calls to <who>, forward all my calls to <who>, redirect all calls to <who>
            = send all calls to <who>, send all my calls to <who>, redirect my calls to <who>, redirect all my calls to <who>
            = set call forwarding to <who>, set forwarding to <who>, turn on forwarding to <who>, forward phone to <who>
            ~ forward everything to <who>, send calls to <who>, turn on call forwarding to <who>, forward <number>, divert calls to <who>
            /forward off | Forward nothing
            = stop forwarding, stop forwarding calls, stop forwarding my calls, turn off forwarding, turn off call forwarding
            = turn forwarding off, turn call forwarding off, switch off call forwarding, switch off forwarding, forwarding off
            = call forwarding off, cancel call forwarding, cancel forwarding, disable call forwarding, disable forwarding, end forwarding
            = do not forward calls, do not forward my calls, stop call forwarding
            ~ unforward, forward nothing, no forwarding, let me have my calls, turn on call forwarding
            /block * | Block *
            = block <number>, block calls from <number>, block all calls from <number>, reject calls from <number>, refuse calls from <number>
            ~ never let <number> call me again, blacklist <number>, do not let <number> call me, stop <number> from calling me
            /block off * | Unblock *
            = unblock <number>, unblock calls from <number>, stop blocking <number>, allow calls from <number>, do not block <number>
            ~ let <number> call me again, let <number> call me
            /block anonymous on | Refuse anonymous calls
            = block anonymous calls, block anonymous callers, reject anonymous calls, refuse anonymous calls, block private callers
            = reject calls without number, block hidden numbers, block calls without number
            ~ no anonymous calls, stop anonymous calls, block private calls, block private numbers
            /block anonymous off | Let anonymous calls ring
            = unblock anonymous calls, unblock anonymous callers, allow anonymous calls, accept anonymous calls, stop blocking anonymous calls
            = do not block anonymous calls, do not reject anonymous calls
            /block | Blocked numbers
            = show blocked numbers, list blocked numbers, blocked numbers, which numbers are blocked, who is blocked, who have i blocked
            = what numbers are blocked, show me blocked numbers, show block list, blocked callers, show blocked callers
            ~ block, block it, block calls, block the call, block the caller, block the number, block somebody, block list, unblock, unblock it
            """;

    private LinePhrasebook() {}
}
