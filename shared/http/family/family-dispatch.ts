/** Runs one families' page for one visit: who is visiting, whether a change comes from our own form, what to say when it goes wrong. */
import { resumeFamilySession } from '../../application/family/family-session.ts';
import { forbidden, isDomainError, notFound } from '../../domain/error.ts';
import { cookieValue, FAMILY_SESSION_COOKIE } from '../page/cookie.ts';
import { openedBefore, signedOutMeanwhile } from '../page/kept-form.ts';
import { goTo, type PageAnswer } from '../page/page-answer.ts';
import { problemPage } from '../page/problem-page.ts';
import { familyAdvice } from './family-advice.ts';
import type { FamilyRoute } from './family-route.ts';
import type { FamilyVisit, OpenVisit } from './family-visit.ts';

export interface FamilyDispatched {
  readonly answer: PageAnswer;
  /** For whom to draw the frame: as far as they became known. */
  readonly visitor: OpenVisit | FamilyVisit;
  /** What went wrong, when the program did not foresee it: for the log. */
  readonly fault?: unknown;
}

export async function familyDispatch(route: FamilyRoute, visit: OpenVisit): Promise<FamilyDispatched> {
  let visitor: OpenVisit | FamilyVisit = visit;
  try {
    if (route.access === 'anyone') return { answer: await route.handle(visit), visitor };
    const signedIn = await signedInVisit(visit);
    if ('kind' in signedIn) return { answer: signedIn, visitor };
    visitor = signedIn;
    const unproven = route.method === 'POST' ? await unprovenForm(signedIn) : undefined;
    return { answer: unproven ?? (await route.handle(signedIn)), visitor };
  } catch (problem) {
    return {
      answer: problemPage(problem, visit.requestId, familyAdvice),
      visitor,
      ...(isDomainError(problem) ? {} : { fault: problem }),
    };
  }
}

/** The answer for an address that no page has. */
export function noSuchFamilyPage(visit: OpenVisit): FamilyDispatched {
  const problem = notFound('no-such-page', 'There is no such page');
  return { answer: problemPage(problem, visit.requestId, familyAdvice), visitor: visit };
}

async function signedInVisit(visit: OpenVisit): Promise<FamilyVisit | PageAnswer> {
  const secret = cookieValue(visit.cookies, FAMILY_SESSION_COOKIE) ?? '';
  const resumed =
    secret === '' ? { ended: 'unknown' as const } : await resumeFamilySession(visit.deps, secret, visit.now);
  if ('session' in resumed) {
    const { session, account, children, endsAt } = resumed;
    const { now, requestId } = visit;
    const call = { account, identity: session.provider, children, now, requestId };
    return { ...visit, session, sessionEndsAt: endsAt, call };
  }
  if (visit.method === 'POST' && visit.sameOrigin)
    return signedOutMeanwhile(visit, await visit.form(), '/family/sign-in?return=%2Ffamily%2Fsigned-in-again');
  const back = encodeURIComponent(visit.method === 'GET' ? visit.path : '/family');
  return goTo(
    resumed.ended === 'unknown' ? `/family/sign-in?return=${back}` : `/family/signed-out?why=timed-out&return=${back}`,
  );
}

/** A form of ours carries the session's token; a page of someone else's cannot know it (promise P13). */
async function unprovenForm(visit: FamilyVisit): Promise<PageAnswer | undefined> {
  const form = await visit.form();
  if (form.get('csrf') === visit.session.formToken) return undefined;
  if (visit.sameOrigin) return openedBefore(visit, form);
  throw forbidden('form-not-ours', 'This form did not come from a page of ours');
}
