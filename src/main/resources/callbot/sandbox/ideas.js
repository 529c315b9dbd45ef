// What somebody could do next, depending on where he stands.

/** The one step that leads on, absent for those who know the way: words, and what to say or whose call to let in. */
export function nextStep(state, who, wasCalled) {
  const person = state.people[who];
  if (!state.withCallbot) return undefined;
  const asked = person.messages.some(message => !message.fromBot && /^\/?auth\b/i.test(message.text ?? ''));
  const rings = person.calls.find(call => call.state === 'alerting');
  if (!person.signedIn && asked) return { text: `Press “Sign in” above and agree as ${person.name}.` };
  if (!person.signedIn) return { text: `Start here: ${state.bot} needs leave to see your phone.`, say: '/auth' };
  if (rings?.personality === 'terminator') return { text: 'It rings. Answer on the card, by word, or on a phone.', say: '/answer' };
  if (rings) return { text: 'Your own phone rings first: pick it up, and the other side is called.' };
  if (!person.watched) return { text: `Next: let ${state.bot} tell you about your calls.`, say: '/monitor on' };
  if (!wasCalled) return { text: 'Now let your phone ring.', ring: 'John Smith calls' };
  return undefined;
}

/** Commands that make sense now. */
export function ideas(state, who) {
  const person = state.people[who];
  const other = Object.values(state.people).find(one => one !== person).extension;
  const has = wanted => person.calls.some(call => wanted.includes(call.state));
  if (!state.withCallbot) return ['Hello', '/help'];
  if (!person.signedIn) return ['/auth', '/help'];
  if (person.calls.some(call => call.state === 'alerting' && call.personality === 'terminator')) {
    return ['/answer', '/reject', '/divert voicemail', '/calls'];
  }
  if (has(['held'])) return ['/resume', `/transfer ${other}`, '/hangup', '/calls'];
  if (has(['connected', 'remoteHeld'])) return ['/hold', '/mute', '/record start', `/transfer ${other}`, '/park', '/hangup'];
  if (has(['connecting', 'alerting'])) return ['/hangup', '/calls'];
  return [`/dial ${other}`, '/history', '/calls', person.watched ? '/monitor off' : '/monitor on', '/status', '/help'];
}
