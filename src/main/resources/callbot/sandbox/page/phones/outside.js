// Everybody outside the organization: who calls in, and who is called.

import { button, drawCall } from './calls.js';
import { at, make, redraw } from '../common/dom.js';
import { icon } from '../common/icons.js';
import { wish } from '../common/server.js';

const JOHN = { name: 'John Smith', number: '+12223334444' };
const STATES = { RINGING: 'rings', CALLING: 'calling', TALKING: 'talking to', WAITING: 'is waiting' };

let state;

/** Shows who outside takes part in a call. */
export function showOutside(now) {
  state = now;
  const lines = state.outside.filter(line => !/^(voicemail|colleague)/.test(line.number));
  redraw('phone-outside',
    make('header', {},
      make('span', { class: 'face', 'aria-hidden': 'true' }, icon('outside')),
      make('h3', { id: 'name-outside' }, 'The outside world')),
    ...lines.map(drawLine),
    drawForm());
}

/** John Smith calls this person. */
export function ring(who) {
  return wish('outside', { do: 'call', ...JOHN, who });
}

function drawLine(line) {
  const rings = line.state === 'RINGING';
  const ask = what => wish('outside', { do: what, number: line.number, withheld: line.withheld });
  return drawCall({
    name: line.withheld ? 'Number withheld' : line.name ?? line.number,
    number: line.number,
    state: [STATES[line.state], line.state === 'WAITING' && line.with && 'for', rings && line.with ? `(${line.with})` : line.with].filter(Boolean).join(' '),
    rings,
  }, [
    rings && button(`answer-${line.number}`, 'yes', 'handset', 'Pick up', () => ask('pickUp')),
    line.state === 'CALLING' && explained('Somebody else in the team takes the call', button(`colleague-${line.number}`, undefined, undefined, 'Colleague answers', () => ask('reachColleague'))),
    button(`end-${line.number}`, 'no', 'handset', 'Hang up', () => ask('hangUp')),
  ]);
}

function drawForm() {
  const field = (label, input, kind) => make('label', { class: kind }, make('span', {}, label), input);
  return make('form', { class: 'dial outside', onsubmit: event => { event.preventDefault(); call('call'); } },
    field('Name', make('input', { id: 'outside-name', value: JOHN.name })),
    field('Number', make('input', { id: 'outside-from', inputmode: 'tel', required: true, value: '+1 222 333 4444' })),
    field('Calls', make('select', { id: 'outside-to' },
      Object.entries(state.people).map(([who, person]) => make('option', { value: who }, person.name)))),
    field('number withheld', make('input', { id: 'outside-withheld', type: 'checkbox' }), 'check'),
    make('div', { class: 'buttons' },
      make('button', { class: 'go', id: 'outside-call' }, icon('handset'), 'Call'),
      extra('outside-queue', 'queue', 'Queue', 'Calls the Support queue: everybody’s phone rings', () => call('callQueue')),
      extra('outside-miss', 'missed', 'Missed', 'Calls and gives up before anybody answers', () => call('callInVain')),
      extra('outside-voicemail', 'voicemail', 'Voicemail', 'Waits until nobody answers, and leaves a voice message', () => call('leaveMessage'))));
}

function extra(id, drawing, label, hint, press) {
  return explained(hint, button(id, undefined, drawing, [label, make('span', { class: 'unseen' }, ' call')], press));
}

function explained(hint, drawn) {
  drawn.title = hint;
  return drawn;
}

/** What the form says. */
function caller() {
  return {
    who: at('outside-to').value,
    number: at('outside-from').value,
    name: at('outside-name').value.trim() || undefined,
    withheld: at('outside-withheld').checked,
  };
}

function call(how) {
  return wish('outside', { ...caller(), do: how });
}
