// The wire: every webhook and every request as a line between the lanes, as it happens.

import { arrange, at, make } from '../common/dom.js';
import { icon } from '../common/icons.js';
import { blocks, choices, chosen, labelOf } from './blocks.js';
import { clock, drawGap, drawHead, drawLine, drawRemark } from './line.js';

const MOST = 500;
const GAP = 1000;

const lines = new Map();
let drawn = new Map();
let cleared = 0;
let waiting = false;
let following = true;

/** The stream of lines; what else comes with it is for whoever listens. */
export const feed = new EventSource('wire');

// ---- the lines

/** What is drawn for these lines, each with a key under which it is found again. */
function items(all) {
  const shown = chosen(all, at('wire-only').value, at('wire-store').checked).filter(line => line.number > cleared);
  return blocks(shown).flatMap(block => block[0].from ? ofWork(all, block) : [remark(block[0])]);
}

const remark = line => [`remark ${line.number}`, () => drawRemark(line)];

/** A head, then each line, and between them the pauses that are long. */
function ofWork(all, block) {
  const begun = Date.parse(block[0].time);
  const found = [head(all, block)];
  let end = begun;
  for (const line of block) {
    const since = Date.parse(line.time) - begun;
    const pause = begun + since - end;
    if (pause >= GAP) found.push([`gap ${line.number} ${pause}`, () => drawGap(pause)]);
    found.push([`${since} ${JSON.stringify(line)}`, () => drawLine(line, since)]);
    end = begun + since + line.micros / 1000;
  }
  return found;
}

function head(all, block) {
  const line = block[0];
  const choice = line.command ? `command:${line.command}` : 'alone';
  const isChosen = at('wire-only').value === choice;
  const label = line.command ? labelOf(all, line.command) ?? 'A piece of work' : block.findLast(one => one.label)?.label ?? 'The bot on its own';
  const choose = () => only(isChosen ? '' : choice);
  return [`head ${line.number} ${choice} ${isChosen} ${label}`, () => drawHead(line, label, isChosen, choose)];
}

/** Draws what is new or has changed, and leaves the rest alone: somebody may be reading it. */
function draw() {
  waiting = false;
  const all = [...lines.values()].sort((one, other) => one.number - other.number);
  for (const line of all.splice(0, all.length - MOST)) lines.delete(line.number);
  offer(choices(all));
  const next = new Map(items(all).map(([key, fresh]) => [key, drawn.get(key) ?? fresh()]));
  drawn = next;
  arrange(at('wire-lines'), [...next.values()]);
  at('wire-empty').hidden = next.size > 0;
  follow();
}

/** Whoever reads the end sees what comes; whoever has scrolled up is left in peace. */
function follow() {
  const list = at('wire-lines');
  if (following) list.scrollTop = list.scrollHeight;
}

function scrolled(event) {
  const { scrollHeight, scrollTop, clientHeight } = event.target;
  if (clientHeight) following = scrollHeight - scrollTop - clientHeight < 60;
}

/** Many lines may come at once; they are drawn together. */
function later() {
  if (!waiting) setTimeout(draw);
  waiting = true;
}

// ---- the choice

function offer({ commands, calls }) {
  const select = at('wire-only');
  const offered = JSON.stringify([commands, calls]);
  if (select.dataset.offered === offered) return;
  const before = select.value;
  const group = (label, prefix, list) => make('optgroup', { label }, list.toReversed().map(({ id, time, name }) =>
    make('option', { value: `${prefix}:${id}` }, `${clock(time)} ${name}`)));
  select.replaceChildren(
    make('option', { value: '' }, 'everything'),
    make('option', { value: 'alone' }, 'what the bot does on its own'),
    group('One message or event', 'command', commands),
    group('One call', 'call', calls));
  select.value = before;
  if (!select.value) select.value = '';
  select.dataset.offered = offered;
}

function only(choice) {
  at('wire-only').value = choice;
  draw();
}

// ---- the panel

function enlarge(event) {
  const large = at('wire').classList.toggle('large');
  event.currentTarget.setAttribute('aria-pressed', String(large));
}

function clear() {
  cleared = Math.max(cleared, ...lines.keys());
  draw();
}

/** Up and down lead from line to line. */
function step(event) {
  const to = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!to || event.target.tagName !== 'SUMMARY') return;
  event.preventDefault();
  const summaries = [...at('wire-lines').querySelectorAll('.line > details > summary')];
  summaries[summaries.indexOf(event.target) + to]?.focus();
}

at('wire').querySelector('.bar').append(
  make('label', { class: 'wire-choice' }, make('span', {}, 'Show'), make('select', { id: 'wire-only', onchange: draw }, make('option', { value: '' }, 'everything'))),
  make('label', { class: 'wire-check' }, make('input', { id: 'wire-store', type: 'checkbox', checked: true, onchange: draw }), 'state file'),
  make('button', { type: 'button', onclick: clear }, 'Clear'),
  make('button', { type: 'button', class: 'enlarge', 'aria-pressed': 'false', 'aria-label': 'Enlarge', title: 'Enlarge', onclick: enlarge }, icon('enlarge')));
at('wire').append(
  make('div', { class: 'lanes', 'aria-hidden': 'true' },
    make('span', { class: 'webex' }, 'Webex'), make('span', { class: 'bot' }, 'bot'), make('span', { class: 'store' }, 'state file')),
  make('p', { id: 'wire-empty' }, 'Nothing yet. Write something in the chat, and see here what Webex and the bot say to each other.'),
  make('ol', { id: 'wire-lines', 'aria-label': 'Lines of the wire', onkeydown: step, onscroll: scrolled }));
new ResizeObserver(follow).observe(at('wire-lines'));

feed.addEventListener('begin', () => {
  lines.clear();
  cleared = 0; // a sandbox that was started anew counts from one again
  later();
});
feed.addEventListener('faults', event => {
  at('wire').classList.toggle('alone', JSON.parse(event.data).alive === undefined);
});
feed.addEventListener('message', event => {
  const line = JSON.parse(event.data);
  lines.set(line.number, line);
  later();
});
