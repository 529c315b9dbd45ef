// Takes the pictures for the README: what is there to be seen while a call comes in, on the wire, and on the tour. Needs a
// sandbox that nobody has used yet. Clocks are set, so that a picture changes only if the page does.

import { fileURLToPath } from 'node:url';
import { close, open, say } from './page.mjs';
import { atStep, isDone, next, onCard, phone } from './tourwalk.mjs';

const DOCS = new URL('../../../docs/', import.meta.url);
const page = await open({ width: 1520, height: 860 });

await page.getByLabel('state file').uncheck();
await page.getByRole('button', { name: 'Take the tour' }).click();
await walk(1);
await walk(2);
await atStep(page, 3);
await say(page, 'call Bob');
await onCard(page, 'Bob Brown 1002').click();
await phone(page, 'Alice Adams').getByText('rings: pick up').waitFor();
await settled('Pick up your phone');
await take('tour');

await page.keyboard.press('Escape');
await phone(page, 'Alice Adams').getByRole('button', { name: 'Hang up' }).click();
await phone(page, 'Alice Adams').locator('.call').waitFor({ state: 'detached' });
await settled('Not picked up');
await phone(page, 'The outside world').getByRole('button', { name: 'Call', exact: true }).click();
await onCard(page, 'Answer').waitFor();
await settled('Incoming call');
await take('sandbox');

await onCard(page, 'Decline').click();
await phone(page, 'Alice Adams').locator('.call').waitFor({ state: 'detached' });
await settled('Call back');
await page.getByRole('tab', { name: 'Faults' }).click();
await page.locator('#faults select[name=path]').selectOption('/telephony/calls');
await page.getByRole('button', { name: 'Break it' }).click();
await say(page, '/calls');
await page.getByRole('tab', { name: 'Wire' }).click();
await page.getByLabel('state file').check();
await page.getByRole('button', { name: 'Enlarge' }).click();
await page.locator('.line.again').waitFor();
await settled('no calls');
await take('wire');
await close();

/** Lets the tour do this step. */
async function walk(number) {
  await atStep(page, number);
  await page.getByRole('button', { name: 'Do it for me' }).click();
  await isDone(page);
  await next(page).click();
}

/** Waits until the chat says this, and the wire nothing more. */
async function settled(words) {
  await page.locator('#messages').getByText(words).last().waitFor({ state: 'attached' });
  for (let before; before !== (before = await page.locator('#wire-lines').innerText());) await page.waitForTimeout(500);
}

async function take(name) {
  await page.evaluate(setClocks);
  await page.locator('#phones').evaluate(phones => { phones.scrollTop = 0; });
  await page.mouse.move(0, 0);
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, DOCS)) });
}

/** It is always 10:42. */
function setClocks() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    text.data = text.data.replace(/\b\d{1,2}:\d\d(:\d\d)?\b/, (_, seconds) => (seconds ? '10:42:07' : '10:42'));
  }
}
