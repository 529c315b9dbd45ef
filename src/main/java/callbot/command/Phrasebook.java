package callbot.command;

import java.util.ArrayList;
import java.util.List;

/**
 * What people say for each command: the whole of what the bot knows of natural words, as a text to be read and added to.
 *
 * <p>A line that begins with a slash, or with a bracket for what is but polite, names a command and what its button says. Under
 * it, {@code =} lists phrases that mean it for certain, and {@code ~} those that may mean it, which are never done but
 * offered. In a phrase {@code it} stands for "him", "them" and the like, and for the call as well; "the" and "my" may always be
 * left out. What stands in angle brackets is whatever the user says there, and goes where the command has its star.
 */
final class Phrasebook {

    static final String GREETING = "(greeting)";
    static final String THANKS = "(thanks)";

    private static final String BOOK = """
            /dial * | Call *
            = call <who>, dial <who>, phone <who>, ring <who>, ring <who> up, ring up <who>, call up <who>, call <who> back
            = ring <who> back, phone <who> back, give <who> a call, give <who> a ring, give <who> a call back
            = initiate a call to <who>, initiate a call with <who>, make a call to <who>, place a call to <who>, start a call to <who>, start a call with <who>, buzz <who>
            = get <number> on the line, get <number> on the phone
            ~ connect me to <who>, connect me with <who>, put me through to <who>, get <who> on the line, talk to <who>
            ~ get <who> on the phone, speak to <who>, speak with <who>, talk with <who>, calling <who>, reach <who>, call to <who>
            ~ get me <number>, call back <who>, give <who> a buzz, try <number>, <number>, contact <who>, video call <who>
            /dial * again | Call * again
            = call <number> again, dial <number> again, ring <number> again
            /find * | Find *
            = find <name>, look up <name>, who is <name>, find number of <name>, number of <name>, what is number of <name>
            = find <names> number, what is <names> number, look up <names> number, show me <names> number, <names> number
            = search for <name>, what number does <name> have
            ~ where is <name>, search <name>
            /answer | Answer
            = answer, answer it, answer the phone, pick up, pick it up, pick up the call, pick up the phone, accept, accept it
            = take the call, get the call, get the phone, take the phone call, pickup the call, pickup the phone, answer call
            ~ answer <name>, pick up <name>, take the call from <name>, answer the call from <name>, take it, get it, i take it, i will take it, i will get it, i will answer, i will answer it, put it through
            ~ got it pick up, it is for me, connect it, accept, open the line
            /reject | Decline
            = decline, decline it, reject, reject it, refuse, refuse it, deny the call, turn down the call, turn the call down
            = decline call, do not accept the call, do not take the call, do not answer the call
            ~ decline <name>, reject <name>, not now, i am busy, busy, do not answer, do not answer it, do not pick up, do not pick it up, can not talk
            ~ i can not talk, i can not talk right now, i can not talk now, i can not answer, deny, deny it, turn it down
            ~ i am in a meeting, do not take it, get rid of it
            /reject busy | Decline as busy
            = reject as busy, reject it as busy, decline as busy, decline it as busy, send busy, say i am busy, tell it i am busy
            /reject ignore | Ignore
            = ignore the call, let the call ring, let the phone ring
            ~ ignore, ignore it, stop ringing, stop the ringing, silence, silence it, silence the phone, let it ring, stop it ringing
            ~ do not answer, do not pick up, do not answer it
            /hangup | Hang up
            = hang up, hangup, hang it up, hangup the call, hang up it, hang up the phone, hang up on it, end the call, end call
            = terminate the call, disconnect, disconnect it, disconnect the call, drop the call, finish the call, close the call
            = kill the call, stop the call, end the phone call, cut the call, put down the phone, put the phone down, cut the line
            = hang up with it, end call with it
            ~ hang up on <name>, end the call with <name>, hang up all calls, end all calls, hang up both calls, end both calls
            ~ hang up everything, hang up all, end both, hang up both, hang up with <name>
            ~ bye, goodbye, bye bye, good bye, end, end it, stop, stop it, cancel, cancel it, cancel call, drop it, kill it, cut it
            ~ finish, finish it, terminate, i am done, we are done, i am finished, stop calling, stop calling it, abort, quit
            ~ get me out, get me out of the call, leave the call, leave, exit, exit the call, ring off, close, hanging up, cut
            /divert voicemail | To voicemail
            = send it to voicemail, send to voicemail, send it to voice mail, send to voice mail, to voicemail, to voice mail
            = divert it to voicemail, divert to voicemail, forward it to voicemail, forward to voicemail, let it go to voicemail
            = transfer it to voicemail, put it to voicemail, let it go to voice mail, redirect it to voicemail, straight to voicemail
            ~ voicemail, voice mail, let voicemail get it, let voicemail take it, voicemail it, let the machine get it
            ~ let it leave a message, it can leave a message
            /hold | Hold
            = hold, hold the call, put it on hold, place it on hold, put on hold, set it on hold, hold call, keep it on hold
            ~ put <name> on hold, hold <name>, put the call with <name> on hold, put somebody on hold, on hold, hold on, hold it, pause the call, pause it, pause, wait, wait a moment, let it wait, park it for a moment
            ~ hold it for a moment, hold please, put it on pause, hang on a second, hold on a second, hold the line
            /resume | Resume
            = resume, resume it, take it off hold, get it off hold, unhold, unhold it, continue the call, unpause the call
            = take off hold, resume call, stop holding, bring it back from hold, stop hold
            ~ take <name> off hold, resume <name>, go back to <name>, back to <name>, go back to it, back to it, get it back, bring it back, off hold, continue, continue it, talk to it again, unpause
            ~ i am back, get back to it, return to the call, go on, carry on
            /mute | Mute
            = mute, mute it, mute me, mute myself, mute microphone, mute my side, turn off microphone, turn microphone off
            = switch off microphone, switch microphone off, turn my microphone off, mute my line, mute us
            ~ microphone off, be quiet, quiet, silence me, silence my microphone, silence, hush, shut the microphone
            /unmute | Unmute
            = unmute, unmute it, unmute me, unmute myself, unmute microphone, turn on microphone, turn microphone on
            = turn microphone back on, switch on microphone, switch microphone on, stop muting, take me off mute, mute off
            = unmute us, unmute my line, stop mute
            ~ microphone on, open the microphone, let it hear me
            /transfer * | Transfer to *
            = transfer to <who>, transfer it to <who>, hand it over to <who>, hand over to <who>, hand it to <who>
            = transfer over to <who>, transfer it over to <who>, transfer call to <who>
            ~ put it through to <who>, pass it to <who>, pass it on to <who>, give the call to <who>, connect it to <who>
            ~ connect it with <who>, switch it to <number>, move the call to <number>, transfer <number>, hand off to <who>
            ~ pass the call over to <who>, hand it off to <who>, put the call through to <who>, give it to <number>
            /divert * | Divert to *
            = divert to <who>, divert it to <who>, forward the call to <who>, forward it to <number>, redirect it to <number>
            = redirect the call to <who>, forward to <number>, redirect to <number>, divert call to <who>
            ~ send it to <number>, send the call to <who>, forward it to <who>, reroute the call to <who>, send call to <number>
            /transfer complete | Complete transfer
            = complete the transfer, complete transfer, finish the transfer, connect them, connect the two calls, connect both calls
            = connect the calls, connect them with each other, connect them to each other, connect my calls, connect my two calls
            ~ join, join the calls, join them, put them together, connect both, complete, bring them together, join both calls, join the two calls
            /consult * | Consult *
            = consult <who>, consult with <who>, put it on hold and call <who>, hold the call and call <who>, hold and call <who>
            = put it on hold and dial <who>, hold the call and dial <who>, put it on hold and ring <who>
            ~ ask <who> first, ask <who>, check with <who>, check with <who> first, call <who> first, talk to <who> first
            ~ speak to <who> first, let me ask <who>, let me ask <who> first, let me check with <who>, consult <who> first
            /swap | Swap
            = swap, swap calls, swap the calls, swap my calls, swap my two calls, swap the two calls, swap them, swap between the calls
            = toggle between the calls, switch between the calls, switch to the other call, go to the other call
            = go back to the other call, back to the other call, switch back to the other call, swap back
            ~ toggle, switch calls, switch the calls, switch back, the other call, go back, other call, the other one, swap it
            ~ take the other call, get the other call, resume the other call, go back to <name>, back to <name>, switch to <name>
            /park | Park
            = park the call, park it, park call
            ~ park here, parking
            /park * | Park at *
            = park the call at <number>, park it at <number>, park it on <number>, park the call on <number>, park at <number>
            /park group | Park in group
            = park the call in the group, park it in the group, park it in my group
            /retrieve | Retrieve
            = retrieve the call, retrieve it, unpark, unpark it, get the parked call, get the parked call back, take the parked call
            = take back the parked call, pick up the parked call, fetch the parked call, take the parked call back, get parked call
            = retrieve the parked call, bring back the parked call
            ~ retrieve, fetch it, take it back, parked call, parked calls
            /retrieve * | Retrieve from *
            = retrieve the call from <number>, retrieve the call at <number>, get the call parked at <number>, unpark <number>
            = get the parked call at <number>, take the call parked at <number>, get the call back from <number>
            = retrieve the call parked at <number>, take the parked call at <number>, get the parked call from <number>
            /pickup | Pick up
            ~ pick up for my colleague, answer my colleagues phone, pick up my colleagues call, answer for my colleague
            ~ pick up the group call, take my colleagues call, pick up for somebody else, answer somebody elses phone
            /pickup * | Pick up *
            = pick up the call at <number>, pick up <number>, pick up the call ringing at <number>, pick up the call from <number>
            = take the call at <number>, answer the call at <number>, take the call ringing at <number>, pick up call at <number>
            ~ pick up at <number>, pick up for <number>, answer <number>
            /pull | Pull here
            = pull the call, pull it here, move the call here, bring the call here, pull it over, pull the call here
            ~ switch the call to my other phone, move the call, take over the call, switch phones, get the call here
            /pull on * | Pull to *
            = move the call to <device>, pull the call to <device>, switch the call to <device>, bring the call to <device>
            = move it to <device>, pull it to <device>, transfer the call to <device>, take the call over on <device>
            = pull it over to <device>, pull the call over to <device>
            /barge * | Join *
            = barge in on <number>, barge into <number>, barge in at <number>
            ~ join the call at <number>, join <number>, listen in on <number>, join the call of <number>
            /record start | Record
            = record the call, start recording, start recording it, start the recording, begin recording, turn on recording
            = start to record, switch on recording, begin the recording, record call
            ~ record, record it, recording, recording on, please record, i want it recorded, record me
            /record stop | Stop recording
            = stop recording, stop recording it, stop the recording, end recording, end the recording, turn off recording
            = finish the recording, finish recording, switch off recording
            ~ recording off, no recording, do not record, do not record it, stop, cancel the recording
            /record pause | Pause recording
            = pause recording, pause the recording, pause recording it
            /record resume | Resume recording
            = resume recording, resume the recording, continue recording, continue the recording, unpause the recording
            /dtmf * | Press *
            = press <keys>, key in <keys>, enter <keys>, dial in <keys>, send tone <keys>, send tones <keys>, send digits <keys>
            = press key <keys>, hit <keys>, punch in <keys>, enter the code <keys>, enter code <keys>, send the digits <keys>
            ~ type <keys>, type in <keys>, push <keys>, send <keys>, option <keys>, choose <keys>, select <keys>
            /calls * | Show call *
            ~ <digit>, call <digit>, show call <digit>
            /calls | My calls
            = my calls, who is calling, who is calling me, show calls, list calls, calls, show my calls, what calls do i have, current calls
            = active calls, am i on a call, am i in a call, who am i talking to, who am i talking with, who is on the line
            = show me calls, show me current calls, what is going on, is somebody calling, is somebody calling me, who is on hold
            = who is ringing, who is it, how many calls do i have, list my current calls, show active calls, show current calls
            = what calls are there, do i have a call, do i have calls, is it still on the line, which calls do i have
            = which calls are there, who is on the phone, what is ringing, who am i on with, open calls, ongoing calls, calls now
            ~ show the call, which call, show it
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
            = my devices, my phones, devices, list devices, show devices, show phones, phones, which phone rings, what phones do i have, list phones
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

    private Phrasebook() {}

    /**
     * A command and how people say it.
     *
     * @param command as it is typed, with a star for what people say themselves; in brackets what is but polite
     * @param title what its button says
     */
    record Entry(String command, String title, List<String> certain, List<String> likely) {}

    static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (String line :
                (BOOK + ConferencePhrasebook.BOOK + LinePhrasebook.BOOK).lines().toList()) {
            if (line.startsWith("=")) entries.getLast().certain().addAll(phrases(line));
            else if (line.startsWith("~")) entries.getLast().likely().addAll(phrases(line));
            else {
                String[] cells = line.split(" \\| ");
                entries.add(new Entry(cells[0], cells[cells.length - 1], new ArrayList<>(), new ArrayList<>()));
            }
        }
        return entries;
    }

    private static List<String> phrases(String line) {
        return List.of(line.substring(2).split(", "));
    }
}
