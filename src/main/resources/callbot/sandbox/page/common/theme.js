// Light or dark: as the system says, until somebody chooses; the choice is remembered in this browser.

import { at } from './dom.js';
import { icon } from './icons.js';

const THEMES = { system: 'as the system', light: 'light', dark: 'dark' };
const button = at('theme');
let theme = Object.hasOwn(THEMES, localStorage.getItem('theme')) ? localStorage.getItem('theme') : 'system';

function apply() {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  button.replaceChildren(icon(theme));
  button.title = `Colours: ${THEMES[theme]}`;
  button.setAttribute('aria-label', button.title);
}

button.addEventListener('click', () => {
  const names = Object.keys(THEMES);
  theme = names[(names.indexOf(theme) + 1) % names.length];
  localStorage.setItem('theme', theme);
  apply();
});
apply();
