import type { QueuePolicy } from '../../policy/policy.ts';
import type { Month } from '../month/month-tally.ts';
import { AdhdCount } from './adhd.ts';
import { AutismCount } from './autism.ts';
import type { ReturnCount } from './return-count.ts';

/** The returns that a queue is part of, by its clock. */
export function returnCountsOf({ clockFamily }: QueuePolicy, month: Month): readonly ReturnCount[] {
  if (clockFamily === 'ASD') return [new AutismCount(month)];
  return clockFamily === 'ADHD' ? [new AdhdCount(month)] : [];
}
