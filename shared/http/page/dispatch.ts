/**
 * Runs one page for one visit: finds who is visiting, checks that a change comes from our own form, asks whether the role
 * allows it, and makes an answer of whatever goes wrong. Every page passes here; no page can leave a check out.
 */
import { forbidden, isDomainError, notFound } from '../../domain/error.ts';
import { anythingOf, can } from '../../domain/permission/can.ts';
import { actAs } from '../../domain/staff/act-as.ts';
import { membershipName } from '../../domain/staff/staff.ts';
import type { Visitor } from './frame.ts';
import { openedBefore, signedOutMeanwhile } from './kept-form.ts';
import { goTo, type PageAnswer } from './page-answer.ts';
import type { PageRoute } from './page-route.ts';
import { problemPage } from './problem-page.ts';
import type { ActingVisit, SiteWorld, StaffVisit, Visit } from './visit.ts';
import type { WhoVisits } from './who-visits.ts';

export interface Dispatched {
  readonly answer: PageAnswer;
  /** For whom to draw the frame: as far as they became known. */
  readonly visitor: Visitor;
  /** What went wrong, when the program did not foresee it: for the log. */
  readonly fault?: unknown;
}

export async function dispatch<W extends SiteWorld>(
  route: PageRoute<W>,
  visit: Visit<W>,
  who: WhoVisits<W>,
): Promise<Dispatched> {
  let visitor: Visitor = visit;
  try {
    if (route.access === 'anyone') return { answer: await route.handle(visit), visitor };
    const signedIn = await signedInVisit(visit, who);
    if ('kind' in signedIn) return { answer: signedIn, visitor };
    visitor = signedIn;
    const unproven = route.method === 'POST' ? await unprovenForm(signedIn) : undefined;
    if (unproven) return { answer: unproven, visitor };
    if (route.access === 'signed-in') return { answer: await route.handle(signedIn), visitor };
    if (!('acting' in route)) throw new Error('A page with an action is a page of a role');
    const acting = await actingVisit(signedIn, who);
    if (acting === undefined) return { answer: goTo(`/choose-role?return=${encodeURIComponent(visit.path)}`), visitor };
    visitor = acting;
    if (can(acting.actor, route.access, anythingOf(acting.actor)) !== 'allowed')
      throw forbidden('not-allowed', 'You may not do this in the role you act in');
    return { answer: await route.handle(acting), visitor };
  } catch (problem) {
    return {
      answer: problemPage(problem, visit.requestId),
      visitor,
      ...(isDomainError(problem) ? {} : { fault: problem }),
    };
  }
}

/** The answer for an address that no page has; drawn with the frame of whoever asks. */
export function nothingThere(visit: Visit<SiteWorld>): Dispatched {
  return { answer: problemPage(notFound('no-such-page', 'There is no such page'), visit.requestId), visitor: visit };
}

/** Somebody signed in, or the way to sign in and back again; a form that was sent meanwhile is kept on the page. */
async function signedInVisit<W extends SiteWorld>(
  visit: Visit<W>,
  who: WhoVisits<W>,
): Promise<StaffVisit<W> | PageAnswer> {
  const found = await who.signedIn(visit);
  if ('session' in found) {
    return { ...visit, session: found.session, staff: found.staff, sessionEndsAt: found.endsAt };
  }
  if (visit.method === 'POST' && visit.sameOrigin) return signedOutMeanwhile(visit, await visit.form());
  const back = encodeURIComponent(visit.method === 'GET' ? visit.path : '/');
  return goTo(found.ended === 'unknown' ? `/sign-in?return=${back}` : `/signed-out?why=timed-out&return=${back}`);
}

async function actingVisit<W extends SiteWorld>(
  visit: StaffVisit<W>,
  who: WhoVisits<W>,
): Promise<ActingVisit<W> | undefined> {
  const { acting } = visit.session;
  const held =
    acting &&
    visit.staff.memberships.some((membership) => membershipName(membership) === `${acting.place}/${acting.role}`);
  if (!held) return undefined;
  const actor = actAs(visit.staff, `${acting.place}/${acting.role}`);
  const policy = await who.policy(visit, actor.place);
  return { ...visit, actor, policy, call: { actor, now: visit.now, requestId: visit.requestId } };
}

/**
 * A form of ours carries the session's token; a page of someone else's cannot know it (promise P13). One that was opened
 * before signing in again is shown to whoever sent it, to be sent once more.
 */
async function unprovenForm(visit: StaffVisit<SiteWorld>): Promise<PageAnswer | undefined> {
  const form = await visit.form();
  if (form.get('csrf') === visit.session.formToken) return undefined;
  if (visit.sameOrigin) return openedBefore(visit, form);
  throw forbidden('form-not-ours', 'This form did not come from a page of this session');
}
