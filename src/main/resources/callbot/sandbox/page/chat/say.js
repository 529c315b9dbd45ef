// The field for what one says, what one said before, and what one could say next.

import { me, toEnd } from './chat.js';
import { at, make } from '../common/dom.js';
import { ideas, nextStep } from './ideas.js';
import { ring } from '../phones/outside.js';
import { wish } from '../common/server.js';

const field = at('text');
const said = [];
const called = new Set();
let place = 0;
let state;
let last = '';

/** Suggests what fits this state. */
export function showIdeas(now) {
  state = now;
  const who = me();
  if (state.people[who].calls.length) called.add(who);
  const step = nextStep(state, who, called.has(who));
  const words = ideas(state, who);
  const key = JSON.stringify([who, step, words]);
  if (key === last) return;
  last = key;
  const focused = at('ideas').contains(document.activeElement);
  at('hint').textContent = step?.text ?? '';
  at('ideas').replaceChildren(
    ...(step?.ring ? [make('button', { type: 'button', class: 'main', onclick: () => ring(who) }, step.ring)] : []),
    ...words.map(word => make('button', { type: 'button', class: word === step?.say ? 'main' : undefined, onclick: () => say(word) }, word)));
  at('ideas').scrollLeft = 0;
  if (focused) at('ideas').querySelector('button').focus();
}

/** Says this as the one whose chat is shown. */
export function say(text) {
  if (text.trim() === '') return;
  if (said.at(-1) !== text) said.push(text);
  place = said.length;
  toEnd();
  wish('say', { who: me(), text });
}

/** Up and down go through what was said before, as in a terminal. */
function recall(event) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!step || said[place + step] === undefined && !(step === 1 && place < said.length)) return;
  event.preventDefault();
  place += step;
  field.value = said[place] ?? '';
}

at('say').addEventListener('submit', event => {
  event.preventDefault();
  say(field.value);
  field.value = '';
});
field.addEventListener('keydown', recall);
document.addEventListener('person', () => showIdeas(state));
document.addEventListener('click', event => {
  const words = event.target.closest('[data-say]')?.dataset.say;
  if (words) say(words);
});
