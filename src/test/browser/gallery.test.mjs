// Every card that the bot makes, as the tests of the bot leave them in target/cards: the official renderer has nothing against
// it, and nothing sticks out of it at any width, in any theme, whatever it reveals. Leaves a picture of each beside it.

import assert from 'node:assert/strict';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { draw, openWall, whatSticksOut } from './gallery.mjs';

const CARDS = new URL('../../../target/cards/', import.meta.url);
const PICTURES = new URL('pictures/', CARDS);
const WIDTHS = [460, 340];

const files = (await readdir(CARDS)).filter(name => name.endsWith('.json')).sort();

test('there are cards to look at', () => assert.ok(files.length > 50, `${files.length} in ${CARDS.pathname}`));

for (const theme of ['light', 'dark']) {
  describe(theme, () => {
    let wall;

    before(async () => {
      await mkdir(PICTURES, { recursive: true });
      wall = await openWall(theme);
    });
    after(() => wall?.close());

    for (const file of files) {
      test(file, async () => {
        const message = JSON.parse(await readFile(new URL(file, CARDS), 'utf8'));
        const card = message.attachments[0].content;
        for (const width of WIDTHS) await lookAt(wall.page, card, width, `${file.replace('.json', '')}-${theme}-${width}`);
      });
    }
  });
}

async function lookAt(page, card, width, name) {
  assert.deepEqual(await draw(page, card, width), [], 'the renderer has something against it');
  await takePicture(page, name);
  const revealing = page.locator('#card .ac-pushButton.expandable');
  for (const button of await revealing.all()) {
    const title = await button.textContent();
    await button.click();
    await takePicture(page, `${name}-${title.toLowerCase().replaceAll(' ', '-')}`);
    await button.click();
  }
}

async function takePicture(page, name) {
  await page.locator('#frame').screenshot({ path: fileURLToPath(new URL(`${name}.png`, PICTURES)) });
  assert.deepEqual(await whatSticksOut(page), [], name);
}
