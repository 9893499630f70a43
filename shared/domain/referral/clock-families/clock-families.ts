/** Every clock family by its code. A queue picks one in its policy, whatever the place. */
import type { ClockFamily, ClockFamilyCode } from '../clock-family.ts';
import { community } from './community.ts';
import { adhd, autism } from './diagnostic.ts';
import { fourWeek } from './four-week.ts';
import { referralToTreatment } from './referral-to-treatment.ts';

export const clockFamilies: Readonly<Record<ClockFamilyCode, ClockFamily>> = {
  CHS: community,
  RTT: referralToTreatment,
  ASD: autism,
  ADHD: adhd,
  'FOUR-WEEK': fourWeek,
};
