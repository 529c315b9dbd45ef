// How one line of the wire is drawn.

import { make } from '../common/dom.js';
import { loadDetails } from './details.js';

const NAMES = { browser: 'browser', webex: 'Webex', bot: 'bot', store: 'state file' };

/** As in the chat, with seconds. */
export const clock = time => new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

/** A span of time in milliseconds, as short as can be. */
export function span(millis) {
  if (millis >= 1000) return `${(millis / 1000).toFixed(1)} s`;
  return `${millis < 10 ? Math.round(millis * 10) / 10 : Math.round(millis)} ms`;
}

/** A line; since is how many milliseconds after the first of its command it began. */
export function drawLine(line, since) {
  const more = make('div', { class: 'opened' }, 'loading …');
  const drawn = make('li', { class: kind(line) },
    make('details', { ontoggle: event => event.target.open && showDetails() },
      make('summary', {},
        make('span', { class: 'since', title: line.time }, since ? `+${span(since)}` : ''),
        make('span', { class: 'hop' },
          make('span', { class: 'unseen' }, `${NAMES[line.from]} to ${NAMES[line.to]}: `),
          make('span', { class: 'what' }, line.what),
          make('span', { class: 'outcome' }, outcome(line))),
        make('span', { class: 'shaft', 'aria-hidden': 'true' }),
        make('span', { class: 'says' }, flags(line), meaning(line))),
      more));
  const showDetails = async () => {
    await loadDetails(line, more);
    drawn.scrollIntoView({ block: 'nearest' });
  };
  return drawn;
}

function kind(line) {
  return ['line', line.from, `to-${line.to}`, !line.good && 'bad', line.fault && 'fault', line.again && 'again']
    .filter(Boolean).join(' ');
}

const outcome = line => [line.outcome, span(line.micros / 1000)].filter(Boolean).join(' · ');

const flags = line => [
  line.fault && make('strong', { class: 'flag on-purpose' }, `on purpose: ${line.fault}`),
  line.again && make('strong', { class: 'flag repeated' }, 'tried again'),
];

/** The documentation's name and the sentence; a line of the store has its name on the arrow already. */
function meaning(line) {
  if (!line.name) return 'Nobody has explained this yet.';
  return line.to === 'store' ? line.says : named(line);
}

const named = line => [make('strong', {}, `${line.name}.`), ' ', line.says];

/** What the lines below belong to; a press shows only those, or everything again. */
export function drawHead(line, label, isChosen, choose) {
  return make('li', { class: 'head' },
    make('time', { datetime: line.time }, clock(line.time)),
    make('span', { class: 'label' }, label),
    line.command ? make('code', { title: 'The TrackingID of its requests, and its lines in the log, carry this.' }, line.command) : undefined,
    make('button', { type: 'button', onclick: choose, 'aria-label': isChosen ? undefined : `Only this: ${label}` },
      isChosen ? 'show everything' : 'only this'));
}

/** Nothing happened for so many milliseconds. */
export function drawGap(millis) {
  return make('li', { class: 'gap' }, `${span(millis)} later`);
}

/** Something that happened to everybody. */
export function drawRemark(line) {
  return make('li', { class: 'remark' }, named(line));
}
