/** The watch over maps, where every step of the store can be delayed, or be the last before the process dies. */
import type { KeptAlert } from '../../../shared/application/ports/alerts.ts';
import type { KeptReferral } from '../../../shared/application/ports/referrals.ts';
import type { ScheduleRun } from '../../../shared/application/ports/schedule-runs.ts';
import { watchDeadlines } from '../../../shared/application/watch/watch-deadlines.ts';
import type { WatchDeps } from '../../../shared/application/watch/watch-deps.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import type { LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import { caseTypes } from '../../../shared/domain/case/case-types.ts';
import { stale } from '../../../shared/domain/error.ts';
import type { Policy } from '../../../shared/domain/policy/policy.ts';
import { casesInMemory } from '../../contract/cases-in-memory.ts';
import { sha256 } from '../../unit/referral/history.ts';

/** Thrown instead of the step that a killed run did not come to; nothing catches it but the end of the run. */
export class Killed extends Error {}

/** What is asked before each step of the store: it may wait, or throw {@link Killed}. */
export type Step = () => Promise<void>;

export class WatchedMemory {
  readonly alerts = new Map<string, KeptAlert>();
  readonly referrals = new Map<string, KeptReferral>();
  readonly runs: ScheduleRun[] = [];
  /** Ids in the order they were raised: one a raise that took place. */
  readonly raised: string[] = [];
  writes = 0;
  policy: Policy;
  #planned: string | undefined;
  #requests = 0;

  constructor(policy: Policy) {
    this.policy = policy;
  }

  keep(kept: KeptReferral): void {
    this.referrals.set(kept.referral.id, kept);
  }

  /** Runs the watch for a day. A step that throws {@link Killed} ends the run where it stands, and nothing after it. */
  async run(day: LocalDate, step: Step = async () => undefined): Promise<void> {
    this.#requests += 1;
    let isDead = false;
    const alive: Step = async () => {
      if (isDead) throw new Killed();
      try {
        await step();
      } catch (killed) {
        isDead = true;
        throw killed;
      }
      if (isDead) throw new Killed();
    };
    await watchDeadlines(this.#deps(alive), {
      places: [this.policy.place.id],
      time: parseInstant(`${day}T06:00:00Z`),
      requestId: `run-${this.#requests}`,
      hasTime: () => true,
      onFailure: (failed) => {
        if (!(failed instanceof Killed)) throw failed;
      },
    }).catch((failed: unknown) => {
      if (!(failed instanceof Killed)) throw failed;
    });
  }

  #deps(step: Step): WatchDeps {
    const memory = this;
    const change = <T>(work: () => T): Promise<T> => step().then(work);
    return {
      hash: sha256,
      referrals: {
        get: (_place, { referralId }) => change(() => memory.referrals.get(referralId)),
        many: (_place, keys) => change(() => keys.flatMap(({ referralId }) => memory.referrals.get(referralId) ?? [])),
        save: (referral, entry, decidedOn) =>
          change(() => {
            if (memory.referrals.get(referral.id)?.referral.version !== decidedOn)
              throw stale('changed-since', 'Changed');
            memory.writes += 1;
            memory.referrals.set(referral.id, { referral, entry });
          }),
      },
      cases: casesInMemory().port,
      caseTypes,
      alerts: {
        get: (_place, id) => change(() => memory.alerts.get(id)?.alert),
        raise: (kept) =>
          change(() => {
            if (memory.alerts.has(kept.alert.id)) return false;
            memory.writes += 1;
            memory.raised.push(kept.alert.id);
            memory.alerts.set(kept.alert.id, kept);
            return true;
          }),
        save: (kept, decidedOn) =>
          change(() => {
            if (memory.alerts.get(kept.alert.id)?.alert.version !== decidedOn) throw stale('changed-since', 'Changed');
            memory.writes += 1;
            memory.alerts.set(kept.alert.id, kept);
          }),
      },
      watchList: {
        async *subjects(_place, service, upTo) {
          await step();
          const due = [...memory.referrals.values()].filter(
            ({ entry: { watch } }) => watch !== null && watch.service === service && watch.on <= upTo,
          );
          yield due.map(({ referral: { personId, id } }) => ({ of: 'referral', personId, referralId: id }) as const);
        },
        async *alerts(_place, upTo) {
          await step();
          const due = [...memory.alerts.values()].filter(({ watchOn }) => watchOn !== null && watchOn <= upTo);
          yield due.map(({ alert }) => alert.id);
        },
      },
      queues: {
        async *each(_place, queue, list) {
          await step();
          const rows = [...memory.referrals.values()].filter(
            ({ referral, entry }) => referral.queue === queue && entry.list === list,
          );
          yield rows.map(({ entry }) => entry.row);
        },
      },
      policies: { current: () => change(() => memory.policy) },
      plannedRules: {
        get: () => change(() => memory.#planned),
        keep: (_place, rules) =>
          change(() => {
            memory.writes += 1;
            memory.#planned = rules;
          }),
      },
      scheduleRuns: {
        has: (_schedule, day) => change(() => memory.runs.some((run) => run.day === day)),
        keep: (run) =>
          change(() => {
            memory.writes += 1;
            memory.runs.push(run);
          }),
      },
    };
  }
}
