// Draws the simple part of Adaptive Cards. What it cannot draw it says, so that nobody waits for it.

import { isSafe, make } from './dom.js';

/** A card; submit is called with the inputs when a button is pressed. */
export function drawCard(card, submit) {
  const root = make('div', { class: 'card', role: 'group', 'aria-label': 'Card' });
  const inputs = () => Object.fromEntries([...root.querySelectorAll('[data-input]')].map(field =>
    [field.dataset.input, field.type === 'checkbox' ? String(field.checked) : field.value]));
  const press = data => submit({ ...inputs(), ...data });
  root.append(...(card.body ?? []).map(element => draw(element, press)));
  if (card.actions?.length) root.append(drawActions(card.actions, press));
  return root;
}

function draw(element, press) {
  if (element.isVisible === false) return make('div', { hidden: true });
  switch (element.type) {
    case 'TextBlock': return drawText(element);
    case 'RichTextBlock':
      return make('p', {}, ...element.inlines.map(inline => typeof inline === 'string' ? inline : drawText(inline)));
    case 'FactSet':
      return make('dl', {}, ...element.facts.flatMap(fact =>
        [make('dt', {}, fact.title), make('dd', {}, ...inline(fact.value))]));
    case 'Container': return make('div', {}, ...(element.items ?? []).map(item => draw(item, press)));
    case 'ColumnSet':
      return make('div', { class: 'columns' }, ...(element.columns ?? []).map(column =>
        make('div', { class: column.width === 'auto' ? 'auto' : undefined },
          ...(column.items ?? []).map(item => draw(item, press)))));
    case 'ActionSet': return drawActions(element.actions, press);
    case 'Input.Text':
    case 'Input.Number':
    case 'Input.Date':
    case 'Input.Time':
      return labelled(element, make('input', {
        'data-input': element.id,
        type: { 'Input.Number': 'number', 'Input.Date': 'date', 'Input.Time': 'time' }[element.type] ?? 'text',
        value: element.value,
        placeholder: element.placeholder,
      }));
    case 'Input.Toggle':
      return labelled({ label: element.title }, make('input', {
        'data-input': element.id, type: 'checkbox', checked: element.value === 'true',
      }));
    case 'Input.ChoiceSet':
      return labelled(element, make('select', { 'data-input': element.id }, ...element.choices.map(choice =>
        make('option', { value: choice.value, selected: choice.value === element.value }, choice.title))));
    default: return make('p', { class: 'missing' }, `(${element.type} is not drawn here)`);
  }
}

function drawText(block) {
  const classes = [
    ['large', 'extraLarge', 'Large', 'ExtraLarge'].includes(block.size) && 'large',
    /bolder/i.test(block.weight ?? '') && 'bolder',
    block.isSubtle && 'subtle',
  ].filter(Boolean).join(' ');
  return make(block.type === 'TextRun' ? 'span' : 'p', { class: classes || undefined }, ...inline(block.text));
}

/** Bold, italics and links: the Markdown that cards know. */
function inline(text) {
  const pattern = /\*\*(.+?)\*\*|_(.+?)_|\[([^\]]+)\]\(([^)\s]+)\)/g;
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    parts.push(text.slice(from, found.index));
    from = found.index + found[0].length;
    if (found[1]) parts.push(make('strong', {}, found[1]));
    else if (found[2]) parts.push(make('em', {}, found[2]));
    else if (isSafe(found[4])) parts.push(make('a', { href: found[4], target: '_blank', rel: 'noopener' }, found[3]));
    else parts.push(found[0]);
  }
  return [...parts, text.slice(from)];
}

function labelled(element, field) {
  return make('label', {}, element.label ?? element.placeholder ?? element.id ?? '', field);
}

function drawActions(actions, press) {
  const row = make('div', { class: 'actions' });
  const below = make('div');
  for (const action of actions) {
    switch (action.type) {
      case 'Action.Submit':
        row.append(make('button', { type: 'button', onclick: () => press(action.data) }, action.title));
        break;
      case 'Action.OpenUrl':
        if (isSafe(action.url)) {
          row.append(make('a', { class: 'button', href: action.url, target: '_blank', rel: 'noopener' }, action.title));
        }
        break;
      case 'Action.ShowCard': {
        const inner = drawCard(action.card, press);
        inner.hidden = true;
        below.append(inner);
        row.append(make('button', {
          type: 'button',
          'aria-expanded': 'false',
          onclick: event => {
            inner.hidden = !inner.hidden;
            event.currentTarget.setAttribute('aria-expanded', String(!inner.hidden));
          },
        }, action.title));
        break;
      }
      default: row.append(make('span', { class: 'missing' }, `(${action.type} is not drawn here)`));
    }
  }
  return make('div', {}, row, below);
}
