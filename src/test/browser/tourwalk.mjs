// What tests of the tour need: where it stands, what it points to, and what each of its steps leaves behind.

import assert from 'node:assert/strict';

/** So many steps it has. */
export const STEPS = 12;

/** One step may take the bot three seconds, and the tour shows each thing for a moment before it does it. */
const LONG = 40_000;

export const next = page => page.locator('#tour-next');
export const phone = (page, name) => page.getByRole('article', { name, exact: true });
export const onCard = (page, title) => page.locator('#messages .card').getByRole('button', { name: title, exact: true }).last();

export async function atStep(page, number) {
  await page.locator('#tour .count', { hasText: new RegExp(`^${number} of ${STEPS}$`) }).waitFor();
}

export async function isDone(page) {
  await page.locator('#tour.done').waitFor({ timeout: LONG });
}

/** What the page is told of the sandbox, just now. */
export function state(page) {
  return page.evaluate(() => new Promise(resolve => {
    const live = new EventSource('state');
    live.onmessage = event => {
      live.close();
      resolve(JSON.parse(event.data));
    };
  }));
}

/** Whoever follows the tour sees what it points to, and can press it: nothing lies over it. */
export async function isWithinReach(page) {
  await page.locator('[data-pointed]').waitFor();
  await page.waitForFunction(() => {
    const element = document.querySelector('[data-pointed]');
    const { left, top, width, height } = element.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return there !== null && element.contains(there);
  });
}

/** Signs in as Alice on the page that this link opens. */
export async function signIn(page, press) {
  const opened = page.context().waitForEvent('page');
  await press();
  const asked = await opened;
  await asked.getByRole('button', { name: 'Agree as Alice' }).click();
  await asked.getByText('signed in').first().waitFor();
  await asked.close();
}

const wire = async (page, what) => assert.ok(await page.locator('#wire-lines .what', { hasText: what }).count() > 0, `${what} on the wire`);
const chat = (page, words) => page.locator('#messages .message', { hasText: words }).last().waitFor({ state: 'attached' });
const states = async page => (await state(page)).people.alice.calls.map(call => call.state);

/** What must be true after each step, whoever did it. */
export const EFFECTS = [
  async page => {
    assert.equal((await state(page)).people.alice.signedIn, true);
    await wire(page, 'POST /access_token');
  },
  async page => assert.equal((await state(page)).people.alice.watched, true),
  async page => {
    assert.deepEqual(await states(page), []);
    await wire(page, 'POST /telephony/calls/dial');
    await wire(page, 'GET /people');
    await chat(page, /Call with Bob Brown .*ended/);
  },
  async page => {
    assert.deepEqual(await states(page), ['connected']);
    assert.deepEqual((await state(page)).outside.map(line => [line.name, line.state, line.with]), [['John Smith', 'TALKING', 'Alice Adams']]);
    await wire(page, 'POST /telephony/calls/answer');
    await chat(page, 'On a call');
  },
  async page => assert.deepEqual(await states(page), ['connected']),
  async page => {
    assert.deepEqual(await states(page), ['connected']);
    await wire(page, 'POST /telephony/calls/park');
    await wire(page, 'POST /telephony/calls/retrieve');
  },
  async page => {
    assert.deepEqual(await states(page), []);
    assert.deepEqual((await state(page)).outside.map(line => line.state), ['TALKING', 'TALKING']);
    await wire(page, 'POST /telephony/calls/hold');
    await wire(page, 'POST /telephony/calls/transfer');
  },
  async page => {
    await wire(page, 'GET /telephony/calls/history');
    await chat(page, 'Recent calls');
  },
  async page => {
    await chat(page, 'How things stand');
    await wire(page, '/settings/doNotDisturb');
  },
  async page => chat(page, '"eventType"'),
  async page => {
    assert.equal(await page.locator('#wire-lines .line.fault').count(), 1);
    assert.match(await page.locator('#wire-lines .line.again').textContent(), /GET \/telephony\/calls.*200/);
    await chat(page, /no calls/);
  },
  async page => chat(page, /last command.*429/s),
];
