import type { CaseTypes } from '../../domain/case/case-type.ts';
import type { Alerts } from '../ports/alerts.ts';
import type { Cases } from '../ports/cases.ts';
import type { Hash } from '../ports/hash.ts';
import type { Policies } from '../ports/policies.ts';
import type { Queues } from '../ports/queues.ts';
import type { Referrals } from '../ports/referrals.ts';
import type { ScheduleRuns } from '../ports/schedule-runs.ts';
import type { PlannedRules, WatchList } from '../ports/watch-list.ts';

/** What the daily watch reaches the world through. It reads no person: a row copies what deadlines follow from. */
export interface WatchDeps {
  readonly referrals: Pick<Referrals, 'get' | 'many' | 'save'>;
  readonly cases: Pick<Cases, 'get' | 'many' | 'save' | 'each'>;
  readonly caseTypes: CaseTypes;
  readonly alerts: Pick<Alerts, 'get' | 'raise' | 'save'>;
  readonly watchList: WatchList;
  readonly queues: Pick<Queues, 'each'>;
  readonly policies: Pick<Policies, 'current'>;
  readonly plannedRules: PlannedRules;
  readonly scheduleRuns: Pick<ScheduleRuns, 'keep' | 'has'>;
  readonly hash: Hash;
}
