// What the tour knows of the sandbox: who calls whom, what was written, what went over the wire.

import { feed } from '../wire/wire.js';

const lines = new Map();
let state;

/** Takes in this state of the sandbox. */
export function learn(now) {
  state = now;
}

/** Calls this function whenever the wire has news. */
export function onWire(changed) {
  feed.addEventListener('begin', () => lines.clear());
  feed.addEventListener('message', event => {
    const line = JSON.parse(event.data);
    lines.set(line.number, line);
    changed();
  });
}

/** What has been said and done until now. */
export function mark() {
  return {
    messages: new Set(state.people.alice.messages.map(message => message.id)),
    line: Math.max(0, ...lines.keys()),
  };
}

/** How things stand, and what has happened since this mark. */
export function since({ messages, line }) {
  const { alice, bob } = state.people;
  const news = alice.messages.filter(message => !messages.has(message.id));
  return {
    alice,
    bob,
    outside: state.outside,
    /** Whether Alice has written this, and the bot something after it. */
    answered: command => news.some((message, i) => said(command)(message) && news.slice(i).some(later => later.fromBot)),
    /** Whether the bot has written a message with these words. */
    told: words => news.some(message => message.fromBot && message.text?.includes(words)),
    /** Whether there is such a line on the wire. */
    wire: wanted => [...lines.values()].some(one => one.number > line && wanted(one)),
    /** Which of these commands Alice has written last. */
    last: commands => alice.messages.flatMap(message => commands.filter(command => said(command)(message))).at(-1),
  };
}

const said = command => message => !message.fromBot && plain(message.text ?? '') === plain(command);
const plain = text => text.toLowerCase().replace(/^\//, '').trim().replace(/\s+/g, ' ');
