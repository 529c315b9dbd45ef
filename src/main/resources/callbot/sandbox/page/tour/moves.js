// What one is asked to do on the tour: the words, the place on the page, how the tour itself does it, and how one sees that it is done.

import { me } from '../chat/chat.js';
import { at } from '../common/dom.js';
import { wish } from '../common/server.js';

/** So many milliseconds a command stands in the field before the tour sends it. */
const READING = 700;

const chat = selector => [...at('messages').querySelectorAll(selector)];
const last = (elements, words) => elements.findLast(one => one.textContent.trim().startsWith(words));
const idea = command => [...at('ideas').children].find(one => one.textContent === command);

/** After so many milliseconds. */
export const pause = millis => new Promise(resolve => setTimeout(resolve, millis));

/** Write this command as Alice. */
export function write(command, done = world => world.answered(command)) {
  return {
    words: 'Write',
    command,
    asAlice: true,
    find: () => idea(command) ?? at('text'),
    act: () => type(command),
    done,
  };
}

async function type(command) {
  at('text').value = command;
  await pause(READING);
  at('say').requestSubmit();
}

/** Press what these words say, which is here. */
export function press(words, find, done) {
  return { words, find, act: element => element.click(), done };
}

/** Press this button of the newest card that has it. */
export function pressCard(label, words, done) {
  return { ...press(words, () => last(chat('.card button'), label), done), asAlice: true };
}

/** Open the link to sign in, and agree; that page is not a part of this one, so the tour has the sandbox do it. */
export function agree(words, done) {
  return {
    words,
    asAlice: true,
    find: () => last(chat('.card a'), 'Sign in'),
    act: link => wish('agree', { who: 'alice', link: link.href }),
    done,
  };
}

/** Look at this until it is over. */
export function look(words, find, done) {
  return { words, find, act: () => undefined, done };
}

/** Before one can go on in Alice's chat. */
export const BE_ALICE = press('Be Alice again: choose her above the chat.',
  () => document.querySelector('.who input[value=alice]'), () => me() === 'alice');
