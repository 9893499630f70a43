/** The referral-to-treatment status code of each activity (NHS Data Dictionary), derived from the history that stands. */
import { isTwoWay } from './contact-mechanism.ts';
import type { ReferralEvent } from './event.ts';
import type { TraceLine } from './state.ts';

export const rttStatusNames = {
  '10': 'First activity',
  '11': 'First activity after active monitoring',
  '20': 'Later activity',
  '21': 'Transfer to another provider',
  '30': 'First definitive treatment',
  '31': 'Active monitoring asked for by the patient',
  '32': 'Active monitoring asked for by the clinician',
  '33': 'Did not attend the first activity',
  '34': 'Decision not to treat',
  '35': 'Patient declined treatment',
  '36': 'Patient died',
  '90': 'Activity after first treatment',
  '91': 'Activity during active monitoring',
} as const;
export type RttStatus = keyof typeof rttStatusNames;

/** By event id. Events that are no activity have none. */
export function rttStatuses(
  standing: readonly ReferralEvent[],
  trace: readonly TraceLine[],
): ReadonlyMap<string, RttStatus> {
  const effects = new Map(trace.map((line) => [line.eventId, line.effect]));
  const statuses = new Map<string, RttStatus>();
  let active = false;
  let monitored = false;
  let treated = false;
  for (const { id, facts } of standing) {
    const effect = effects.get(id);
    const activity: RttStatus = treated ? '90' : monitored ? '91' : active ? '20' : '10';
    switch (facts.kind) {
      case 'contact':
        if (!isTwoWay(facts.mechanism)) break;
        statuses.set(id, activity);
        active = true;
        break;
      case 'assessment-started':
        statuses.set(id, activity);
        active = true;
        break;
      case 'treatment-started':
        statuses.set(id, effect === 'stopped-seen' ? '30' : '90');
        active = true;
        treated = true;
        break;
      case 'active-monitoring-started':
        statuses.set(id, facts.by === 'patient' ? '31' : '32');
        monitored = true;
        break;
      case 'decision-to-treat':
        statuses.set(id, '11');
        monitored = false;
        treated = false;
        break;
      case 'appointment-missed':
        if (effect === 'nullified') statuses.set(id, '33');
        break;
      case 'transferred':
        statuses.set(id, '21');
        break;
      case 'decision-not-to-treat':
        statuses.set(id, '34');
        break;
      case 'declined-by-family':
        statuses.set(id, '35');
        break;
      case 'discharged':
        if (facts.reason === 'died') statuses.set(id, '36');
        break;
      default:
    }
  }
  return statuses;
}
