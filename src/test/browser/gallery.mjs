// Draws cards with the official renderer, set up as Webex sets it up.

import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { hostConfig } from './hostconfig.mjs';

const LIBRARIES = ['adaptivecards/dist/adaptivecards.min.js', 'markdown-it/dist/browser/markdown-it.umd.min.js'];

/** Webex' web client understands this much Markdown on cards. */
const MARKUP = ['emphasis', 'escape', 'link', 'list', 'newline', 'normalize', 'paragraph', 'strikethrough'];

/** What of it the bot uses is bold text; anything else has come from a name. */
const FOREIGN_MARKUP = '#card .ac-textBlock :is(a, em, s, li), #card .ac-factset :is(a, em, s, li)';

/** Opens an empty wall of this theme, on which cards are drawn. */
export async function openWall(theme, { deviceScaleFactor = 1 } = {}) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 520, height: 2500 }, deviceScaleFactor });
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

/** Draws a card, so many pixels wide, and says what the renderer has against it. */
export function draw(page, card, width) {
  return page.evaluate(drawHere, { card, width });
}

/** The buttons that reveal more. */
export function revealing(page) {
  return page.locator('#card .ac-pushButton.expandable');
}

/** Keeps a picture of the card as it is drawn now. */
export async function takePicture(page, file) {
  const clip = await page.locator('#frame').boundingBox();
  await page.screenshot({ path: fileURLToPath(file), clip });
}

/** Says what is wrong with the card as it is drawn now: what sticks out or is cut off, and whose name has become markup. */
export function whatIsWrong(page) {
  return page.evaluate(foreignMarkup => {
    const card = document.getElementById('card');
    const frame = card.getBoundingClientRect();
    const sticksOut = box => box.left < frame.left + 8 || box.right > frame.right - 8;
    const found = [];

    const texts = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const range = document.createRange();
      range.selectNode(texts.currentNode);
      if ([...range.getClientRects()].some(sticksOut)) found.push(`“${texts.currentNode.data}” sticks out`);
    }
    for (const button of card.querySelectorAll('.ac-pushButton')) {
      if (sticksOut(button.getBoundingClientRect())) found.push(`the button “${button.textContent}” sticks out`);
      if (button.scrollWidth > button.clientWidth) found.push(`the button “${button.textContent}” is cut off`);
    }
    for (const part of document.querySelectorAll(foreignMarkup)) found.push(`“${part.textContent}” is a ${part.tagName}`);
    return found;
  }, FOREIGN_MARKUP);
}

function installed(file) {
  return fileURLToPath(new URL(`node_modules/${file}`, import.meta.url));
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
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_3);
  drawn.parse(card, context);
  const frame = document.getElementById('card');
  frame.style.width = `${width}px`;
  frame.replaceChildren(drawn.render());
  const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i));
  return [...events, ...drawn.validateProperties().validationEvents].map(event => event.message);
}
