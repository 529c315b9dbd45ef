// The phones: what is done on them goes to the sandbox, what it says is shown.

import { at, make } from './dom.js';
import { wish } from './server.js';

let state;
let last = '';

/** Shows the phones of this state. */
export function showPhones(now) {
  const calls = JSON.stringify([now.people.alice.calls, now.people.bob.calls, now.outside]);
  state = now;
  if (calls === last) return;
  last = calls;
  drawPhone('alice');
  drawPhone('bob');
  drawOutside();
}

const STATES = {
  'clickToDial alerting': 'rings: pick up to call',
  'terminator alerting': 'rings',
  'originator connecting': 'calling',
  connected: 'talking',
  held: 'on hold',
  remoteHeld: 'put on hold by the other side',
};

function drawPhone(who) {
  const person = state.people[who];
  const ask = (what, more) => wish('phone', { who, do: what, ...more });
  draw(`phone-${who}`,
    make('header', {},
      make('h3', { id: `name-${who}` }, `${person.name}’s desk phone`),
      make('span', { class: 'number' }, `ext. ${person.extension}`)),
    ...person.calls.map(call => drawCall(call, ask)),
    person.calls.length ? undefined : make('p', { class: 'idle' }, 'idle'),
    make('form', {
      class: 'dial',
      onsubmit: event => {
        event.preventDefault();
        ask('dial', { number: event.target.elements.number.value });
      },
    },
    make('label', {}, 'Number', make('input', {
      name: 'number', id: `dial-${who}`, inputmode: 'tel', required: true,
      value: who === 'alice' ? state.people.bob.extension : state.people.alice.extension,
    })),
    make('button', { class: 'main', id: `call-${who}` }, 'Call')));
}

function drawCall(call, ask) {
  const rings = call.state === 'alerting';
  const described = STATES[`${call.personality} ${call.state}`] ?? STATES[call.state] ?? call.state;
  const extras = [call.muted && 'muted', call.recording === 'started' && 'recording'].filter(Boolean);
  const button = (what, label, kind) => make('button', {
    type: 'button', id: `${what}-${call.id}`, class: kind, onclick: () => ask(what, { call: call.id }),
  }, label);
  return make('div', { class: rings ? 'call rings' : 'call' },
    make('strong', {}, call.with ?? 'Number withheld'),
    make('span', { class: 'state', role: 'status' }, [described, ...extras].join(', ')),
    make('div', { class: 'buttons' },
      rings ? button('pickUp', 'Pick up', 'yes') : undefined,
      call.state === 'connected' ? button('hold', 'Hold') : undefined,
      call.state === 'held' ? button('resume', 'Resume') : undefined,
      button('hangUp', rings && call.personality === 'terminator' ? 'Reject' : 'Hang up', 'no')));
}

const OUTSIDE = { RINGING: 'rings', CALLING: 'calling', TALKING: 'talking to', WAITING: 'waiting' };

function drawOutside() {
  const call = line => {
    const ask = what => wish('outside', { do: what, number: line.number, withheld: line.withheld });
    const rings = line.state === 'RINGING';
    return make('div', { class: rings ? 'call rings' : 'call' },
      make('strong', {}, line.name ?? line.number),
      make('span', { class: 'state', role: 'status' },
        [OUTSIDE[line.state], rings && line.with ? `(${line.with})` : line.with].filter(Boolean).join(' ')),
      make('div', { class: 'buttons' },
        rings ? make('button', { type: 'button', id: `answer-${line.number}`, class: 'yes', onclick: () => ask('pickUp') }, 'Pick up') : undefined,
        make('button', { type: 'button', id: `end-${line.number}`, class: 'no', onclick: () => ask('hangUp') }, 'Hang up')));
  };
  draw('phone-outside',
    make('header', {}, make('h3', { id: 'name-outside' }, 'The outside world')),
    ...state.outside.filter(line => !line.number.startsWith('voicemail:')).map(call),
    state.outside.length ? undefined : make('p', { class: 'idle' }, 'nobody calls'),
    make('form', {
      class: 'dial',
      onsubmit: event => {
        event.preventDefault();
        const { number, to, withheld } = event.target.elements;
        wish('outside', {
          do: 'call', number: number.value, name: 'John Smith', who: to.value, withheld: withheld.checked,
        });
      },
    },
    make('label', { class: 'from' }, 'From', make('input', { name: 'number', id: 'outside-from', inputmode: 'tel', required: true, value: '+1 222 333 4444' })),
    make('label', {}, 'To', make('select', { name: 'to', id: 'outside-to' },
      make('option', { value: 'alice' }, 'Alice'), make('option', { value: 'bob' }, 'Bob'))),
    make('label', { class: 'check' }, make('input', { name: 'withheld', id: 'outside-withheld', type: 'checkbox' }), 'withhold'),
    make('button', { class: 'main', id: 'outside-call' }, 'Call')));
}

/** Draws anew, but keeps what was typed and where the focus was. */
function draw(id, ...children) {
  const box = at(id);
  const fields = [...box.querySelectorAll('input, select')].map(f => [f.id, f.type === 'checkbox' ? f.checked : f.value]);
  const focused = box.contains(document.activeElement) ? document.activeElement.id : '';
  box.replaceChildren(...children.filter(Boolean));
  for (const [fieldId, value] of fields) {
    const field = at(fieldId);
    if (!field) continue;
    if (field.type === 'checkbox') field.checked = value;
    else field.value = value;
  }
  if (focused) (at(focused) ?? box.querySelector('button'))?.focus();
}

