// The steps of the tour. Each says what it is about, what to do, which class to read, and what to look at on the wire.

import { at } from '../common/dom.js';
import { wish } from '../common/server.js';
import { agree, look, press, pressCard, write } from './moves.js';

const TALKING = ['connected', 'remoteHeld'];
const MODES = ['/monitor on', '/monitor json', '/monitor off'];
const ELSEWHERE = '+1 408 555 0134';
const THERE = ELSEWHERE.replaceAll(' ', '');

const on = selector => () => document.querySelector(selector);
const ringing = phone => on(`#phone-${phone} .call.rings .yes`);

const has = (...states) => world => world.alice.calls.some(call => states.includes(call.state));
const talks = has(...TALKING);
const calls = world => world.alice.calls.length > 0;
const isParked = world => world.outside.some(line => line.state === 'WAITING' && !line.with);
const talksWith = (who, ...more) => world => world.alice.calls.some(call => call.with === who && [...TALKING, ...more].includes(call.state));
const isHandedOver = world => !calls(world) && world.outside.filter(line => line.state === 'TALKING').length > 1;

const SIGN_IN = [
  write('/auth', world => world.alice.signedIn || world.answered('/auth')),
  agree('Press “Sign in with Webex”, agree as Alice on the page that opens, and come back.', world => world.alice.signedIn),
];
const MONITOR = [write('/monitor on', world => world.alice.watched && world.last(MODES) !== '/monitor json')];
const BE_CALLED = [
  press('Let John Smith call: press “Call” under The outside world.', on('#outside-call'), world => calls(world) || isParked(world)),
  pressCard('Answer', 'It rings. Press “Answer” on the card.', world => has(...TALKING, 'held')(world) || isParked(world)),
];

const CHOOSE_BOB = pressCard('Bob Brown', 'The bot never guesses whom to call. Press “Bob Brown 1002”.', calls);

/** What earlier steps have done; if they were skipped it is made up for. */
const before = moves => moves.map(move => ({ ...move, prepares: true }));
const SIGNED_IN = before(SIGN_IN);
const WATCHED = [...SIGNED_IN, ...before(MONITOR)];
const CALLED = [...WATCHED, ...before(BE_CALLED)];
const FREE = [...WATCHED, ...before([pressCard('Hang up', 'First end your call: press “Hang up” on its card.', world => !calls(world))])];

/** The newest line of the wire for which this holds. */
const line = wanted => () => [...at('wire-lines').querySelectorAll('.line')].findLast(wanted);
const lineOf = what => line(one => one.querySelector('.what').textContent === what);

export const STEPS = [
  {
    title: 'Let the bot in',
    text: 'The bot does nothing without your leave. It gives you a link that works once, and only for you. Behind it Webex asks whether you agree.',
    moves: SIGN_IN,
    read: ['callbot.signin.SignIn', 'remembers who asked, exchanges the code, and compares who came'],
    wire: ['On the wire the bot exchanges the code, which your browser brought, for a token.', lineOf('POST /access_token')],
  },
  {
    title: 'See your calls as they happen',
    text: 'If you want it, Webex tells the bot of each of your calls. The bot keeps one card for each, with buttons for what can be done just then.',
    moves: [...SIGNED_IN, ...MONITOR],
    read: ['callbot.call.Monitoring', 'knows who wants to be told, and has Webex tell the bot'],
    wire: ['On the wire the bot asks Webex, in your name, to be told of your calls.', lineOf('POST /webhooks')],
  },
  {
    title: 'Call Bob',
    text: 'Say it in your own words. Who has that name is found in your last calls and in the directory, and you choose. Then first your own phone rings: the bot carries no sound.',
    moves: [
      ...FREE,
      write('call Bob', world => calls(world) || world.told('Whom do you mean by Bob?')),
      CHOOSE_BOB,
      press('Your phone rings: pick it up.', ringing('alice'), has(...TALKING, 'connecting')),
      press('Now Bob’s phone rings: pick that up, too.', ringing('bob'), talks),
      pressCard('Hang up', 'You talk, and the card says so. Press “Hang up” on it.', world => !calls(world)),
    ],
    lost: (world, move) => !calls(world) && move !== CHOOSE_BOB,
    read: ['callbot.call.CallControl', 'every command about calls, and what came of it'],
    wire: ['On the wire: one look into the directory, one request to dial. All the rest Webex told the bot.', lineOf('POST /telephony/calls/dial')],
  },
  {
    title: 'Be called',
    text: 'Somebody rings you from outside. Webex tells the bot, and the bot shows you a card with what you can do about it.',
    moves: [...WATCHED, ...BE_CALLED],
    lost: world => !calls(world),
    read: ['callbot.call.feed.CallFeed', 'turns what Webex tells of a call into news for you'],
    wire: ['On the wire your press on the card became a request to answer.', lineOf('POST /telephony/calls/answer')],
  },
  {
    title: 'Hold and resume',
    text: 'The card follows the call, whoever changes it: its buttons, a command that you write, or your phone.',
    moves: [
      ...CALLED,
      pressCard('Hold', 'Press “Hold” on the card.', has('held')),
      pressCard('Resume', 'John hears music. Press “Resume”.', talks),
    ],
    lost: world => !calls(world),
    read: ['callbot.call.card.CallView', 'what is known of a call, in whatever order the news come'],
    wire: ['The button did what /hold would have done: see the wire.', lineOf('POST /telephony/calls/hold')],
  },
  {
    title: 'Park a call, and take it back',
    text: 'A parked call waits at an extension until somebody takes it. To take it back your phone rings first: only a phone carries sound.',
    moves: [
      ...CALLED,
      write('/park', isParked),
      write('/retrieve', calls),
      press('Your phone rings: pick it up.', ringing('alice'), talks),
    ],
    lost: world => !calls(world) && !isParked(world),
    read: ['callbot.call.CallChooser', 'finds out which call you mean'],
    wire: ['On the wire Webex says where the call is parked.', lineOf('POST /telephony/calls/park')],
  },
  {
    title: 'Ask first, then hand over',
    text: 'Ask somebody whether to take the call: John waits meanwhile, and you can go back and forth between them.',
    moves: [
      ...CALLED,
      write(`consult ${ELSEWHERE}`, world => world.alice.calls.length > 1 || isHandedOver(world)),
      press('Your phone rings: pick it up.', ringing('alice'), talksWith(THERE, 'connecting')),
      press('It rings at that number: pick it up under The outside world.', ringing('outside'), talksWith(THERE)),
      pressCard('Swap', 'They are willing, and John is on hold. Press “Swap” to tell him.', talksWith('John Smith')),
      write('complete the transfer', isHandedOver),
    ],
    lost: world => !calls(world) && !isHandedOver(world),
    tidy: world => isHandedOver(world) && wish('outside', { do: 'hangUp', number: world.outside[0].number, withheld: world.outside[0].withheld }),
    read: ['callbot.call.card.LivingCard', 'keeps one card for each call, however it changes'],
    wire: ['They talk without you, and hang up when you go on.', lineOf('POST /telephony/calls/transfer')],
  },
  {
    title: 'Look back',
    text: 'The bot remembers no calls. It asks Webex for the last ones, with buttons to call back.',
    moves: [...SIGNED_IN, write('/history')],
    read: ['callbot.chat.call.HistoryCard', 'the last calls, a page at a time'],
    wire: ['On the wire Webex tells the bot your last calls.', lineOf('GET /telephony/calls/history')],
  },
  {
    title: 'See how things stand',
    text: 'Are you signed in, are your calls shown here, is do not disturb on, where do your calls go? One card says it all.',
    moves: [...SIGNED_IN, write('/status')],
    read: ['callbot.chat.account.LineOverview', 'asks for all that is set for your line at once'],
    wire: ['On the wire: one request for each thing that can be set, all at the same time.', line(one => one.querySelector('.what').textContent.includes('/settings/doNotDisturb'))],
  },
  {
    title: 'See what Webex sends',
    text: 'Programmers may want the events themselves. With /monitor json the bot shows each as it came.',
    moves: [
      ...FREE,
      write('/monitor json'),
      press('Let somebody call and give up: press “Missed” under The outside world.', on('#outside-miss'), world => world.told('"eventType"') && !calls(world)),
      write('/monitor on'),
    ],
    tidy: world => world.last(MODES) === '/monitor json' && wish('say', { who: 'alice', text: '/monitor on' }),
    read: ['callbot.webhook.WebhookEvent', 'reads what Webex sends, and knows what it does not understand'],
    wire: ['Press a line of the wire to see all of it, headers and body.', line(one => one.querySelector('.what').textContent.includes('(telephony_calls '))],
  },
  {
    title: 'Break something',
    text: 'Webex refuses whoever asks too often, and says when to come again. Let it refuse the bot, and see what the bot makes of it.',
    prepare: prepareRefusal,
    moves: [
      ...SIGNED_IN,
      press('Press “Break it”: the next request about calls is refused.', on('#faults .answers button.main'),
        world => world.wire(one => one.name === 'Broken on purpose' || one.fault)),
      write('/calls', world => world.wire(one => one.fault)),
      look('The bot waits for three seconds, because Webex said so …', line(one => one.matches('.fault')), world => world.wire(one => one.again && one.good)),
    ],
    read: ['callbot.webex.Attempts', 'what may be asked again, how often, and after how long'],
    wire: ['On the wire: the same request, tried again. Your answer came late, but once.', line(one => one.matches('.again'))],
  },
  {
    title: 'Ask why',
    text: 'What the bot did about your last command it can tell you: each request, how long it took, and the id under which Webex knows it.',
    moves: [write('/why')],
    read: ['callbot.trace.Tracer', 'follows each piece of work, from the webhook to the answer'],
    wire: ['That was the tour. Begin to read at callbot.Bot, where all parts meet; or kill the bot under Faults, and see what it saves.',
      () => at('messages').lastElementChild],
  },
];

/** The form says what the step is about; whoever likes may change it. */
function prepareRefusal() {
  const form = document.querySelector('#faults .answers').elements;
  form.kind.value = 0;
  form.kind.dispatchEvent(new Event('change'));
  form.path.value = '/telephony/calls';
  form.times.value = 1;
  form.retryAfter.value = 3;
}
