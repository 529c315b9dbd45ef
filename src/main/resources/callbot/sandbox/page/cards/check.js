// What Webex would drop from a card, or refuse it for, in sentences for those who write cards.

import { make } from '../common/dom.js';

/** So many buttons of a row are drawn. */
export const MOST_BUTTONS = 5;

const LATER = {
  Media: 'Only Webex for Windows draws “Media”; everybody else misses it.',
  Table: '“Table” came with version 1.5: Webex does not draw it.',
};

/** A sentence in red, where the trouble is. */
export function note(sentence) {
  return make('p', { class: 'complaint' }, sentence);
}

export function unknownElement(element) {
  return LATER[element.type] ?? `Webex does not draw “${element.type}”.`;
}

export function unknownAction(action) {
  return action.type === 'Action.ToggleVisibility'
    ? `“${action.title}” is an Action.ToggleVisibility: some Webex apps do not show such a card at all.`
    : `Webex refuses this card: it knows no ${action.type} (“${action.title}”).`;
}

export function oneButtonTooMany(action) {
  return `Webex drops “${action.title}”: it draws ${MOST_BUTTONS} buttons in a row and no more.`;
}

/** What is wrong with the card as a whole. */
export function complaints(card) {
  const inputs = inputsOf(card);
  const ids = inputs.map(input => input.id).filter(Boolean);
  const doubled = [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
  return [
    card.type !== 'AdaptiveCard' && 'Webex refuses this card: its type is not AdaptiveCard.',
    !isKnown(card.version) && `Webex refuses this card: its version is ${card.version ?? 'missing'}, and 1.3 is the highest it knows.`,
    ...doubled.map(id => `Two inputs have the id “${id}”: Webex does not draw such a card.`),
    inputs.some(input => !input.id) && 'An input has no id: what is filled in there is never sent.',
  ].filter(Boolean);
}

function isKnown(version) {
  return ['1.0', '1.1', '1.2', '1.3'].includes(version);
}

/** All inputs, those on cards that buttons show too. */
function inputsOf(part) {
  if (Array.isArray(part)) return part.flatMap(inputsOf);
  if (part === null || typeof part !== 'object') return [];
  const here = /^Input\./.test(part.type ?? '') ? [part] : [];
  return [...here, ...['body', 'items', 'columns', 'actions', 'card'].flatMap(name => inputsOf(part[name] ?? []))];
}
