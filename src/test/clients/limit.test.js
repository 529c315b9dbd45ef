// Clients that come too often, and what they make of the answer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import Spark from 'node-sparky';
import { bot } from './sdk.js';

const { WEBEX_API_URL, WEBEX_ALICE_TOKEN, WEBEX_LIMIT } = process.env;
const TIMEOUT = { timeout: 30_000 };
const MORE_THAN_ALLOWED = Array.from({ length: Number(WEBEX_LIMIT) + 2 });

test('who comes too often is told for how many seconds to wait', TIMEOUT, async () => {
  const headers = { Authorization: `Bearer ${process.env.WEBEX_BOB_TOKEN}` };
  const answers = await Promise.all(MORE_THAN_ALLOWED.map(() => fetch(`${WEBEX_API_URL}/people/me`, { headers })));
  const refused = answers.filter(({ status }) => status === 429);
  assert.ok(refused.length > 0, answers.map(({ status }) => status).join());
  for (const answer of refused) {
    assert.equal(answer.headers.get('retry-after'), '1');
    assert.equal((await answer.json()).trackingId, answer.headers.get('trackingid'));
  }
});

test("Cisco's SDK tells its caller how long to wait", TIMEOUT, async () => {
  const lists = await Promise.allSettled(MORE_THAN_ALLOWED.map(() => bot.rooms.list({ type: 'group' })));
  const refused = lists.filter(({ status }) => status === 'rejected');
  assert.ok(refused.length > 0 && refused.length < lists.length, `${refused.length} of ${lists.length}`);
  for (const { reason } of refused) {
    assert.equal(reason.statusCode, 429);
    assert.match(reason.message, /RETRY-AFTER: 1\b/);
  }
});

test('node-sparky waits and comes again', TIMEOUT, async () => {
  const alice = new Spark({ token: WEBEX_ALICE_TOKEN, apiUrl: `${WEBEX_API_URL}/` });
  const people = await Promise.all(MORE_THAN_ALLOWED.map(() => alice.personMe()));
  for (const { displayName } of people) assert.equal(displayName, 'Alice Adams');
});
