// The part of Markdown that cards know: bold, italics, links and lists.

import { link, make } from '../common/dom.js';

const BULLET = /^\s*[-*+] (.*)/;
const NUMBER = /^\s*(\d+)[.)] (.*)/;
const INLINE = /\*\*(\S(?:.*?\S)??)\*\*|__(\S(?:.*?\S)??)__|(?<![\w*])\*(\S(?:[^*]*?\S)??)\*(?![\w*])|(?<![\w/])_(\S(?:[^_]*?\S)??)_(?!\w)|\[([^\]]+)\]\(([^)\s]+)\)/g;

/** The text line by line; neighbouring list items come in one list. */
export function paragraphs(text) {
  const parts = [];
  for (const line of String(text).split(/\r\n|\r|\n/)) {
    const bullet = BULLET.exec(line);
    const number = NUMBER.exec(line);
    if (bullet) listAt(parts, 'UL').append(make('li', {}, inline(bullet[1])));
    else if (number) listAt(parts, 'OL', number[1]).append(make('li', {}, inline(number[2])));
    else parts.push(make('p', {}, inline(line)));
  }
  return parts;
}

function listAt(parts, tag, start) {
  if (parts.at(-1)?.tagName !== tag) parts.push(make(tag.toLowerCase(), { start }));
  return parts.at(-1);
}

/** The text with its emphasis and links, as nodes. */
export function inline(text) {
  const parts = [];
  let from = 0;
  for (const found of String(text).matchAll(INLINE)) {
    const [all, bold, alsoBold, italic, alsoItalic, title, address] = found;
    parts.push(text.slice(from, found.index));
    from = found.index + all.length;
    if (bold ?? alsoBold) parts.push(make('strong', {}, inline(bold ?? alsoBold)));
    else if (italic ?? alsoItalic) parts.push(make('em', {}, inline(italic ?? alsoItalic)));
    else parts.push(link(address, title));
  }
  return [...parts, String(text).slice(from)];
}
