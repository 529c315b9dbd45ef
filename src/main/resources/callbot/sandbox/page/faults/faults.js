// The faults: what one can break, what will be seen of it, and what is broken just now.

import { at, make } from '../common/dom.js';
import { wish } from '../common/server.js';
import { mark, open } from '../common/tabs.js';
import { feed } from '../wire/wire.js';

const ANSWERS = [
  { fault: 'refuse', status: 429, title: '429 Too Many Requests', seen: 'The bot waits for as long as Webex has told it, and asks again. You get your answer late, but once.' },
  { fault: 'refuse', status: 500, title: '500 Internal Server Error', seen: 'What only reads is asked again. A command is not: nobody knows whether it was done. You are told so, with the tracking id.' },
  { fault: 'refuse', status: 503, title: '503 Service Unavailable', seen: 'What is safe to repeat the bot asks again, three times in all. It never dials twice.' },
  { fault: 'hang', title: 'no answer at all', seen: 'After ten seconds the bot gives up. Reading it tries again; for a call it looks whether your phone rings.' },
  { fault: 'drop', title: 'the connection breaks', seen: 'Reading the bot tries again at once; what would change something it does not.' },
  { fault: 'loseAnswer', title: 'done, but the answer is lost', seen: 'Webex has done it, and the bot cannot know. It never does it a second time.' },
];

const PATHS = [
  ['', 'anything'],
  ['/messages', '/messages: read and write the chat'],
  ['/telephony/calls', '/telephony/calls: the calls'],
  ['/telephony/calls/dial', '/telephony/calls/dial: dial'],
  ['/people', '/people: who is it?'],
  ['/access_token', '/access_token: tokens'],
  ['/webhooks', '/webhooks'],
];

const WEBHOOKS = [
  { fault: 'twice', title: 'Deliver everything twice', seen: 'The second delivery is marked. The bot has written the event down already, so it answers you once.' },
  { fault: 'forge', ours: true, title: 'Forge an event', seen: 'Somebody pretends that Alice has written. The signature is wrong: the bot answers 401 and does nothing.' },
  { fault: 'deactivate', title: 'Switch off the bot’s webhooks', seen: 'The bot hears nothing. Within a minute it finds out, and switches them on again.' },
  { fault: 'tunnel', ours: true, title: 'Give the tunnel a new address', seen: 'Deliveries to the old address fail. Within a minute the bot notices, and has its webhooks lead to the new one.' },
  { fault: 'upkeep', ours: true, title: 'Do not wait for the minute', seen: 'The bot looks after its webhooks and permissions at once.' },
];

const HOLDING = [
  { fault: 'hold', title: 'Hold back' },
  { fault: 'release', title: 'Deliver, late' },
  { fault: 'reverse', title: 'Deliver, newest first' },
];

const TOKENS = [
  { fault: 'expire', title: 'The token runs out', seen: 'With the next command about calls Webex says 401. The bot renews the token, asks again, and you notice nothing.' },
  { fault: 'revoke', title: 'The user withdraws the permission', seen: 'Webex says 401, then refuses to renew the token. The bot asks you to sign in again.' },
];

const BOT = [
  { fault: 'kill', title: 'Kill the bot', seen: 'It stops in the middle of everything, without a word. What it has written down stays in the state file.' },
  { fault: 'restart', title: 'Start it again', seen: 'It takes over what it had left: what was not begun is done, what was begun it asks you about.' },
];

const breakIt = what => wish('fault', what);

const button = ({ fault, title }, more = () => ({})) =>
  make('button', { type: 'button', id: `fault-${fault}`, 'aria-describedby': `seen-${fault}`, onclick: () => breakIt({ fault, ...more() }) }, title);

/** A button, and what will be seen. */
const knob = (one, more) => make('div', { class: one.ours ? 'knob ours' : 'knob' }, button(one, more), make('p', { id: `seen-${one.fault}` }, one.seen));

const holding = () => make('div', { class: 'knob' },
  make('div', { class: 'buttons' }, HOLDING.map(one => button(one))),
  make('p', {}, 'Nothing reaches the bot. Write several messages, or ring a phone, and then choose how it hears of them. What reaches it late it does late; the news of a call it sorts by the time that is in them.'));

const box = (title, ...content) => make('section', { class: 'box' }, make('h3', {}, title), ...content);

// ---- habits

/** A box to tick, with what Webex does while it is ticked. */
const tick = (id, told, tell) => make('label', { class: 'habit' }, make('input', { type: 'checkbox', id, onchange: event => tell(event.target.checked) }), make('span', {}, told));

const habit = ({ name, told }) => tick(`habit-${name}`, told, on => breakIt({ fault: 'habit', name, on }));

const withheld = () => tick('fault-withhold', 'A new permission lacks the right to control calls, though it is asked for.', on => breakIt({ fault: 'withhold', on }));

// ---- bad answers

function answers() {
  const kind = make('select', { name: 'kind', onchange: () => explain() }, ANSWERS.map((one, i) => make('option', { value: i }, one.title)));
  const wait = make('label', {}, 'come again after (seconds)', make('input', { name: 'retryAfter', type: 'number', min: 1, max: 60, value: 3, required: true }));
  const seen = make('p', {});
  const chosen = () => ANSWERS[kind.value];
  const explain = () => {
    wait.hidden = chosen().status !== 429;
    seen.textContent = chosen().seen;
  };
  explain();
  return make('form', { class: 'answers', onsubmit: event => send(event, chosen()) },
    make('label', {}, 'Webex answers with', kind),
    make('label', {}, 'when it is asked for', make('select', { name: 'path' }, PATHS.map(([value, text]) => make('option', { value }, text)))),
    make('label', {}, 'how many times', make('input', { name: 'times', type: 'number', min: 1, max: 20, value: 1, required: true })),
    wait,
    make('button', { class: 'main' }, 'Break it'),
    seen);
}

function send(event, { fault, status }) {
  event.preventDefault();
  const { path, times, retryAfter } = event.target.elements;
  breakIt({ fault, status, path: path.value, times: Number(times.value), retryAfter: Number(retryAfter.value) });
}

// ---- what is broken just now

function broken(state) {
  return [
    state.alive === false && 'The bot is dead.',
    ...state.expected.map(({ left, path, what }) => `${left === 1 ? 'The next request' : `The next ${left} requests`}${path && ` to ${path}`}: ${what}.`),
    state.copies > 1 && 'Everything is delivered twice.',
    state.withholds && 'A new permission lacks the right to control calls.',
    ...state.habits.filter(({ odd }) => odd).map(({ on, told }) => on ? told : `Not any more: ${told}`),
    state.holding && `${state.heldBack === 1 ? '1 event is' : `${state.heldBack} events are`} held back.`,
  ].filter(Boolean);
}

function show(state) {
  const list = broken(state);
  at('broken').replaceChildren(...(list.length ? list : ['Nothing is broken.']).map(text => make('li', {}, text)));
  at('broken').classList.toggle('some', list.length > 0);
  at('fault-mend').classList.toggle('yes', list.length > 0);
  at('faults').classList.toggle('alone', state.alive === undefined);
  at('fault-kill').disabled = !state.alive;
  at('fault-restart').disabled = state.alive !== false;
  at('fault-withhold').checked = state.withholds;
  if (!at('habits').childElementCount) at('habits').append(...state.habits.map(habit));
  for (const { name, on } of state.habits) at(`habit-${name}`).checked = on;
  at('fault-release').disabled = !state.holding;
  at('fault-reverse').disabled = !state.holding;
  if (list.length) mark('faults');
}

// ---- the panel

const who = make('select', { id: 'fault-who' }, make('option', { value: 'alice' }, 'Alice'), make('option', { value: 'bob' }, 'Bob'));

at('faults').append(
  make('div', { class: 'mending' },
    make('ul', { id: 'broken', 'aria-live': 'polite' }),
    make('button', { type: 'button', id: 'fault-mend', onclick: () => breakIt({ fault: 'mend' }) }, 'Mend everything'),
    make('button', { type: 'button', onclick: () => open('wire') }, 'Watch the wire')),
  make('p', { class: 'intro' }, 'Break something, then use the chat, and watch on the wire what the bot does about it.'),
  box('Webex answers badly', answers()),
  box('Webhooks go astray', holding(), WEBHOOKS.map(one => knob(one))),
  box('Permissions end', make('label', { class: 'whose' }, 'Whose', who), TOKENS.map(one => knob(one, () => ({ who: who.value }))), withheld()),
  box('Webex has its habits', make('p', {}, 'What its documentation leaves open, or what clients have seen. The bot must do with all of it.'), make('div', { id: 'habits' })),
  make('section', { class: 'box ours' }, make('h3', {}, 'The bot dies'), BOT.map(one => knob(one))));

feed.addEventListener('faults', event => show(JSON.parse(event.data)));
