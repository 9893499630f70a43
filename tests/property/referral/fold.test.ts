import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../shared/domain/calendar/local-date.ts';
import { wholeWeeks } from '../../../shared/domain/calendar/weeks.ts';
import { queueFlow } from '../../../shared/domain/queue/flow.ts';
import { queueSummary } from '../../../shared/domain/queue/summary.ts';
import { brokenLink } from '../../../shared/domain/referral/event-chain.ts';
import { explainWait } from '../../../shared/domain/referral/explain.ts';
import { foldReferral } from '../../../shared/domain/referral/fold.ts';
import { nextActions } from '../../../shared/domain/referral/next-actions.ts';
import { recordEvent } from '../../../shared/domain/referral/record.ts';
import { plannedDates } from '../../../shared/domain/referral/referral-deadlines.ts';
import { isNullified } from '../../../shared/domain/referral/state.ts';
import { recorderOf, sha256 } from '../../unit/referral/history.ts';
import { type History, history, stateOf } from './histories.ts';

const runs = { numRuns: 150 };

describe('any history that could be recorded', () => {
  it('tries enough: clocks of every kind of end, several clocks, closures and corrections are met', () => {
    const met = new Set<string>();
    for (const sample of fc.sample(history, { numRuns: 500, seed: 20260101 })) {
      const state = stateOf(sample, sample.end);
      met.add(state.stage);
      if (state.clocks.length > 1) met.add('several clocks');
      for (const clock of state.clocks) if (clock.end !== undefined) met.add(clock.end.reason);
      for (const { facts } of sample.referral.events) met.add(facts.kind);
    }
    expect([...met]).toEqual(
      expect.arrayContaining([
        'several clocks',
        'seen',
        'nullified',
        'active-monitoring',
        'no-information',
        'rejected',
        'declined',
        'moved',
        'died',
        'void',
        'discharged',
        'removed',
        'returned',
        'recorded-in-error',
        'information-received',
        'decision-to-treat',
        'new-date-agreed',
        'reinstated',
        'linked-duplicate',
      ]),
    );
  });

  it('folds to one state, whatever order its events are held in', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (sample, keys) => {
        const shuffled = sample.referral.events
          .map((event) => ({ event, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ event }) => event);
        expect(foldReferral(shuffled, { ...sample.context, asAt: sample.end })).toEqual(
          foldReferral(sample.referral.events, { ...sample.context, asAt: sample.end }),
        );
      }),
      runs,
    );
  });

  it('keeps its clocks in order: one runs at most, each ends after it starts, and weeks agree with days', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: -60, max: 200 }), (sample, shift) => {
        const asAt = addDays(sample.end, shift);
        const state = stateOf(sample, asAt);
        const running = state.clocks.filter((clock) => clock.end === undefined);
        expect(running.length).toBeLessThanOrEqual(1);
        expect(state.running).toEqual(running[0]);
        if (running.length === 1) expect(state.clocks.at(-1)).toEqual(running[0]);
        let before = state.clocks[0]?.startOn;
        for (const { startOn, end } of state.clocks) {
          expect(startOn <= asAt && (before === undefined || startOn >= before)).toBe(true);
          if (end !== undefined) expect(end.on >= startOn && end.on <= asAt).toBe(true);
          before = end?.on;
        }
        if (state.waitDays !== undefined && state.headline !== undefined) {
          expect(state.waitDays).toBe(daysBetween(state.headline.startOn, state.headline.end?.on ?? asAt));
          expect(state.waitDays).toBeGreaterThanOrEqual(0);
          expect(7 * wholeWeeks(state.waitDays)).toBeLessThanOrEqual(state.waitDays);
        }
        expect(state.headline?.end === undefined || !isNullified(state.headline.end.reason)).toBe(true);
        if (state.running !== undefined) expect(state.open).toBe(true);
        expect(state.orderingDate !== undefined).toBe(state.running !== undefined);
      }),
      runs,
    );
  });

  it('is counted as waiting exactly while a clock runs, and the figures of any two days reconcile', () => {
    fc.assert(
      fc.property(
        fc.array(history, { maxLength: 6 }),
        fc.nat({ max: 700 }),
        fc.nat({ max: 200 }),
        (samples, from, later) => {
          const first = addDays(samples[0]?.end ?? addDays(localStart, 0), -from);
          const last = addDays(first, later);
          const pairs = samples.map((sample) => ({ opening: stateOf(sample, first), closing: stateOf(sample, last) }));
          const flow = queueFlow(pairs);
          const queue = samples[0]?.context.queue;
          if (queue === undefined) return;
          const open = (states: Iterable<(typeof pairs)[number]['opening']>, day: typeof first) =>
            queueSummary(states, queue, day).open;
          expect(flow.opening).toBe(
            open(
              pairs.map(({ opening }) => opening),
              first,
            ),
          );
          expect(flow.closing).toBe(
            open(
              pairs.map(({ closing }) => closing),
              last,
            ),
          );
          expect(flow.opening + flow.additions - flow.removed).toBe(flow.closing);
          expect(flow.closing).toBe(pairs.filter(({ closing }) => closing.running !== undefined).length);
        },
      ),
      runs,
    );
  });

  it('is given back exactly by the correction of its last event', () => {
    fc.assert(
      fc.property(history, (sample) => {
        const { context, referral, end } = sample;
        const last = referral.events.at(-1);
        if (last === undefined || referral.events.length < 2) return;
        const before = { ...referral, events: referral.events.slice(0, -1) };
        const corrected = recordEvent(
          referral,
          { facts: { kind: 'recorded-in-error', eventId: last.id, reason: 'Mistake' }, on: end },
          recorderOf('undo'),
          context,
        );
        expect(stateOf(sample, end, corrected.events)).toEqual(stateOf(sample, end, before.events));
        const knownAt = last.recordedAt;
        expect(foldReferral(corrected.events, { ...context, asAt: end, knownAt })).toEqual(
          foldReferral(referral.events, { ...context, asAt: end }),
        );
      }),
      runs,
    );
  });

  it('was on a day what it was, whatever was recorded later about later days', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 300 }), (sample, back) => {
        const asAt = addDays(sample.end, -back);
        const { events } = sample.referral;
        const hasCorrections = events.some(({ facts }) => facts.kind === 'recorded-in-error');
        if (hasCorrections) return;
        const upTo = events.filter((event) => event.on <= asAt || event.facts.kind === 'received');
        expect(stateOf(sample, asAt, upTo)).toEqual(stateOf(sample, asAt));
      }),
      runs,
    );
  });

  it('only grows with time when nothing happens', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 60 }), (sample, days) => {
        const now = stateOf(sample, sample.end);
        const then = stateOf(sample, addDays(sample.end, days));
        expect(then.clocks.length).toBe(now.clocks.length);
        expect(then.eventCount).toBe(now.eventCount);
        expect(then.familyTotal?.from).toBe(now.familyTotal?.from);
        expect(then.stamps).toEqual(now.stamps);
        if (then.running !== undefined) expect(then.waitDays).toBe((now.waitDays ?? 0) + days);
        if (now.closed !== undefined) expect(then.closed).toEqual(now.closed);
        if (now.familyTotal?.to !== undefined) expect(then.familyTotal).toEqual(now.familyTotal);
        else if (then.familyTotal?.to === undefined && now.familyTotal !== undefined)
          expect(then.familyTotal?.days).toBe(now.familyTotal.days + days);
      }),
      runs,
    );
  });

  it('can be explained and planned for, and its last line is the number shown', () => {
    fc.assert(
      fc.property(history, (sample: History) => {
        const { context, referral, end } = sample;
        const state = stateOf(sample, end);
        const explanation = explainWait(referral, { ...context, asAt: end });
        expect(explanation.wait?.days).toBe(state.waitDays);
        expect(explanation.lines.at(-1)?.days).toBe(state.waitDays);
        expect(explanation.family?.days).toBe(state.familyTotal?.days);
        const told = explanation.lines.filter(
          (line) => line.eventId !== null && line.effect !== 'later' && line.effect !== 'in-error',
        );
        expect(told).toHaveLength(state.eventCount);
        const { due, nextAlert } = plannedDates(referral, { ...context, asAt: end });
        if (state.running !== undefined) expect([due, nextAlert]).not.toContain(null);
        if (!state.open) expect([due, nextAlert]).toEqual([null, null]);
        expect(nextActions(state, context).includes('noted')).toBe(state.stage !== 'void');
        expect(brokenLink(referral.events, sha256)).toBe(-1);
      }),
      runs,
    );
  });
});

const localStart = fc.sample(history, { numRuns: 1, seed: 1 })[0]?.end as History['end'];
