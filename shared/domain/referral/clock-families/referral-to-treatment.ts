/** Referral to treatment (consultant-led): seen at the first definitive treatment; the one family that nullifies. */
import type { ClockFamily } from '../clock-family.ts';
import { everyFamily, noEffect, rule } from './every-family.ts';
import { sources } from './sources.ts';

export const referralToTreatment: ClockFamily = {
  code: 'RTT',
  name: 'Referral to treatment',
  seenBy: 'first definitive treatment',
  seldom: ['baseline-measured', 'plan-or-intervention'],
  diagnostic: false,
  familyTotalEndsAt: 'treatment-started',
  effects: {
    ...everyFamily,
    contact: noEffect(
      'An attended contact does not stop the clock; the first definitive treatment does',
      sources.waitingTimes,
    ),
    'treatment-started': rule({
      effect: 'seen',
      rule: 'The first definitive treatment stops the clock as seen',
      source: sources.waitingTimes,
    }),
    'active-monitoring-started': rule({
      effect: 'removed',
      endReason: 'active-monitoring',
      rule: 'Agreeing active monitoring stops the clock; it is not counted as seen',
      source: sources.waitingTimes,
    }),
    'decision-to-treat': rule({
      effect: 'start',
      when: 'after-active-monitoring',
      rule: 'A decision to treat after active monitoring starts a new clock',
      otherwise: 'A decision to treat starts a clock only after active monitoring',
      source: sources.referralToTreatment,
    }),
    'appointment-missed': rule({
      effect: 'nullify',
      endReason: 'nullified',
      when: 'first-missed-and-communication-proven',
      rule: 'Missing the first appointment, with proof that it was communicated, nullifies the clock',
      otherwise:
        'A missed appointment that was not the first, or not proven to be communicated, leaves the clock running',
      source: sources.referralToTreatment,
    }),
    'new-date-agreed': rule({
      effect: 'start',
      when: 'after-nullification',
      rule: 'After a nullified clock, a new one starts on the day the family agrees a new date',
      otherwise: 'Agreeing a new date starts a clock only after one was nullified',
      source: sources.referralToTreatment,
    }),
  },
};
