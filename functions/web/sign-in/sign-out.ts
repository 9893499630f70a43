/** Ending a session: by the person, by time, or by the identity provider. */

import * as z from 'zod';
import { linkButton } from '../../../shared/http/html/components/button.ts';
import { html } from '../../../shared/http/html/html.ts';
import { clearCookie, SESSION_COOKIE } from '../../../shared/http/page/cookie.ts';
import { goTo, type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import { openPage, type PageRoute, signedInPage } from '../../../shared/http/page/page-route.ts';
import type { StaffVisit, Visit } from '../../../shared/http/page/visit.ts';

/** What a sealed id token on its way to the page after signing out is for. */
const SCOPE = 'sign-out';

export const signOutRoutes: readonly PageRoute[] = [
  signedInPage('POST', '/sign-out', signOut),
  signedInPage('POST', '/stay-signed-in', stay),
  openPage('GET', '/signed-out', signedOut),
  openPage('POST', '/back-channel-logout', endedByProvider),
];

/**
 * The session here ends at once. The provider's own ends by a link on the next page, since the pages' security policy
 * lets no form lead to another site.
 */
async function signOut(visit: StaffVisit): Promise<PageAnswer> {
  const { idHash, provider } = visit.session;
  await visit.deps.sessions.end(idHash);
  return goTo(`/signed-out?at=${visit.deps.cursors.seal(SCOPE, provider.idToken)}`, [clearCookie(SESSION_COOKIE)]);
}

/** The request itself has renewed the session (dispatch.ts); there is nothing to show. */
async function stay(): Promise<PageAnswer> {
  return { kind: 'nothing' };
}

async function signedOut(visit: Visit): Promise<PageAnswer> {
  const timedOut = visit.query.get('why') === 'timed-out';
  const sealed = visit.query.get('at');
  const idToken = sealed === null ? undefined : z.string().parse(visit.deps.cursors.open(SCOPE, sealed));
  const providerUrl = idToken === undefined ? undefined : await visit.deps.identity.endUrl(idToken);
  const title = 'You have been signed out';
  const text = timedOut
    ? 'You had not used the service for a while, so we signed you out to keep records safe.'
    : 'You are signed out of this service.';
  return page({
    title,
    content: html`<h1 class="nhsuk-heading-l">${title}</h1><p>${text}</p>${providerUrl !== undefined && html`<p>If you share this computer, <a href="${providerUrl}">sign out of your account as well</a>.</p>`}${linkButton({ text: 'Sign in', href: `/sign-in?return=${encodeURIComponent(visit.query.get('return') ?? '/')}` })}`,
  });
}

/** OpenID Connect Back-Channel Logout 1.0: answers 200 when the session is over, whether or not it was there. */
async function endedByProvider(visit: Visit): Promise<PageAnswer> {
  const ended = await visit.deps.identity.loggedOut((await visit.form()).get('logout_token'));
  await visit.deps.sessions.endAtProvider(ended.issuer, ended.session);
  return {
    kind: 'ready',
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: '',
    isBase64Encoded: false,
  };
}
