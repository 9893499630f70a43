/** Makes the row of a referral in its queue, and reads from a row what a later day makes of it. */

import { daysBetween, type LocalDate } from '../calendar/local-date.ts';
import { districtOf } from '../identifiers/postcode.ts';
import type { Person } from '../person/person.ts';
import type { Policy, QueuePolicy } from '../policy/policy.ts';
import { dutiesOf, firstDuty } from '../referral/duties.ts';
import { foldReferral } from '../referral/fold.ts';
import type { Referral } from '../referral/referral.ts';
import type { ReferralStage, ReferralState } from '../referral/state.ts';
import { standingOf, type WaitStanding } from '../referral/wait-against-standard.ts';
import type { QueueRow } from './queue-row.ts';

/** What a row is made for. */
export interface RowContext {
  readonly policy: Policy;
  readonly queue: QueuePolicy;
  readonly asAt: LocalDate;
}

/** The row of a referral on a day. A referral that no longer waits has one too; who lists it decides by its stage. */
export function queueRowOf(referral: Referral, person: Person, context: RowContext): QueueRow {
  const { birthDate, flags } = person.details;
  const { state } = foldReferral(referral.events, { ...context, birthDate, flags });
  return rowOfState(referral, state, copiedOf(person), context);
}

/** What every row about somebody copies of them, whatever list it is of. */
export type CopiedOfPerson = Pick<
  QueueRow,
  'familyName' | 'givenName' | 'birthDate' | 'flags' | 'hasAdjustments' | 'needsInterpreter'
>;

/** What a row of a queue copies: figures are cut by the rest. */
export type CopiedForQueue = CopiedOfPerson & Pick<QueueRow, 'ethnicCategory' | 'district'>;

/** What the rows of a person copy. */
export function copiedOf({ details }: Person): CopiedForQueue {
  const { familyName, givenName, birthDate, flags, reasonableAdjustments, interpreterLanguage } = details;
  const { ethnicCategory, postcode } = details;
  return {
    familyName,
    givenName,
    birthDate,
    flags,
    hasAdjustments: reasonableAdjustments.length > 0,
    needsInterpreter: interpreterLanguage !== null,
    ethnicCategory,
    district: districtOf(postcode),
  };
}

/** As {@link queueRowOf}, from a state that is folded already, and from a person or an earlier row. */
export function rowOfState(
  referral: Referral,
  state: ReferralState,
  who: CopiedForQueue,
  context: RowContext,
): QueueRow {
  const { familyName, givenName, birthDate, flags, hasAdjustments, needsInterpreter, ethnicCategory, district } = who;
  const duty = firstDuty(dutiesOf(state, { ...context, birthDate, flags, hasAdjustments }));
  const opened = state.stamps.received ?? referral.events[0]?.on ?? state.asAt;
  return {
    personId: referral.personId,
    referralId: referral.id,
    queue: referral.queue,
    familyName,
    givenName,
    birthDate,
    stage: state.stage,
    tier: state.tier,
    clockStart: state.running?.startOn ?? null,
    orderingDate: state.orderingDate ?? state.headline?.startOn ?? opened,
    receivedAt: state.receivedAt ?? opened,
    appointmentOn: state.appointment?.on ?? null,
    lastEventOn: state.lastEventOn ?? opened,
    returnedUntil: state.returned?.lastDay ?? null,
    missedInARow: state.missed.inARow,
    duty: duty?.kind ?? null,
    dutyFrom: duty?.from ?? null,
    dutyBy: duty?.by ?? null,
    flags,
    hasAdjustments,
    needsInterpreter,
    ethnicCategory,
    district,
    assignedTo: state.assignedTo ?? null,
  };
}

/** The stage of a row on a day: a return for information that was not answered in time has closed by itself. */
export function stageOf(row: QueueRow, asAt: LocalDate): ReferralStage {
  return row.returnedUntil !== null && asAt > row.returnedUntil ? 'removed' : row.stage;
}

/** Days waited on a day; null when no clock runs. */
export function waitDaysOf(row: QueueRow, asAt: LocalDate): number | null {
  if (row.clockStart === null || stageOf(row, asAt) === 'removed') return null;
  return daysBetween(row.clockStart, asAt);
}

/** How the wait of a row stands against its queue's standard on a day; `no-clock` where none runs. */
export function standingOfRow(row: QueueRow, queue: QueuePolicy, asAt: LocalDate): WaitStanding | 'no-clock' {
  const days = waitDaysOf(row, asAt);
  return days === null ? 'no-clock' : standingOf(days, queue);
}
