// A call as a phone shows it.

import { make } from '../common/dom.js';
import { icon } from '../common/icons.js';

const STATES = {
  'clickToDial alerting': 'rings: pick up to call',
  'terminator alerting': 'is calling',
  connecting: 'ringing there …',
  connected: 'talking',
  held: 'on hold',
  remoteHeld: 'put you on hold',
};

/** What the call is doing, in words. */
export function described(call) {
  return STATES[`${call.personality} ${call.state}`] ?? STATES[call.state] ?? call.state;
}

/** A call with what can be done in it; ask takes the name of what is done. */
export function drawCall({ name, number, state, since, marks = [], rings = false }, buttons) {
  return make('div', { class: rings ? 'call rings' : 'call' },
    make('p', { class: 'who' }, make('strong', {}, name), number && number !== name && make('span', {}, number)),
    make('p', { class: 'state' }, state, since && make('time', { 'data-since': since }, lasted(since))),
    marks.length > 0 && make('p', { class: 'marks' }, marks),
    make('div', { class: 'buttons' }, buttons));
}

/** A sign on a call, such as that it is recorded. */
export function markOf(kind, words) {
  return make('span', { class: `mark ${kind}` }, kind === 'muted' && icon('muted'), words);
}

/** A button on a phone; its id lets the focus find it again when the phone is drawn anew. */
export function button(id, kind, drawing, label, press) {
  return make('button', { type: 'button', id, class: kind, onclick: press }, drawing && icon(drawing), label);
}

function lasted(since) {
  const seconds = Math.max(0, Math.floor((Date.now() - new Date(since)) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

setInterval(() => {
  for (const time of document.querySelectorAll('[data-since]')) time.textContent = lasted(time.dataset.since);
}, 1000);
