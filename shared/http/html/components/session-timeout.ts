/** The warning before a session ends: time to stay signed in, and no work lost. Needs JavaScript; without it the sign-in page explains. */
import { type Html, html } from '../html.ts';
import { hiddenField } from './form.ts';

export interface SessionTimeoutProps {
  /** Seconds from this page's answer to the warning. */
  readonly warnAfterSeconds: number;
  /** Seconds from this page's answer to the end of the session. */
  readonly endAfterSeconds: number;
  /** A POST that prolongs the session and answers 204. */
  readonly stayAction: string;
  readonly csrfToken: string;
  /** Where the page goes when the session has ended. */
  readonly endedHref: string;
  /** Where "Sign out now" sends its POST. */
  readonly signOutAction: string;
}

export function sessionTimeout(props: SessionTimeoutProps): Html {
  return html`<dialog class="app-timeout app-no-print" id="session-timeout" aria-labelledby="session-timeout-title" aria-describedby="session-timeout-text" data-module="app-session-timeout" data-warn-after="${props.warnAfterSeconds}" data-end-after="${props.endAfterSeconds}" data-ended-url="${props.endedHref}"><h2 class="nhsuk-heading-m" id="session-timeout-title">You will be signed out soon</h2><p id="session-timeout-text">To keep records safe, we sign you out in <span class="app-timeout__left" data-app-left>a short while</span>. What you have typed on this page stays until then.</p><p class="nhsuk-u-visually-hidden" role="status" data-app-announcement></p><div class="nhsuk-button-group"><form action="${props.stayAction}" method="post" data-app-stay>${hiddenField('csrf', props.csrfToken)}<button class="nhsuk-button" type="submit">Stay signed in</button></form><form action="${props.signOutAction}" method="post">${hiddenField('csrf', props.csrfToken)}<button class="app-link-button" type="submit">Sign out now</button></form></div></dialog>`;
}
