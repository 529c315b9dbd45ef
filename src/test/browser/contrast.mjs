// How well words stand out from what is behind them, as the Web Content Accessibility Guidelines reckon it.

/** The words that are seen and do not stand out as wanted (4.5 to 1, large ones 3 to 1); Webex answers for the colours of cards. */
export function faintWords(page) {
  return page.evaluate(() => {
    const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const parts = color => {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = color;
      brush.fillRect(0, 0, 1, 1);
      return [...brush.getImageData(0, 0, 1, 1).data].map(part => part / 255);
    };
    const over = (top, below) => below.slice(0, 3).map((part, i) => top[i] * top[3] + part * (1 - top[3]));
    const behind = element => element
      ? over(parts(getComputedStyle(element).backgroundColor), behind(element.parentElement))
      : [1, 1, 1];
    const light = color => color
      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
      .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0.05);
    const ratio = (element, color) => {
      const back = behind(element);
      const [less, more] = [light(back), light(over(parts(color), back))].sort((a, b) => a - b);
      return more / less;
    };
    const isLarge = ({ fontSize, fontWeight }) => parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24);
    const faint = (element, words, style = getComputedStyle(element)) =>
      ratio(element, style.color) < (isLarge(style) ? 3 : 4.5) ? [`${words.trim()}: ${ratio(element, style.color).toFixed(2)}`] : [];

    const isRead = element => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen, .card, option, :disabled');
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (data.trim() && isRead(parentElement)) found.push(...faint(parentElement, data));
    }
    for (const field of document.querySelectorAll('[placeholder]')) {
      if (field.checkVisibility()) found.push(...faint(field, field.placeholder, getComputedStyle(field, '::placeholder')));
    }
    return [...new Set(found)];
  });
}
