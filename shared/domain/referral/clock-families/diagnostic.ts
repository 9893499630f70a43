/** Autism and ADHD diagnosis: seen when the assessment starts; first contact and outcome are stamped beside it. */
import type { ClockFamily } from '../clock-family.ts';
import { everyFamily, noEffect, rule } from './every-family.ts';
import { sources } from './sources.ts';

const effects: ClockFamily['effects'] = {
  ...everyFamily,
  contact: noEffect(
    'A contact before the assessment is stamped as first contact; only the start of the assessment stops the clock',
    sources.autismStatistics,
  ),
  'assessment-started': rule({
    effect: 'seen',
    rule: 'The clock stops as seen when a clinician marks the diagnostic assessment as started',
    source: sources.autism,
  }),
  'outcome-decided': noEffect('The decision is stamped; the family has not been told by it', sources.localPolicy),
  'family-informed': noEffect('Telling the family is stamped, and ends the family’s total wait', sources.localPolicy),
  'treatment-started': noEffect(
    'Stamped as post-diagnostic support; the clock stopped at the assessment',
    sources.waitingTimes,
  ),
};

const diagnostic = {
  seenBy: 'assessment started',
  seldom: ['baseline-measured', 'plan-or-intervention', 'active-monitoring-started'],
  diagnostic: true,
  familyTotalEndsAt: 'family-informed',
  effects,
} as const;

export const autism: ClockFamily = { code: 'ASD', name: 'Autism diagnosis', ...diagnostic };

export const adhd: ClockFamily = {
  code: 'ADHD',
  name: 'ADHD diagnosis',
  ...diagnostic,
  effects: {
    ...effects,
    'assessment-started': rule({ ...effects['assessment-started'], source: sources.localPolicy }),
  },
};
