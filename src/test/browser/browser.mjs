// The browser in which things are looked at.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

export function launch() {
  return chromium.launch({ executablePath: browserOnPath(), args: QUIET });
}

function browserOnPath() {
  const places = process.env.PATH.split(delimiter).flatMap(folder => NAMES.map(name => join(folder, name)));
  return process.env.BROWSER ?? places.find(existsSync) ?? fail(`None of these is on the path: ${NAMES.join(', ')}`);
}

function fail(why) {
  console.error(why);
  process.exit(2);
}
