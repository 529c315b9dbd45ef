// Cisco's SDK, for each account of the simulated Webex. It finds the API by HYDRA_SERVICE_URL.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { default: WebexCore } = require('@webex/webex-core');
require('@webex/plugin-authorization-node');
require('@webex/plugin-logger');
for (const what of ['attachment-actions', 'memberships', 'messages', 'people', 'rooms', 'webhooks']) {
  require(`@webex/plugin-${what}`);
}

const as = (token) => new WebexCore({
  credentials: { access_token: token },
  config: { logger: { level: 'silent' } },
});

export const bot = as(process.env.WEBEX_BOT_TOKEN);
export const alice = as(process.env.WEBEX_ALICE_TOKEN);
export const bob = as(process.env.WEBEX_BOB_TOKEN);
