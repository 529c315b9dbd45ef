// The guided tour on a phone, followed by somebody who presses whatever it points to, at once. Needs a sandbox that nobody has
// used yet; the tests go in order.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { close, open, printed, size, troubles } from './page.mjs';
import { atStep, EFFECTS, isDone, isWithinReach, next, signIn, STEPS } from './tourwalk.mjs';

let page;
let opened;

before(async () => {
  opened = Date.now();
  page = await open({ width: 360, height: 740 });
});
after(close);

const pointed = () => page.locator('[data-pointed]');
const todo = () => page.locator('#tour .now');
const isLeftNow = async words => page.waitForFunction(before => document.querySelector('#tour.done, #tour .now')?.textContent !== before, words);

/** Does what is to be done now, by a press on what is pointed to. */
async function follow(t) {
  const words = await todo().textContent();
  await fits();
  const command = await todo().getByRole('button').count();
  if (/waits/.test(words)) await page.locator('#tab-wire[aria-selected=true]').waitFor();
  else await isWithinReach(page);
  if (command) await todo().getByRole('button').click();
  else if (/agree/.test(words)) await signIn(page, () => pointed().click());
  else if (!/waits/.test(words)) await pointed().click();
  if (/Bob’s phone/.test(words)) {
    await page.locator('#phone-bob').getByText('talking').waitFor({ state: 'attached' });
    t.diagnostic(`first answered call, at once: ${(Date.now() - opened) / 1000} s after the page was opened`);
  }
  await isLeftNow(words);
}

async function fits() {
  assert.deepEqual(await size(page), [360, 740]);
  const { height } = await page.locator('#tour').boundingBox();
  assert.ok(height < 740 / 2, `the strip is ${height} high`);
}

describe('the tour on a phone', () => {
  before(() => page.getByRole('button', { name: 'Take the tour' }).click());

  for (let number = 1; number <= STEPS; number++) {
    test(`step ${number}`, async t => {
      await atStep(page, number);
      while (await todo().count()) await follow(t);
      await isDone(page);
      await fits();
      await EFFECTS[number - 1](page);
      await page.getByRole('button', { name: 'Show me' }).click();
      await isWithinReach(page);
      await next(page).click();
    });
  }

  test('has had nothing to say on the console, and has asked nobody else', t => {
    t.diagnostic(`console: ${printed.length ? printed.join('\n') : 'nothing'}`);
    assert.deepEqual(printed, []);
    assert.deepEqual(troubles, []);
  });
});
