/** The warning before a session ends: time to stay signed in, and no work lost. Needs JavaScript; without it the sign-in page explains. */
import { type Html, html } from '../html.ts';
import { hiddenField } from './form.ts';

/** What the warning says. The script writes the time itself, in the language of the page. */
export interface SessionTimeoutWords {
  readonly title: string;
  /** @param time where the script writes what is left */
  readonly text: (time: Html) => Html;
  /** Until it does. */
  readonly soon: string;
  /** With `{time}` where it stands. */
  readonly announcement: string;
  readonly stay: string;
  readonly signOut: string;
}

const inEnglish: SessionTimeoutWords = {
  title: 'You will be signed out soon',
  text: (time) =>
    html`To keep records safe, we sign you out in ${time}. What you have typed on this page stays until then.`,
  soon: 'a short while',
  announcement: 'You will be signed out in {time}',
  stay: 'Stay signed in',
  signOut: 'Sign out now',
};

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
  /** In English unless they are given. */
  readonly words?: SessionTimeoutWords;
}

export function sessionTimeout(props: SessionTimeoutProps): Html {
  const words = props.words ?? inEnglish;
  const left = html`<span class="app-timeout__left" data-app-left>${words.soon}</span>`;
  return html`<dialog class="app-timeout app-no-print" id="session-timeout" aria-labelledby="session-timeout-title" aria-describedby="session-timeout-text" data-module="app-session-timeout" data-warn-after="${props.warnAfterSeconds}" data-end-after="${props.endAfterSeconds}" data-ended-url="${props.endedHref}"><h2 class="nhsuk-heading-m" id="session-timeout-title">${words.title}</h2><p id="session-timeout-text">${words.text(left)}</p><p class="nhsuk-u-visually-hidden" role="status" data-app-announcement="${words.announcement}"></p><div class="nhsuk-button-group"><form action="${props.stayAction}" method="post" data-app-stay>${hiddenField('csrf', props.csrfToken)}<button class="nhsuk-button" type="submit">${words.stay}</button></form><form action="${props.signOutAction}" method="post">${hiddenField('csrf', props.csrfToken)}<button class="app-link-button" type="submit">${words.signOut}</button></form></div></dialog>`;
}
