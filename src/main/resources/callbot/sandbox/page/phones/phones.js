// The phones of the two users: what is done on them goes to the sandbox, what it says is shown.

import { button, described, drawCall, markOf } from './calls.js';
import { announce, make, redraw } from '../common/dom.js';
import { icon } from '../common/icons.js';
import { initials } from '../chat/message.js';
import { showOutside } from './outside.js';
import { ringIf } from './ringtone.js';
import { wish } from '../common/server.js';
import { mark } from '../common/tabs.js';

const DEVICES = { DEVICE: ['desk', 'Desk phone'], APPLICATION: ['app', 'Webex app'] };

let last = '';
let told = new Map();

/** Shows the phones of this state. */
export function showPhones(state) {
  const people = Object.entries(state.people);
  const key = JSON.stringify([people.map(([, person]) => [person.calls, person.name, person.undisturbed, person.forwardedTo, person.busyTo, person.unansweredTo, person.rings, person.newVoiceMessages]), state.outside]);
  if (key === last) return;
  last = key;
  for (const [who, person] of people) drawPhone(who, person, people.find(([other]) => other !== who)[1]);
  showOutside(state);
  const isRinging = people.some(([, person]) => person.calls.some(rings));
  if (isRinging) mark('phones');
  ringIf(isRinging);
  document.title = `${isRinging ? '🔔 ' : ''}callbot sandbox`;
  tell(people.flatMap(([, person]) => person.calls.map(call => [person.name + call.id, `${person.name}’s phone: ${nameOf(call)}, ${described(call)}`])));
}

/** Reads out what has changed since the last time. */
function tell(lines) {
  for (const [id, words] of lines) if (told.get(id) !== words) announce(words);
  told = new Map(lines);
}

/** Whether the call is on this phone; one that comes in rings on all. */
const isOn = (endpoint, call) => (call.endpoint ?? endpoint.id) === endpoint.id;
const nameOf = call => call.with ?? 'number withheld';
const rings = call => call.state === 'alerting';

function drawPhone(who, person, other) {
  const ask = (what, more) => wish('phone', { who, do: what, ...more });
  redraw(`phone-${who}`,
    make('header', {},
      make('span', { class: 'face', 'aria-hidden': 'true' }, initials(person.name)),
      make('h3', { id: `name-${who}` }, person.name),
      make('span', { class: 'number' }, `ext. ${person.extension}`)),
    make('ul', { class: 'devices' }, person.endpoints.map(endpoint => drawDevice(endpoint, person.calls))),
    ...person.calls.map(call => drawCallOf(person, call, ask)),
    make('form', {
      class: 'dial',
      onsubmit: event => {
        event.preventDefault();
        ask('dial', { number: event.target.elements.number.value });
      },
    },
    make('label', {}, make('span', { class: 'unseen' }, `${person.name} dials`), make('input', {
      name: 'number', id: `dial-${who}`, inputmode: 'tel', required: true, value: other.extension,
    })),
    make('button', { class: 'go', id: `call-${who}` }, icon('handset'), 'Call')),
    drawSettings(who, person, ask));
}

/** What is set for the line, and what waits on its voicemail. */
function drawSettings(who, person, ask) {
  const silence = button(`silence-${who}`, undefined, 'silent', 'Do not disturb', () => ask('doNotDisturb', { on: !person.undisturbed }));
  silence.setAttribute('aria-pressed', String(person.undisturbed));
  const count = person.newVoiceMessages;
  return make('div', { class: 'settings' },
    silence,
    person.undisturbed && markOf('undisturbed', 'silent'),
    person.forwardedTo && markOf('forwarded', `Forwarded to ${person.forwardedTo}`),
    person.busyTo && markOf('forwarded', `Busy: to ${person.busyTo}`),
    person.unansweredTo && markOf('forwarded', `After ${person.rings} rings: to ${person.unansweredTo}`),
    count > 0 && markOf('voicemail', `${count} new voice message${count === 1 ? '' : 's'}`));
}

/** A device or an app, and what it is doing. */
function drawDevice(endpoint, calls) {
  const [drawing, name] = DEVICES[endpoint.type];
  const here = calls.filter(call => isOn(endpoint, call));
  const doing = here.some(rings) ? 'rings' : here.some(call => call.state === 'connecting') ? 'calls' : here.length ? 'in a call' : 'idle';
  return make('li', { class: `device ${doing.replace(/ /g, '-')}` },
    icon(drawing), make('span', {}, name), make('small', {}, doing));
}

function drawCallOf(person, call, ask) {
  const press = (what, kind, drawing, label) =>
    button(`${what}-${call.id}`, kind, drawing, label, () => ask(what, { call: call.id }));
  return drawCall({
    name: call.with ?? 'Number withheld',
    number: call.number,
    state: described(call),
    since: call.answered,
    rings: rings(call),
    marks: [
      call.conference && markOf('conference', 'in the conference'),
      call.muted && markOf('muted', 'muted'),
      call.recording === 'started' && markOf('recorded', 'recording'),
      call.recording === 'paused' && markOf('paused', 'recording paused'),
      call.digits && markOf('digits', `keys ${call.digits}`),
    ].filter(Boolean),
  }, [
    rings(call) && pickUps(person, call, ask),
    call.state === 'connected' && press('hold', undefined, 'hold', 'Hold'),
    call.state === 'held' && press('resume', undefined, 'resume', 'Resume'),
    canMerge(person, call) && press('merge', undefined, undefined, 'Merge'),
    press('hangUp', 'no', 'handset', rings(call) && call.personality === 'terminator' ? 'Reject' : 'Hang up'),
  ]);
}

/** Whether there is another call that this one could be brought together with. */
function canMerge(person, call) {
  const answered = one => ['connected', 'held', 'remoteHeld'].includes(one.state);
  return answered(call) && !call.conference && person.calls.some(one => one !== call && answered(one));
}

/** A button for every phone on which the call rings. */
function pickUps(person, call, ask) {
  const ringing = person.endpoints.filter(endpoint => isOn(endpoint, call));
  return ringing.map((endpoint, i) => {
    const [drawing, name] = DEVICES[endpoint.type];
    const where = ringing.length > 1 && make('span', { class: 'unseen' }, ` on the ${name}`);
    return button(`pickUp${i}-${call.id}`, 'yes', where ? drawing : 'handset', ['Pick up', where],
      () => ask('pickUp', { call: call.id, endpoint: endpoint.id }));
  });
}
