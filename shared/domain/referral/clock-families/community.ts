/** Community health services (speech and language therapy, occupational therapy): seen at the first attended contact. */
import type { ClockFamily } from '../clock-family.ts';
import { everyFamily, noEffect, rule } from './every-family.ts';
import { sources } from './sources.ts';

export const community: ClockFamily = {
  code: 'CHS',
  name: 'Community health services',
  seenBy: 'first attended contact',
  seldom: [
    'outcome-decided',
    'family-informed',
    'baseline-measured',
    'plan-or-intervention',
    'right-to-choose-accepted',
  ],
  diagnostic: false,
  familyTotalEndsAt: 'treatment-started',
  effects: {
    ...everyFamily,
    contact: rule({
      effect: 'seen',
      when: 'two-way-contact',
      rule: 'The first attended contact in person, by video or by telephone stops the clock as seen',
      otherwise: 'A letter, email, text or call between professionals does not stop the clock',
      source: sources.community,
    }),
    'treatment-started': noEffect('Treatment is stamped; the clock of community services stops at the first contact'),
  },
};
