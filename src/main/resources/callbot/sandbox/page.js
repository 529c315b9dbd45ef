import { drawCard, isSafe, make } from './cards.js';

const at = id => document.getElementById(id);
let state;
let drawn = new Map();

const me = () => document.querySelector('input[name=who]:checked').value;

/** Asks the sandbox to do something; what it refuses is shown. */
async function wish(path, what) {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(what),
    });
    at('trouble').textContent = answer.ok ? '' : (await answer.json()).message;
  } catch {
    at('trouble').textContent = 'The sandbox does not answer. Is it still running?';
  }
}

// ---- the chat

const ALLOWED = new Set(['P', 'STRONG', 'EM', 'CODE', 'PRE', 'UL', 'OL', 'LI', 'BR', 'BLOCKQUOTE',
  'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'SPARK-MENTION']);

/** A message's html, of which only harmless tags are left. */
function words(html) {
  const clean = node => {
    if (node.nodeType === Node.TEXT_NODE) return [node.textContent];
    if (node.nodeType !== Node.ELEMENT_NODE) return [];
    const children = [...node.childNodes].flatMap(clean);
    if (node.tagName === 'A' && isSafe(node.getAttribute('href') ?? '')) {
      return [make('a', { href: node.getAttribute('href'), target: '_blank', rel: 'noopener' }, ...children)];
    }
    return ALLOWED.has(node.tagName) ? [make(node.tagName.toLowerCase(), {}, ...children)] : children;
  };
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].flatMap(clean);
}

function drawMessage(message, who) {
  const time = new Date(message.created).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const content = message.html ? words(message.html) : [message.text];
  return make('div', { class: message.fromBot ? 'message' : 'message mine' },
    make('p', { class: 'by' }, `${message.author}, ${time}${message.edited ? ', edited' : ''}`),
    message.text && !message.card ? make('div', { class: 'words' }, ...content) : undefined,
    message.card
      ? drawCard(message.card, inputs => wish('submit', { who, message: message.id, inputs }))
      : undefined);
}

/** Draws what is new or has changed, and leaves the rest alone: somebody may be filling in a card. */
function drawChat() {
  const log = at('messages');
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  const who = me();
  const next = new Map();
  for (const message of state.people[who].messages) {
    const key = who + JSON.stringify(message);
    next.set(key, drawn.get(key) ?? drawMessage(message, who));
  }
  for (const [key, element] of drawn) if (!next.has(key)) element.remove();
  let place = log.firstChild;
  for (const element of next.values()) {
    if (element === place) place = place.nextSibling;
    else log.insertBefore(element, place);
  }
  drawn = next;
  if (atEnd) log.scrollTop = log.scrollHeight;
}

// ---- the phones

const STATES = {
  'clickToDial alerting': 'rings: pick up to call',
  'terminator alerting': 'rings',
  'originator connecting': 'calling',
  connected: 'talking',
  held: 'on hold',
  remoteHeld: 'put on hold by the other side',
};

function drawPhone(who) {
  const person = state.people[who];
  const ask = (what, more) => wish('phone', { who, do: what, ...more });
  draw(`phone-${who}`,
    make('header', {},
      make('h3', { id: `name-${who}` }, `${person.name}’s desk phone`),
      make('span', { class: 'number' }, `ext. ${person.extension}`)),
    ...person.calls.map(call => drawCall(call, ask)),
    person.calls.length ? undefined : make('p', { class: 'idle' }, 'idle'),
    make('form', {
      class: 'dial',
      onsubmit: event => {
        event.preventDefault();
        ask('dial', { number: event.target.elements.number.value });
      },
    },
    make('label', {}, 'Number', make('input', {
      name: 'number', id: `dial-${who}`, inputmode: 'tel', required: true,
      value: who === 'alice' ? state.people.bob.extension : state.people.alice.extension,
    })),
    make('button', { id: `call-${who}` }, 'Call')));
}

function drawCall(call, ask) {
  const rings = call.state === 'alerting';
  const described = STATES[`${call.personality} ${call.state}`] ?? STATES[call.state] ?? call.state;
  const extras = [call.muted && 'muted', call.recording === 'started' && 'recording'].filter(Boolean);
  const button = (what, label, kind) => make('button', {
    type: 'button', id: `${what}-${call.id}`, class: kind, onclick: () => ask(what, { call: call.id }),
  }, label);
  return make('div', { class: rings ? 'call rings' : 'call' },
    make('strong', {}, call.with ?? 'Number withheld'),
    make('span', { class: 'state', role: 'status' }, [described, ...extras].join(', ')),
    make('div', { class: 'buttons' },
      rings ? button('pickUp', 'Pick up', 'yes') : undefined,
      call.state === 'connected' ? button('hold', 'Hold') : undefined,
      call.state === 'held' ? button('resume', 'Resume') : undefined,
      button('hangUp', rings && call.personality === 'terminator' ? 'Reject' : 'Hang up', 'no')));
}

const OUTSIDE = { RINGING: 'rings', CALLING: 'calling', TALKING: 'talking to', WAITING: 'waiting' };

function drawOutside() {
  const call = line => {
    const ask = what => wish('outside', { do: what, number: line.number, withheld: line.withheld });
    const rings = line.state === 'RINGING';
    return make('div', { class: rings ? 'call rings' : 'call' },
      make('strong', {}, line.name ?? line.number),
      make('span', { class: 'state', role: 'status' },
        [OUTSIDE[line.state], rings && line.with ? `(${line.with})` : line.with].filter(Boolean).join(' ')),
      make('div', { class: 'buttons' },
        rings ? make('button', { type: 'button', id: `answer-${line.number}`, class: 'yes', onclick: () => ask('pickUp') }, 'Pick up') : undefined,
        make('button', { type: 'button', id: `end-${line.number}`, class: 'no', onclick: () => ask('hangUp') }, 'Hang up')));
  };
  draw('phone-outside',
    make('header', {}, make('h3', { id: 'name-outside' }, 'The outside world')),
    ...state.outside.filter(line => !line.number.startsWith('voicemail:')).map(call),
    state.outside.length ? undefined : make('p', { class: 'idle' }, 'nobody calls'),
    make('form', {
      class: 'dial',
      onsubmit: event => {
        event.preventDefault();
        const { number, to, withheld } = event.target.elements;
        wish('outside', {
          do: 'call', number: number.value, name: 'John Smith', who: to.value, withheld: withheld.checked,
        });
      },
    },
    make('label', {}, 'From', make('input', { name: 'number', id: 'outside-from', inputmode: 'tel', required: true, value: '+1 222 333 4444' })),
    make('label', {}, 'To', make('select', { name: 'to', id: 'outside-to' },
      make('option', { value: 'alice' }, 'Alice'), make('option', { value: 'bob' }, 'Bob'))),
    make('label', { class: 'check' }, make('input', { name: 'withheld', id: 'outside-withheld', type: 'checkbox' }), 'withhold'),
    make('button', { id: 'outside-call' }, 'Call')));
}

/** Draws anew, but keeps what was typed and where the focus was. */
function draw(id, ...children) {
  const box = at(id);
  const fields = [...box.querySelectorAll('input, select')].map(f => [f.id, f.type === 'checkbox' ? f.checked : f.value]);
  const focused = box.contains(document.activeElement) ? document.activeElement.id : '';
  box.replaceChildren(...children.filter(Boolean));
  for (const [fieldId, value] of fields) {
    const field = at(fieldId);
    if (!field) continue;
    if (field.type === 'checkbox') field.checked = value;
    else field.value = value;
  }
  if (focused) (at(focused) ?? box.querySelector('button'))?.focus();
}

// ---- live

let phones = '';

function show() {
  at('bot').textContent = state.bot;
  drawChat();
  const now = JSON.stringify([state.people.alice.calls, state.people.bob.calls, state.outside]);
  if (now === phones) return;
  phones = now;
  drawPhone('alice');
  drawPhone('bob');
  drawOutside();
}

function say(text) {
  wish('say', { who: me(), text });
  at('messages').scrollTop = at('messages').scrollHeight;
}

at('say').addEventListener('submit', event => {
  event.preventDefault();
  say(at('text').value);
  at('text').value = '';
});
for (const idea of document.querySelectorAll('[data-say]')) idea.addEventListener('click', () => say(idea.dataset.say));
for (const choice of document.querySelectorAll('input[name=who]')) {
  choice.addEventListener('change', () => {
    drawChat();
    at('messages').scrollTop = at('messages').scrollHeight;
  });
}

const live = new EventSource('state');
live.onopen = () => { at('link').textContent = 'live'; };
live.onerror = () => { at('link').textContent = 'connection lost, trying again …'; };
live.onmessage = event => {
  state = JSON.parse(event.data);
  show();
};
