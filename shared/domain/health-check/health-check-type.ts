/** Annual health checks as a kind of case: one record for each person on a practice's learning-disability register. */

import { kindPolicyOf } from '../case/case-policy.ts';
import type { CaseType } from '../case/case-type.ts';
import { healthCheckDeadline } from './deadline.ts';
import { type HealthCheckFacts, healthCheckFactsSchema } from './facts.ts';
import { handOverDeadline } from './hand-over.ts';
import { judgeHealthCheck } from './judge.ts';
import { foldHealthCheck, type HealthCheckState } from './state.ts';
import { listStatusOn, summaryOf } from './summary.ts';

export const healthCheckType: CaseType<HealthCheckFacts, HealthCheckState> = {
  kind: 'health-check',
  facts: healthCheckFactsSchema,
  opens: ['registered'],
  fold: foldHealthCheck,
  judge: judgeHealthCheck,
  deadlines({ tracked, left, asAt, handOverBy }) {
    const deadline = left === null ? healthCheckDeadline(tracked, asAt) : undefined;
    return deadline === undefined ? [] : [deadline, handOverDeadline(tracked.registerFrom, handOverBy)];
  },
  service(_state, policy) {
    const [first] = kindPolicyOf(policy, 'health-check').services;
    if (first === undefined) throw new RangeError('Each kind of case has a service');
    return first;
  },
  summary: summaryOf,
  isOpen: ({ left }) => left === null,
  // One record for each person.
  identity: () => [],
  statusOn: listStatusOn,
};
