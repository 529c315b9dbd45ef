package callbot.command.natural;

/** The chapter of the {@link Phrasebook} on calls of this moment. */
final class CallPhrasebook {

    static final String BOOK = """
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
            """;

    private CallPhrasebook() {}
}
