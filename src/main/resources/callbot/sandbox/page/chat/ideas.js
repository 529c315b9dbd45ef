// What somebody could do next, depending on where he stands.

/** The one step that leads on, absent for those who know the way: words, and what to say or whose call to let in. */
export function nextStep(state, who, wasCalled) {
  const person = state.people[who];
  if (!state.withCallbot) return undefined;
  const newest = person.messages.findLast(message => message.fromBot && !message.deleted);
  const isInvited = JSON.stringify(newest?.card ?? '').includes('"Action.OpenUrl"');
  const rings = person.calls.find(call => call.state === 'alerting');
  if (!person.signedIn && isInvited) return { text: `Press “Sign in with Webex” above, and agree as ${person.name}.` };
  if (!person.signedIn) return { text: `Start here: ${state.bot} needs leave to see your phone.`, say: '/auth' };
  if (rings?.personality === 'terminator') return { text: 'It rings. Answer on the card, by word, or on a phone.', say: 'pick up' };
  if (rings) return { text: 'Your own phone rings first: pick it up, and the other side is called.' };
  if (!person.watched) return { text: `Next: let ${state.bot} tell you about your calls.`, say: '/monitor on' };
  if (!wasCalled) return { text: 'Now let your phone ring.', ring: 'John Smith calls' };
  return undefined;
}

/** What makes sense now, in words as people use them. */
export function ideas(state, who) {
  const person = state.people[who];
  const { extension: other, name: otherName } = Object.values(state.people).find(one => one !== person);
  const has = wanted => person.calls.some(call => wanted.includes(call.state));
  const talking = person.calls.find(call => ['connected', 'remoteHeld'].includes(call.state));
  if (!state.withCallbot) return ['Hello', '/help'];
  if (!person.signedIn) return ['/auth', '/help'];
  if (person.calls.some(call => call.state === 'alerting' && call.personality === 'terminator')) {
    return ['pick up', 'decline', 'send it to voicemail', 'who is calling?'];
  }
  if (has(['held']) && talking) return ['complete the transfer', 'swap', 'hang up', 'my calls'];
  if (has(['held'])) return ['take it off hold', `transfer to ${other}`, 'hang up', 'my calls'];
  if (talking) {
    const recording = talking.recording === 'started' ? 'stop recording' : 'record the call';
    return ['put the call on hold', talking.muted ? 'unmute me' : 'mute me', recording, `transfer to ${other}`, `consult ${other}`, 'park it', 'hang up'];
  }
  if (has(['connecting', 'alerting'])) return ['hang up', 'my calls'];
  const usual = [`call ${other}`, `call ${otherName.split(' ')[0]}`, 'did I miss a call?', '/history', 'any voicemail?', 'do not disturb for 30 minutes'];
  const watching = wantsJson(person) ? ['/monitor on', '/monitor off'] : ['/monitor off'];
  return [...person.watched ? [...usual, ...watching] : ['/monitor on', ...usual], '/status', '/help'];
}

/** Whether the events are shown as they came, as far as was written; a button may have changed it since. */
function wantsJson(person) {
  const wish = person.messages.findLast(message => !message.fromBot && /^\/?monitor +(on|json)/i.test(message.text));
  return /json/i.test(wish?.text);
}
