/** Runs one families' page for one visit: who is visiting, whether a change comes from our own form, what to say when it goes wrong. */
import { type ResumedFamily, resumeFamilySession } from '../../application/family/family-session.ts';
import { forbidden, isDomainError, notFound } from '../../domain/error.ts';
import { cookieValue, FAMILY_SESSION_COOKIE } from '../page/cookie.ts';
import { openedBefore, signedOutMeanwhile } from '../page/kept-form.ts';
import { goTo, type PageAnswer } from '../page/page-answer.ts';
import { problemPage } from '../page/problem-page.ts';
import { familyProblems } from './family-problems.ts';
import { readAs } from './family-reading.ts';
import type { FamilyRoute } from './family-route.ts';
import type { FamilyVisit, OpenVisit } from './family-visit.ts';
import { keptFormWords } from './form-words.ts';

export interface FamilyDispatched {
  readonly answer: PageAnswer;
  /** For whom to draw the frame: as far as they became known. */
  readonly visitor: OpenVisit | FamilyVisit;
  /** What went wrong, when the program did not foresee it: for the log. */
  readonly fault?: unknown;
}

type SessionEnd = Extract<ResumedFamily, { readonly ended: unknown }>['ended'];

export async function familyDispatch(route: FamilyRoute, visit: OpenVisit): Promise<FamilyDispatched> {
  let visitor: OpenVisit | FamilyVisit = visit;
  try {
    if (route.access === 'anyone') return await answered(route, visit);
    const resumed = await resumedVisit(visit);
    if ('ended' in resumed) {
      if (route.access === 'either') return await answered(route, visit);
      return { answer: await askedToSignIn(visit, resumed.ended), visitor };
    }
    visitor = resumed;
    const unproven = route.method === 'POST' ? await unprovenForm(resumed) : undefined;
    if (unproven !== undefined) return { answer: unproven, visitor };
    return await answered(route, resumed);
  } catch (problem) {
    return {
      answer: problemPage(problem, visit.requestId, familyProblems(visitor.words)),
      visitor,
      ...(isDomainError(problem) ? {} : { fault: problem }),
    };
  }
}

/** The answer for an address that no page has. */
export function noSuchFamilyPage(visit: OpenVisit): FamilyDispatched {
  const problem = notFound('no-such-page', 'There is no such page');
  return { answer: problemPage(problem, visit.requestId, familyProblems(visit.words)), visitor: visit };
}

async function answered<V extends OpenVisit>(
  { isInEasyRead, handle }: Pick<FamilyRoute, 'isInEasyRead'> & { readonly handle: (visit: V) => Promise<PageAnswer> },
  visit: V,
): Promise<FamilyDispatched> {
  const visitor = { ...visit, isInEasyRead };
  return { answer: await handle(visitor), visitor };
}

async function resumedVisit(visit: OpenVisit): Promise<FamilyVisit | { readonly ended: SessionEnd }> {
  const secret = cookieValue(visit.cookies, FAMILY_SESSION_COOKIE) ?? '';
  if (secret === '') return { ended: 'unknown' };
  const resumed = await resumeFamilySession(visit.deps, secret, visit.now);
  if ('ended' in resumed) return resumed;
  const { session, account, children, endsAt } = resumed;
  const { now, requestId } = visit;
  const call = { account, identity: session.provider, children, now, requestId };
  return { ...readAs(visit, account.reading), session, sessionEndsAt: endsAt, call };
}

/** The way to sign in and back again; a form that was sent meanwhile is kept on the page. */
async function askedToSignIn(visit: OpenVisit, ended: SessionEnd): Promise<PageAnswer> {
  if (visit.method === 'POST' && visit.sameOrigin)
    return signedOutMeanwhile(
      visit,
      await visit.form(),
      '/family/sign-in?return=%2Ffamily%2Fsigned-in-again',
      keptFormWords(visit.words),
    );
  const back = encodeURIComponent(visit.method === 'GET' ? visit.path : '/family');
  return goTo(
    ended === 'unknown' ? `/family/sign-in?return=${back}` : `/family/signed-out?why=timed-out&return=${back}`,
  );
}

/** A form of ours carries the session's token; a page of someone else's cannot know it (promise P13). */
async function unprovenForm(visit: FamilyVisit): Promise<PageAnswer | undefined> {
  const form = await visit.form();
  if (form.get('csrf') === visit.session.formToken) return undefined;
  if (visit.sameOrigin) return openedBefore(visit, form, keptFormWords(visit.words));
  throw forbidden('form-not-ours', 'This form did not come from a page of ours');
}
