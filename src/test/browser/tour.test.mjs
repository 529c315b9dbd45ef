// The guided tour, when it does everything itself. Needs a sandbox that nobody has used yet; the tests go in order.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { close, open, printed, say, troubles } from './page.mjs';
import { atStep, EFFECTS, isDone, isWithinReach, next, state, STEPS } from './tourwalk.mjs';

let page;

after(close);

const tour = (on = page) => on.locator('#tour');
const play = (on = page) => on.getByRole('button', { name: 'Do it for me' });
const modes = async () => (await state(page)).people.alice.messages.map(message => message.text).filter(text => text?.startsWith('/monitor'));

/** Where Next is, as long as the button with which one leaves is beside it. */
const place = () => next(page).evaluate(one => {
  const { right, top } = one.getBoundingClientRect();
  return document.querySelector('#tour-leave').getBoundingClientRect().top === top && Math.round(right);
});

describe('the tour', () => {
  test('is offered, and does not come again to whoever does not want it', async () => {
    const other = await open();
    await tour(other).getByRole('button', { name: 'Not now' }).press('Enter');
    await tour(other).waitFor({ state: 'hidden' });
    await other.reload();
    await other.getByRole('button', { name: 'Tour', exact: true }).waitFor();
    assert.equal(await tour(other).isVisible(), false);
    await other.context().close();
  });

  test('does everything itself, if one just watches', async t => {
    const opened = Date.now();
    const places = new Set();
    page = await open();
    await tour().getByRole('button', { name: 'Take the tour' }).click();
    for (let number = 1; number <= STEPS; number++) {
      await atStep(page, number);
      await isWithinReach(page);
      places.add(await place());
      await play().press('Enter');
      if (number === 3) {
        await page.locator('#phone-bob').getByText('talking').waitFor();
        t.diagnostic(`first answered call, watching: ${(Date.now() - opened) / 1000} s after the page was opened`);
      }
      await isDone(page);
      await EFFECTS[number - 1](page);
      await isWithinReach(page);
      assert.equal(await next(page).evaluate(one => one === document.activeElement), true, 'the keyboard goes on at Next');
      if (number < STEPS) places.add(await place());
      if (number === 10) assert.deepEqual((await modes()).slice(-2), ['/monitor json', '/monitor on']);
      await next(page).press('Enter');
    }
    await tour().waitFor({ state: 'hidden' });
    assert.ok(places.size === 1 && !places.has(false), `Next does not stay where it is: ${[...places]}`);
  });

  test('has left nobody in a call', async () => {
    const { people, outside } = await state(page);
    assert.deepEqual([people.alice.calls, people.bob.calls, outside], [[], [], []]);
  });

  test('begins again at the first step, which is done already', async () => {
    await page.getByRole('button', { name: 'Tour', exact: true }).press('Enter');
    await atStep(page, 1);
    await isDone(page);
  });

  test('is left by Escape, and taken up at the same step, also after the page was loaded anew', async () => {
    for (const number of [2, 3]) {
      await next(page).click();
      await atStep(page, number);
    }
    await page.locator('#text').press('Escape');
    await tour().waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Tour', exact: true }).press('Enter');
    await atStep(page, 3);
    await page.reload();
    await atStep(page, 3);
    assert.equal(await play().isVisible(), true);
  });

  test('begins a step anew if the call is lost that it is about', async () => {
    await say(page, '/dial 1002');
    await tour().locator('.now', { hasText: 'Your phone rings' }).waitFor();
    await page.locator('#phone-alice').getByRole('button', { name: 'Hang up' }).click();
    await tour().locator('.now', { hasText: 'call Bob' }).waitFor();
  });

  test('stops doing it when asked to', async () => {
    await play().click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await play().waitFor();
    assert.equal((await state(page)).people.alice.calls.length, 0);
  });

  test('asks to be Alice again where only she can go on', async () => {
    await page.getByRole('radio', { name: /Bob/ }).check({ force: true });
    await tour().locator('.now', { hasText: 'Be Alice again' }).waitFor();
    await page.getByRole('radio', { name: /Alice/ }).check({ force: true });
    await tour().locator('.now', { hasText: 'call Bob' }).waitFor();
  });

  test('makes up for what was skipped', async () => {
    for (let number = 4; number <= 7; number++) {
      await next(page).click();
      await atStep(page, number);
    }
    assert.match(await tour().locator('.now').textContent(), /Let John Smith call/);
  });

  test('gives the cards back when one leaves it in the middle', async () => {
    for (let number = 8; number <= 10; number++) {
      await next(page).click();
      await atStep(page, number);
    }
    await say(page, '/monitor json');
    await tour().locator('.now', { hasText: 'Missed' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#messages .message.mine', { hasText: '/monitor on' }).last().waitFor();
    assert.equal((await modes()).at(-1), '/monitor on');
  });

  test('reads out what is to be done', async () => {
    await page.getByRole('button', { name: 'Tour', exact: true }).click();
    await page.locator('#news p', { hasText: 'Step 10 of 12: See what Webex sends' }).waitFor({ state: 'attached' });
    await page.locator('#news p', { hasText: 'Write /monitor json' }).waitFor({ state: 'attached' });
  });

  test('is not there where the bot is not ours', async () => {
    const other = await open();
    const alone = { ...await state(other), withCallbot: false };
    await other.route('**/state', route => route.fulfill({ contentType: 'text/event-stream', body: `data: ${JSON.stringify(alone)}\n\n` }));
    await other.evaluate(() => sessionStorage.clear());
    await other.reload();
    await other.locator('#ideas button', { hasText: 'Hello' }).waitFor();
    assert.deepEqual([await tour(other).isVisible(), await other.locator('#tour-open').isVisible()], [false, false]);
    await other.context().close();
  });

  test('has had nothing to say on the console, and has asked nobody else', async t => {
    const weight = await page.evaluate(() => performance.getEntries().reduce((sum, one) => sum + (one.encodedBodySize ?? 0), 0));
    t.diagnostic(`weight of the page: ${weight} bytes`);
    t.diagnostic(`console: ${printed.length ? printed.join('\n') : 'nothing'}`);
    assert.deepEqual(printed, []);
    assert.deepEqual(troubles, []);
  });
});
