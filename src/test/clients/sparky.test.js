// node-sparky, a client by somebody else, which shares no code with Cisco's SDK.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Spark from 'node-sparky';
import { hookServer } from './surroundings.js';

const { WEBEX_API_URL, WEBEX_BOT_TOKEN, WEBEX_BOT_EMAIL, WEBEX_ALICE_TOKEN, WEBEX_ALICE_EMAIL } = process.env;
const TIMEOUT = { timeout: 30_000 };

const as = (token, options) => new Spark({ token, apiUrl: `${WEBEX_API_URL}/`, ...options });
const bot = as(WEBEX_BOT_TOKEN, { maxPageItems: 2 });
const alice = as(WEBEX_ALICE_TOKEN);

test('messages are sent, gathered over all pages, and removed', TIMEOUT, async () => {
  const { roomId } = await bot.messageSend({ toPersonEmail: WEBEX_ALICE_EMAIL, text: 'first' });
  for (const text of ['second', 'third', 'fourth']) await bot.messageSend({ roomId, text });
  const messages = await bot.messagesGet({ roomId });
  assert.deepEqual(messages.slice(0, 4).map(({ text }) => text), ['fourth', 'third', 'second', 'first']);
  await bot.messageRemove(messages[0].id);
  await assert.rejects(bot.messageGet(messages[0].id));
});

test('a file is sent and comes back as it was', TIMEOUT, async () => {
  const file = await bot.contentCreate(fileURLToPath(import.meta.url));
  const sent = await bot.messageSend({ toPersonEmail: WEBEX_ALICE_EMAIL, text: 'a script' }, file);
  const fetched = await alice.contentGet(sent.files[0]);
  assert.equal(fetched.name, 'sparky.test.js');
  assert.deepEqual(fetched.binary, file.binary);
});

test('people, rooms and memberships are found', TIMEOUT, async () => {
  const me = await bot.personMe();
  assert.deepEqual(me.emails, [WEBEX_BOT_EMAIL]);
  assert.equal((await bot.peopleGet({ email: WEBEX_ALICE_EMAIL }))[0].displayName, 'Alice Adams');
  const rooms = await bot.roomsGet({ type: 'group' });
  assert.equal((await bot.membershipsGet({ roomId: rooms[0].id })).length, 3, 'over two pages');
});

test('what a webhook delivers is verified and understood', TIMEOUT, async () => {
  const hooks = await hookServer();
  const listener = as(WEBEX_BOT_TOKEN, { webhookSecret: 'sesame' });
  const webhook = await listener.webhookAdd({
    name: 'messages', targetUrl: hooks.url, resource: 'messages', event: 'created', secret: 'sesame',
  });
  const said = await alice.messageSend({ toPersonEmail: WEBEX_BOT_EMAIL, text: 'listen' });
  const { rawBody, headers } = await hooks.wait(({ data }) => data.id === said.id);
  await listener.webhookAuth('sesame', headers['x-spark-signature'], rawBody.toString());
  await assert.rejects(async () => listener.webhookAuth('wrong', headers['x-spark-signature'], rawBody.toString()));
  await listener.webhookRemove(webhook.id);
  assert.deepEqual(await listener.webhooksGet(), []);
  hooks.close();
});
