/** Signing in through the identity provider, and choosing which role to act in. */
import * as z from 'zod';
import { placePolicy } from '../../../shared/application/policy/place-policy.ts';
import { signIn } from '../../../shared/application/session/sign-in.ts';
import { invalid } from '../../../shared/domain/error.ts';
import { roleNames } from '../../../shared/domain/staff/role-names.ts';
import { membershipName } from '../../../shared/domain/staff/staff.ts';
import { button } from '../../../shared/http/html/components/button.ts';
import { errorSummary } from '../../../shared/http/html/components/error-summary.ts';
import { postForm } from '../../../shared/http/html/components/form.ts';
import { radios } from '../../../shared/http/html/components/radios.ts';
import { html } from '../../../shared/http/html/html.ts';
import {
  clearCookie,
  cookieValue,
  SESSION_COOKIE,
  SIGN_IN_COOKIE,
  setCookie,
} from '../../../shared/http/page/cookie.ts';
import { goTo, type PageAnswer, type PageContent, page, refusedPage } from '../../../shared/http/page/page-answer.ts';
import { openPage, type PageRoute, signedInPage } from '../../../shared/http/page/page-route.ts';
import type { StaffVisit, Visit } from '../../../shared/http/page/visit.ts';

const SCOPE = 'sign-in';
const ATTEMPT_SECONDS = 600;

const attemptSchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
});

export const signInRoutes: readonly PageRoute[] = [
  openPage('GET', '/sign-in', begin),
  openPage('GET', '/sign-in/callback', complete),
  openPage('GET', '/signed-in-again', signedInAgain),
  signedInPage('GET', '/choose-role', askRole),
  signedInPage('POST', '/choose-role', chooseRole),
];

async function begin(visit: Visit): Promise<PageAnswer> {
  const { url, attempt } = await visit.deps.identity.begin(ownPath(visit.query.get('return')));
  return goTo(url, [setCookie(SIGN_IN_COOKIE, visit.deps.cursors.seal(SCOPE, attempt), ATTEMPT_SECONDS)]);
}

async function complete(visit: Visit): Promise<PageAnswer> {
  const sealed = cookieValue(visit.cookies, SIGN_IN_COOKIE);
  if (!sealed) throw invalid('sign-in-failed', 'Signing in took too long, or was begun in another window');
  const attempt = attemptSchema.parse(visit.deps.cursors.open(SCOPE, sealed));
  const who = await visit.deps.identity.complete(visit.query, attempt);
  const { session, secret } = await signIn(visit.deps, who, visit.now, visit.deps.randomText);
  const to = session.acting ? attempt.returnTo : `/choose-role?return=${encodeURIComponent(attempt.returnTo)}`;
  return goTo(to, [setCookie(SESSION_COOKIE, secret), clearCookie(SIGN_IN_COOKIE)]);
}

/** Where signing in beside a form that was kept ends. */
async function signedInAgain(): Promise<PageAnswer> {
  const title = 'You are signed in again';
  return page({
    title,
    content: html`<h1 class="nhsuk-heading-l">${title}</h1><p>Go back to the other tab and continue with your form. You can close this one.</p>`,
  });
}

async function askRole(visit: StaffVisit): Promise<PageAnswer> {
  return page(await rolePage(visit, ownPath(visit.query.get('return')), undefined));
}

async function chooseRole(visit: StaffVisit): Promise<PageAnswer> {
  const form = await visit.form();
  const returnTo = ownPath(form.get('return'));
  const chosen = visit.staff.memberships.find((membership) => membershipName(membership) === form.get('membership'));
  if (!chosen) return refusedPage(await rolePage(visit, returnTo, 'Select the role you want to act in'));
  await visit.deps.sessions.keep({
    ...visit.session,
    acting: { place: chosen.place, role: chosen.role },
    seenAt: visit.now,
  });
  return goTo(returnTo);
}

async function rolePage(visit: StaffVisit, returnTo: string, error: string | undefined): Promise<PageContent> {
  const title = 'Choose your role';
  const places = new Map(
    await Promise.all(
      [...new Set(visit.staff.memberships.map(({ place }) => place))].map(
        async (place) => [place, await placePolicy(visit.deps.policies, place)] as const,
      ),
    ),
  );
  const { acting } = visit.session;
  return {
    title,
    hasErrors: error !== undefined,
    content: html`${errorSummary(error === undefined ? [] : [{ text: error, href: '#membership' }])}<h1 class="nhsuk-heading-l">${title}</h1>${postForm(
      {
        action: '/choose-role',
        csrfToken: visit.session.formToken,
        hidden: { return: returnTo },
        content: html`${radios({
          id: 'membership',
          name: 'membership',
          legend: { text: 'What do you want to do now?', size: 'm' },
          error,
          value: acting ? `${acting.place}/${acting.role}` : undefined,
          choices: visit.staff.memberships.map((membership) => ({
            value: membershipName(membership),
            text: `${roleNames[membership.role]}, ${places.get(membership.place)?.place.name ?? membership.place}`,
            ...(membership.services.length > 0
              ? { hint: servicesIn(membership.services, places.get(membership.place)) }
              : {}),
          })),
        })}${button({ text: 'Continue' })}`,
      },
    )}`,
  };
}

function servicesIn(
  services: readonly string[],
  policy: { readonly queues: readonly { readonly service: string; readonly name: string }[] } | undefined,
): string {
  return services
    .map((service) => policy?.queues.find((queue) => queue.service === service)?.name ?? service)
    .join(', ');
}

/** Only a path of our own: an address from outside would send people on to someone else's site. */
function ownPath(path: string | null): string {
  return path !== null && /^\/(?![/\\])[\w./-]*$/.test(path) ? path : '/';
}
