// Cisco's SDK of the third generation: what it can do with people, rooms, messages, cards, files and webhooks.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bot, alice } from './sdk.js';
import { hookServer } from './surroundings.js';

const { WEBEX_BOT_EMAIL, WEBEX_ALICE_EMAIL, WEBEX_BOB_EMAIL } = process.env;
const TIMEOUT = { timeout: 30_000 };

test('people are known by id, by address and by name', TIMEOUT, async () => {
  const me = await alice.people.get('me');
  assert.deepEqual(me.emails, [WEBEX_ALICE_EMAIL]);
  assert.equal((await bot.people.get(me.id)).displayName, me.displayName);
  assert.equal((await bot.people.list({ email: WEBEX_ALICE_EMAIL })).items[0].id, me.id);
  assert.equal((await bot.people.list({ displayName: 'Alice' })).items[0].id, me.id);
  const both = await bot.people.list([me.id, (await bot.people.get('me')).id]);
  assert.equal(both.length, 2);
});

test('a message is written, read, edited and deleted', TIMEOUT, async () => {
  const written = await bot.messages.create({ toPersonEmail: WEBEX_ALICE_EMAIL, markdown: 'one **two**' });
  assert.deepEqual(await bot.messages.get(written.id), written);
  const edited = await bot.messages.update(written, { markdown: 'three' });
  assert.equal(edited.text, 'three');
  assert.ok(edited.updated);
  await bot.messages.remove(written);
  await assert.rejects(bot.messages.get(written.id), { statusCode: 404 });
});

test('a list is turned page by page', TIMEOUT, async () => {
  const { roomId } = await bot.messages.create({ toPersonEmail: WEBEX_BOB_EMAIL, text: '1' });
  for (const text of ['2', '3', '4', '5']) await bot.messages.create({ roomId, text });
  const texts = [];
  for (let page = await bot.messages.list({ roomId, max: 2 }); ; page = await page.next()) {
    texts.push(...page.items.map((message) => message.text));
    if (!page.hasNext()) break;
  }
  assert.deepEqual(texts, ['5', '4', '3', '2', '1']);
});

test('a card is posted, and its button pressed', TIMEOUT, async () => {
  const content = {
    type: 'AdaptiveCard', version: '1.3', body: [], actions: [{ type: 'Action.Submit', title: 'Go', data: { go: 1 } }],
  };
  const message = await bot.messages.create({
    toPersonEmail: WEBEX_ALICE_EMAIL,
    text: 'a card',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  });
  const action = await alice.attachmentActions.create({ type: 'submit', messageId: message.id, inputs: { go: 1 } });
  assert.deepEqual((await bot.attachmentActions.get(action.id)).inputs, { go: 1 });
  await bot.messages.remove(message);
  await assert.rejects(
    alice.attachmentActions.create({ type: 'submit', messageId: message.id, inputs: { go: 1 } }),
    { statusCode: 404 },
  );
});

test('a file is sent and fetched', TIMEOUT, async () => {
  const bytes = Buffer.from([0, 1, 2, 13, 10, 45, 45, 200, 255]);
  const message = await bot.messages.create({ toPersonEmail: WEBEX_ALICE_EMAIL, text: 'a file', files: [bytes] });
  const { body } = await alice.request({ uri: message.files[0], responseType: 'buffer' });
  assert.deepEqual(Buffer.from(body), bytes);
});

test('rooms and memberships are listed', TIMEOUT, async () => {
  const { items } = await bot.rooms.list({ type: 'group' });
  assert.equal(items.length, 1);
  assert.equal((await bot.rooms.get(items[0].id)).title, items[0].title);
  const members = (await bot.memberships.list({ roomId: items[0].id })).items;
  assert.deepEqual(members.map((member) => member.personEmail).sort(),
    [WEBEX_ALICE_EMAIL, WEBEX_BOB_EMAIL, WEBEX_BOT_EMAIL].sort());
  assert.equal((await bot.memberships.get(members[0].id)).personId, members[0].personId);
});

test('a webhook is made, heard, changed and removed', TIMEOUT, async () => {
  const hooks = await hookServer();
  const wanted = { name: 'messages', targetUrl: hooks.url, resource: 'messages', event: 'created' };
  const webhook = await bot.webhooks.create(wanted);
  assert.equal(webhook.status, 'active');

  const said = await alice.messages.create({ toPersonEmail: WEBEX_BOT_EMAIL, text: 'listen' });
  const { body } = await hooks.wait(({ data }) => data.id === said.id);
  assert.equal(body.name, 'messages');
  assert.equal(body.data.text, undefined);

  const changed = await bot.webhooks.update({ ...webhook, name: 'renamed' });
  assert.equal(changed.name, 'renamed');
  assert.equal((await bot.webhooks.list()).items.find(({ id }) => id === webhook.id).name, 'renamed');
  await bot.webhooks.remove(webhook);
  await assert.rejects(bot.webhooks.get(webhook.id), { statusCode: 404 });
  hooks.close();
});

test('what Webex refuses becomes an error with its words', TIMEOUT, async () => {
  const { roomId } = await bot.messages.create({ toPersonEmail: WEBEX_ALICE_EMAIL, text: 'x' });
  await assert.rejects(bot.messages.create({ roomId, text: 'ä'.repeat(3720) }), (error) => {
    assert.equal(error.statusCode, 400);
    assert.match(error.message, /7439 bytes/);
    assert.ok(error.body.trackingId);
    return true;
  });
});
