/** The waits of a pathway between its stamps, in days: never collapsed into one number. A wait with an open end is absent. */
import { daysBetween, type LocalDate } from '../calendar/local-date.ts';
import type { Stamps } from './state.ts';

export interface PathwayWaits {
  /** Receipt to first attended contact of any two-way kind. */
  readonly toFirstContact?: number;
  /** Receipt to first contact in person or by video: the national autism and ADHD statistics. */
  readonly toFirstContactInPersonOrVideo?: number;
  /** Receipt to the start of the assessment: NICE quality standard 51. */
  readonly toAssessment?: number;
  /** Start of the assessment to the decision: the flow inside the pathway. */
  readonly assessmentToOutcome?: number;
  /** Receipt to the family being told: what families feel. */
  readonly toFamilyInformed?: number;
  readonly toTreatment?: number;
}

export function pathwayWaits(stamps: Stamps): PathwayWaits {
  const waits: { -readonly [K in keyof PathwayWaits]: PathwayWaits[K] } = {};
  const put = (name: keyof PathwayWaits, from: LocalDate | undefined, to: LocalDate | undefined) => {
    if (from !== undefined && to !== undefined) waits[name] = daysBetween(from, to);
  };
  put('toFirstContact', stamps.received, stamps.firstContact);
  put('toFirstContactInPersonOrVideo', stamps.received, stamps.firstContactInPersonOrVideo);
  put('toAssessment', stamps.received, stamps.assessmentStarted);
  put('assessmentToOutcome', stamps.assessmentStarted, stamps.outcomeDecided);
  put('toFamilyInformed', stamps.received, stamps.familyInformed);
  put('toTreatment', stamps.received, stamps.treatmentStarted);
  return waits;
}
