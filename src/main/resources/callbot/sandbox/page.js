// Puts the page together: every new state goes to each part of it.

import { showChat } from './chat.js';
import { showPhones } from './phones.js';
import { showIdeas } from './say.js';
import { watch } from './server.js';
import { showTour } from './tour.js';
import './tabs.js';
import './theme.js';
import './wire.js';
import './faults.js';

watch(state => {
  showChat(state);
  showPhones(state);
  showIdeas(state);
  showTour(state);
});
