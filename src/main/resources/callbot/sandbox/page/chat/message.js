// One message of the chat.

import { drawCard } from '../cards/cards.js';
import { make } from '../common/dom.js';
import { words } from './words.js';

/** Hours and minutes, as the bot writes them. */
export function clock(time) {
  return new Date(time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** The first letters of somebody's names. */
export function initials(name) {
  return name.split(/\s+/).map(word => word[0]).slice(0, 2).join('').toUpperCase();
}

/** The message; what is pressed on its card goes to send. */
export function drawMessage(message, send) {
  return make('article', {
    class: `message ${message.fromBot ? 'theirs' : 'mine'}${message.parentId ? ' reply' : ''}`,
    tabindex: '-1',
    'aria-label': `${message.author}, ${clock(message.created)}`,
  },
  message.fromBot && make('span', { class: 'face bot', 'aria-hidden': 'true' }, initials(message.author)),
  make('p', { class: 'by' },
    message.fromBot ? make('strong', {}, message.author) : 'You',
    ' ', make('time', { datetime: message.created }, clock(message.created)),
    message.edited && make('span', { class: 'edited' }, ' edited')),
  ...drawContent(message, send));
}

function drawContent(message, send) {
  if (message.deleted) return [make('p', { class: 'words gone' }, 'This message was deleted.')];
  if (message.card) return [drawCard(message.card, send)];
  return [make('div', { class: 'words' }, message.html ? words(message.html) : message.text)];
}
