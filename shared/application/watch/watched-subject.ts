/** A referral or a case, as the watch works it: how it is moved on to its next threshold, and read again. */
import type { Alerted } from '../../domain/alert/watch-plan.ts';
import type { Case } from '../../domain/case/case.ts';
import { type Alertable, alertableCase, alertableReferral } from '../alerts/alertable.ts';
import { replannedCase } from '../case/case-entry.ts';
import { queueOf } from '../policy/place-policy.ts';
import type { KeptCase } from '../ports/cases.ts';
import type { KeptReferral, WatchEntry } from '../ports/referrals.ts';
import { plannedAnew } from '../queue/queue-entry.ts';
import type { WatchDeps } from './watch-deps.ts';
import type { WatchRun } from './watch-run.ts';

export interface WatchedSubject extends Alertable {
  readonly watch: WatchEntry | null;
  /** Whose its alerts are, unless a route says otherwise: a service, and the queue where it is in one. */
  owner(run: WatchRun): { readonly code?: string; readonly service: string };
  /** Keeps how far its alerts have come, and plans the next. @throws `stale` when somebody has changed it meanwhile. */
  moveOn(run: WatchRun, alerted: readonly Alerted[]): Promise<void>;
  again(): Promise<WatchedSubject | undefined>;
}

export function watchedReferral(deps: Pick<WatchDeps, 'referrals'>, kept: KeptReferral): WatchedSubject {
  const { referral, entry } = kept;
  return {
    ...alertableReferral(kept),
    watch: entry.watch,
    owner: ({ policy }) => queueOf(policy, referral.queue),
    moveOn: ({ policy, day }, alerted) =>
      deps.referrals.save(referral, plannedAnew(kept, policy, day, alerted).entry, referral.version),
    async again() {
      const key = { personId: referral.personId, referralId: referral.id };
      const now = await deps.referrals.get(referral.place, key);
      return now && watchedReferral(deps, now);
    },
  };
}

export function watchedCase(deps: Pick<WatchDeps, 'cases' | 'caseTypes'>, kept: KeptCase): WatchedSubject {
  const { record, entry } = kept;
  return {
    ...alertableCase(deps.caseTypes, kept),
    watch: entry.watch,
    owner: () => ({ service: entry.row.service }),
    moveOn({ policy, day }, alerted) {
      const { entry: next } = replannedCase({ types: deps.caseTypes, policy }, kept, day, alerted);
      return deps.cases.save({ record, entry: next }, record.version);
    },
    async again() {
      const now = await deps.cases.get(record.place, keyOf(record));
      return now && watchedCase(deps, now);
    },
  };
}

function keyOf({ personId, kind, id }: Case) {
  return { personId, kind, caseId: id };
}
