/** What a row of a list says of somebody: each fact in as few words as can be read at a glance. */
import { waitSeverity } from '../../../../shared/domain/alert/wait-severity.ts';
import { ageOn } from '../../../../shared/domain/calendar/age.ts';
import { formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { isInstant, localDateOf } from '../../../../shared/domain/calendar/instant.ts';
import { addDays, type LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { counted, weeksAndDays } from '../../../../shared/domain/calendar/weeks.ts';
import type { Policy, QueuePolicy } from '../../../../shared/domain/policy/policy.ts';
import { isLate, nextStep } from '../../../../shared/domain/queue/next-step.ts';
import type { QueueRow } from '../../../../shared/domain/queue/queue-row.ts';
import { stageOf, waitDaysOf } from '../../../../shared/domain/queue/row.ts';
import { waitAgainstStandard } from '../../../../shared/domain/referral/wait-against-standard.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { type Html, html, joined } from '../../../../shared/http/html/html.ts';
import { ageInWords } from '../people/age.ts';

/** For whom and for which day rows are told. */
export interface RowContext {
  readonly policy: Policy;
  readonly queue: QueuePolicy;
  readonly today: LocalDate;
}

/** `6 years · born 3 Mar 2019`. */
export function ageFact(row: QueueRow, { today }: RowContext): Html {
  return html`<span class="app-queue__line app-queue__facts">${ageInWords(row.birthDate, today)}, born ${formatDateShort(row.birthDate)}</span>`;
}

/** Flags, adjustments, interpreter and the pathway for adults, as tags; nothing where there is none. */
export function needsFact(row: QueueRow, { queue, today }: RowContext): Html {
  const tags = row.flags.map((flag) => statusTag.flag(flag));
  if (row.hasAdjustments) tags.push(tag({ text: 'Adjustments', colour: 'aqua-green' }));
  if (row.needsInterpreter) tags.push(tag({ text: 'Interpreter', colour: 'aqua-green' }));
  if (isOnAdultPathway(row, queue, today)) tags.push(tag({ text: 'Adult pathway', colour: 'blue' }));
  return joined(tags, ' ');
}

export function isOnAdultPathway(row: QueueRow, queue: QueuePolicy, today: LocalDate): boolean {
  return queue.adultPathway !== null && ageOn(row.birthDate, today) >= 18;
}

/** The wait in weeks and days, against the standard, and where that leaves it. */
export function waitFact(row: QueueRow, { queue, today }: RowContext): Html {
  const days = waitDaysOf(row, today);
  if (row.clockStart === null || days === null) return statusTag.wait('no-clock');
  const wait = waitAgainstStandard({ startOn: row.clockStart, startEventId: row.referralId }, days, queue);
  const against = wait.daysOver > 0 ? `${overText(wait.daysOver)} over` : `of ${queue.standard.name}`;
  return html`<span class="app-queue__days">${weeksAndDays(days)}</span> <span class="app-queue__facts app-nowrap">${against}</span> ${statusTag.wait(wait.standing)}${alertFact(row.clockStart, queue, today)}`;
}

/** The alert that the wait has come to, where it says more than how the wait stands. */
function alertFact(clockStart: LocalDate, queue: QueuePolicy, today: LocalDate): Html | false {
  const severity = waitSeverity(clockStart, queue, today);
  return (severity === 'approaching' || severity === 'long-wait') && html` ${statusTag.alertSeverity(severity)}`;
}

/** Weeks once there is one: nobody counts 300 days in their head. */
function overText(days: number): string {
  return days < 7 ? counted(days, 'day') : counted(Math.floor(days / 7), 'week');
}

/** The priority, with the day that it sets as the target of a first contact. Never part of "over the limit". */
export function priorityFact(row: QueueRow, { policy }: RowContext): Html {
  const received = isInstant(row.receivedAt) ? localDateOf(row.receivedAt) : row.receivedAt;
  const days = policy.tierTargetDays[row.tier];
  return html`${statusTag.tier(row.tier)} <span class="app-queue__facts app-nowrap">target ${formatDateShort(addDays(received, days))}</span>`;
}

/** Where it stands, and how many appointments in a row were missed. */
export function stageFact(row: QueueRow, { today }: RowContext): Html {
  return html`${statusTag.stage(stageOf(row, today))}${
    row.missedInARow > 0 &&
    html` ${tag({ text: `Missed ${row.missedInARow} in a row`, colour: row.missedInARow > 1 ? 'red' : 'orange' })}`
  }`;
}

/** What comes next, and whether it is late. */
export function nextStepFact(row: QueueRow, { today }: RowContext): Html {
  return html`${nextStep(row, today)}${isLate(row, today) && html` ${tag({ text: 'Late', colour: 'red' })}`}`;
}
