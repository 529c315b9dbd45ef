// The chat of whoever one is.

import { drawCard } from './cards.js';
import { at, make } from './dom.js';
import { wish } from './server.js';
import { words } from './words.js';

let state;
let drawn = new Map();

const me = () => document.querySelector('input[name=who]:checked').value;

function drawMessage(message, who) {
  const time = new Date(message.created).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const content = message.html ? words(message.html) : [message.text];
  return make('div', { class: message.fromBot ? 'message' : 'message mine' },
    make('p', { class: 'by' }, `${message.author}, ${time}${message.edited ? ', edited' : ''}`),
    message.text && !message.card ? make('div', { class: 'words' }, ...content) : undefined,
    message.card
      ? drawCard(message.card, inputs => wish('submit', { who, message: message.id, inputs }))
      : undefined);
}

/** Draws what is new or has changed, and leaves the rest alone: somebody may be filling in a card. */
function draw() {
  const log = at('messages');
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  const who = me();
  const next = new Map();
  for (const message of state.people[who].messages) {
    const key = who + JSON.stringify(message);
    next.set(key, drawn.get(key) ?? drawMessage(message, who));
  }
  for (const [key, element] of drawn) if (!next.has(key)) element.remove();
  let place = log.firstChild;
  for (const element of next.values()) {
    if (element === place) place = place.nextSibling;
    else log.insertBefore(element, place);
  }
  drawn = next;
  if (atEnd) log.scrollTop = log.scrollHeight;
}

/** Shows the messages of this state. */
export function showChat(now) {
  state = now;
  at('bot').textContent = state.bot;
  draw();
}

function say(text) {
  wish('say', { who: me(), text });
  at('messages').scrollTop = at('messages').scrollHeight;
}

at('say').addEventListener('submit', event => {
  event.preventDefault();
  say(at('text').value);
  at('text').value = '';
});
for (const idea of document.querySelectorAll('[data-say]')) idea.addEventListener('click', () => say(idea.dataset.say));
for (const choice of document.querySelectorAll('input[name=who]')) {
  choice.addEventListener('change', () => {
    draw();
    at('messages').scrollTop = at('messages').scrollHeight;
  });
}
