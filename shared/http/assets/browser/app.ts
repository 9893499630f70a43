/** What the pages gain from JavaScript. Every page works without it. */
import {
  initButtons,
  initCheckboxes,
  initErrorSummary,
  initFileUploads,
  initHeader,
  initNotificationBanners,
  initRadios,
  initSkipLinks,
} from 'nhsuk-frontend';
import { startActionBars } from './action-bar.ts';
import { sendFormsOnce } from './once.ts';
import { followProgress } from './progress.ts';
import { watchSession } from './session-timeout.ts';

// Components and style sheet look for this mark before they hide anything that needs JavaScript to come back.
document.body.classList.add('js-enabled', 'nhsuk-frontend-supported');

initButtons();
initCheckboxes();
initErrorSummary();
initFileUploads();
initHeader();
initNotificationBanners();
initRadios();
initSkipLinks();
sendFormsOnce();
startActionBars();
followProgress();
watchSession();
