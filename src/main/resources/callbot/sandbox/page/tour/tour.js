// The guided tour: which step one is at, what is to be done next, and who does it.

import { me, toEnd } from '../chat/chat.js';
import { announce, at } from '../common/dom.js';
import { build, draw, focusOn, show } from './box.js';
import { BE_ALICE, pause } from './moves.js';
import { pointAt, pointNowhere } from './pointer.js';
import { STEPS } from './steps.js';
import { learn, mark, onWire, since } from './world.js';

/** So many milliseconds one sees what the tour is about to press. */
const NOTICE = 1200;

/** So many milliseconds the tour waits for what it has done to show; then it leaves the rest to whoever watches. */
const PATIENCE = 15_000;

/** The step, how far one is in it, and since when; the moves are those that are needed. */
const place = { step: 0, now: 0, moves: [], begun: undefined };
let isOpen = false;
let player;
let told;

/** Takes note of this state. */
export function showTour(state) {
  if (!state.withCallbot) return;
  const first = !place.begun;
  learn(state);
  if (first) remembered();
  else advance();
  if (at('tour').matches('.offer') && hasBegun(state)) show('nothing');
}

/** Whoever has written to the bot has found a way without the tour. */
function hasBegun({ people }) {
  return Object.values(people).some(person => person.messages.some(message => !message.fromBot));
}

// ---- from step to step

function begin(number) {
  const step = STEPS[number];
  Object.assign(place, { step: number, now: 0, begun: mark() });
  const needed = step.moves.findIndex(move => !move.prepares || !move.done(since(place.begun)));
  place.moves = step.moves.slice(needed);
  isOpen = true;
  player = undefined;
  remember();
  at('wire-lines').scrollTop = at('wire-lines').scrollHeight; // it follows again, though the tour has pointed at a line
  step.prepare?.();
  show('step');
  advance();
}

function go(number) {
  tidy();
  if (number < STEPS.length) begin(number);
  else close(0);
}

/** Leaves the sandbox as the next step expects it, and as it was before. */
function tidy() {
  STEPS[place.step].tidy?.(since(place.begun));
}

function leave() {
  tidy();
  close(place.step);
}

function close(next) {
  isOpen = false;
  player = undefined;
  place.step = next;
  remember();
  show('nothing');
  pointNowhere();
  at('tour-open').focus();
}

// ---- within a step

/** What is to be done now, absent if the step is done. */
function current() {
  const move = place.moves[place.now];
  return move?.asAlice && me() !== 'alice' ? BE_ALICE : move;
}

function advance() {
  if (!isOpen) return;
  const step = STEPS[place.step];
  const world = since(place.begun);
  skip(world);
  if (current() && place.now > 0 && step.lost?.(world, current())) {
    Object.assign(place, { now: 0, moves: step.moves });
    skip(world);
  }
  tell();
}

function skip(world) {
  while (place.moves[place.now]?.done(world)) place.now++;
}

/** Says what is to be done, if that has changed. */
function tell() {
  const step = STEPS[place.step];
  const move = current();
  const key = [place.step, place.begun, move, player];
  if (told?.every((one, i) => one === key[i])) return;
  const [, begun, before] = told ?? [];
  told = key;
  const list = move === BE_ALICE ? place.moves.with(place.now, BE_ALICE) : place.moves;
  draw({ step, number: place.step + 1, all: STEPS.length, list, now: place.now, playing: Boolean(player) });
  if (begun === place.begun && before === move) return;
  if (begun !== place.begun) announce(`Step ${place.step + 1} of ${STEPS.length}: ${step.title}. ${step.text}`);
  announce(move ? [move.words, move.command].filter(Boolean).join(' ') : `Done. ${step.wire[0]}`);
  toEnd();
  if (move) pointAt(move.find);
  else pointAt(step.wire[1], false);
}

// ---- the tour does it

/** Does what is left of the step, or stops doing it. */
async function play() {
  const mine = player = player ? undefined : {};
  const pending = () => mine && player === mine && current();
  tell();
  while (pending()) {
    const move = pending();
    await pause(NOTICE);
    if (pending() === move) await act(move, () => pending() !== move);
    if (pending() === move) break; // it did not come to pass
  }
  if (mine && player === mine) player = undefined;
  if (isOpen) tell();
}

/** Does it as soon as it can be done, and waits until that is seen. */
async function act(move, isOver) {
  const end = Date.now() + PATIENCE;
  const waits = async wanted => {
    while (!wanted() && !isOver() && Date.now() < end) await pause(50);
  };
  await waits(move.find);
  if (isOver() || !move.find()) return;
  await move.act(move.find());
  await waits(isOver);
}

// ---- what is remembered as long as the tab is open

function remember() {
  sessionStorage.setItem('tour', JSON.stringify({ step: place.step, isOpen }));
}

function remembered() {
  const { step, isOpen: wasOpen } = JSON.parse(sessionStorage.getItem('tour')) ?? {};
  place.step = STEPS[step] ? step : 0;
  place.begun = mark();
  if (wasOpen) begin(place.step);
  else show(step === undefined ? 'offer' : 'nothing');
}

// ---- the page

function start() {
  begin(place.step);
  focusOn('play');
}

build({
  take: start,
  decline: () => close(0),
  back: () => go(place.step - 1),
  play,
  next: () => go(place.step + 1),
  show: () => pointAt(STEPS[place.step].wire[1]),
  leave,
});
at('tour-open').addEventListener('click', start);
document.addEventListener('person', advance);
document.addEventListener('keydown', event => {
  if (!isOpen || event.defaultPrevented) return;
  if (event.key === 'Escape') leave();
  if (event.key !== 'Enter' || !event.ctrlKey || current()) return;
  event.preventDefault();
  go(place.step + 1);
});
onWire(() => place.begun && advance());
