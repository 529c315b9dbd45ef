// The browser in which things are looked at: Chromium, or what the environment calls BROWSER, such as firefox-esr.

import { existsSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { chromium, firefox } from 'playwright-core';

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome'];
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

/** Starts a browser, on a computer whose colours are these. */
export function launch(colorScheme = 'light') {
  const executablePath = browserOnPath(process.env.BROWSER ? [process.env.BROWSER] : CHROMIUM);
  return isFirefox(executablePath) ? launchFirefox(executablePath, colorScheme) : chromium.launch({ executablePath, args: QUIET });
}

/**
 * By this channel Playwright drives a Firefox as it is, over WebDriver BiDi. That knows nothing of colours and of motion, so
 * what Playwright can tell a page of Chromium is here a setting of the whole browser.
 */
function launchFirefox(executablePath, colorScheme) {
  const firefoxUserPrefs = { 'ui.systemUsesDarkTheme': colorScheme === 'dark' ? 1 : 0, 'ui.prefersReducedMotion': 1 };
  return firefox.launch({ executablePath, channel: 'moz-firefox', firefoxUserPrefs });
}

function isFirefox(path) {
  return basename(path).startsWith('firefox');
}

function browserOnPath(names) {
  const places = ['', ...process.env.PATH.split(delimiter)].flatMap(folder => names.map(name => join(folder, name)));
  return places.find(existsSync) ?? fail(`None of these is on the path: ${names.join(', ')}`);
}

function fail(why) {
  console.error(why);
  process.exit(2);
}
