/**
 * Who has looked at a child's record, for whoever may see it: the role, the organisation, the day and what for. Nobody's name, and
 * nothing of other adults of the family: whether they look is theirs (domain.md 9.2).
 */
import { spanOfDays } from '../../domain/audit/days.ts';
import { localDateOf } from '../../domain/calendar/instant.ts';
import { addDays, type LocalDate } from '../../domain/calendar/local-date.ts';
import { roleSchema } from '../../domain/staff/staff.ts';
import type { FamilyDeps } from '../deps.ts';
import type { ChildView } from './child-view.ts';
import type { FamilyCall } from './family-call.ts';
import { type OpenedChild, readChild } from './read-children.ts';

/** Days that are looked back on. */
export const LOOKED_DAYS = 90;

/** Why a record was looked at, in as many ways as a family is told. */
export const lookedReasons = ['record', 'waiting-list', 'review', 'file'] as const;
export type LookedReason = (typeof lookedReasons)[number];

/** Somebody in a role looked on a day, once or more often. */
export interface Looked {
  readonly on: LocalDate;
  readonly role: (typeof staffRoles)[number];
  readonly organisation: string;
  readonly why: LookedReason;
  readonly times: number;
}

export const staffRoles = ['clinician', 'administrator', 'data-manager'] as const;

/** What staff did, and what a family is told of it; what is not here is told of nobody: looking into the audit, for one. */
const reasons: Readonly<Record<string, LookedReason>> = {
  'person.read': 'record',
  'person.find': 'record',
  'referral.read': 'record',
  'case.read': 'record',
  'alert.read': 'record',
  'family-access.read': 'record',
  'family-access.manage': 'record',
  'queue.read': 'waiting-list',
  'case.list': 'waiting-list',
  'queue.export': 'file',
  'case.export': 'file',
  'review.read': 'review',
};

/** @throws as readChild does. */
export async function whoLooked(
  deps: FamilyDeps,
  call: FamilyCall,
  personId: string,
): Promise<{ readonly view: ChildView; readonly from: LocalDate; readonly looked: readonly Looked[] }> {
  const child = await readChild(deps, call, personId);
  const today = localDateOf(call.now);
  const from = addDays(today, 1 - LOOKED_DAYS);
  return { view: child.view, from, looked: await lookedAt(deps, child, personId, { from, to: today }) };
}

async function lookedAt(
  deps: FamilyDeps,
  { record, policy }: OpenedChild,
  personId: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly Looked[]> {
  const queues = [...new Set(record.referrals.map(({ referral }) => referral.queue))];
  const { organisation } = policy.branding;
  const byKind = new Map<string, Looked>();
  const views = deps.auditSearch.viewsOfIn(policy.place.id, personId, queues, spanOfDays(from, to));
  for await (const { at, role: text, action } of views) {
    const why = reasons[action];
    const role = staffRoles.find((one) => one === roleSchema.safeParse(text).data);
    if (why === undefined || role === undefined) continue;
    const on = localDateOf(at);
    const key = `${on} ${role} ${why}`;
    byKind.set(key, { on, role, organisation, why, times: (byKind.get(key)?.times ?? 0) + 1 });
  }
  return [...byKind.values()].toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.role < b.role ? -1 : 1));
}
