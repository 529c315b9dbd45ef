// What a message says, drawn from the html that Webex makes of Markdown.

import { isSafe, link, make } from '../common/dom.js';

const ALLOWED = new Set(['P', 'STRONG', 'EM', 'CODE', 'PRE', 'UL', 'OL', 'LI', 'BR', 'BLOCKQUOTE',
  'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'SPARK-MENTION']);

/** The html as elements, of which only harmless ones without attributes are left. */
export function words(html) {
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].flatMap(clean);
}

function clean(node) {
  if (node.nodeType === Node.TEXT_NODE) return [node.textContent];
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const children = [...node.childNodes].flatMap(clean);
  if (node.tagName === 'A' && isSafe(node.getAttribute('href'))) return [link(node.getAttribute('href'), ...children)];
  return ALLOWED.has(node.tagName) ? [make(node.tagName.toLowerCase(), {}, ...children)] : children;
}
