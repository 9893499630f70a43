/** What a family is shown of its children: each read anew, judged by its grant, recorded as a view, made by child-view.ts. */

import { foldAccess, grantOfAccount } from '../../domain/access/family-access.ts';
import { linkedActions } from '../../domain/access/linked-actions.ts';
import { openedParts } from '../../domain/access/opened-parts.ts';
import type { ViewedAction } from '../../domain/audit/view.ts';
import { localDateOf } from '../../domain/calendar/instant.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { Notice } from '../../domain/community/notice.ts';
import { noticesFrom } from '../../domain/community/notice.ts';
import { type DomainError, forbidden } from '../../domain/error.ts';
import type { PublishedEstimates } from '../../domain/estimate/published.ts';
import { can, type Subject } from '../../domain/permission/can.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { toldFrom } from '../case/told-as-at.ts';
import type { FamilyDeps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { ChildLink } from '../ports/family-accounts.ts';
import type { PersonRecord } from '../ports/people.ts';
import { recordView } from '../record-view.ts';
import { type ChildView, type ChildViewContext, childView, type FamilyContact, familyContact } from './child-view.ts';
import { callIn, childNotFound, type FamilyCall, linkTo } from './family-call.ts';
import { accountsFrom } from './family-duties.ts';

type OpeningDeps = Pick<FamilyDeps, 'people' | 'cases' | 'policies' | 'familyAccesses'>;
export type ReadingDeps = OpeningDeps & Pick<FamilyDeps, 'audit' | 'estimates' | 'community'>;

/**
 * A child on the home page. `changed`: their access has ended or is closed, and nothing says why or for whom. `bereaved`: the
 * child has died; nothing is shown but whom to ask.
 */
export type HomeChild =
  | { readonly kind: 'open'; readonly view: ChildView }
  | { readonly kind: 'changed' | 'bereaved'; readonly contact: FamilyContact };

/** Every child of the account, in no order that tells anything: by first name, closed ones last. */
export async function readChildren(deps: ReadingDeps, call: FamilyCall): Promise<readonly HomeChild[]> {
  const read = await openAll(deps, call);
  const opened = read.filter((child) => child.refused === undefined);
  const notices = new Map<string, readonly Notice[]>();
  for (const place of new Set(opened.map(({ policy }) => policy.place.id)))
    notices.set(place, await noticesOf(deps, place, localDateOf(call.now)));
  const views = opened
    .map(({ record, context }): HomeChild => {
      const written = { help: [], notices: notices.get(record.person.place) ?? [] };
      return { kind: 'open', view: childView(record, { ...context, written }) };
    })
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const closed = read.flatMap(({ refused, policy }): HomeChild[] =>
    refused === undefined ? [] : [{ kind: refused, contact: familyContact(policy) }],
  );
  return [...views, ...closed];
}

/** The records that are open to the caller, for what is made of all of them. Recorded as a view of each. */
export async function readRecords(
  deps: OpeningDeps & Pick<ReadingDeps, 'audit'>,
  call: FamilyCall,
): Promise<readonly OpenedChild[]> {
  return (await openAll(deps, call)).filter(({ refused }) => refused === undefined);
}

/** Every child of the account, opened or refused; the view of those that are open is recorded, once a place. */
async function openAll(deps: OpeningDeps & Pick<ReadingDeps, 'audit'>, call: FamilyCall): Promise<readonly Opening[]> {
  const all = await Promise.all(call.children.map((child) => openChild(deps, call, child)));
  const read = all.filter((child) => child !== undefined);
  const opened = read.filter((child) => child.refused === undefined);
  for (const place of new Set(opened.map(({ policy }) => policy.place.id))) {
    const subjects = opened.filter(({ policy }) => policy.place.id === place).map(({ record }) => record.person.id);
    await recordView(deps, callIn(place, call), 'family.read', subjects);
  }
  return read;
}

/**
 * One child, for a page or an answer about this action.
 * @throws `not-found` `child-not-found`; `forbidden` `access-changed` where the grant opens it no more.
 */
export async function readChild(
  deps: ReadingDeps,
  call: FamilyCall,
  personId: string,
  action: ViewedAction = 'family.read',
): Promise<OpenedChild & { readonly view: ChildView }> {
  const child = await openChild(deps, call, linkTo(call, personId));
  if (child === undefined) throw childNotFound();
  if (child.refused !== undefined) throw accessChanged(child.refused);
  const inPlace = callIn(child.policy.place.id, call);
  if (can(inPlace.actor, action, child.subject) !== 'allowed') throw childNotFound();
  await recordView(deps, inPlace, action, [personId]);
  const { place } = child.record.person;
  const [estimates, help, notices] = await Promise.all([
    estimatesFor(deps, child),
    deps.community.help.list(place),
    noticesOf(deps, place, child.context.today),
  ]);
  const context = { ...child.context, estimates, written: { help, notices } };
  return { ...child, context, view: childView(child.record, context) };
}

/** A child whose record a grant opens, with all that was read to say so. For use cases; nothing of it is shown as it is. */
export interface OpenedChild {
  readonly record: PersonRecord;
  readonly policy: Policy;
  readonly subject: Subject;
  readonly context: ChildViewContext;
}

type Opening = OpenedChild & { readonly refused?: 'changed' | 'bereaved' };

/** Undefined for a link that no grant stands behind: it was left by somebody who was second with a code. */
async function openChild(
  deps: OpeningDeps,
  call: FamilyCall,
  { place, personId }: ChildLink,
): Promise<Opening | undefined> {
  const [record, access, policy] = await Promise.all([
    deps.people.record(place, personId),
    deps.familyAccesses.get(place, personId),
    placePolicy(deps.policies, place),
  ]);
  const state = foldAccess(access?.events ?? []);
  const grant = grantOfAccount(state, call.account.id);
  if (record === undefined || grant === undefined) return undefined;
  const { details } = record.person;
  const today = localDateOf(call.now);
  const linked = linkedActions(grant, state, details, today);
  const subject: Subject = { place, services: [], restricted: false, linked };
  const parts = openedParts(grant, state, details, today);
  const opened = {
    record: parts.includes('budget')
      ? { ...record, cases: await toldFrom(deps.cases, record.cases, accountsFrom(today)) }
      : record,
    policy,
    subject,
    context: { policy, grant, parts, today, estimates: new Map(), written: { help: [], notices: [] } },
  };
  if (can(callIn(place, call).actor, 'family.read', subject) === 'allowed') return opened;
  const alive = openedParts(grant, state, { ...details, diedOn: null }, today);
  return { ...opened, refused: details.diedOn !== null && alive.length > 0 ? 'bereaved' : 'changed' };
}

/** Every notice that may still be shown on a day: the key says when it was begun, and none lasts longer. */
function noticesOf({ community }: Pick<ReadingDeps, 'community'>, place: string, today: LocalDate) {
  return community.notices.since(place, noticesFrom(today));
}

/** The latest estimates of each queue that the child waits in: one request each. */
async function estimatesFor(
  { estimates }: Pick<ReadingDeps, 'estimates'>,
  { record: { person, referrals } }: OpenedChild,
): Promise<ReadonlyMap<string, PublishedEstimates>> {
  const waiting = referrals.filter(({ entry }) => entry.list === 'waiting').map(({ referral }) => referral.queue);
  const found = await Promise.all([...new Set(waiting)].map((queue) => estimates.latest(person.place, queue)));
  return new Map(found.flatMap((one) => (one === undefined ? [] : [[one.queue, one] as const])));
}

function accessChanged(why: 'changed' | 'bereaved'): DomainError {
  return why === 'changed'
    ? forbidden('access-changed', 'Your access has changed. Contact the service')
    : forbidden('contact-service', 'Contact the service. Somebody will talk with you');
}

function nameOf(child: HomeChild): string {
  return child.kind === 'open' ? child.view.givenName : '';
}
