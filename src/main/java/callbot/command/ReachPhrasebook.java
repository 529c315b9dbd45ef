package callbot.command;

/** The chapter of the {@link Phrasebook} on who reaches a user, and as whom the user reaches others. */
final class ReachPhrasebook {

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
            """;

    private ReachPhrasebook() {}
}
