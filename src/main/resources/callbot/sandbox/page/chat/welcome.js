// What an empty chat says.

import { make } from '../common/dom.js';

/** How to begin. */
export function welcome(state, who) {
  const person = state.people[who];
  const other = Object.values(state.people).find(one => one !== person);
  const step = (title, ...more) => make('li', {}, make('strong', {}, title), make('span', {}, ...more));
  if (!state.withCallbot) {
    return make('div', { class: 'welcome' },
      make('h3', {}, 'A chat without a bot'),
      make('p', {}, `You are ${person.name}, with a phone on extension ${person.extension}. Nobody runs the bot ${state.bot} yet: `
        + 'start yours with the token that the sandbox has printed, and write to it here.'));
  }
  return make('div', { class: 'welcome' },
    make('h3', {}, `Say hello to ${state.bot}`),
    make('p', {}, `You are ${person.name}, with a phone on extension ${person.extension}. ${state.bot} is the real bot; `
      + 'the Webex around it is made up. Three steps show it all:'),
    make('ol', {},
      step('Let it in.', make('button', { type: 'button', class: 'main', 'data-say': '/auth' }, 'Say /auth'),
        ' and agree on the page that its card leads to.'),
      step('Let it watch.', make('code', {}, '/monitor on'), ' and every call becomes a card here.'),
      step('Let it ring.', `Somebody from outside, or ${other.name} on ${other.extension}, calls you under Phones.`)));
}
