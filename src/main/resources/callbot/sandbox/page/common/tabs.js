// Which panels are seen. All that fit are shown beside each other; the rest are behind tabs.

const tabs = [...document.querySelectorAll('[role=tab]')];
const list = document.querySelector('[role=tablist]');
const widths = [matchMedia('(min-width: 60rem)'), matchMedia('(min-width: 94rem)')];
let chosen = 'chat';

const panel = tab => document.getElementById(tab.getAttribute('aria-controls'));

/** The panels that need no tab: none on a phone, the chat on a tablet, chat and phones on a wide screen. */
const pinned = () => ['chat', 'phones'].slice(0, widths.filter(width => width.matches).length);

/** Shows this panel, by the id of its section. */
export function open(id) {
  chosen = id;
  arrange();
}

/** Marks the tab of a panel with a dot, unless the panel is seen; it goes when the panel is opened. */
export function mark(id) {
  const tab = tabs.find(one => one.getAttribute('aria-controls') === id);
  if (panel(tab).hidden) tab.classList.add('news');
}

function arrange() {
  const fixed = pinned();
  const choices = tabs.filter(tab => !fixed.includes(tab.getAttribute('aria-controls')));
  const current = choices.find(tab => tab.getAttribute('aria-controls') === chosen) ?? choices[0];
  for (const tab of tabs) {
    const isFixed = !choices.includes(tab);
    const isCurrent = tab === current;
    tab.hidden = isFixed;
    tab.tabIndex = isCurrent ? 0 : -1;
    tab.setAttribute('aria-selected', String(isCurrent));
    panel(tab).hidden = !isFixed && !isCurrent;
    if (isFixed) panel(tab).removeAttribute('role');
    else panel(tab).setAttribute('role', 'tabpanel');
    if (!panel(tab).hidden) tab.classList.remove('news');
  }
  document.body.dataset.pinned = fixed.length;
  const first = panel(choices[0]);
  if (list.nextElementSibling !== first) first.before(list); // so that the keyboard meets them in the order of the eye
}

function step(event) {
  const choices = tabs.filter(tab => !tab.hidden);
  const here = choices.indexOf(event.currentTarget);
  const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: choices.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const next = choices[(to + choices.length) % choices.length];
  open(next.getAttribute('aria-controls'));
  next.focus();
}

for (const tab of tabs) {
  tab.addEventListener('click', () => open(tab.getAttribute('aria-controls')));
  tab.addEventListener('keydown', step);
}
for (const width of widths) width.addEventListener('change', arrange);
arrange();
