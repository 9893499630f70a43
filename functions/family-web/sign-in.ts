/** Signing in through the families' identity provider, and ending a session: by the person, by time, or by the provider. */
import * as z from 'zod';
import { signInFamily } from '../../shared/application/family/family-session.ts';
import { invalid } from '../../shared/domain/error.ts';
import { type FamilyRoute, familyPage, openFamilyPage } from '../../shared/http/family/family-route.ts';
import type { FamilyVisit, OpenVisit } from '../../shared/http/family/family-visit.ts';
import { told } from '../../shared/http/family/told.ts';
import { linkButton } from '../../shared/http/html/components/button.ts';
import { html } from '../../shared/http/html/html.ts';
import {
  clearCookie,
  cookieValue,
  FAMILY_SESSION_COOKIE,
  FAMILY_SIGN_IN_COOKIE,
  setCookie,
} from '../../shared/http/page/cookie.ts';
import { goTo, type PageAnswer, page } from '../../shared/http/page/page-answer.ts';
import { homePath } from './addresses.ts';

const SIGN_IN = 'family-sign-in';
const SIGN_OUT = 'family-sign-out';
const ATTEMPT_SECONDS = 600;

const attemptSchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
});

export const signInRoutes: readonly FamilyRoute[] = [
  openFamilyPage('GET', '/family/sign-in', begin),
  openFamilyPage('GET', '/family/sign-in/callback', complete),
  openFamilyPage('GET', '/family/signed-in-again', signedInAgain),
  familyPage('POST', '/family/sign-out', signOut),
  familyPage('POST', '/family/stay-signed-in', async () => ({ kind: 'nothing' })),
  openFamilyPage('GET', '/family/signed-out', signedOut),
  openFamilyPage('POST', '/family/back-channel-logout', endedByProvider),
];

async function begin(visit: OpenVisit): Promise<PageAnswer> {
  const { url, attempt } = await visit.deps.identity.begin(ownPath(visit.query.get('return')));
  return goTo(url, [setCookie(FAMILY_SIGN_IN_COOKIE, visit.deps.cursors.seal(SIGN_IN, attempt), ATTEMPT_SECONDS)]);
}

async function complete(visit: OpenVisit): Promise<PageAnswer> {
  const sealed = cookieValue(visit.cookies, FAMILY_SIGN_IN_COOKIE);
  if (!sealed) throw invalid('sign-in-failed', 'Signing in took too long, or was begun in another window');
  const attempt = attemptSchema.parse(visit.deps.cursors.open(SIGN_IN, sealed));
  const who = await visit.deps.identity.complete(visit.query, attempt);
  const { secret } = await signInFamily(visit.deps, who, visit.now, visit.deps.randomText);
  return goTo(attempt.returnTo, [setCookie(FAMILY_SESSION_COOKIE, secret), clearCookie(FAMILY_SIGN_IN_COOKIE)]);
}

/** Where signing in beside a form that was kept ends. */
async function signedInAgain({ words }: OpenVisit): Promise<PageAnswer> {
  const title = words.say('sign-in.again');
  return page({
    title,
    content: html`<h1 class="nhsuk-heading-l">${title}</h1><p>${words.say('sign-in.again-text')}</p>`,
  });
}

/** The session here ends at once; the provider's own ends by a link on the next page. */
async function signOut(visit: FamilyVisit): Promise<PageAnswer> {
  const { idHash, provider } = visit.session;
  await visit.deps.sessions.end(idHash);
  const at = visit.deps.cursors.seal(SIGN_OUT, provider.idToken);
  return goTo(`/family/signed-out?at=${at}`, [clearCookie(FAMILY_SESSION_COOKIE)]);
}

async function signedOut(visit: OpenVisit): Promise<PageAnswer> {
  const sealed = visit.query.get('at');
  const idToken = sealed === null ? undefined : z.string().parse(visit.deps.cursors.open(SIGN_OUT, sealed));
  const providerUrl = idToken === undefined ? undefined : await visit.deps.identity.endUrl(idToken);
  const { words } = visit;
  const title = words.say('sign-in.ended');
  const text = words.say(visit.query.get('why') === 'timed-out' ? 'sign-in.timed-out' : 'sign-in.nobody-sees');
  return page({
    title,
    content: html`<h1 class="nhsuk-heading-l">${title}</h1><p>${text}</p>${providerUrl !== undefined && html`<p>${told(words, 'sign-in.shared', { link: html`<a href="${providerUrl}">${words.say('sign-in.shared-link')}</a>` })}</p>`}${linkButton({ text: words.say('sign-in.sign-in'), href: `/family/sign-in?return=${encodeURIComponent(ownPath(visit.query.get('return')))}` })}`,
  });
}

/** OpenID Connect Back-Channel Logout 1.0: answers 200 when the session is over, whether or not it was there. */
async function endedByProvider(visit: OpenVisit): Promise<PageAnswer> {
  const ended = await visit.deps.identity.loggedOut((await visit.form()).get('logout_token'));
  await visit.deps.sessions.endAtProvider(ended.issuer, ended.session);
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return { kind: 'ready', status: 200, headers, body: '', isBase64Encoded: false };
}

/** Only a page of the families': an address from outside would send people on to someone else's site. */
function ownPath(path: string | null): string {
  return path !== null && /^\/family(?:\/[\w.-]+)*$/.test(path) ? path : homePath;
}
