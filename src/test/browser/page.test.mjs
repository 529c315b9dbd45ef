// The sandbox's page in a browser: chat, cards and phones. Needs a sandbox that nobody has used yet; the tests go in order.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { CALL, FORM, WRONG } from './cards.mjs';
import { faintWords } from './contrast.mjs';
import { close, open, say, size, troubles, wish } from './page.mjs';

let page;

before(async () => { page = await open(); });
after(close);

const phone = (name, on = page) => on.getByRole('article', { name, exact: true });
const messages = (on = page) => on.locator('#messages .message');
const idea = text => page.locator('#ideas button', { hasText: text });

describe('the chat', () => {
  test('says how to begin while it is empty, from the first word on, also on a phone', async () => {
    const narrow = await open({ width: 360, height: 560 });
    for (const on of [page, narrow]) {
      await on.getByRole('button', { name: 'Say /auth' }).waitFor();
      const [log, title] = await Promise.all(['#messages', '.welcome h3'].map(one => on.locator(one).boundingBox()));
      assert.ok(title.y >= log.y, `the title begins ${log.y - title.y} too high`);
      assert.equal(await messages(on).count(), 0);
    }
    await narrow.context().close();
  });

  test('leaves the keyboard on the button with which one begins', async () => {
    const begin = page.getByRole('button', { name: 'Say /auth' });
    await begin.focus();
    await wish(page, 'outside', { do: 'call', who: 'alice', number: '+12223334444' });
    await phone('Alice Adams').getByText('is calling').waitFor();
    assert.equal(await begin.evaluate(one => one === document.activeElement), true);
    await wish(page, 'outside', { do: 'hangUp', number: '+12223334444' });
    await phone('Alice Adams').locator('.call').waitFor({ state: 'detached' });
  });

  test('leads through the sign-in by keyboard alone, and offers the tour no more', async () => {
    await page.getByRole('button', { name: 'Take the tour' }).waitFor();
    await page.locator('#text').focus();
    await page.keyboard.type('/auth');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Tour', exact: true }).waitFor();
    assert.equal(await page.locator('#tour').isVisible(), false);
    const link = messages().getByRole('link', { name: 'Sign in with Webex' });
    await page.locator('#hint', { hasText: 'Press “Sign in with Webex”' }).waitFor();
    await link.focus();
    const opened = page.context().waitForEvent('page');
    await page.keyboard.press('Enter');
    const signIn = await opened;
    await signIn.getByRole('button', { name: 'Agree as Alice' }).click();
    await signIn.getByText('signed in').first().waitFor();
    await signIn.close();
    await idea('/monitor on').waitFor();
  });

  test('brings back what was said with arrow up', async () => {
    await say(page, '/help dial');
    await say(page, '/help calls');
    const field = page.locator('#text');
    await field.press('ArrowUp');
    assert.equal(await field.inputValue(), '/help calls');
    await field.press('ArrowUp');
    assert.equal(await field.inputValue(), '/help dial');
    await field.press('ArrowDown');
    await field.press('ArrowDown');
    assert.equal(await field.inputValue(), '');
  });

  test('shows Markdown, and nothing that could run', async () => {
    await say(page, '/echo **bold** `code` <img src=x onerror=alert(1)> [bad](javascript:alert(1)) [good](https://example.com/)');
    const said = messages().filter({ hasText: 'bold' }).last();
    await said.locator('strong', { hasText: 'bold' }).waitFor();
    assert.equal(await said.locator('img').count(), 0);
    assert.deepEqual(await said.locator('a').evaluateAll(links => links.map(one => one.href)), ['https://example.com/']);
    assert.match(await said.textContent(), /<img src=x/);
  });

  test('drops every tag and attribute that it does not know', async () => {
    const html = '<p id="chat"><a href="javascript:x()">zero</a>one<script>two</script><svg><a href="javascript:x()">three</a></svg>'
      + '<a href="https://example.com/" class="main">four</a><iframe src="https://example.com/"></iframe></p>';
    const drawn = await page.evaluate(async text => {
      const { words } = await import('/chat/words.js');
      const box = document.createElement('div');
      box.append(...words(text));
      return box.innerHTML;
    }, html);
    assert.equal(drawn, '<p>zeroonetwothree<a href="https://example.com/" target="_blank" rel="noopener noreferrer">four</a></p>');
  });

  test('says how many messages the other one has not read', async () => {
    await wish(page, 'say', { who: 'bob', text: '/help' });
    const badge = page.locator('label', { hasText: 'Bob' }).locator('.unread');
    await badge.filter({ hasText: /[1-9]/ }).waitFor();
    await page.getByRole('radio', { name: /Bob/ }).check({ force: true });
    await messages().filter({ hasText: '/dial' }).first().waitFor();
    assert.equal(await badge.textContent(), '');
    await page.getByRole('radio', { name: /Alice/ }).check({ force: true });
  });

  test('reads new messages out', async () => {
    await say(page, '/echo hear me');
    await page.locator('#news p', { hasText: 'Callbot: hear me' }).waitFor();
  });

  test('stays at its end when the page or a card changes its size, unless one reads further up', async () => {
    const toEnd = () => page.locator('#messages').evaluate(log => log.scrollHeight - log.scrollTop - log.clientHeight);
    const isAtEnd = () => page.waitForFunction(() => {
      const { scrollHeight, scrollTop, clientHeight } = document.querySelector('#messages');
      return scrollHeight - scrollTop - clientHeight < 2;
    });
    await say(page, '/help');
    const explain = messages().last().getByRole('button', { name: 'Explain' });
    await explain.waitFor();
    for (const [width, height] of [[1280, 500], [360, 740], [1600, 900], [768, 600], [1600, 900]]) {
      await page.setViewportSize({ width, height });
      await isAtEnd();
    }
    await explain.click();
    await isAtEnd();
    await page.locator('#messages').hover();
    await page.mouse.wheel(0, -300);
    await page.waitForFunction(() => {
      const { scrollHeight, scrollTop, clientHeight } = document.querySelector('#messages');
      return scrollHeight - scrollTop - clientHeight >= 300;
    });
    await page.setViewportSize({ width: 1600, height: 800 });
    assert.ok(await toEnd() > 60, 'who reads stays there');
    await say(page, '/echo to the end');
    await messages().filter({ hasText: /^C?Callbot.*to the end/ }).last().waitFor();
    await isAtEnd();
    await page.setViewportSize({ width: 1600, height: 900 });
  });

  test('changes an edited message in place, indents answers, and leaves the place of a deleted question', async () => {
    const other = await open();
    const made = [
      { id: '1', text: 'one', created: '2026-03-01T10:00:00Z' },
      { id: '2', text: 'two', created: '2026-03-01T10:20:00Z' },
      { id: '3', text: 'to one', parentId: '1', created: '2026-03-01T10:30:00Z' },
    ];
    await show(other, made);
    assert.deepEqual(await texts(other), ['one', 'to one', 'two']);
    assert.equal(await messages(other).nth(1).evaluate(one => one.classList.contains('reply')), true);

    made[1] = { ...made[1], text: 'two again', edited: true };
    made[0] = { ...made[0], text: undefined, deleted: true };
    await show(other, made);
    assert.deepEqual(await texts(other), ['This message was deleted.', 'to one', 'two again']);
    assert.match(await messages(other).nth(2).locator('.by').textContent(), /edited/);
    await other.context().close();
  });

  test('makes no suggestions for a bot that it does not know', async () => {
    const other = await open();
    await show(other, [], { withCallbot: false });
    await other.getByText('Nobody runs the bot Callbot yet').waitFor();
    assert.equal(await other.locator('#hint').textContent(), '');
    assert.deepEqual(await other.locator('#ideas button').allTextContents(), ['Hello', '/help']);
    await other.context().close();
  });

  test('suggests what can be done just then, and first what leads on', async () => {
    const suggested = person => page.evaluate(async more => {
      const { ideas, nextStep } = await import('/chat/ideas.js');
      const alice = { name: 'A B', extension: '1', calls: [], messages: [], signedIn: true, watched: true, ...more };
      const state = { bot: 'Callbot', withCallbot: true, people: { alice, bob: { name: 'Bob Brown', extension: '2' } } };
      return { first: ideas(state, 'alice')[0], all: ideas(state, 'alice'), step: nextStep(state, 'alice', true) };
    }, person);
    assert.deepEqual((await suggested({})).all.slice(0, 3), ['call 2', 'call Bob', 'did I miss a call?']);
    const call = more => ({ state: 'connected', personality: 'terminator', ...more });
    const invitation = { fromBot: true, card: { actions: [{ type: 'Action.OpenUrl' }] } };

    assert.match((await suggested({ signedIn: false, messages: [invitation] })).step.text, /Press “Sign in with Webex”/);
    assert.equal((await suggested({ signedIn: false, messages: [invitation, { fromBot: true, card: {} }] })).step.say, '/auth');
    assert.equal((await suggested({ watched: false })).first, '/monitor on');
    const wrote = text => ({ fromBot: false, text });
    const modes = async (...texts) => (await suggested({ messages: texts.map(wrote) })).all.filter(one => one.startsWith('/monitor'));
    assert.deepEqual(await modes('/monitor json', 'Hello'), ['/monitor on', '/monitor off']);
    assert.deepEqual(await modes('/monitor json', 'Monitor ON'), ['/monitor off']);
    assert.ok((await suggested({ calls: [call()] })).all.includes('mute me'));
    const { all } = await suggested({ calls: [call({ muted: true, recording: 'started' })] });
    assert.deepEqual(all.slice(1, 3), ['unmute me', 'stop recording']);
    assert.equal((await suggested({ calls: [call({ state: 'held' }), call()] })).first, 'complete the transfer');
  });

  /** Lets the page show these messages of the bot's instead of its own. */
  const show = (on, made, more = { withCallbot: true }) => on.evaluate(async ([list, rest]) => {
    const { showChat } = await import('/chat/chat.js');
    const { showIdeas } = await import('/chat/say.js');
    const chat = list.map(message => ({ author: 'Callbot', fromBot: true, deleted: false, ...message }));
    const person = { name: 'A B', extension: '1', calls: [], endpoints: [] };
    const state = { bot: 'Callbot', outside: [], people: { alice: { ...person, messages: chat }, bob: { ...person, messages: [] } }, ...rest };
    showChat(state);
    showIdeas(state);
  }, [made, more]);
  const texts = on => messages(on).locator('.words').allTextContents();
});

describe('a card', () => {
  /** Draws the card alone, and keeps what it sends. */
  const draw = card => page.evaluate(async content => {
    const { drawCard } = await import('/cards/cards.js');
    document.getElementById('trial')?.remove();
    const drawn = drawCard(content, async values => {
      globalThis.sent = values;
      return true;
    });
    drawn.id = 'trial';
    document.querySelector('#messages').append(drawn);
  }, card);
  const card = () => page.locator('#trial');
  const press = title => card().getByRole('button', { name: title, exact: true }).click();
  const sent = () => page.evaluate(() => globalThis.sent);
  const forget = () => page.evaluate(() => { globalThis.sent = undefined; });

  test('sends what its button holds, and says so', async () => {
    await draw(CALL);
    await press('Hold');
    assert.deepEqual(await sent(), { command: '/hold' });
    await card().getByText('“Hold” was sent').waitFor();
  });

  test('shows one inner card at a time', async () => {
    await draw(CALL);
    await press('Transfer');
    assert.equal(await card().getByLabel('Where to').isVisible(), true);
    await press('Keys');
    assert.equal(await card().getByLabel('Where to').isVisible(), false);
    assert.equal(await card().getByText('Keys go here').isVisible(), true);
    await press('Keys');
    assert.equal(await card().getByText('Keys go here').isVisible(), false);
  });

  test('holds back what is missing or does not fit, and says why', async () => {
    await draw(CALL);
    await forget();
    await press('Transfer');
    const field = card().getByLabel('Where to');
    for (const wrong of ['', 'abc']) {
      await field.fill(wrong);
      await press('Send over');
      await card().getByText('Digits, please.').waitFor();
      assert.equal(await field.evaluate(one => one === document.activeElement), true);
      assert.equal(await sent(), undefined);
    }
    await press('To voicemail');
    assert.deepEqual(await sent(), { command: '/divert voicemail' });
    await field.fill('1002');
    await press('Send over');
    assert.deepEqual(await sent(), { to: '1002', command: '/transfer' });
    assert.equal(await card().getByText('Digits, please.').isVisible(), false);
  });

  test('knows every kind of input', async () => {
    await draw(FORM);
    await forget();
    await card().getByLabel('Count').fill('10');
    await press('Go');
    await card().getByText('One to nine.').waitFor();
    await card().getByText('Choose a size.').waitFor();
    assert.equal(await sent(), undefined);
    await card().getByLabel('Count').fill('3');
    await card().getByLabel('Loud').check();
    await card().getByLabel('Colour').selectOption('Blue');
    await card().getByLabel('Monday').uncheck();
    await card().getByLabel('Friday').check();
    await card().getByLabel('Big').check();
    await press('Go');
    assert.deepEqual(await sent(), {
      note: 'hello', count: '3', day: '2026-03-01', hour: '09:30', loud: 'yes', colour: 'b', days: 'tu,fr', size: 'l', command: '/go',
    });
  });

  test('says what Webex would drop or refuse', async () => {
    await draw(WRONG);
    const said = await card().locator('.complaint').allTextContents();
    const wanted = ['version is 1.5', 'id “twice”', '“Table”', '“Media”', '“Carousel”', '“Six”', 'ToggleVisibility', 'Action.Execute', 'no web address'];
    for (const words of wanted) assert.equal(said.filter(one => one.includes(words)).length, 1, `${words} in ${said.join('\n')}`);
    assert.equal(said.length, wanted.length);
    assert.deepEqual(await card().locator('.actions').first().getByRole('button').allTextContents(), ['One', 'Two', 'Three', 'Four', 'Five']);
    assert.equal(await card().getByText('still drawn').isVisible(), true);
    assert.equal(await card().getByRole('img', { name: 'Our logo' }).isVisible(), true);
  });

  test('says nothing against a good one', async () => {
    for (const good of [CALL, FORM]) {
      await draw(good);
      assert.equal(await card().locator('.complaint').count(), 0);
    }
  });

  test('spreads its columns and its coloured head over its whole width', async () => {
    await draw(CALL);
    const box = await card().boundingBox();
    const head = await card().locator('.style-good').boundingBox();
    const time = await card().getByText('since 9:41').boundingBox();
    assert.ok(box.width - head.width <= 2, 'bleed reaches the edges');
    assert.ok(box.x + box.width - (time.x + time.width) < 20, 'the last column is at the right');
    await page.evaluate(() => document.getElementById('trial').remove());
  });
});

describe('the phones', () => {
  const outside = () => phone('The outside world');
  const alice = () => phone('Alice Adams');
  const device = name => alice().locator('.device', { hasText: name });

  test('ring on both devices, and are picked up on the chosen one', async () => {
    await outside().getByLabel('Name').fill('Zoë Zimmer');
    await outside().getByLabel('Number', { exact: true }).fill('+1 555 010 9999');
    await outside().getByRole('button', { name: 'Call', exact: true }).click();
    await device('Desk phone').filter({ hasText: 'rings' }).waitFor();
    await device('Webex app').filter({ hasText: 'rings' }).waitFor();
    await alice().getByRole('button', { name: 'Pick up on the Webex app' }).click();
    await device('Webex app').filter({ hasText: 'in a call' }).waitFor();
    await device('Desk phone').filter({ hasText: 'idle' }).waitFor();
    await outside().getByText('talking to Alice Adams').waitFor();
  });

  test('hold and resume, and the keyboard stays where it was', async () => {
    await alice().getByRole('button', { name: 'Hold' }).press('Enter');
    await alice().getByText('on hold').waitFor();
    await outside().getByText('is waiting').waitFor();
    assert.equal(await alice().evaluate(one => one.contains(document.activeElement)), true);
    await alice().getByRole('button', { name: 'Resume' }).press('Enter');
    await alice().getByText('talking').waitFor();
  });

  test('show what the bot does', async () => {
    await say(page, '/hangup');
    await outside().locator('.call').waitFor({ state: 'detached' });
    await say(page, '/dial 1002');
    await alice().getByRole('button', { name: 'Pick up' }).click();
    await phone('Bob Brown').getByRole('button', { name: 'Pick up' }).click();
    await alice().getByText('talking').waitFor();
    await phone('Bob Brown').getByText('talking').waitFor();
    await alice().getByRole('button', { name: 'Hang up' }).click();
    await phone('Bob Brown').locator('.call').waitFor({ state: 'detached' });
  });

  test('make the news that the bot tells', async () => {
    await idea('/monitor on').click();
    await idea('/monitor off').or(idea('John Smith calls')).first().waitFor();
    await outside().getByRole('button', { name: 'Missed call' }).click();
    await messages().filter({ hasText: 'Zoë Zimmer' }).first().waitFor();
    await messages().filter({ hasText: /missed/i }).first().waitFor();
    assert.equal(await alice().locator('.call').count(), 0);
  });

  test('all ring for a queue, until one of them is picked up', async () => {
    await outside().getByRole('button', { name: 'Queue call' }).click();
    await alice().getByText('Support - Zoë Zimmer').waitFor();
    await phone('Bob Brown').getByRole('button', { name: 'Pick up' }).click();
    await alice().locator('.call').waitFor({ state: 'detached' });
    await outside().getByRole('button', { name: 'Hang up' }).click();
    await phone('Bob Brown').locator('.call').waitFor({ state: 'detached' });
  });

  test('stop to ring when a colleague answers', async () => {
    await outside().getByRole('button', { name: 'Call', exact: true }).click();
    await alice().getByText('is calling').waitFor();
    await outside().getByRole('button', { name: 'Colleague answers' }).click();
    await alice().locator('.call').waitFor({ state: 'detached' });
    await outside().getByText('talking to A colleague').waitFor();
    await outside().getByRole('button', { name: 'Hang up' }).click();
    await outside().locator('.call').waitFor({ state: 'detached' });
  });

  test('do not tell a number that is withheld', async () => {
    await outside().getByLabel('withheld').check();
    await outside().getByRole('button', { name: 'Call', exact: true }).click();
    await alice().getByText('Number withheld').waitFor();
    assert.equal(await alice().getByText('555').count(), 0);
    await alice().getByRole('button', { name: 'Reject' }).click();
    await alice().locator('.call').waitFor({ state: 'detached' });
    await outside().getByLabel('withheld').uncheck();
  });

  test('keep within their width, however long a name is', async () => {
    const phones = page.locator('#phones');
    await outside().getByLabel('Name').fill('Wolfeschlegelsteinhausenbergerdorffwelchevoraltern Adolph Blaine');
    await outside().getByRole('button', { name: 'Call', exact: true }).click();
    await alice().getByText('Adolph Blaine').waitFor();
    assert.equal(await phones.evaluate(one => one.scrollWidth - one.clientWidth), 0);
    await alice().getByRole('button', { name: 'Reject' }).click();
    await alice().locator('.call').waitFor({ state: 'detached' });
  });

  test('show all that can be done about a call in one row', async () => {
    await outside().getByLabel('Name').fill('John Smith');
    await outside().getByRole('button', { name: 'Call', exact: true }).click();
    await alice().getByText('is calling').waitFor();
    const tops = await alice().locator('.call button').evaluateAll(all => all.map(one => one.offsetTop));
    assert.deepEqual([tops.length, new Set(tops).size], [3, 1]);
    await alice().getByRole('button', { name: 'Reject' }).click();
    await alice().locator('.call').waitFor({ state: 'detached' });
  });

  test('bring two calls together', async () => {
    const call = async (name, number) => {
      await outside().getByLabel('Name').fill(name);
      await outside().getByLabel('Number', { exact: true }).fill(number);
      await outside().getByRole('button', { name: 'Call', exact: true }).click();
      await alice().getByRole('button', { name: /^Pick up/ }).first().click();
      await alice().locator('.call', { hasText: name }).getByText('talking').waitFor();
    };
    await call('John Smith', '+1 555 010 9999');
    assert.equal(await alice().getByRole('button', { name: 'Merge' }).count(), 0);
    await call('Ann Other', '+1 555 010 8888');
    await alice().getByRole('button', { name: 'Merge' }).first().click();
    await alice().getByText('in the conference').nth(1).waitFor();
    assert.equal(await alice().getByRole('button', { name: 'Merge' }).count(), 0);
    await alice().getByRole('button', { name: 'Hang up' }).first().click();
    await alice().locator('.call').first().waitFor({ state: 'detached' });
  });

  test('say what cannot be dialled', async () => {
    await alice().getByLabel('Alice Adams dials').fill('nonsense!');
    await alice().getByRole('button', { name: 'Call' }).click();
    await page.getByRole('alert').filter({ hasText: 'can be dialled' }).waitFor();
  });
});

describe('the page', () => {
  test('fits a narrow screen, its parts behind tabs', async () => {
    const narrow = await open({ width: 360, height: 740 });
    await narrow.getByRole('tab', { name: 'Chat' }).focus();
    for (const name of ['Chat', 'Phones', 'Wire', 'Faults']) {
      const tab = narrow.getByRole('tab', { name });
      assert.equal(await tab.getAttribute('aria-selected'), 'true');
      assert.equal(await tab.evaluate(one => one === document.activeElement), true);
      assert.deepEqual(await narrow.locator('.panel:visible').evaluateAll(all => all.map(one => one.id)), [name.toLowerCase()]);
      assert.deepEqual(await size(narrow), [360, 740]);
      await narrow.keyboard.press('ArrowRight');
    }
    await narrow.context().close();
  });

  test('shows more beside each other where there is room', async () => {
    for (const [width, panels] of [[1100, ['chat', 'phones']], [1600, ['chat', 'phones', 'wire']]]) {
      const wide = await open({ width });
      assert.deepEqual(await wide.locator('.panel:visible').evaluateAll(all => all.map(one => one.id)), panels);
      await wide.context().close();
    }
  });

  test('is light or dark as the system is, until one chooses, and remembers that', async () => {
    const dark = await open({ colorScheme: 'dark' });
    const brightness = () => dark.evaluate(() => Number(getComputedStyle(document.body).backgroundColor.match(/\d+/)[0]));
    assert.ok(await brightness() < 60);
    await dark.getByRole('button', { name: 'Colours: as the system' }).click();
    assert.ok(await brightness() > 200);
    await dark.reload();
    assert.ok(await brightness() > 200);
    await dark.context().close();
  });

  test('has words that stand out, light or dark', async () => {
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      for (const name of ['Faults', 'Wire']) {
        await page.getByRole('tab', { name }).click();
        assert.deepEqual(await faintWords(page), [], `${colorScheme}, ${name}`);
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('is walked through by keyboard in the order of the eye, and shows where one is', async () => {
    const wide = await open();
    const walked = [];
    for (let i = 0; i < 80 && !walked.includes('wire-tab'); i++) {
      await wide.keyboard.press('Tab');
      const [part, outline] = await wide.evaluate(() => {
        const one = document.activeElement;
        const part = one.role === 'tab' ? `${one.getAttribute('aria-controls')}-tab` : one.closest('.masthead, #tour, .panel, .skip')?.className.replace('panel', one.closest('.panel')?.id);
        const seen = one.type === 'radio' ? one.nextElementSibling : one;
        return [part, getComputedStyle(seen).outlineStyle];
      });
      assert.notEqual(outline, 'none', `in ${part}`);
      if (walked.at(-1) !== part) walked.push(part);
    }
    assert.deepEqual(walked, ['skip', 'masthead', 'chat', 'phones', 'wire-tab']);
    await wide.context().close();
  });

  test('has a name for everything that can be reached', async () => {
    const nameless = await page.locator('button, input, select, textarea, a[href], [tabindex="0"]').evaluateAll(all => all
      .filter(one => one.offsetParent !== null)
      .filter(one => !(one.textContent.trim() || one.getAttribute('aria-label') || one.getAttribute('aria-labelledby') || one.labels?.length))
      .map(one => one.outerHTML));
    assert.deepEqual(nameless, []);
  });

  test('has had no trouble, and has asked nobody else', () => {
    assert.deepEqual(troubles.filter(one => !one.includes('409')), []);
  });
});
