// What tests of the sandbox's page need: a browser, the page at the address given on the command line, and its console.

import { launch } from './browser.mjs';

/** How long something may take to show, in milliseconds. */
const PATIENCE = 15_000;

/** Where the sandbox is, such as http://localhost:8700/. */
export const address = new URL(process.argv[2] ?? usage());

/** What went wrong in any page so far: errors of scripts, refusals of the security policy, requests to elsewhere. */
export const troubles = [];

/** All that the console of any page has said so far. */
export const printed = [];

/** One for each kind of colours. */
const browsers = {};

/** Opens the page, and gives it once it is live. */
export async function open({ width = 1600, height = 900, colorScheme = 'light' } = {}) {
  browsers[colorScheme] ??= launch(colorScheme);
  const context = await (await browsers[colorScheme]).newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE);
  context.on('page', listen);
  const page = await context.newPage();
  await page.goto(address.href);
  await page.locator('#link.live').waitFor();
  await page.locator('#ideas button').first().waitFor();
  return page;
}

export async function close() {
  for (const browser of Object.values(browsers)) await (await browser).close();
}

/** Asks the sandbox to do something, as the page would. */
export function wish(page, path, what) {
  return page.evaluate(async ([to, body]) => {
    const answer = await fetch(to, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error((await answer.json()).message);
  }, [path, what]);
}

/** Says this in the chat that is shown. */
export async function say(page, text) {
  await page.locator('#text').fill(text);
  await page.locator('#text').press('Enter');
}

/** The width and height of all that there is to be scrolled; those of the window, if there is nothing. */
export function size(page) {
  return page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
}

function listen(page) {
  page.on('console', message => {
    printed.push(`${message.type()}: ${message.text()}`);
    console.log(`[console] ${printed.at(-1)}`);
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('pageerror', error => {
    console.log(`[error] ${error.stack}`);
    troubles.push(error.message);
  });
  page.on('request', request => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !['localhost', '127.0.0.1'].includes(hostname)) troubles.push(`asked ${request.url()}`);
  });
}

function usage() {
  return fail('Usage: npm test -- <address of a sandbox that nobody has used yet>');
}

function fail(why) {
  console.error(why);
  process.exit(2);
}
