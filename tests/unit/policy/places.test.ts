import { describe, expect, it } from 'vitest';
import { isSnomedId } from '../../../shared/domain/identifiers/snomed.ts';
import { cheshireEast } from '../../../shared/domain/policy/places/cheshire-east.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { initialPolicies } from '../../../shared/domain/policy/places/places.ts';
import { type Policy, policySchema, type QueuePolicy, queueOf } from '../../../shared/domain/policy/policy.ts';
import { queueRowOf } from '../../../shared/domain/queue/row.ts';
import { queueSummary } from '../../../shared/domain/queue/summary.ts';
import { explainWait } from '../../../shared/domain/referral/explain.ts';
import { nextActions } from '../../../shared/domain/referral/next-actions.ts';
import type { RecordContext } from '../../../shared/domain/referral/record-context.ts';
import { plannedDates } from '../../../shared/domain/referral/referral-deadlines.ts';
import { day, facts, mentalHealth, referralOf, stateOn } from '../referral/history.ts';

describe('the policies of the places', () => {
  it.each([...initialPolicies.values()].map((policy) => [policy.place.name, policy] as const))(
    '%s is a policy',
    (_, policy) => {
      expect(policySchema.parse(policy)).toEqual(policy);
      for (const queue of policy.queues) if (queue.snomed !== null) expect(isSnomedId(queue.snomed)).toBe(true);
    },
  );

  it('each queue has the standard of its need, and ADHD has none nationally', () => {
    const standards = Object.fromEntries(
      liverpool.queues.map(({ code, standard }) => [code, [standard.days, standard.national]]),
    );
    expect(standards).toEqual({ SALT: [126, true], OT: [126, true], ASD: [91, true], ADHD: [126, false] });
    expect(queueOf(liverpool, 'ADHD')?.monitorDays).toEqual([126, 364, 728]);
    expect([queueOf(liverpool, 'ASD')?.reasonForReferral, queueOf(liverpool, 'ADHD')?.reasonForReferral]).toEqual([
      '25',
      '24',
    ]);
    for (const queue of liverpool.queues) expect(queue.adultPathway).not.toBeNull();
    expect(queueOf(liverpool, 'ADHD')?.stages.map((stage) => stage.code)).toContain('post-diagnostic-support');
  });

  it('the places differ in branding, queues and targets', () => {
    expect(queueOf(cheshireEast, 'PHYSIO')?.name).toBe('Physiotherapy');
    expect(queueOf(liverpool, 'PHYSIO')).toBeUndefined();
    expect(cheshireEast.tierTargetDays).not.toEqual(liverpool.tierTargetDays);
    expect(cheshireEast.branding).not.toEqual(liverpool.branding);
  });

  it('every spelling of the sample extracts names one queue', () => {
    const plain = (text: string) =>
      text
        .toLowerCase()
        .replaceAll('&', 'and')
        .replace(/[^a-z0-9]/g, '');
    const named = (text: string) =>
      liverpool.queues
        .filter(({ code, name, shortName, spellings }) =>
          [code, name, shortName, ...spellings].some((one) => plain(one) === plain(text)),
        )
        .map(({ code }) => code);
    for (const text of ['SALT', 'S&LT', 'Speech and Language Therapy', 'salt ']) expect(named(text)).toEqual(['SALT']);
    for (const text of ['OT', 'ot', 'Occupational Therapy']) expect(named(text)).toEqual(['OT']);
    for (const text of ['ASD', 'ASD Pathway', 'Autism Assessment']) expect(named(text)).toEqual(['ASD']);
    for (const text of ['ADHD', 'ADHD Assessment']) expect(named(text)).toEqual(['ADHD']);
    for (const text of ['Podiatry', 'Audiology', '']) expect(named(text)).toEqual([]);
  });

  it('a policy with two queues of one code, or one spelling for two, is refused', () => {
    const salt = liverpool.queues[0] as QueuePolicy;
    const codes = (policy: Policy) => policySchema.safeParse(policy).error?.issues.map(({ path }) => path.join('.'));
    expect(codes({ ...liverpool, queues: [...liverpool.queues, salt] })).toContain('queues.4.code');
    expect(
      codes({
        ...liverpool,
        queues: [...liverpool.queues, { ...salt, code: 'SLCN', name: 'Speech', shortName: 'Speech' }],
      }),
    ).toContain('queues.4.spellings');
    expect(codes({ ...liverpool, queues: [{ ...salt, ages: { from: 18, to: 5 } }] })).toEqual(['queues.0.ages']);
  });
});

describe('a queue that a place adds as data', () => {
  const shortBreaks: QueuePolicy = {
    code: 'SHORT-BREAKS',
    name: 'Short breaks',
    shortName: 'Short breaks',
    service: 'short-breaks',
    clockFamily: 'CHS',
    standard: { days: 70, name: '10 weeks', source: 'Local target', national: false },
    monitorDays: [],
    longWaitDays: [182],
    warnDays: { amber: 40, approaching: 60 },
    ages: { from: 4, to: 17 },
    adultPathway: null,
    stages: [{ code: 'plan', name: 'Plan agreed' }],
    spellings: ['Respite'],
    snomed: null,
    reasonForReferral: null,
  };
  const policy = policySchema.parse({ ...liverpool, version: 2, queues: [...liverpool.queues, shortBreaks] });
  const context: RecordContext = {
    policy,
    queue: shortBreaks,
    birthDate: day('2014-05-01'),
    flags: [],
    today: day('2025-12-01'),
  };

  it('is worked from receipt to discharge by the rules of its own policy', () => {
    const referral = referralOf(context, '2025-01-06', [['2025-01-07', { kind: 'triage-accepted' }]]);
    expect(referral.queue).toBe('SHORT-BREAKS');
    const open = stateOn(referral, context, '2025-03-18');
    expect(queueSummary([open], shortBreaks, day('2025-03-18'))).toMatchObject({ open: 1, breached: 1 });
    expect(queueSummary([stateOn(referral, context, '2025-03-17')], shortBreaks, day('2025-03-17'))).toMatchObject({
      breached: 0,
    });
    expect(nextActions(open, context)).toContain('contact');
    const explanation = explainWait(referral, { ...context, asAt: day('2025-03-18') });
    expect(explanation.lines.at(-1)?.text).toMatch(
      /^71 days = 10 weeks 1 day; over 10 weeks \(70 days\) by 1 day; last day inside: 17 March 2025/,
    );
    expect(explanation.policyVersion).toBe(2);
    const seen = referralOf(context, '2025-01-06', [
      ['2025-03-17', facts.contact()],
      ['2025-04-01', facts.discharged()],
    ]);
    expect(queueSummary([stateOn(seen, context, '2025-04-01')], shortBreaks, day('2025-04-01'))).toMatchObject({
      open: 0,
      seen: 1,
      seenWithinStandard: 1,
    });
  });

  it('warns on the days it names, watches its own long wait, and keeps its ages', () => {
    const referral = referralOf(context, '2025-01-06', [['2025-01-07', { kind: 'triage-accepted' }]]);
    const { nextAlert } = plannedDates(referral, { ...context, asAt: day('2025-01-07') });
    expect(nextAlert).toEqual({ on: '2025-02-15', kind: 'waiting-standard', threshold: 'amber' });
    expect(() => referralOf({ ...context, birthDate: day('2021-01-07') }, '2025-01-06')).toThrow(
      expect.objectContaining({ code: 'age-out-of-range' }),
    );
  });

  it('the four-week clock is there for any place by naming it', () => {
    const queue = { ...mentalHealth, code: 'MHST' };
    const four: RecordContext = {
      ...context,
      policy: policySchema.parse({ ...cheshireEast, queues: [...cheshireEast.queues, queue] }),
      queue,
    };
    const state = stateOn(
      referralOf(four, '2025-09-01', [
        ['2025-09-15', facts.contact()],
        ['2025-09-15', { kind: 'baseline-measured', measure: 'RCADS' }],
        ['2025-09-29', { kind: 'plan-or-intervention', what: 'care-plan' }],
      ]),
      four,
      '2025-10-31',
    );
    expect([state.waitDays, state.clocks[0]?.end?.on]).toEqual([28, '2025-09-29']);
  });

  it('its rows are rows of that queue', () => {
    const referral = referralOf(context, '2025-01-06');
    const person = {
      details: {
        birthDate: context.birthDate,
        flags: [],
        reasonableAdjustments: [],
        interpreterLanguage: null,
        postcode: null,
        ethnicCategory: '99',
        familyName: 'A',
        givenName: 'B',
      },
    };
    const row = queueRowOf(referral, person as unknown as Parameters<typeof queueRowOf>[1], {
      ...context,
      asAt: day('2025-01-07'),
    });
    expect(row.queue).toBe('SHORT-BREAKS');
  });
});
