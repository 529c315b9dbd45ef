// Puts the page together: every new state goes to each part of it.

import { showChat } from './chat/chat.js';
import { showPhones } from './phones/phones.js';
import { showIdeas } from './chat/say.js';
import { watch } from './common/server.js';
import { showTour } from './tour/tour.js';
import './common/tabs.js';
import './common/theme.js';
import './wire/wire.js';
import './faults/faults.js';

watch(state => {
  showChat(state);
  showPhones(state);
  showIdeas(state);
  showTour(state);
});
