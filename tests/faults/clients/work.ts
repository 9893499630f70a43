/** What those who use the service do, and how often. */
import { onAlert } from './alerts.ts';
import { budget } from './budgets.ts';
import { care } from './care.ts';
import type { Work } from './desk.ts';
import { ehc } from './ehc.ts';
import { family } from './families.ts';
import { healthCheck } from './health-checks.ts';
import { importing } from './imports.ts';
import { died, newPerson, renamed } from './people.ts';
import { newPolicy } from './policies.ts';
import { newReferral, referralEvent } from './referrals.ts';

/** @param worked where it is written down which alerts were worked. */
export function works(worked: Map<string, string[]>): readonly (readonly [Work, number])[] {
  return [
    [newPerson, 5],
    [newReferral, 4],
    [referralEvent, 9],
    [renamed, 1],
    [died, 0.3],
    [onAlert(worked), 6],
    [healthCheck, 3],
    [budget, 8],
    [care, 4],
    [ehc, 6],
    [family, 3],
    [newPolicy, 0.15],
    [importing(), 1],
  ];
}
