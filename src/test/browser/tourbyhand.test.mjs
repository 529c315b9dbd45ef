// The guided tour, followed by somebody who reads, and does everything in a way of his own: by keyboard, on the phones, with
// the cards, in other words. Needs a sandbox that nobody has used yet; the tests go in order.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { close, open, printed, say, troubles } from './page.mjs';
import { atStep, EFFECTS, isDone, next, onCard, phone, signIn, state } from './tourwalk.mjs';

/** So many milliseconds somebody reads before he does something. */
const READING = 3000;

let page;
let opened;

before(async () => {
  opened = Date.now();
  page = await open({ colorScheme: 'dark' });
});
after(close);

const now = words => page.locator('#tour .now', { hasText: words }).waitFor();
const chip = command => page.locator('#tour').getByRole('button', { name: command, exact: true });
const read = () => page.waitForTimeout(READING);

const WAYS = [
  async () => {
    await page.locator('#text').focus();
    await page.keyboard.type('auth');
    await page.keyboard.press('Enter');
    await now('agree as Alice');
    const link = page.locator('#messages').getByRole('link', { name: 'Sign in with Webex' });
    await link.focus();
    await signIn(page, () => page.keyboard.press('Enter'));
  },
  async () => onCard(page, 'Show my calls as they happen').press('Enter'),
  async t => {
    await chip('call Bob').click();
    await now('Press “Bob Brown 1002”');
    await onCard(page, 'Bob Brown 1002').press('Enter');
    await now('Your phone rings');
    await phone(page, 'Alice Adams').getByRole('button', { name: 'Pick up' }).click();
    await now('Bob’s phone rings');
    await phone(page, 'Bob Brown').getByRole('button', { name: 'Pick up' }).click();
    await now('You talk');
    t.diagnostic(`first answered call, with ${READING / 1000} s to read each step: ${(Date.now() - opened) / 1000} s after the page was opened`);
    await phone(page, 'Bob Brown').getByRole('button', { name: 'Hang up' }).click();
  },
  async () => {
    await phone(page, 'The outside world').getByRole('button', { name: 'Call', exact: true }).click();
    await now('Press “Answer”');
    await onCard(page, 'Answer').click();
  },
  async () => {
    await phone(page, 'Alice Adams').getByRole('button', { name: 'Hold' }).press('Enter');
    await now('Press “Resume”');
    await say(page, 'RESUME');
  },
  async () => {
    await onCard(page, 'Park').click();
    await page.locator('#messages .shown:visible').getByRole('button', { name: 'Park', exact: true }).click();
    await now('/retrieve');
    await say(page, '/retrieve 1001');
    await now('Your phone rings');
    await phone(page, 'Alice Adams').getByRole('button', { name: 'Pick up' }).click();
  },
  async () => {
    await chip('consult +1 408 555 0134').press('Enter');
    await now('Your phone rings');
    await phone(page, 'Alice Adams').getByRole('button', { name: 'Pick up' }).click();
    await now('It rings at that number');
    await phone(page, 'The outside world').getByRole('button', { name: 'Pick up' }).click();
    await now('Press “Swap”');
    await onCard(page, 'Swap').click();
    await now('complete the transfer');
    await say(page, '/transfer complete');
  },
  async () => page.locator('#ideas').getByRole('button', { name: '/history' }).click(),
  async () => say(page, 'STATUS'),
  async () => {
    await say(page, '/monitor JSON');
    await now('Missed');
    await phone(page, 'The outside world').getByRole('button', { name: 'Missed' }).click();
    await now('/monitor on');
    await say(page, '/monitor on');
  },
  async () => {
    await page.getByRole('button', { name: 'Break it' }).click();
    await now('/calls');
    await say(page, '/calls');
    await now('three seconds');
  },
  async () => say(page, 'why'),
];

describe('the tour, by hand', () => {
  test('is begun by keyboard', async () => {
    await page.locator('.skip').focus();
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press('Tab');
      if (await page.locator('#tour-take').evaluate(one => one === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await atStep(page, 1);
  });

  for (const [i, way] of WAYS.entries()) {
    test(`step ${i + 1}`, async t => {
      await atStep(page, i + 1);
      assert.equal(await next(page).textContent(), 'Skip');
      if (i < 3) await read();
      await way(t);
      await isDone(page);
      await EFFECTS[i](page);
      await page.keyboard.press('Control+Enter');
    });
  }

  test('is over after the last step', async () => {
    await page.locator('#tour').waitFor({ state: 'hidden' });
    const { people, outside } = await state(page);
    assert.deepEqual([people.alice.calls, people.bob.calls, outside], [[], [], []]);
  });

  test('has had nothing to say on the console, and has asked nobody else', t => {
    t.diagnostic(`console: ${printed.length ? printed.join('\n') : 'nothing'}`);
    assert.deepEqual(printed, []);
    assert.deepEqual(troubles, []);
  });
});
