/** Rows of a queue for tests of order, filters and sorting. */
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Tier } from '../../../shared/domain/policy/tier.ts';
import type { QueueRow } from '../../../shared/domain/queue/queue-row.ts';

export function rowNamed(referralId: string, tier: Tier, orderingDate: string, more: Partial<QueueRow> = {}): QueueRow {
  const on = localDate(orderingDate);
  return {
    personId: 'person',
    referralId,
    queue: 'SALT',
    familyName: 'Example',
    givenName: 'Alex',
    birthDate: localDate('2018-09-10'),
    stage: 'waiting',
    tier,
    clockStart: on,
    orderingDate: on,
    receivedAt: on,
    appointmentOn: null,
    lastEventOn: on,
    returnedUntil: null,
    missedInARow: 0,
    duty: null,
    dutyFrom: null,
    dutyBy: null,
    flags: [],
    hasAdjustments: false,
    needsInterpreter: false,
    ethnicCategory: 'A',
    district: 'L8',
    assignedTo: null,
    ...more,
  };
}
