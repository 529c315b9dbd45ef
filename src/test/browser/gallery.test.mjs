// Every card that the bot makes, as "mvn verify" leaves them in target/cards: the official renderer has nothing against it, and
// nothing sticks out of it at any width, in any theme, whatever it reveals. Leaves a picture of each in target/cards/pictures.

import assert from 'node:assert/strict';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { draw, openWall, revealing, takePicture, whatIsWrong } from './gallery.mjs';

const CARDS = new URL('../../../target/cards/', import.meta.url);
const PICTURES = new URL('pictures/', CARDS);
const WIDTHS = [460, 340];

const names = (await readdir(CARDS)).filter(file => file.endsWith('.json')).map(file => file.slice(0, -5)).sort();

test('there are cards to look at', () => assert.ok(names.length > 50, `${names.length} in ${CARDS}`));

for (const theme of ['light', 'dark']) {
  describe(theme, () => {
    let wall;

    before(async () => {
      await mkdir(PICTURES, { recursive: true });
      wall = await openWall(theme);
    });
    after(() => wall?.close());

    for (const name of names) {
      test(name, async () => {
        const message = JSON.parse(await readFile(new URL(`${name}.json`, CARDS), 'utf8'));
        const card = message.attachments[0].content;
        for (const width of WIDTHS) await lookAt(wall.page, card, width, `${name}-${theme}-${width}`);
      });
    }
  });
}

async function lookAt(page, card, width, name) {
  assert.deepEqual(await draw(page, card, width), [], 'the renderer has something against it');
  await examine(page, name);
  for (const button of await revealing(page).all()) {
    await button.click();
    await examine(page, `${name}-${(await button.textContent()).toLowerCase()}`);
    await button.click();
  }
}

async function examine(page, name) {
  await takePicture(page, new URL(`${name}.png`, PICTURES));
  assert.deepEqual(await whatIsWrong(page), [], name);
}
