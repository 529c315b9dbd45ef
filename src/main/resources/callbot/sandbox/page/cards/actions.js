// The buttons of a card.

import { MOST_BUTTONS, note, oneButtonTooMany, unknownAction } from './check.js';
import { isSafe, link, make } from '../common/dom.js';

/** A card's inputs; one that a button shows knows the card beneath it, whose inputs are sent as well. */
export function newScope(parent, send) {
  return { inputs: [], parent, send };
}

const inputsOf = scope => [...(scope.parent ? inputsOf(scope.parent) : []), ...scope.inputs];

/** A row of buttons, and below it the cards that some of them show. */
export function actionRow(actions, scope, drawFace, align = 'left') {
  const row = make('div', { class: `actions ${align}` });
  const parts = actions.map((action, i) => i < MOST_BUTTONS
    ? drawAction(action, scope, drawFace)
    : { complaint: oneButtonTooMany(action) });
  const shows = parts.filter(part => part.shown);
  for (const part of shows) part.button.addEventListener('click', () => shows.forEach(one => toggle(one, one === part)));
  row.append(...parts.map(part => part.button).filter(Boolean));
  return [row, ...parts.filter(part => part.complaint).map(part => note(part.complaint)), ...shows.map(part => part.shown)];
}

function drawAction(action, scope, drawFace) {
  const kind = `press ${['positive', 'destructive'].includes(action.style) ? action.style : ''}`;
  switch (action.type) {
    case 'Action.Submit':
      return { button: make('button', { type: 'button', class: kind, onclick: () => press(action, scope) }, action.title) };
    case 'Action.OpenUrl': {
      if (!isSafe(action.url)) return { complaint: `“${action.title}” opens nothing: ${action.url} is no web address.` };
      const opener = link(action.url, action.title);
      opener.className = `${kind} opens`;
      return { button: opener };
    }
    case 'Action.ShowCard': {
      const shown = make('div', { class: 'shown styled style-emphasis bleed', role: 'group', 'aria-label': action.title, hidden: true },
        drawFace(action.card ?? {}, newScope(scope, scope.send)));
      return { shown, button: make('button', { type: 'button', class: `${kind} shows`, 'aria-expanded': 'false' }, action.title) };
    }
    default: return { complaint: unknownAction(action) };
  }
}

/** Opens or closes the card of the button that was pressed, and closes the others of its row. */
function toggle({ button, shown }, pressed) {
  shown.hidden = !pressed || !shown.hidden;
  button.setAttribute('aria-expanded', String(!shown.hidden));
  if (!shown.hidden) shown.scrollIntoView({ block: 'nearest' });
}

/** Sends the values, unless one of them is not as the card wants it: then that is said beside it. */
function press(action, scope) {
  const data = typeof action.data === 'object' ? action.data : {};
  if (action.associatedInputs?.toLowerCase() === 'none') {
    scope.send(action.title, data);
    return;
  }
  const inputs = inputsOf(scope);
  const wrong = inputs.filter(input => !input.check());
  if (wrong.length) wrong[0].focus();
  else scope.send(action.title, { ...Object.fromEntries(inputs.map(input => [input.id, input.value()])), ...data });
}
