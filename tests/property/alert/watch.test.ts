/** Whatever runs of the watch there are, in whatever order, doubled, killed, side by side: each threshold is told once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plannedAnew, queueEntryOf } from '../../../shared/application/queue/queue-entry.ts';
import { alertIdOf } from '../../../shared/domain/alert/record-alert.ts';
import { addDays, type LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Policy } from '../../../shared/domain/policy/policy.ts';
import { recordEvent } from '../../../shared/domain/referral/record.ts';
import { samplePerson } from '../../contract/samples.ts';
import { contextFor, day, recorderOf, referralOf, sha256, policy as wide } from '../../unit/referral/history.ts';
import { Killed, WatchedMemory } from './watch-in-memory.ts';

const RECEIVED = day('2025-01-06');
const LAST = 800;
/** One queue is enough, and keeps a run short. */
const policy: Policy = { ...wide, queues: wide.queues.filter(({ code }) => code === 'SALT') };
const person = samplePerson(policy.place.id, { birthDate: day('2018-09-10'), flags: [], reasonableAdjustments: [] });

function memoryWithReferrals(count: number): WatchedMemory {
  const memory = new WatchedMemory(policy);
  for (let n = 0; n < count; n += 1) {
    const context = contextFor('SALT', { policy });
    const on = addDays(RECEIVED, n * 13);
    const referral = referralOf(context, on, [], { id: `r${n}`, alreadyAccepted: true });
    memory.keep({ referral, entry: queueEntryOf(referral, person, policy, on) });
  }
  return memory;
}

/** The alerts there may be by a day, and the one of each deadline that there must be. */
function expected(memory: WatchedMemory, upTo: LocalDate) {
  const possible = new Set<string>();
  const certain = new Set<string>();
  for (const kept of memory.referrals.values()) {
    for (const { kind, start, warnOn } of plannedAnew(kept, policy, upTo, []).deadlines) {
      const crossed = warnOn.filter(({ on }) => on <= upTo);
      for (const [at, { threshold }] of crossed.entries()) {
        const id = alertIdOf(kept.referral.id, { kind, start, threshold }, sha256);
        possible.add(id);
        if (at === crossed.length - 1) certain.add(id);
      }
    }
  }
  return { possible, certain };
}

function expectEachToldOnce(memory: WatchedMemory, upTo: LocalDate): void {
  const { possible, certain } = expected(memory, upTo);
  expect(new Set(memory.raised).size).toBe(memory.raised.length);
  expect([...certain].filter((id) => !memory.alerts.has(id))).toEqual([]);
  expect(memory.raised.filter((id) => !possible.has(id))).toEqual([]);
}

const someDays = fc.array(fc.integer({ min: 0, max: LAST }), { minLength: 1, maxLength: 12 });

describe('the watch', () => {
  it('run every day tells every threshold of the ladder, once', async () => {
    const memory = memoryWithReferrals(2);
    for (let waited = 0; waited <= LAST; waited += 1) await memory.run(addDays(RECEIVED, waited));
    const upTo = addDays(RECEIVED, LAST);
    const { possible } = expected(memory, upTo);
    expect([...memory.raised].sort()).toEqual([...possible].sort());
  });

  it('run on any days, in any order, as often as may be, tells each threshold at most once and misses none that stands', async () => {
    await fc.assert(
      fc.asyncProperty(someDays, async (days) => {
        const memory = memoryWithReferrals(3);
        for (const waited of days) await memory.run(addDays(RECEIVED, waited));
        expectEachToldOnce(memory, addDays(RECEIVED, Math.max(...days)));
      }),
      { numRuns: 200 },
    );
  });

  it('killed between any two steps, and run again, comes to the same', async () => {
    await fc.assert(
      fc.asyncProperty(someDays, fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }), async (days, kills) => {
        const memory = memoryWithReferrals(3);
        for (const [at, waited] of days.entries()) {
          let left = kills[at] ?? Number.POSITIVE_INFINITY;
          await memory.run(addDays(RECEIVED, waited), async () => {
            left -= 1;
            if (left < 0) throw new Killed();
          });
        }
        const last = addDays(RECEIVED, Math.max(...days));
        await memory.run(last);
        expectEachToldOnce(memory, last);
      }),
      { numRuns: 300 },
    );
  });

  it('run several times at once, however the steps fall, comes to the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), someDays, async (scheduler, days) => {
        const memory = memoryWithReferrals(2);
        const step = () => scheduler.schedule(Promise.resolve()).then(() => undefined);
        const runs = days.slice(0, 4).map((waited) => memory.run(addDays(RECEIVED, waited), step));
        await scheduler.waitFor(Promise.all(runs));
        // A run for an earlier day may have been the last to write: the next one puts that right, and tells nothing twice.
        const last = addDays(RECEIVED, Math.max(...days.slice(0, 4)));
        await memory.run(last);
        expectEachToldOnce(memory, last);
      }),
      { numRuns: 200 },
    );
  });

  it('while people work on the referrals raises nothing twice, and nothing of a clock that had stopped before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 90, max: 400 }),
        fc.integer({ min: -5, max: 5 }),
        async (scheduler, waited, apart) => {
          const memory = memoryWithReferrals(1);
          const [kept] = memory.referrals.values();
          if (kept === undefined) throw new Error('there is a referral');
          const step = () => scheduler.schedule(Promise.resolve()).then(() => undefined);
          const seenOn = addDays(RECEIVED, waited + apart);
          const context = contextFor('SALT', { policy });
          const contact = async () => {
            await step();
            const now = memory.referrals.get(kept.referral.id) ?? kept;
            const facts = { kind: 'contact', mechanism: 'video', parentOnly: false } as const;
            const referral = recordEvent(now.referral, { facts, on: seenOn }, recorderOf(`seen-${waited}`), context);
            memory.keep({ referral, entry: queueEntryOf(referral, person, policy, seenOn, now.entry.alerted) });
          };
          await scheduler.waitFor(
            Promise.all([
              memory.run(addDays(RECEIVED, waited), step),
              contact(),
              memory.run(addDays(RECEIVED, waited), step),
            ]),
          );
          const before = memory.raised.length;
          await memory.run(addDays(RECEIVED, waited + 200));
          const late = memory.raised.slice(before).map((id) => memory.alerts.get(id)?.alert.kind);
          expect(late.filter((kind) => kind === 'waiting-standard' || kind === 'long-wait')).toEqual([]);
          expect(new Set(memory.raised).size).toBe(memory.raised.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('finds nothing to do, and writes nothing, on a day that was done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: LAST }), async (waited) => {
        const memory = memoryWithReferrals(3);
        await memory.run(addDays(RECEIVED, waited));
        const { writes } = memory;
        await memory.run(addDays(RECEIVED, waited));
        expect(memory.writes).toBe(writes);
      }),
      { numRuns: 100 },
    );
  });

  it('plans everything anew when the place changes its policy, and tells nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 28, max: 300 }),
        fc.integer({ min: 0, max: 200 }),
        async (before, standardDays, after) => {
          const memory = memoryWithReferrals(3);
          await memory.run(addDays(RECEIVED, before));
          const queues = policy.queues.map((queue) => ({
            ...queue,
            standard: { ...queue.standard, days: standardDays },
          }));
          memory.policy = { ...policy, version: policy.version + 1, queues };
          const last = addDays(RECEIVED, before + after);
          await memory.run(last);
          expect(new Set(memory.raised).size).toBe(memory.raised.length);
          for (const kept of memory.referrals.values()) {
            const { deadlines } = plannedAnew(kept, memory.policy, last);
            for (const { kind, start, warnOn } of deadlines) {
              const threshold = warnOn.findLast(({ on }) => on <= last)?.threshold;
              if (threshold === undefined) continue;
              expect(memory.alerts.has(alertIdOf(kept.referral.id, { kind, start, threshold }, sha256))).toBe(true);
            }
          }
          const { writes } = memory;
          await memory.run(last);
          expect(memory.writes).toBe(writes);
        },
      ),
      { numRuns: 100 },
    );
  });
});
