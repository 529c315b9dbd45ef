// The wire and the faults in a browser. The sandbox may have been used before; nothing need be broken in it.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { close, open, say, troubles, wish } from './page.mjs';

let page;

before(async () => {
  page = await open();
  await page.getByRole('tab', { name: 'Wire' }).click();
});
after(close);

const wire = (on = page) => on.getByRole('region', { name: 'Wire' }).or(on.getByRole('tabpanel', { name: 'Wire' }));
const heads = (on = page) => wire(on).locator('.head');
const lines = (on = page) => wire(on).locator('.line');
const what = () => lines().locator('.what').allTextContents();
const choice = (on = page) => wire(on).getByLabel('Show');
const faults = () => page.getByRole('tabpanel', { name: 'Faults' });
const show = name => page.getByRole('tab', { name }).click();

/** The words are never the same, so that the command is found again. */
const words = () => `/echo ${Math.random().toString(36).slice(2)}`;

/** Says something, and waits until the wire has all of it, and nothing else. */
async function follow(text) {
  const before = await heads().filter({ hasText: text }).count();
  await say(page, text);
  await heads().filter({ hasText: text }).nth(before).waitFor();
  await choose(text);
}

/** Waits until the wire has all of what was said, and shows only that. */
async function choose(text) {
  const head = heads().filter({ hasText: text }).last();
  await head.waitFor();
  await head.getByRole('button').dispatchEvent('click'); // lines that come meanwhile may move it away from under a mouse
  await lines().filter({ hasText: 'work done' }).waitFor();
}

/**
 * Lets the page get these lines instead of its own, each given by its number or by what is special about it; a sandbox sends
 * "begin" first. Gives how many are shown then.
 */
const receive = (on, ...events) => on.evaluate(async list => {
  const { feed } = await import('/wire/wire.js');
  const usual = { time: '2026-03-01T10:00:00Z', from: 'bot', to: 'webex', what: 'GET /x', outcome: '200', good: true, micros: 1, name: 'X', says: 'X.', calls: [], command: 'abcdef01' };
  feed.close();
  for (const one of list) {
    const line = { ...usual, ...(typeof one === 'number' ? { number: one } : one) };
    feed.dispatchEvent(one === 'begin' ? new Event(one) : new MessageEvent('message', { data: JSON.stringify(line) }));
  }
  await new Promise(done => setTimeout(done)); // what has come is drawn by a timer, which is earlier
  return document.querySelectorAll('#wire-lines .line').length;
}, events);

/** What was copied last; no browser lets a script read that, but whoever types may paste it. */
async function paste() {
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('textarea'), { id: 'pasted' })));
  await page.locator('#pasted').press('Control+V');
  const text = await page.locator('#pasted').inputValue();
  await page.evaluate(() => document.getElementById('pasted').remove());
  return text;
}

const all = () => choice().selectOption('');

describe('the wire', () => {
  test('shows a command from the webhook to the end of the work', async () => {
    await follow('/help');
    const seen = await what();
    assert.deepEqual(seen.slice(0, 4), ['POST /webhook (messages created)', 'event accepted', 'GET /messages/{messageId}', 'POST /messages']);
    assert.equal(await heads().count(), 1);
    for (const outcome of await lines().locator('.outcome').allTextContents()) assert.match(outcome, /^(200 · )?[\d.]+ m?s$/);
    assert.match(await lines().nth(2).textContent(), /Get Message Details\. .* fetches what it says\./);
    await heads().getByRole('button', { name: 'show everything' }).click();
    assert.ok(await lines().count() > seen.length);
  });

  test('offers each command and each call', async () => {
    const options = await choice().locator('option').allTextContents();
    assert.ok(options.some(one => one.endsWith('Alice wrote “/help”')), options.join());
    await choice().selectOption({ label: 'what the bot does on its own' });
    assert.ok((await what()).includes('GET /webhooks'));
    await all();
  });

  test('keeps together what belongs together, but not across a remark', async () => {
    const found = await page.evaluate(async () => {
      const { blocks, chosen, labelOf } = await import('/wire/blocks.js');
      const line = (number, second, more) => ({ number, time: `2026-03-01T10:00:${second}Z`, from: 'bot', to: 'webex', calls: [], ...more });
      const call = { calls: [{ session: 's', with: 'Ana' }] };
      const all = [
        line(1, '00', { command: 'a', to: 'bot', label: 'Alice wrote something' }),
        line(2, '00', { command: 'b', ...call }),
        line(3, '01', { command: 'a', label: 'Alice pressed a button' }),
        line(4, '01', { command: 'a', label: 'Alice wrote “/a”' }),
        line(5, '01', {}),
        line(6, '02', {}),
        line(7, '09', { ...call }),
        line(8, '09', { from: undefined }),
        line(9, '10', { command: 'a', to: 'store' }),
        line(10, '11', { command: 'b', to: 'store' }),
      ];
      const numbers = lines => lines.map(one => one.number);
      return {
        label: labelOf(all, 'a'),
        blocks: blocks(all).map(numbers),
        command: numbers(chosen(all, 'command:a', true)),
        call: numbers(chosen(all, 'call:s', true)),
        alone: numbers(chosen(all, 'alone', true)),
        withoutStore: numbers(chosen(all, '', false)),
      };
    });
    assert.deepEqual(found, {
      label: 'Alice wrote “/a”',
      blocks: [[1, 3, 4], [2], [5, 6], [7], [8], [9], [10]],
      command: [1, 3, 4, 9],
      call: [2, 7, 10],
      alone: [5, 6, 7],
      withoutStore: [1, 2, 3, 4, 5, 6, 7, 8],
    });
  });

  test('points its arrows from who asks to who is asked', async () => {
    await follow('/help');
    const ends = line => line.evaluate(one => {
      const box = kind => document.querySelector(`.lanes .${kind}`).getBoundingClientRect();
      const middle = kind => box(kind).x + box(kind).width / 2;
      const shaft = one.querySelector('.shaft').getBoundingClientRect();
      return [Math.abs(shaft.left - middle('webex')) < 8, Math.abs(shaft.right - middle('bot')) < 8, Math.abs(shaft.left - middle('bot')) < 8];
    });
    assert.deepEqual(await ends(lines().nth(0)), [true, true, false]);
    assert.deepEqual(await ends(lines().nth(1)), [false, false, true]);
    assert.deepEqual(await ends(lines().nth(2)), [true, true, false]);
    await all();
  });

  test('opens a line by keyboard, and copies it as curl', async () => {
    await follow(words());
    const summary = lines().filter({ hasText: 'POST /messages' }).locator('summary').first();
    await summary.focus();
    await page.keyboard.press('Enter');
    const opened = lines().filter({ hasText: 'Copy as curl' });
    await opened.getByRole('region', { name: 'Request' }).getByText('"markdown"').waitFor();
    assert.match(await opened.getByRole('region', { name: 'Answer' }).textContent(), /HTTP 200.*"roomId"/s);
    assert.match(await opened.textContent(), /authorizationBearer \$WEBEX_TOKEN/);
    await opened.getByRole('button', { name: 'Copy as curl' }).press('Enter');
    await opened.getByText('copied').waitFor();
    const copied = await paste();
    assert.match(copied, /^curl -X POST 'https:\/\/webexapis\.com\/v1\/messages' \\\n/);
    assert.match(copied, /-H 'authorization: Bearer '"\$WEBEX_TOKEN"/);
    await summary.focus();
    await page.keyboard.press('Enter');
    await opened.getByText('"markdown"').first().waitFor({ state: 'hidden' });
    await all();
  });

  test('shows what is to be copied where the browser does not let it be', async () => {
    const other = await open();
    await other.getByRole('tab', { name: 'Wire' }).click();
    await other.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); });
    const line = lines(other).filter({ hasText: 'POST /messages' }).first();
    await line.locator('summary').first().click();
    await line.getByRole('button', { name: 'Copy as curl' }).click();
    await line.locator('pre', { hasText: /^curl -X POST / }).waitFor();
    await other.context().close();
  });

  test('brings what a line at the end has to tell into view', async () => {
    await follow('/help');
    for (const line of [lines().last(), lines().filter({ hasText: 'POST /messages' })]) {
      await line.locator('summary').first().press('Enter');
      await line.locator('.opened[data-loaded]').getByText('loading').waitFor({ state: 'detached' });
      const [list, end] = await Promise.all([page.locator('#wire-lines'), line].map(one => one.boundingBox()));
      assert.ok(end.y + end.height <= list.y + list.height + 1 || Math.abs(end.y - list.y) <= 1, JSON.stringify([list, end]));
      await line.locator('summary').first().press('Enter');
    }
    await all();
  });

  test('tells of what was written down no more than of which kind it is', async () => {
    await follow('/help');
    const line = lines().filter({ hasText: 'event accepted' });
    await line.locator('summary').click();
    await line.locator('dd', { hasText: 'stored encrypted' }).waitFor();
    assert.deepEqual(await line.locator('dt').allTextContents(), ['operation', 'kind of entry', 'size', 'done', 'by']);
    await line.locator('summary').click();
    await all();
  });

  test('leads from line to line with the arrow keys', async () => {
    await follow('/help');
    await lines().first().locator('summary').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    assert.equal(await lines().nth(1).evaluate(one => one.contains(document.activeElement)), true);
    await all();
  });

  test('leaves the state file away if nobody wants to see it', async () => {
    await follow('/help');
    await wire().getByLabel('state file').uncheck();
    assert.ok((await what()).every(one => /^(GET|POST) /.test(one)), await what());
    await wire().getByLabel('state file').check();
    await all();
  });

  test('shows the same lines to a page that comes later', async () => {
    const numbers = on => on.evaluate(() => document.querySelectorAll('#wire-lines .line').length);
    const other = await open();
    await other.getByRole('tab', { name: 'Wire' }).click();
    const count = await numbers(page);
    await lines(other).nth(count - 1).waitFor();
    assert.equal(await numbers(other), count);
    await other.context().close();
  });

  test('shows what a line says as text, whatever it is', async () => {
    await follow('/echo <img src=x onerror=alert(1)>');
    assert.equal(await wire().locator('img').count(), 0);
    await all();
  });

  test('fills the page, and goes back', async () => {
    const width = async () => (await wire().boundingBox()).width;
    const before = await width();
    await wire().getByRole('button', { name: 'Enlarge' }).click();
    assert.ok(await width() > 1500);
    await wire().getByRole('button', { name: 'Enlarge' }).click();
    assert.equal(await width(), before);
  });
});

describe('a line', () => {
  let trial;

  before(async () => {
    trial = await open();
    await trial.getByRole('tab', { name: 'Wire' }).click();
  });
  after(() => trial.context().close());

  test('offers the newest first, and shows no other than what was chosen, whatever comes', async () => {
    const call = (session, name) => [{ session, with: name }];
    await receive(trial, 'begin',
      { number: 1, command: 'a', label: 'Alice wrote “/a”', calls: call('s', 'Ana') },
      { number: 2, command: 'b', label: 'Bob wrote “/b”', calls: call('t', 'Carl') },
      { number: 3, command: undefined, calls: call('s', 'Ana') });
    const options = await choice(trial).locator('option').evaluateAll(all => all.map(one => [one.value, one.text.replace(/^\d\d:\d\d:\d\d /, '')]));
    assert.deepEqual(options, [
      ['', 'everything'],
      ['alone', 'what the bot does on its own'],
      ['command:b', 'Bob wrote “/b”'],
      ['command:a', 'Alice wrote “/a”'],
      ['call:t', 'with Carl'],
      ['call:s', 'with Ana'],
    ]);
    await choice(trial).selectOption('call:s', { force: true });
    assert.equal(await lines(trial).count(), 2);
    assert.equal(await receive(trial, { number: 4, command: 'c' }, { number: 5, command: 'a' }), 3);
  });

  test('says of each line when it began, what came of it, and how long that took', async () => {
    await receive(trial, 'begin',
      { number: 2, time: '2026-03-01T10:00:00.250Z', outcome: '429', good: false, micros: 12_345 },
      { number: 1, micros: 9_940 },
      { number: 3, time: '2026-03-01T10:00:02Z', to: 'store', what: 'work done', outcome: '', micros: 1_500_000 });
    assert.deepEqual(await lines(trial).locator('.since').allTextContents(), ['', '+250 ms', '+2.0 s']);
    assert.deepEqual(await lines(trial).locator('.outcome').allTextContents(), ['200 · 9.9 ms', '429 · 12 ms', '1.5 s']);
    assert.deepEqual(await lines(trial).evaluateAll(all => all.map(one => one.classList.contains('bad'))), [false, true, false]);
    assert.deepEqual(await lines(trial).locator('.says').allTextContents(), ['X. X.', 'X. X.', 'X.']);
    assert.deepEqual(await wire(trial).locator('.gap').allTextContents(), ['1.7 s later']);
    assert.match(await heads(trial).locator('time').textContent(), /^\d\d:\d\d:\d\d$/);
    assert.equal(await heads(trial).locator('code').textContent(), 'abcdef01');
    await lines(trial).nth(1).locator('summary').click();
    await receive(trial, 4);
    assert.deepEqual(await lines(trial).locator('> details').evaluateAll(all => all.map(one => one.open)), [false, true, false, false]);
  });

  test('says so when a line has been forgotten', async () => {
    await receive(trial, 'begin', 999_999);
    await lines(trial).locator('summary').click();
    await lines(trial).getByText('This line has been forgotten').waitFor();
  });

  test('draws a line once that is sent twice, and forgets the oldest', async () => {
    assert.equal(await receive(trial, 'begin', 7, 7), 1);
    assert.equal(await receive(trial, ...Array.from({ length: 600 }, (_, i) => 8 + i)), 500);
    assert.equal(await receive(trial, 'begin'), 0);
  });

  test('shows what comes after it was cleared, and all of a sandbox that was started anew', async () => {
    assert.equal(await receive(trial, 'begin', 1, 2, 3), 3);
    await wire(trial).getByRole('button', { name: 'Clear' }).click();
    assert.equal(await lines(trial).count(), 0);
    assert.equal(await receive(trial, 4), 1);
    assert.equal(await receive(trial, 'begin', 1, 2), 2);
  });
});

describe('the faults', () => {
  test('a 429 is waited for, and the request tried again', async () => {
    await show('Faults');
    await faults().getByLabel('Webex answers with').selectOption('429 Too Many Requests');
    await faults().getByLabel('come again after').fill('1');
    await faults().getByRole('button', { name: 'Break it' }).click();
    await faults().getByText('The next request: refused with 429.').waitFor();
    await faults().getByRole('button', { name: 'Watch the wire' }).click();
    const text = words();
    await follow(text);
    const [refused, again] = [lines().filter({ hasText: 'on purpose: refused with 429' }), lines().filter({ hasText: 'tried again' })];
    assert.match(await refused.locator('.outcome').textContent(), /^429/);
    assert.match(await again.locator('.outcome').textContent(), /^200/);
    assert.equal(await refused.locator('.what').textContent(), await again.locator('.what').textContent());
    assert.match(await wire().locator('.gap').textContent(), /1\.\d s later/);
    assert.equal(await page.locator('#messages .message', { hasText: text.slice(6) }).count(), 2);
    await all();
  });

  test('say what can be given with each, and refuse what cannot', async () => {
    await show('Faults');
    const wait = faults().getByLabel('come again after');
    await faults().getByLabel('Webex answers with').selectOption('no answer at all');
    assert.equal(await wait.isVisible(), false);
    await faults().getByText('After ten seconds the bot gives up').waitFor();
    await faults().getByLabel('Whose').selectOption('Bob');
    await faults().getByRole('button', { name: 'The token runs out' }).click();
    await page.getByRole('alert').filter({ hasText: 'Bob Brown has given no permission yet' }).waitFor();
  });

  test('a killed bot says nothing, and goes on when it is started again', async () => {
    const text = words();
    const hanging = page.locator('#wire-lines .line', { hasText: 'on purpose: never answered' });
    const before = await hanging.count();
    await wish(page, 'fault', { fault: 'hang', path: '/messages/' });
    await say(page, text);
    await hanging.nth(before).waitFor({ state: 'attached' });
    await show('Faults');
    await faults().getByRole('button', { name: 'Kill the bot' }).click();
    await faults().getByText('The bot is dead.').waitFor();
    await faults().getByRole('button', { name: 'Start it again' }).click();
    await show('Wire');
    await choose(text);
    assert.ok((await what()).includes('event taken over'), (await lines().allTextContents()).join('\n'));
    await all();
    await wire().getByText('The bot is dead').last().waitFor();
  });

  test('are all mended by one button', async () => {
    await wish(page, 'fault', { fault: 'twice' });
    await wish(page, 'fault', { fault: 'hold' });
    await show('Faults');
    await faults().getByText('Everything is delivered twice.').waitFor();
    await faults().getByText('0 events are held back.').waitFor();
    await faults().getByRole('button', { name: 'Mend everything' }).click();
    await faults().getByText('Nothing is broken.').waitFor();
  });
});

describe('wire and faults', () => {
  for (const [width, colorScheme] of [[360, 'dark'], [360, 'light'], [1000, 'light'], [1600, 'dark']]) {
    test(`fit into ${width} pixels, ${colorScheme}`, async () => {
      const other = await open({ width, colorScheme, height: 780 });
      for (const name of ['Wire', 'Faults']) {
        await other.getByRole('tab', { name }).click();
        const tooWide = await other.evaluate(() => [...document.querySelectorAll('body, #wire, #wire *, #faults, #faults *')]
          .filter(one => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
          .map(one => one.outerHTML.slice(0, 120)));
        assert.deepEqual(tooWide, []);
      }
      await other.context().close();
    });
  }

  for (const width of [360, 1280]) {
    test(`what is above the lanes stays on one line, and words between theirs, at ${width} pixels`, async () => {
      const other = await open({ width, height: 780 });
      await other.getByRole('tab', { name: 'Wire' }).click();
      const boxes = await other.locator('#wire .bar > *:visible').evaluateAll(all => all.map(one => one.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2));
      assert.ok(Math.max(...boxes) - Math.min(...boxes) < 3, boxes.join());
      assert.ok((await choice(other).boundingBox()).width > 130, 'so much does “everything” need');
      await receive(other, 'begin', ...['list remembered', 'deployment known', 'permission forgotten', 'monitoring ended'].map((what, number) => ({ number: number + 1, to: 'store', what })));
      const over = await lines(other).evaluateAll(all => all.map(one => {
        const right = selector => one.querySelector(selector).getBoundingClientRect().right;
        return right('.what') - right('.shaft');
      }));
      assert.ok(over.every(one => one <= 0), over.join());
      await other.context().close();
    });
  }

  test('have had no trouble, and asked nobody else', () => {
    assert.deepEqual(troubles.filter(one => !/status of 40[49] /.test(one)), []); // what the tests above were refused
  });
});
