// The strip in which the tour says what to do. It has a place of its own, so that it never covers anything.

import { at, make } from '../common/dom.js';

const TICKS = { done: '✓', now: '➜', later: '○' };

const count = make('span', { class: 'count' });
const bar = make('progress', { 'aria-hidden': 'true' });
const title = make('h2', { id: 'tour-title' }, 'Tour');
const text = make('p', { class: 'text' });
const moves = make('ol', { class: 'moves', 'aria-label': 'What to do' });
const seen = make('p', { class: 'seen' }, make('strong', {}, 'Done. '), ' ');
const read = make('p', { class: 'read' });
const buttons = {};

/** Builds the strip; does has a function for each button. */
export function build(does) {
  const button = (name, label, more) => {
    buttons[name] = make('button', { type: 'button', id: `tour-${name}`, onclick: does[name], ...more }, label);
    return buttons[name];
  };
  seen.append(' ', button('show', 'Show me'));
  at('tour').append(
    make('div', { class: 'offer' },
      make('p', {}, make('strong', {}, 'New here? '),
        make('span', { class: 'more' }, 'A tour leads you through all of it in small steps. Do them yourself, or watch.')),
      make('div', { class: 'buttons' }, button('take', 'Take the tour', { class: 'main' }), button('decline', 'Not now'))),
    make('div', { class: 'step' },
      make('div', { class: 'about' }, make('p', { class: 'where' }, count, bar), title, make('div', { class: 'said' }, text, seen), read),
      moves,
      make('div', { class: 'buttons' },
        button('back', 'Back'),
        button('play', 'Do it for me'),
        button('next', 'Skip', { 'aria-keyshortcuts': 'Control+Enter' }),
        button('leave', '✕', { 'aria-label': 'Leave the tour', title: 'Leave the tour (Esc)' }))));
}

/** Shows nothing, or the offer, or a step. */
export function show(what) {
  at('tour').hidden = what === 'nothing';
  at('tour').className = what;
  document.body.classList.toggle('touring', what === 'step');
  at('tour-open').hidden = what !== 'nothing';
}

/** Draws where one stands in a step. */
export function draw({ step, number, all, list, now, playing }) {
  const done = now === list.length;
  const held = at('tour').contains(document.activeElement) && document.activeElement.closest('#tour-play, .moves');
  count.textContent = `${number} of ${all}`;
  bar.max = all;
  bar.value = number;
  title.textContent = step.title;
  text.textContent = step.text;
  moves.replaceChildren(...list.map((move, i) => drawMove(move, i < now ? 'done' : i === now ? 'now' : 'later')));
  read.replaceChildren('Read ', make('code', {}, step.read[0]), `: ${step.read[1]}.`);
  seen.firstElementChild.nextSibling.textContent = step.wire[0];
  at('tour').classList.toggle('done', done);
  at('tour').classList.toggle('begun', now > 0);
  drawButtons(number, all, done, playing);
  if (held && (done || !held.isConnected || document.activeElement === document.body)) refocus(done);
}

function drawMove(move, how) {
  return make('li', { class: how, 'aria-current': how === 'now' ? 'step' : undefined },
    make('span', { class: 'tick', 'aria-hidden': 'true' }, TICKS[how]),
    make('span', {}, how === 'done' && make('span', { class: 'unseen' }, 'done: '), move.words,
      move.command && [' ', make('button', { type: 'button', 'data-say': move.command, disabled: how !== 'now', title: 'Write this in the chat' }, move.command)]));
}

function drawButtons(number, all, done, playing) {
  const { back, play, next } = buttons;
  back.disabled = number === 1;
  play.hidden = done;
  play.setAttribute('aria-pressed', String(playing));
  play.textContent = playing ? 'Stop' : 'Do it for me';
  next.textContent = !done ? 'Skip' : number === all ? 'Finish' : 'Next';
  next.title = done ? 'Ctrl+Enter' : '';
  next.classList.toggle('main', done);
}

/** The keyboard goes on where it was, or at what comes next. */
function refocus(done) {
  (done ? buttons.next : moves.querySelector('button:enabled') ?? buttons.play).focus();
}

/** Leads the keyboard to the button that goes on. */
export function focusOn(name) {
  buttons[name].focus();
}
