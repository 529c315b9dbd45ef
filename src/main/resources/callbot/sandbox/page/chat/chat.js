// The chat of whoever one is.

import { announce, arrange, at, make } from '../common/dom.js';
import { drawMessage } from './message.js';
import { wish } from '../common/server.js';
import { mark } from '../common/tabs.js';
import { welcome } from './welcome.js';

/** A message within so many milliseconds of the one above it, by the same author, needs no name of its own. */
const TOGETHER = 3 * 60 * 1000;

const log = at('messages');
const choices = [...document.querySelectorAll('input[name=who]')];
const seen = new Map();
let state;
let drawn = new Map();
let shownFor;
let follows = true;
let greeting = {};
let rest = '';

/** Who one is: alice or bob. */
export function me() {
  return choices.find(choice => choice.checked).value;
}

/** Shows the messages of this state. */
export function showChat(now) {
  const first = state === undefined;
  state = now;
  at('bot').textContent = state.bot;
  if (!state.withCallbot) at('motto').textContent = 'A simulated Webex for your bot.';
  for (const who of Object.keys(state.people)) if (first) see(who);
  tell(news(me()));
  draw();
  count();
}

// ---- what is new

const fromBot = who => state.people[who].messages.filter(message => message.fromBot && !message.deleted);
const news = who => fromBot(who).filter(message => !seen.get(who)?.has(message.id));

function see(who) {
  seen.set(who, new Set(fromBot(who).map(message => message.id)));
}

function tell(messages) {
  if (messages.length === 0) return;
  messages.forEach(message => announce(`${message.author}: ${message.text}`));
  mark('chat');
  see(me());
}

/** Says beside each person how many messages he has not seen. */
function count() {
  for (const choice of choices) {
    const unread = news(choice.value).length;
    choice.parentElement.querySelector('.unread')
      .replaceChildren(...(unread ? [String(unread), make('span', { class: 'unseen' }, ' unread')] : []));
  }
}

// ---- drawing

/** Every message with its answers below it. */
function threaded(messages) {
  const here = new Set(messages.map(message => message.id));
  const isTop = message => !here.has(message.parentId);
  return messages.filter(isTop).flatMap(top => [top, ...messages.filter(message => message.parentId === top.id)]);
}

/** Draws what is new or has changed, and leaves the rest alone: somebody may be filling in a card. */
function draw() {
  const who = me();
  const switched = shownFor !== who;
  const messages = threaded(state.people[who].messages);
  const next = new Map(messages.map(message => [message.id, entry(message, who, switched)]));
  const focused = [...drawn].find(([, { element }]) => element.contains(document.activeElement))?.[0];
  const nth = focused && reachable(drawn.get(focused).element).indexOf(document.activeElement);

  arrange(log, messages.length
    ? messages.map(message => next.get(message.id).element)
    : [greet(who)]);
  messages.forEach((message, i) => next.get(message.id).element.classList.toggle('more', isMore(message, messages[i - 1])));
  if (next.has(focused)) refocus(next.get(focused).element, nth);
  else if (focused) log.focus({ preventScroll: true });
  const isNews = messages.some(message => !drawn.has(message.id));
  drawn = next;
  shownFor = who;
  if (follows || switched) toEnd();
  else if (isNews) at('below').hidden = false;
}

function entry(message, who, switched) {
  const key = who + JSON.stringify(message);
  const old = drawn.get(message.id);
  if (old?.key === key) return old;
  const element = drawMessage(message, inputs => wish('submit', { who, message: message.id, inputs }));
  if (!switched) element.classList.add(old ? 'changed' : 'new');
  sizes.observe(element);
  return { key, element };
}

/** The same for as long as it is right: the keyboard may be on its button. */
function greet(who) {
  const key = who + state.withCallbot;
  if (greeting.key !== key) greeting = { key, element: welcome(state, who) };
  return greeting.element;
}

function isMore(message, above) {
  return above !== undefined && above.author === message.author && above.parentId === message.parentId
    && new Date(message.created) - new Date(above.created) < TOGETHER;
}

// ---- the focus stays where it was when a message changes under it

const reachable = element => [...element.querySelectorAll('button, a[href], input, select, textarea')]
  .filter(one => one.offsetParent !== null);

function refocus(element, nth) {
  if (element.contains(document.activeElement)) return;
  const there = reachable(element);
  (there[Math.min(nth, there.length - 1)] ?? element).focus({ preventScroll: true });
}

// ---- the end stays in sight for whoever is at the end

/** Shows the newest message, and those that come; what an empty chat says is read from its beginning. */
export function toEnd() {
  follows = true;
  log.scrollTop = drawn.size ? log.scrollHeight : 0;
  at('below').hidden = true;
}

const extent = () => `${log.scrollHeight} ${log.clientHeight}`;

const sizes = new ResizeObserver(changes => {
  for (const { target } of changes) if (!target.isConnected) sizes.unobserve(target);
  rest = extent();
  if (follows) toEnd();
});
sizes.observe(log);

log.addEventListener('scroll', () => {
  const isTheirs = rest === extent(); // otherwise it is the browser's doing, which has laid out anew
  rest = extent();
  if (!isTheirs) return;
  follows = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
  if (follows) at('below').hidden = true;
});
at('below').addEventListener('click', toEnd);

for (const choice of choices) {
  choice.addEventListener('change', () => {
    see(me());
    draw();
    count();
    document.dispatchEvent(new Event('person'));
  });
}
