// What else there is to know about a line: headers, bodies, and the request for the shell.

import { make } from '../common/dom.js';

/** Fills this element with what there is to know, once. */
export async function loadDetails(line, element) {
  if (element.dataset.loaded) return;
  element.dataset.loaded = 'yes';
  try {
    const answer = await fetch(`wire/${line.number}`);
    const details = await answer.json();
    element.replaceChildren(...(answer.ok ? draw(line, details) : [details.message]));
  } catch {
    delete element.dataset.loaded;
    element.textContent = 'The sandbox does not answer. Is it still running?';
  }
}

function draw(line, details) {
  if (details.facts) return [facts(details.facts)];
  return [
    make('div', { class: 'tools' },
      copyButton(details.curl),
      make('span', { class: 'soft' }, 'Secrets are not shown: names such as $WEBEX_TOKEN stand for them.')),
    make('div', { class: 'halves' }, half('Request', details.request), half('Answer', details.answer)),
  ];
}

const facts = list => make('dl', {}, list.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]));

function half(title, { start, headers, body }) {
  return make('section', { 'aria-label': title },
    make('h4', {}, title),
    make('p', {}, make('code', {}, start)),
    body ? make('pre', { tabindex: '0', 'aria-label': `${title}: body` }, body) : make('p', { class: 'soft' }, 'no body'),
    make('details', {},
      make('summary', {}, `${headers.length} headers`),
      facts(headers)));
}

function copyButton(curl) {
  const said = make('span', { role: 'status', class: 'soft' });
  const button = make('button', { type: 'button', onclick: () => copy(curl, said, button) }, 'Copy as curl');
  return [button, said];
}

/** Where the browser does not let the text be copied, it is shown, to be copied by hand. */
async function copy(text, said, button) {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = 'copied';
  } catch {
    button.replaceWith(make('pre', { tabindex: '0' }, text));
  }
}
