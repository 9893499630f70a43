import { notFound } from '../../domain/error.ts';
import { authorise, placeSubject } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import type { NamedStaff } from '../ports/staff-directory.ts';
import { recordView } from '../record-view.ts';
import {
  type AskedDays,
  type AuditLine,
  type AuditQuestion,
  askedDays,
  type GatheredLines,
  gatherLines,
  type LinesPage,
  lineOfView,
  lineOfWriting,
  pageOfLines,
} from './audit-lines.ts';

type LookingDeps = Pick<Deps, 'staff' | 'audit' | 'auditSearch'>;

/** What a member of staff saw and changed in the place. */
export interface StaffAudit extends GatheredLines {
  readonly staff: NamedStaff;
  readonly days: AskedDays;
}

/**
 * Everything that a member of staff saw or changed in the place in some days, the newest first. People are named by id
 * alone: who one of them is stands one recorded step further.
 * @throws `not-found` `staff-not-found`, also for somebody who never had to do with the place; `invalid`; `forbidden`.
 */
export async function whatStaffSawWhole(
  deps: LookingDeps,
  call: Call,
  staffId: string,
  question: AuditQuestion,
): Promise<StaffAudit> {
  const { place } = call.actor;
  authorise(call, 'audit.read', placeSubject(place), staffNotFound);
  const days = askedDays(question, todayOf(call));
  const staff = await deps.staff.named(staffId);
  if (staff === undefined || !(await belongs(deps, place, staff))) throw staffNotFound();
  await recordView(deps, call, 'audit.read', [], null, { about: staffId });
  const gathered = await gatherLines(seen(deps, place, staffId, days), written(deps, place, staffId, days));
  return { staff, days, ...gathered };
}

/** A page of {@link whatStaffSawWhole}. */
export async function whatStaffSaw(
  deps: LookingDeps & Pick<Deps, 'cursors'>,
  call: Call,
  staffId: string,
  question: AuditQuestion,
): Promise<Omit<StaffAudit, 'lines'> & LinesPage> {
  const whole = await whatStaffSawWhole(deps, call, staffId, question);
  const scope = JSON.stringify(['what-staff-saw', call.actor.place, staffId, whole.days.from, whole.days.to]);
  return { staff: whole.staff, days: whole.days, ...pageOfLines(deps, scope, whole, question.cursor) };
}

/** Somebody who works in the place, or who did and left views there. */
async function belongs(deps: LookingDeps, place: string, staff: NamedStaff): Promise<boolean> {
  if (staff.memberships.some((one) => one.place === place)) return true;
  for await (const _ of deps.auditSearch.viewsFrom(place, staff.id, 1)) return true;
  return false;
}

async function* seen(
  deps: LookingDeps,
  place: string,
  staffId: string,
  { span }: AskedDays,
): AsyncGenerator<AuditLine> {
  for await (const view of deps.auditSearch.viewsByIn(place, staffId, span)) yield lineOfView(view);
}

async function* written(
  deps: LookingDeps,
  place: string,
  staffId: string,
  { span }: AskedDays,
): AsyncGenerator<AuditLine> {
  for await (const entry of deps.auditSearch.writtenByIn(place, staffId, span)) yield lineOfWriting(entry);
}

function staffNotFound() {
  return notFound('staff-not-found', 'There is no such member of staff');
}
