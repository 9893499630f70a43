/** What the pages gain from JavaScript. Every page works without it. */
import {
  Button,
  Checkboxes,
  createAll,
  ErrorSummary,
  Header,
  NotificationBanner,
  Radios,
  SkipLink,
} from 'nhsuk-frontend';
import { startActionBars } from './action-bar.ts';
import { checkFileSizes } from './file-size.ts';
import { sendFormsOnce } from './once.ts';
import { sendInParts } from './parts.ts';
import { followProgress } from './progress.ts';
import { watchSession } from './session-timeout.ts';

// Components and style sheet look for this mark before they hide anything that needs JavaScript to come back.
document.body.classList.add('js-enabled', 'nhsuk-frontend-supported');

createAll(Button);
createAll(Checkboxes);
createAll(ErrorSummary);
createAll(Header);
createAll(NotificationBanner);
// Style shows what an answer opens; the script does it where style cannot. It would also call a radio "expanded", which a radio
// cannot be (WAI-ARIA 1.2).
if (!CSS.supports('selector(:has(a))')) createAll(Radios);
createAll(SkipLink);
checkFileSizes();
sendFormsOnce();
startActionBars();
followProgress();
sendInParts();
watchSession();
