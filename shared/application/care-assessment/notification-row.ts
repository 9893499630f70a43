/** One row of notifications beside the child it is about: what it adds, or why somebody has to decide. Nothing is kept here. */
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { careAssessment } from '../../domain/care-assessment/care-type.ts';
import type { CareFacts } from '../../domain/care-assessment/facts.ts';
import {
  type PlannedCareFact,
  planNotification,
  type RecordedCare,
} from '../../domain/care-assessment/notification-file/plan-notification.ts';
import type { ReadNotification } from '../../domain/care-assessment/notification-file/read-notification.ts';
import type {
  NotificationFlag,
  NotificationReview,
} from '../../domain/care-assessment/notification-file/row-outcome.ts';
import type { Case, CaseEvent } from '../../domain/case/case.ts';
import type { CaseContext } from '../../domain/case/case-type.ts';
import { standingIn } from '../../domain/case/generic-facts.ts';
import { openCase, recordOnCase, stateOfCase } from '../../domain/case/record-case.ts';
import { isDomainError } from '../../domain/error.ts';
import { foldName } from '../../domain/person/name-match.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Recorder } from '../../domain/referral/record.ts';

export interface DraftedNotification {
  /** The period of care as it would be; as it is when the row adds nothing. */
  readonly record: Case;
  readonly added: readonly PlannedCareFact[];
  readonly flags: readonly NotificationFlag[];
}

export interface NotificationRules {
  /** The record of the row's own period of care: its id follows from the child and the day. */
  readonly identity: Pick<Case, 'id' | 'place' | 'personId'>;
  readonly context: CaseContext;
  /** The day the file speaks of. */
  readonly fileAsAt: LocalDate;
  /** Who records a fact, under an id that the same fact of the same period always gets. */
  readonly recorderOf: (fact: PlannedCareFact) => Recorder;
}

/** @param periods every period of care that is recorded of the child. */
export function draftNotification(
  row: ReadNotification,
  person: Person,
  periods: readonly Case[],
  { identity, context, fileAsAt, recorderOf }: NotificationRules,
): DraftedNotification | { readonly review: NotificationReview } {
  const kept = periods.find(({ id }) => id === identity.id);
  const standing = periods.flatMap((period) => recordedCare(period, context));
  if (kept !== undefined && recordedCare(kept, context).length === 0) return { review: takenBack };
  const plan = planNotification(row, standing, fileAsAt);
  if ('review' in plan) return plan;
  // What this file said before, and somebody here recorded in error since, stays taken back.
  const known = new Set(kept?.events.map(({ id }) => id));
  const added = plan.facts.filter((fact) => !known.has(recorderOf(fact).eventId));
  const flags: NotificationFlag[] = [...plan.flags];
  if (foldName(row.familyName) !== foldName(person.details.familyName)) flags.push('name-differs');
  if (added.length < plan.facts.length) flags.push('corrected-here');
  try {
    let record = kept;
    for (const fact of added) {
      record =
        record === undefined
          ? openCase(careAssessment, identity, fact, recorderOf(fact), context)
          : recordOnCase(careAssessment, record, fact, recorderOf(fact), context);
    }
    if (record === undefined) throw new Error('A new period of care begins with a fact');
    return { record, added, flags };
  } catch (refused) {
    if (!isDomainError(refused)) throw refused;
    return { review: { code: 'does-not-fit', field: 'enteredOn', fix: refused.message } };
  }
}

const takenBack: NotificationReview = {
  code: 'recorded-in-error',
  field: 'enteredOn',
  fix: 'This period of care was recorded in error here. If the file is right, record it by hand under the right day',
};

function recordedCare(record: Case, context: CaseContext): readonly RecordedCare[] {
  const state = stateOfCase(careAssessment, record, context);
  if (state === undefined) return [];
  // The registry keeps records of every kind alike: those of this kind hold facts of this type.
  return [{ state, standing: standingIn(record.events, context.asAt) as readonly CaseEvent<CareFacts>[] }];
}
