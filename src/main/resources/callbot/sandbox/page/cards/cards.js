// Draws Adaptive Cards: what Webex draws, in its look. What Webex would drop or refuse is marked with a sentence.

import { actionRow, newScope } from './actions.js';
import { complaints, note, unknownElement } from './check.js';
import { drawInput, isInput } from './inputs.js';
import { inline, paragraphs } from './text.js';
import { isLocalImage, make } from '../common/dom.js';

/**
 * A card. What is pressed goes to send, with the button's title and the values; it answers whether that was taken.
 */
export function drawCard(card, send) {
  const status = make('p', { class: 'sent', role: 'status' });
  const scope = newScope(undefined, async (title, values) => {
    status.textContent = `Sending “${title}” …`;
    const taken = await send(values);
    status.textContent = taken ? `✓ “${title}” was sent.` : `“${title}” was not sent.`;
  });
  return make('div', { class: 'card', role: 'group', 'aria-label': 'Card' },
    complaints(card).map(note), drawFace(card, scope), status);
}

/** What is on a card or on one that a button shows. */
function drawFace(card, scope) {
  const items = drawItems(card.body, scope);
  if (card.actions?.length) items.append(...actionRow(card.actions, scope, drawFace));
  return items;
}

function drawItems(elements, scope) {
  return make('div', { class: 'items' }, (elements ?? []).flatMap(element => placed(element, scope)));
}

/** An element with the line and the space before it. */
function placed(element, scope) {
  const drawn = [drawElement(element, scope)].flat();
  drawn[0].classList.add(`gap-${low(element.spacing, 'default')}`);
  if (element.isVisible === false) drawn.forEach(part => { part.hidden = true; });
  const line = make('hr', { class: `gap-${low(element.spacing, 'default')}` });
  return element.separator ? [line, ...drawn] : drawn;
}

function drawElement(element, scope) {
  switch (element.type) {
    case 'TextBlock': return drawTextBlock(element);
    case 'RichTextBlock': return drawRichText(element);
    case 'Image': return drawImage(element, element.size);
    case 'ImageSet': return make('div', { class: 'images' },
      (element.images ?? []).map(image => drawImage(image, element.imageSize ?? 'medium')));
    case 'FactSet': return drawFacts(element);
    case 'Container': return drawContainer(element, scope);
    case 'ColumnSet': return drawColumns(element, scope);
    case 'ActionSet': return actionRow(element.actions ?? [], scope, drawFace, low(element.horizontalAlignment, 'left'));
    default: return isInput(element) ? drawInput(element, scope) : note(unknownElement(element));
  }
}

// ---- words

function drawTextBlock(block) {
  const text = make('div', { class: `text ${look(block)} ${low(block.horizontalAlignment, 'left')}` },
    paragraphs(block.text ?? ''));
  if (block.wrap !== true) text.classList.add('one-line');
  if (block.wrap === true && block.maxLines > 0) {
    text.classList.add('some-lines');
    text.style.webkitLineClamp = block.maxLines;
  }
  return text;
}

function drawRichText(block) {
  return make('p', { class: `text ${low(block.horizontalAlignment, 'left')}` },
    (block.inlines ?? []).map(run => typeof run === 'string' ? run : make('span', {
      class: [look(run), ...['italic', 'strikethrough', 'underline', 'highlight'].filter(name => run[name])].join(' '),
    }, run.text ?? '')));
}

/** The classes for how words look. */
function look(words) {
  return [
    `size-${low(words.size, 'default')}`,
    `weight-${low(words.weight, 'default')}`,
    `color-${low(words.color, 'default')}`,
    words.isSubtle === true && 'subtle',
    low(words.fontType, 'default') === 'monospace' && 'monospace',
  ].filter(Boolean).join(' ');
}

function drawFacts(set) {
  return make('dl', { class: 'facts' }, (set.facts ?? []).flatMap(fact =>
    [make('dt', {}, inline(fact.title ?? '')), make('dd', {}, inline(fact.value ?? ''))]));
}

// ---- images

/** Nothing is loaded from elsewhere: such an image is described instead. */
function drawImage(image, size) {
  const place = `image size-${low(size, 'auto')} ${low(image.horizontalAlignment, 'left')}`
    + (low(image.style, 'default') === 'person' ? ' person' : '');
  if (!isLocalImage(image.url)) {
    return make('span', { class: `${place} absent`, role: 'img', 'aria-label': image.altText ?? 'Image' },
      image.altText ?? 'Image', make('small', {}, 'not loaded: nothing leaves this computer'));
  }
  const drawn = make('img', { class: place, src: image.url, alt: image.altText ?? '' });
  if (/^\d+px$/.test(image.width)) drawn.style.width = image.width;
  if (/^\d+px$/.test(image.height)) drawn.style.height = image.height;
  return drawn;
}

// ---- boxes

const STYLES = ['default', 'emphasis', 'good', 'accent', 'warning', 'attention'];

function box(element, kind, scope) {
  const drawn = make('div', { class: `${kind} v-${low(element.verticalContentAlignment, 'top')}` },
    drawItems(element.items, scope));
  const style = low(element.style, '');
  if (STYLES.includes(style)) drawn.classList.add('styled', `style-${style}`);
  if (STYLES.includes(style) && element.bleed === true) drawn.classList.add('bleed');
  if (/^\d+px$/.test(element.minHeight)) drawn.style.minHeight = element.minHeight;
  return drawn;
}

function drawContainer(container, scope) {
  return box(container, 'container', scope);
}

function drawColumns(set, scope) {
  const columns = (set.columns ?? []).map(column => {
    const drawn = box(column, 'column', scope);
    drawn.classList.add(`gap-${low(column.spacing, 'default')}`);
    if (column.separator) drawn.classList.add('line');
    drawn.style.flex = width(column.width ?? 'stretch');
    return drawn;
  });
  const style = low(set.style, '');
  return make('div', {
    class: `columns ${low(set.horizontalAlignment, 'left')}${STYLES.includes(style) ? ` styled style-${style}` : ''}`
      + (STYLES.includes(style) && set.bleed === true ? ' bleed' : ''),
  }, columns);
}

/** A column's width: as much as it needs, its part of what is left, or so many pixels. */
function width(wanted) {
  if (/^\d+px$/.test(wanted)) return `0 0 ${wanted}`;
  if (low(wanted, '') === 'auto') return '0 1 auto';
  const weight = Number(wanted);
  return weight > 0 ? `${weight} 1 0` : '1 1 0';
}

/** A word of the card's language, which knows no capitals. */
function low(word, otherwise) {
  return typeof word === 'string' && /^[a-z]+$/i.test(word) ? word.toLowerCase() : otherwise;
}
