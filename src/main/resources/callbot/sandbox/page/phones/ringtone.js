// A ring tone for those who want one. It is silent until it is switched on.

import { at } from '../common/dom.js';
import { icon } from '../common/icons.js';

const SECONDS = 1;
const button = at('sound');
let audio;
let timer;
let ringing = false;

/** Says whether any phone rings. */
export function ringIf(rings) {
  if (rings === ringing) return;
  ringing = rings;
  play();
}

const isOn = () => button.getAttribute('aria-pressed') === 'true';

function play() {
  clearInterval(timer);
  if (!ringing || !isOn()) return;
  tone();
  timer = setInterval(tone, 3 * SECONDS * 1000);
}

/** Two tones at once, as phones in North America have them. */
function tone() {
  const volume = new GainNode(audio, { gain: 0.04 });
  volume.connect(audio.destination);
  for (const frequency of [440, 480]) {
    const oscillator = new OscillatorNode(audio, { frequency });
    oscillator.connect(volume);
    oscillator.start();
    oscillator.stop(audio.currentTime + SECONDS);
  }
}

function draw() {
  button.replaceChildren(icon(isOn() ? 'loud' : 'silent'));
  button.title = isOn() ? 'Ring tone: on' : 'Ring tone: off';
}

button.addEventListener('click', () => {
  button.setAttribute('aria-pressed', String(!isOn()));
  audio ??= new AudioContext();
  draw();
  play();
});
draw();
