// How elements are made here: always from text, never from markup.

export const at = id => document.getElementById(id);

/** An element with these attributes and children; strings become text, what is undefined or false is left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter(child => child !== undefined && child !== null && child !== false));
  return element;
}

/** Only these addresses become links. */
export function isSafe(address) {
  return /^(https?|mailto|tel):/i.test(address ?? '');
}

/** A link that opens beside this page, or the bare words if its address is not safe. */
export function link(address, ...children) {
  return isSafe(address)
    ? make('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, ...children)
    : make('span', {}, ...children);
}
