// What the page asks of the sandbox.

import { at } from './dom.js';

/** Asks the sandbox to do something, and shows what it refuses. Says whether it was done. */
export async function wish(path, what) {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(what),
    });
    at('trouble').textContent = answer.ok ? '' : (await answer.json()).message;
    return answer.ok;
  } catch {
    at('trouble').textContent = 'The sandbox does not answer. Is it still running?';
    return false;
  }
}

/** Hands every new state of the sandbox to this function, for as long as the page is open. */
export function watch(show) {
  const live = new EventSource('state');
  live.onopen = () => link('live', 'live');
  live.onerror = () => link('lost', 'connection lost, trying again …');
  live.onmessage = event => show(JSON.parse(event.data));
}

function link(kind, words) {
  at('link').className = kind;
  at('link').textContent = words;
}
