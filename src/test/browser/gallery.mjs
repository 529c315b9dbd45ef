// Draws cards with the official renderer, set up as Webex sets it up.

import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { hostConfig } from './hostconfig.mjs';

const LIBRARIES = ['adaptivecards/dist/adaptivecards.min.js', 'markdown-it/dist/browser/markdown-it.umd.min.js'];

/** Webex' web client understands this much Markdown on cards. */
const MARKUP = ['emphasis', 'escape', 'link', 'list', 'newline', 'normalize', 'paragraph', 'strikethrough'];

/** Opens an empty wall of this theme, with what it takes to draw a card on it. */
export async function openWall(theme) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 520, height: 400 } });
    await page.goto(new URL('gallery.html', import.meta.url).href);
    for (const library of LIBRARIES) await page.addScriptTag({ path: installed(library) });
    await page.addStyleTag({ path: installed('adaptivecards/dist/adaptivecards.css') });
    await page.evaluate(setUp, { theme, config: hostConfig(theme), markup: MARKUP });
    return { page, close: () => browser.close() };
  } catch (trouble) {
    await browser.close();
    throw trouble;
  }
}

function installed(file) {
  return fileURLToPath(new URL(`node_modules/${file}`, import.meta.url));
}

/** Draws a card, so many pixels wide, and says what the renderer had against it. */
export function draw(page, card, width) {
  return page.evaluate(drawHere, { card, width });
}

/** Says what sticks out of the card as it is drawn now, or is cut off. */
export function whatSticksOut(page) {
  return page.evaluate(() => {
    const frame = document.getElementById('card').getBoundingClientRect();
    const texts = document.createTreeWalker(document.getElementById('card'), NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
      const range = document.createRange();
      range.selectNode(texts.currentNode);
      for (const box of range.getClientRects()) {
        if (box.left < frame.left + 8 || box.right > frame.right - 8) found.push(`“${texts.currentNode.data}” sticks out`);
      }
    }
    for (const button of document.querySelectorAll('#card .ac-pushButton')) {
      const box = button.getBoundingClientRect();
      if (box.left < frame.left + 8 || box.right > frame.right - 8) found.push(`the button “${button.textContent}” sticks out`);
      if (button.scrollWidth > button.clientWidth) found.push(`the button “${button.textContent}” is cut off`);
    }
    return found;
  });
}

function setUp({ theme, config, markup }) {
  document.body.className = theme;
  const markdown = window.markdownit('zero').enable(markup);
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
  window.hostConfig = new AdaptiveCards.HostConfig(config);
}

function drawHere({ card, width }) {
  const drawn = new AdaptiveCards.AdaptiveCard();
  drawn.hostConfig = window.hostConfig;
  const context = new AdaptiveCards.SerializationContext();
  drawn.parse(card, context);
  const frame = document.getElementById('card');
  frame.style.width = `${width}px`;
  frame.replaceChildren(drawn.render());
  const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i));
  return [...events, ...drawn.validateProperties().validationEvents].map(event => event.message);
}
