package callbot.command.natural;

/** The chapter of the {@link Phrasebook} on what was, on how the bot and somebody stand to each other, and on mere politeness. */
final class AccountPhrasebook {

    static final String BOOK = """
            /history | Last calls
            = my last calls, my recent calls, my call history, my call log, who called, who called me, who called me today, who called today, call history, show call history, show history, history
            = show me call history, recent calls, recents, call log, call list, last calls, show my last calls, show last calls
            = show recent calls, show me recent calls, show me last calls, who was it, who was that, show me history, call logs
            = my history, show the call log, show me the call log, latest calls, past calls, previous calls, who called last
            = show past calls, history of calls, list of calls, who was calling, who has called, who has called me, calls today
            = who rang, who called me last, who rang me, who did i talk to, who was on the phone, who just called, who phoned
            /history missed | Missed calls
            = my missed calls, did i miss a call, did i miss any calls, did i miss any call, did i miss calls, did i miss something, missed calls
            = did i miss anything, missed, missed call, show missed calls, any missed calls, what did i miss, did somebody call
            = did somebody call me, did somebody call while i was away, did somebody call me while i was away, have i missed anything
            = have i missed a call, have i missed any calls, call back, call it back, return the call, return missed calls
            = show me missed calls, list missed calls, who did i miss, what have i missed, are there any missed calls, calls i missed
            = do i have missed calls, do i have any missed calls, return call, who tried to call me, who tried to reach me
            = call the last number that called me, dial the last number that called me, call the last caller, call my last caller
            = call whoever called me, call back whoever called, call back the last caller, call back missed calls, anything missed, did somebody ring, who called while i was away, did it call, has somebody called
            = which calls did i miss, what calls did i miss, last missed call, last missed calls, any calls, any calls for me
            /history placed | Placed calls
            = call the last number i called, dial the last number i dialed, call the number i called last, redial, call again, call it again, who did i call, outgoing calls, placed calls, dialed calls, dialled calls
            = dialed numbers, dialled numbers, call the last number, call the last number again, dial again, try again
            = show outgoing calls, show placed calls, redial last number, who have i called, whom did i call, last dialed number
            = dial last number, dial the last number again, last number, show my outgoing calls, calls i made, made calls
            /history received | Received calls
            = received calls, answered calls, show received calls, show answered calls, who did i answer, show me received calls
            ~ incoming calls, show incoming calls, show me incoming calls
            /monitor on | Show calls here
            = turn on call cards, show calls as they happen, tell me when somebody calls, notify me of calls, notify me about calls
            = let me know when somebody calls, turn on notifications, turn notifications on, start monitoring, watch my calls
            = tell me about calls, tell me of calls, show my calls as they happen, monitor calls, monitor my calls, watch calls
            = notify me when somebody calls, turn on monitoring, show me when somebody calls, switch on notifications
            = turn call cards on, call cards on, notifications on, show me calls as they happen, turn monitoring on, monitoring on
            = tell me when the phone rings, tell me when it rings, switch on call cards, enable notifications, enable call cards
            ~ notify me, call cards, notifications, monitoring, alert me, inform me about calls, start notifications, unsilence
            /monitor off | Hide calls
            = turn off call cards, stop monitoring, turn off notifications, turn notifications off, stop telling me about calls
            = stop notifying me, turn off monitoring, do not notify me, stop notifications, stop showing calls, call cards off
            = turn call cards off, switch off notifications, notifications off, stop call cards, stop showing me calls
            = turn monitoring off, monitoring off, stop telling me of calls, do not tell me about calls, switch off call cards
            = stop watching my calls, disable notifications, disable call cards, no more notifications, no more call cards
            ~ leave me alone, stop, unsubscribe, call cards, notifications, do not disturb me, stop it
            /device | My devices
            = my devices, my phones, devices, list devices, show devices, show phones, which phone rings, what phones do i have, list phones
            = which devices do i have, which phones do i have, what devices do i have, which device rings, show me devices
            = show me phones, choose phone, choose device, change phone, change device, which phone is used, what phone rings
            = my phone, select device, select phone, pick a phone, which phones, which devices, my device
            /device * | Use *
            = use <device>, switch to <device>, ring on <device>, always use <device>, use <device> from now on, ring <device>
            = let <device> ring, change to <device>
            ~ take <device>, make <device> ring
            /device any | Any phone
            = use any phone, any phone, use any device, any device, let webex choose, ring any phone, use all phones, ring all phones
            /auth | Sign in
            = sign in, log in, login, sign me in, log me in, how do i sign in, how do i log in, signin, connect my account
            = how can i sign in, how to sign in, how to log in, connect my phone, sign on, log on, logon, connect my line
            = authenticate, authorize, authorise, register, sign up, connect me, connect
            /auth clear | Sign out
            = sign out, log out, logout, sign me out, log me out, signout, log off, sign off, logoff, disconnect my account
            ~ forget me, delete my data, forget everything, remove my account, delete my account, delete everything, revoke access
            ~ unregister, delete me, forget everything about me, remove me, revoke, clear my data
            /auth force | Sign in again
            = sign in again, log in again, sign me in again, log me in again, sign in anew, renew my sign in, login again
            /status | Status
            = am i signed in, am i logged in, how do things stand, show status, status, are you working, is it working
            = are you online, are you there, am i connected, how long am i signed in, are you alive, who am i, what is the status
            = show me status, who am i signed in as, version, which version are you, what version are you, are you up, are you okay
            /why | What happened
            = what happened, what went wrong, why did it fail, why did that not work, why did it not work, why did not that work, what was wrong, why
            = what did you do, why did you do it, what is wrong, why does it not work, why did the call fail
            = why did that fail, what was the problem, what is the problem
            ~ it did not work, it failed, it does not work, nothing happened, that did not work
            /help | Help
            = help, help me, what can you do, what can i do, what can i do here, commands, show commands, show me commands
            = how does it work, who are you, what are you, i need help, menu, what do you understand, list commands, what can i say
            = how do i use it, how do i use you, what commands are there, how to use it, what can you do for me, show help
            = what can i ask, what can i ask you, what do you do, which commands are there, options, what should i say, manual
            = what can i type, how can you help me, how can you help, instructions, get started, how do i start, start, info, about
            = what are my options, what is this, what is it, tell me what you can do, what else can you do, what now, tutorial, guide
            /help dial | How to call
            = call somebody, make a call, start a call, place a call, make calls, make phone calls, call people, phone somebody
            ~ call, new call, start call, phone, dial
            /help transfer | How to transfer
            = transfer, transfer the call, transfer it, transfer a call, hand over the call, hand it over
            ~ forward it, forward the call, forward, pass it on, pass on the call
            /help divert | How to divert
            = divert, divert the call
            ~ forward it, forward the call, forward, redirect, redirect the call
            /help hold | About hold
            = put somebody on hold, hold somebody
            /help device | About devices
            = change which phone rings
            (greeting)
            = hi, hello, hey, hi there, hello there, hey there, good morning, good afternoon, good evening, hi bot, hello bot, hiya
            = hallo, morning, hey bot, howdy, good day, greetings, hi callbot, hello callbot, yo, heya, hey callbot, evening, hola
            (thanks)
            = thanks, thank you, thanks a lot, thank you very much, thank you so much, many thanks, 👍, great, cool, perfect, nice
            = great thanks, okay thanks, okay, okay thank you, thanks bot, awesome, good, well done, super, excellent, got it
            = thanks for your help, thanks for the help, thank you for your help, thank you for the help, i appreciate it, appreciated
            = thanks for helping, thanks for helping me, thanks i appreciate it, thanks for it, thank you for helping me
            = thanks so much, thanks very much, fine, all right, alright, good bot, wonderful, brilliant, 🙏, thank you bot, great job
            = very good, very nice, that worked, it worked, it works, amazing, fantastic, understood, good job, much appreciated, ❤
            """;

    private AccountPhrasebook() {}
}
