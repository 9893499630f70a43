/**
 * What a row of notifications adds to what is recorded of a period of care. It only ever adds: what people recorded, and what the
 * file no longer says, stays. Where row and record cannot both be right, nothing of the row is taken and somebody decides.
 */
import { formatDate } from '../../calendar/format-date.ts';
import { type LocalDate, latest } from '../../calendar/local-date.ts';
import type { CaseEvent } from '../../case/case.ts';
import type { CareFacts } from '../facts.ts';
import type { CareState } from '../state.ts';
import type { ReadNotification } from './read-notification.ts';
import type { NotificationFlag, NotificationReview } from './row-outcome.ts';

export interface PlannedCareFact {
  readonly on: LocalDate;
  readonly facts: CareFacts;
}

/** A period of care that is recorded: what it is today, and its events that stand. */
export interface RecordedCare {
  readonly state: CareState;
  readonly standing: readonly CaseEvent<CareFacts>[];
}

export type NotificationPlan =
  | { readonly facts: readonly PlannedCareFact[]; readonly flags: readonly NotificationFlag[] }
  | { readonly review: NotificationReview };

/**
 * @param periods every period of care of the child that stands.
 * @param asAt the day the file speaks of: it is the notification where the row tells of no other.
 */
export function planNotification(
  row: ReadNotification,
  periods: readonly RecordedCare[],
  asAt: LocalDate,
): NotificationPlan {
  const recorded = periods.find(({ state }) => state.enteredOn === row.enteredOn);
  const review = recorded === undefined ? otherPeriod(row, periods) : contradiction(row, recorded.state);
  if (review !== undefined) return { review };
  const facts = factsOf(row, asAt).filter((fact) => !(recorded?.standing ?? []).some((event) => says(event, fact)));
  return { facts, flags: flagsOf(row, recorded) };
}

/** A child is in one period of care at a time. */
function otherPeriod(row: ReadNotification, periods: readonly RecordedCare[]): NotificationReview | undefined {
  const other = periods.find(({ state: { enteredOn, careEndedOn } }) => {
    const startsInside = row.enteredOn >= enteredOn && (careEndedOn === null || row.enteredOn < careEndedOn);
    const reachesInto = row.enteredOn < enteredOn && (row.ended === null || row.ended.on > enteredOn);
    return startsInside || reachesInto;
  });
  if (other === undefined) return undefined;
  const { enteredOn, careEndedOn } = other.state;
  const until = careEndedOn === null ? 'which has not ended' : `to ${formatDate(careEndedOn)}`;
  const fix = `The record has a period of care from ${formatDate(enteredOn)}, ${until}. Correct or end that one, or put the file right`;
  return { code: 'other-period', field: 'enteredOn', fix };
}

function contradiction(row: ReadNotification, state: CareState): NotificationReview | undefined {
  if (row.authority !== state.authority)
    return {
      code: 'authority-differs',
      field: 'authority',
      fix: 'The record names another authority. Find out which is responsible, then put the file or the record right',
    };
  if (state.careEndedOn !== null && row.ended?.on !== state.careEndedOn)
    return {
      code: 'ended-otherwise',
      field: 'endedOn',
      fix: `The record says that care ended on ${formatDate(state.careEndedOn)}. Find out which is right`,
    };
  if (row.outOfArea !== state.outOfArea && row.movedOn === null)
    return {
      code: 'placement-differs',
      field: 'placement',
      fix: 'The record has the other placement. If the child moved, give the day of the move',
    };
  return undefined;
}

function flagsOf(row: ReadNotification, recorded: RecordedCare | undefined): readonly NotificationFlag[] {
  if (recorded === undefined) return row.movedOn === null ? [] : ['placement-at-entry-unknown'];
  const [first] = recorded.standing;
  const status = first?.facts.kind === 'became-looked-after' ? first.facts.legalStatus : row.legalStatus;
  return status === row.legalStatus ? [] : ['legal-status-differs'];
}

/** In the order of their days; those of one day in the order they follow from each other. */
function factsOf(row: ReadNotification, asAt: LocalDate): readonly PlannedCareFact[] {
  const { enteredOn, legalStatus, authority, outOfArea, movedOn, consent, assessedOn, ended } = row;
  // What was said or signed before the child became looked after holds from that day on.
  const since = (on: LocalDate) => latest(enteredOn, on);
  const toldOn = since(row.notifiedOn ?? asAt);
  const facts: PlannedCareFact[] = [
    { on: enteredOn, facts: { kind: 'became-looked-after', legalStatus, authority, outOfArea } },
    { on: toldOn, facts: { kind: 'notified' } },
  ];
  if (assessedOn !== null) facts.push({ on: toldOn, facts: { kind: 'already-assessed', assessedOn } });
  if (consent !== null) facts.push({ on: since(consent.on), facts: consentFacts(consent) });
  if (movedOn !== null) facts.push({ on: movedOn, facts: { kind: 'placement-moved', outOfArea } });
  if (ended !== null) facts.push({ on: ended.on, facts: { kind: 'care-ended', why: ended.why } });
  const known =
    ended === null ? facts : facts.filter(({ on, facts: { kind } }) => kind === 'care-ended' || on <= ended.on);
  return known.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function consentFacts({ state, by, competent }: NonNullable<ReadNotification['consent']>): CareFacts {
  return state === 'given' ? { kind: 'consent-given', by } : { kind: 'consent-refused', by, competent };
}

/** Whether what is recorded says it already, or says something newer. */
function says({ on, facts: recorded }: CaseEvent<CareFacts>, { on: day, facts }: PlannedCareFact): boolean {
  switch (facts.kind) {
    case 'became-looked-after':
    case 'notified':
    case 'care-ended':
      return recorded.kind === facts.kind;
    case 'already-assessed':
      return recorded.kind === facts.kind && recorded.assessedOn === facts.assessedOn;
    case 'consent-given':
    case 'consent-refused':
      if (recorded.kind !== 'consent-given' && recorded.kind !== 'consent-refused') return false;
      return on >= day && (recorded.kind === facts.kind || on > day);
    case 'placement-moved':
      return recorded.kind === facts.kind && on >= day;
    default:
      return false;
  }
}
