// Draws the pictures in docs/cards anew, from the cards that "mvn verify" leaves in target/cards.

import { readFile } from 'node:fs/promises';
import { draw, openWall, revealing, takePicture } from './gallery.mjs';

const ROOT = new URL('../../../', import.meta.url);
const PICTURES = [
  { name: 'incoming', card: 'call-incoming-queue', theme: 'light' },
  { name: 'divert', card: 'call-incoming-named', theme: 'dark', reveal: 'Divert' },
  { name: 'talking', card: 'call-talking', theme: 'light' },
  { name: 'conference', card: 'call-conference-of-three', theme: 'light' },
  { name: 'transfer', card: 'call-recorded', theme: 'light', reveal: 'Transfer' },
  { name: 'held', card: 'call-held-recorded', theme: 'dark' },
  { name: 'missed', card: 'call-missed', theme: 'light' },
  { name: 'transferred', card: 'call-left-transferred', theme: 'dark' },
  { name: 'list', card: 'list-3', theme: 'light' },
  { name: 'history', card: 'history-all-1', theme: 'dark' },
  { name: 'sign-in', card: 'sign-in', theme: 'light' },
  { name: 'help', card: 'help-user', theme: 'light' },
];

for (const theme of ['light', 'dark']) {
  const wall = await openWall(theme, { deviceScaleFactor: 1.5 });
  for (const picture of PICTURES.filter(one => one.theme === theme)) await take(wall.page, picture);
  await wall.close();
}

async function take(page, { name, card, reveal }) {
  const message = JSON.parse(await readFile(new URL(`target/cards/${card}.json`, ROOT), 'utf8'));
  await draw(page, message.attachments[0].content, 400);
  if (reveal) await revealing(page).filter({ hasText: reveal }).click();
  await takePicture(page, new URL(`docs/cards/${name}.png`, ROOT));
}
