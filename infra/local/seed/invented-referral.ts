/** Makes referrals of invented histories through the domain's own rules, as if staff had recorded each event on its day. */
import { type Instant, parseInstant } from '../../../shared/domain/calendar/instant.ts';
import type { LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Person } from '../../../shared/domain/person/person.ts';
import type { Policy } from '../../../shared/domain/policy/policy.ts';
import { appendEvent, openReferral, type Recorder } from '../../../shared/domain/referral/record.ts';
import type { Referral } from '../../../shared/domain/referral/referral.ts';
import type { Happening } from './histories.ts';

export interface Invention {
  readonly policy: Policy;
  readonly queue: string;
  readonly person: Person;
  readonly administrator: string;
  readonly clinician: string;
  readonly derived: (...parts: readonly string[]) => string;
  readonly hash: (text: string) => string;
}

export function inventedReferral(
  history: readonly Happening[],
  { policy, queue, person, administrator, clinician, derived, hash }: Invention,
): Referral {
  const queuePolicy = policy.queues.find(({ code }) => code === queue);
  const [receipt, ...later] = history;
  if (!queuePolicy || receipt?.facts.kind !== 'received')
    throw new Error('A history begins with a receipt in a queue of the place');
  const contextOn = (today: LocalDate) => ({
    policy,
    queue: queuePolicy,
    birthDate: person.details.birthDate,
    flags: person.details.flags,
    hasAdjustments: person.details.reasonableAdjustments.length > 0,
    today,
  });
  const recorderAt = (on: LocalDate, at: number): Recorder => ({
    eventId: derived('seed-event', person.id, queue, String(at)),
    recordedAt: recordedOn(on, at),
    by: at === 0 ? { actor: administrator, role: 'administrator' } : { actor: clinician, role: 'clinician' },
    hash,
  });
  let referral = openReferral(
    {
      id: derived('seed-referral', person.id, queue),
      personId: person.id,
      origin: null,
      on: receipt.on,
      facts: receipt.facts,
    },
    recorderAt(receipt.on, 0),
    contextOn(receipt.on),
  );
  for (const [index, happening] of later.entries()) {
    referral = appendEvent(referral, happening, recorderAt(happening.on, index + 1), contextOn(happening.on));
  }
  // Each event was a command of its own.
  return { ...referral, version: referral.events.length };
}

/** In the working hours of the day: the nth event a few minutes after the one before. */
function recordedOn(on: LocalDate, at: number): Instant {
  const minutes = 9 * 60 + ((at * 7) % 400);
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return parseInstant(`${on}T${time}:00Z`);
}
