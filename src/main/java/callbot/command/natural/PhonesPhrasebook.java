package callbot.command.natural;

/** The chapter of the {@link Phrasebook} on who reaches a user, and as whom the user reaches others. */
final class PhonesPhrasebook {

    static final String BOOK = """
            /queue in | In the queues
            = queue in, log me into queue, log me into queues, log me in to queue, log me in to queues, log into queue, log into queues
            = log in to queue, log in to queues, sign me into queue, sign me into queues, sign me in to queue, sign me in to queues
            = sign into queue, sign in to queue, sign into queues, sign in to queues, log me into call queue, log me into call queues
            = sign me into call queue, sign me into call queues, log into call queue, sign into call queue, sign in to call queue
            = send me queue calls, let queue calls ring, i am available for queue calls, make me available for queue calls
            ~ join queue, join queues, join call queue, put me in queue, put me into queue, put me back in queue, i am back in queue
            ~ set me to available, make me available, i am available, queue me in, back in queue, take queue calls
            /queue out | Out of the queues
            = queue out, log me out of queue, log me out of queues, log out of queue, log out of queues, sign me out of queue
            = sign me out of queues, sign out of queue, sign out of queues, log me out of call queue, log me out of call queues
            = sign me out of call queue, sign me out of call queues, log out of call queue, sign out of call queue, stop queue calls
            = no more queue calls, stop sending me queue calls, do not send me queue calls
            ~ leave queue, leave queues, leave call queue, take me out of queue, take me off queue, get me out of queue, out of queue
            /queue pause | Pause
            = queue pause, pause queue calls, pause my queues, pause queue, pause queues, make me unavailable for queue calls
            = i am unavailable for queue calls, pause call queue, pause call queues
            ~ make me unavailable, set me to unavailable, i am not available, i am unavailable, i need a break from queue
            /queue | My queues
            = queue, queues, my queues, call queue, call queues, show queue, show queues, show me queues, list queues, queue status
            = which queues am i in, what queues am i in, am i in queue, am i in queues, am i logged into queue, am i logged in to queue
            = am i signed into queue, am i signed in to queue, show call queues, list call queues, which call queues am i in
            = am i available for queue calls
            ~ am i available, am i unavailable
            /callerid hide | Hide my number
            = hide my number, hide my number when i call, hide my caller id, hide caller id, withhold my number, withhold caller id
            = suppress my number, suppress my caller id, turn off my caller id, turn off caller id, turn caller id off
            = do not show my number, do not show my number when i call, stop showing my number
            ~ call without number, make my number private, be anonymous, hide me, keep my number private
            /callerid show | Show my number
            = unhide my number, unhide my caller id, show my number when i call, show my number again, do not hide my number
            = stop hiding my number, turn on my caller id, turn on caller id, turn caller id on, do not hide my caller id
            = do not withhold my number, stop withholding my number
            ~ show my number to others, let others see my number
            /callerid * | Call as *
            = set caller id to <who>, change caller id to <who>, set my caller id to <who>, use <who> as caller id
            = switch caller id to <who>, change my caller id to <who>
            ~ show <who> when i call, call out as <who>
            /callerid | My caller ID
            = caller id, my caller id, the caller id, callerid, show my caller id, show caller id, what is my caller id, caller id status
            = what do others see when i call, what do people see when i call, which number do others see when i call
            = which number do people see when i call, what number do others see when i call, what number do people see when i call
            = is my number hidden, is my caller id hidden, is my caller id on, is my number shown when i call, who do i call as
            ~ show my number, change caller id, change my caller id, set caller id, which number do i call from, what number do i call from
            /phones * | Prefer *
            = prefer <device>, set preferred phone to <device>, set my preferred phone to <device>, set preferred device to <device>
            = change my preferred phone to <device>, change preferred phone to <device>
            /phones any | Prefer no phone
            = no preferred phone, remove preferred phone, remove my preferred phone, clear preferred phone, clear my preferred phone
            = prefer no phone, no phone preference, clear preferred device, remove preferred device
            /phones | Preferred phone
            = phones, preferred phone, my preferred phone, show preferred phone, show my preferred phone, what is my preferred phone
            = which phone is preferred, which phone do i prefer, which is my preferred phone, preferred device, my preferred device
            = which of my phones can you answer, which phones can you answer, what is my preferred device, which device is preferred
            ~ change my preferred phone, change preferred phone, set preferred phone, set my preferred phone
            """;

    private PhonesPhrasebook() {}
}
