// What a client of the simulated Webex needs around it: the users' hands, and a place where webhooks are delivered.

import { createServer } from 'node:http';
import { once } from 'node:events';

const { WEBEX_API_URL, WEBEX_PAGE } = process.env;

/** Asks Webex as a user would whose app this is, without any of the clients. */
export async function ask(token, method, path, body) {
  const response = await fetch(WEBEX_API_URL + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? undefined : response.json();
}

/** What a user does with a phone of his: {who, do, call}, as the buttons of the page. */
export const phone = (wish) => page('phone', wish);

/** What is done with a phone outside: {who, do, number, name}. */
export const outside = (wish) => page('outside', wish);

async function page(path, wish) {
  const response = await fetch(WEBEX_PAGE + path, { method: 'POST', body: JSON.stringify(wish) });
  if (!response.ok) throw new Error(`${path} ${JSON.stringify(wish)}: ${response.status} ${await response.text()}`);
}

/** A server that gathers what is delivered to it; `wait` resolves to the first delivery that is as wanted. */
export async function hookServer(handle = (request, response) => response.end()) {
  const heard = [];
  let wake = () => {};
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    request.rawBody = Buffer.concat(chunks);
    request.body = JSON.parse(request.rawBody);
    heard.push(request);
    handle(request, response);
    wake();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/hook`,
    heard,
    async wait(wanted) {
      for (;;) {
        const found = heard.find(({ body }) => wanted(body));
        if (found) return found;
        await new Promise((resolve) => { wake = resolve; });
      }
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Waits until the question has an answer that is not empty. */
export async function until(question) {
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
