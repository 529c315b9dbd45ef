// All tests of the page, in the order in which they suit a sandbox that nobody has used yet.

import './page.test.mjs';
import './wire.test.mjs';
