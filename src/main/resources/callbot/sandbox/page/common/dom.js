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
  element.append(...children.flat(Infinity).filter(child => child !== undefined && child !== null && child !== false));
  return element;
}

/** Reads this out to those who do not see the page. */
export function announce(words) {
  at('news').append(make('p', {}, words));
  while (at('news').children.length > 5) at('news').firstChild.remove();
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

/** Whether an image is a part of its address, so that nobody has to be asked for it. */
export function isLocalImage(address) {
  return /^data:image\//i.test(address ?? '');
}

/** Makes these the children of the parent, in this order; those that are there already are not touched. */
export function arrange(parent, elements) {
  const wanted = new Set(elements);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  let place = parent.firstElementChild;
  for (const element of elements) {
    if (element === place) place = place.nextElementSibling;
    else parent.insertBefore(element, place);
  }
}

/** Gives the element these children, but keeps what was typed into the old ones and where the focus was. */
export function redraw(id, ...children) {
  const box = at(id);
  const fields = [...box.querySelectorAll('input, select')].map(field => [field.id, valueOf(field)]);
  const focused = box.contains(document.activeElement) ? document.activeElement.id : '';
  box.replaceChildren(...children.filter(Boolean));
  for (const [fieldId, value] of fields) {
    const field = at(fieldId);
    if (field?.type === 'checkbox') field.checked = value;
    else if (field) field.value = value;
  }
  if (focused) (at(focused) ?? box.querySelector('button')).focus();
}

const valueOf = field => field.type === 'checkbox' ? field.checked : field.value;
