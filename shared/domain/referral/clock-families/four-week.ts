/** The four-week measure of children and young people's mental health: stopped by the latest of three things. */
import type { ClockFamily } from '../clock-family.ts';
import { everyFamily, rule } from './every-family.ts';
import { sources } from './sources.ts';

const latestOfThree =
  'The clock stops at the latest of first contact, baseline measure, and care plan or intervention; all three are needed';

export const fourWeek: ClockFamily = {
  code: 'FOUR-WEEK',
  name: 'Four-week measure',
  seenBy: 'latest of first contact, baseline measure, and plan or intervention',
  seldom: ['outcome-decided', 'family-informed', 'active-monitoring-started'],
  diagnostic: false,
  familyTotalEndsAt: 'treatment-started',
  effects: {
    ...everyFamily,
    contact: rule({
      effect: 'component',
      component: 'contact',
      when: 'two-way-contact-or-between-professionals',
      rule: latestOfThree,
      otherwise: 'A letter, email or text is not a contact',
      source: sources.fourWeeks,
    }),
    'baseline-measured': rule({
      effect: 'component',
      component: 'baseline',
      rule: latestOfThree,
      source: sources.fourWeeks,
    }),
    'plan-or-intervention': rule({
      effect: 'component',
      component: 'plan-or-intervention',
      rule: latestOfThree,
      source: sources.fourWeeks,
    }),
    'assessment-started': rule({
      effect: 'component',
      component: 'plan-or-intervention',
      rule: `Assessment of autism or ADHD is an intervention. ${latestOfThree}`,
      source: sources.fourWeeks,
    }),
    'treatment-started': rule({
      effect: 'component',
      component: 'plan-or-intervention',
      rule: `A treatment is an intervention. ${latestOfThree}`,
      source: sources.fourWeeks,
    }),
  },
};
