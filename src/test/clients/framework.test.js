// webex-node-bot-framework, on Cisco's SDK of the second generation: it registers webhooks, hears what a user writes,
// answers with words and a card, and hears the button.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Framework from 'webex-node-bot-framework';
import webhook from 'webex-node-bot-framework/webhook.js';
import { ask, hookServer, until } from './surroundings.js';

const { WEBEX_BOT_TOKEN, WEBEX_BOT_EMAIL, WEBEX_ALICE_TOKEN } = process.env;
const TIMEOUT = { timeout: 30_000 };

const CARD = {
  type: 'AdaptiveCard',
  version: '1.2',
  body: [{ type: 'TextBlock', text: 'Which one?' }, { type: 'Input.Text', id: 'colour' }],
  actions: [{ type: 'Action.Submit', title: 'This one', data: { chosen: true } }],
};

let hooks;
let framework;
let roomId;
const pressed = [];

before(async () => {
  // The framework makes a bot for each room that it finds when it starts, so there should be one.
  ({ roomId } = await say({ toPersonEmail: WEBEX_BOT_EMAIL, text: 'Is anybody there?' }));

  hooks = await hookServer((request, response) => {
    response.status = (status) => { response.statusCode = status; };
    response.send = (text) => response.end(text);
    webhook(framework)(request, response);
  });
  framework = new Framework({ token: WEBEX_BOT_TOKEN, webhookUrl: hooks.url, webhookSecret: 'sesame' });
  framework.hears('hello', (bot, trigger) => bot.say('markdown', `Hello, **${trigger.person.displayName}**!`));
  framework.hears('card', (bot) => bot.sendCard(CARD, 'Which one? (a card)'));
  framework.on('attachmentAction', (bot, { attachmentAction }) => pressed.push(attachmentAction));

  const ready = new Promise((resolve) => framework.on('initialized', resolve));
  await framework.start();
  await ready;
  await until(() => framework.cardsWebhook.id);
}, TIMEOUT);

after(async () => {
  hooks.close();
  await framework.stop();
  assert.deepEqual((await ask(WEBEX_BOT_TOKEN, 'GET', '/webhooks')).items, [], 'it takes its webhooks away');
}, TIMEOUT);

test('a user is answered in the direct room', TIMEOUT, async () => {
  await say({ roomId, text: 'hello' });
  const answer = await answerIn(roomId, 'Hello, Alice Adams!');
  assert.equal(answer.html, '<p>Hello, <strong>Alice Adams</strong>!</p>');
  assert.equal(answer.personEmail, WEBEX_BOT_EMAIL);
});

test('a group is answered when it mentions the bot, and not otherwise', TIMEOUT, async () => {
  const group = (await ask(WEBEX_ALICE_TOKEN, 'GET', '/rooms?type=group')).items[0];
  await say({ roomId: group.id, text: 'hello everybody but the bot' });
  await say({ roomId: group.id, markdown: `<@personEmail:${WEBEX_BOT_EMAIL}> hello` });
  await answerIn(group.id, 'Hello, Alice Adams!');
  const { items } = await ask(WEBEX_ALICE_TOKEN, 'GET', `/messages?roomId=${group.id}`);
  assert.equal(items.filter(({ personEmail }) => personEmail === WEBEX_BOT_EMAIL).length, 1);
});

test('a card arrives, and so does what is filled in', TIMEOUT, async () => {
  await say({ roomId, text: 'card' });
  const message = await answerIn(roomId, 'Which one? (a card)');
  assert.deepEqual(message.attachments[0].content, CARD);

  await ask(WEBEX_ALICE_TOKEN, 'POST', '/attachment/actions', {
    type: 'submit', messageId: message.id, inputs: { colour: 'green', chosen: true },
  });
  const action = await until(() => pressed[0]);
  assert.deepEqual(action.inputs, { colour: 'green', chosen: true });
  assert.equal(action.messageId, message.id);
  assert.equal(action.roomId, roomId);
});

test('every delivery was signed as the framework expects', TIMEOUT, () => {
  assert.ok(hooks.heard.length > 0);
  for (const { headers } of hooks.heard) assert.match(headers['x-spark-signature'], /^[0-9a-f]{40}$/);
});

function say(message) {
  return ask(WEBEX_ALICE_TOKEN, 'POST', '/messages', message);
}

function answerIn(room, text) {
  return until(async () => {
    const { items } = await ask(WEBEX_ALICE_TOKEN, 'GET', `/messages?roomId=${room}`);
    return items.find((message) => message.text === text);
  });
}
