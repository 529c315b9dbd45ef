// Points to the part of the page that matters now.

import { open } from '../common/tabs.js';

/** So many milliseconds a line of the wire is held in sight, though others come after it. */
const HOLD = 2000;

let find = () => undefined;
let pointed;
let opens = true;
let shown;

/**
 * Points to what this function finds, as soon as it is there and wherever it moves, until told otherwise.
 *
 * mayOpen says whether a panel that is not seen is brought before.
 */
export function pointAt(what, mayOpen = true) {
  find = what;
  opens = mayOpen;
  shown = undefined;
  point();
}

/** Points to nothing. */
export function pointNowhere() {
  pointAt(() => undefined);
}

function point() {
  const element = find() ?? undefined;
  if (pointed !== element) pointed?.removeAttribute('data-pointed');
  pointed = element;
  element?.setAttribute('data-pointed', '');
  if (element && isUnsteady(element)) show(element);
}

const isUnsteady = element => shown === undefined || element.matches('.line') && Date.now() - shown < HOLD;

function show(element) {
  const panel = element.closest('.panel');
  if (panel.hidden && opens) open(panel.id);
  if (panel.hidden) return;
  shown ??= Date.now();
  element.scrollIntoView({ block: element.matches('.line') ? 'center' : 'nearest' });
}

new MutationObserver(point).observe(document.querySelector('main'), { childList: true, subtree: true });
