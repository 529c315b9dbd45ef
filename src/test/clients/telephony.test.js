// Call control through Cisco's SDK, which has no methods of its own for it but makes the requests, with telephony_calls
// webhooks beside it. The users lift and hang up their phones themselves.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { alice, bob } from './sdk.js';
import { hookServer, outside, phone, until } from './surroundings.js';

const TIMEOUT = { timeout: 30_000 };
const SECRET = 'open sesame';
const CALLER = '+12125550100';

let hooks;
let webhook;

before(async () => {
  hooks = await hookServer();
  webhook = await alice.webhooks.create({
    name: 'calls', targetUrl: hooks.url, resource: 'telephony_calls', event: 'all', secret: SECRET,
  });
}, TIMEOUT);

after(async () => {
  await alice.webhooks.remove(webhook);
  hooks.close();
}, TIMEOUT);

test('dial, talk, hold, resume, mute, record, send tones, hang up', TIMEOUT, async () => {
  const { callSessionId, callId } = await alices('dial', { destination: '1002' }, 201);
  assert.equal((await get(alice, callId)).personality, 'clickToDial');

  await phone({ who: 'alice', do: 'pickUp', call: callId });
  const mine = await inState(alice, callSessionId, 'connecting');
  assert.equal(mine.personality, 'originator');

  const bobs = await inState(bob, callSessionId, 'alerting');
  assert.equal(bobs.personality, 'terminator');
  await bobsCommand('answer', { callId: bobs.id });
  await inState(alice, callSessionId, 'connected');

  await alices('hold', { callId: mine.id });
  await inState(bob, callSessionId, 'remoteHeld');
  await assert.rejects(alices('hold', { callId: mine.id }), { statusCode: 409 });
  await alices('resume', { callId: mine.id });
  await inState(bob, callSessionId, 'connected');

  await alices('mute', { callId: mine.id });
  assert.equal((await get(alice, mine.id)).muted, true);
  await alices('unmute', { callId: mine.id });
  assert.equal((await get(alice, mine.id)).muted, false);

  for (const [command, state] of Object.entries({
    startRecording: 'started', pauseRecording: 'paused', resumeRecording: 'started', stopRecording: 'stopped',
  })) {
    await alices(command, { callId: mine.id });
    assert.equal((await get(alice, mine.id)).recordingState, state);
  }
  await alices('transmitDtmf', { callId: mine.id, dtmf: '1,2#' });

  await alices('hangup', { callId: mine.id });
  assert.deepEqual(await calls(bob), []);
  await assert.rejects(get(alice, mine.id), { statusCode: 404, message: /Call not found/ });
});

test('an incoming call is answered, parked, and fetched back', TIMEOUT, async () => {
  await outside({ who: 'alice', do: 'call', number: CALLER, name: 'John Smith' });
  const [ringing] = await until(async () => (await calls(alice)).length && calls(alice));
  assert.equal(ringing.remoteParty.name, 'John Smith');
  await alices('answer', { callId: ringing.id });
  await inState(alice, ringing.callSessionId, 'connected');

  const { parkedAgainst } = await alices('park', { callId: ringing.id, isGroupPark: true }, 200);
  assert.deepEqual(await calls(alice), []);
  const back = await alices('retrieve', { destination: parkedAgainst.number }, 201);
  await phone({ who: 'alice', do: 'pickUp', call: back.callId });
  const talking = await inState(alice, back.callSessionId, 'connected');
  assert.equal(talking.remoteParty.number, CALLER);

  await alices('transfer', { callId1: talking.id, destination: '1002' }, 201);
  const [bobs] = await until(async () => (await calls(bob)).length && calls(bob));
  await phone({ who: 'bob', do: 'pickUp', call: bobs.id });
  await until(async () => (await calls(alice)).length === 0);
  assert.equal((await calls(bob))[0].remoteParty.number, CALLER);
  await outside({ who: 'bob', do: 'hangUp', number: CALLER });
});

test('calls are rejected, diverted and missed, and history tells', TIMEOUT, async () => {
  await ring();
  await alices('reject', { callId: (await calls(alice))[0].id, action: 'busy' });
  await ring();
  await alices('divert', { callId: (await calls(alice))[0].id, toVoicemail: true });
  await outside({ who: 'alice', do: 'hangUp', number: CALLER });
  await ring();
  await outside({ who: 'alice', do: 'hangUp', number: CALLER });

  const { body } = await alice.request({ service: 'hydra', resource: 'telephony/calls/history?type=missed' });
  assert.equal(body.items[0].number, CALLER);
  const placed = await alice.request({ service: 'hydra', resource: 'telephony/calls/history?type=placed' });
  assert.equal(placed.body.items[0].number, '1002');
});

test('each step was told by a signed webhook', TIMEOUT, async () => {
  for (const event of ['created', 'updated', 'deleted']) await hooks.wait((body) => body.event === event);
  for (const { rawBody, body, headers } of hooks.heard) {
    assert.equal(headers['x-spark-signature'], createHmac('sha1', SECRET).update(rawBody).digest('hex'));
    assert.equal(body.resource, 'telephony_calls');
    assert.ok(body.data.callId && body.data.callSessionId && body.data.eventTimestamp);
  }
});

const alices = (command, body, status = 204) => perform(alice, command, body, status);
const bobsCommand = (command, body, status = 204) => perform(bob, command, body, status);

async function perform(user, command, body, status) {
  const answer = await user.request({ method: 'POST', service: 'hydra', resource: `telephony/calls/${command}`, body });
  assert.equal(answer.statusCode, status);
  return answer.body;
}

const get = async (user, callId) =>
  (await user.request({ service: 'hydra', resource: `telephony/calls/${callId}` })).body;

const calls = async (user) => (await user.request({ service: 'hydra', resource: 'telephony/calls' })).body.items;

/** The user's half of the call, which may change its id, when it has come to this state. */
const inState = (user, session, state) => until(async () =>
  (await calls(user)).find((call) => call.callSessionId === session && call.state === state));

async function ring() {
  await outside({ who: 'alice', do: 'call', number: CALLER, name: 'John Smith' });
  await until(async () => (await calls(alice)).length);
}
