import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { adviceFactsSchema } from '../../../shared/domain/ehc/advice-facts.ts';
import { judgeAdvice } from '../../../shared/domain/ehc/advice-rules.ts';
import { assessmentFactsSchema } from '../../../shared/domain/ehc/assessment-facts.ts';
import { judgeAssessment } from '../../../shared/domain/ehc/assessment-rules.ts';
import { adviceEventWords, assessmentEventWords } from '../../../shared/domain/ehc/event-words.ts';
import { adviceActions, assessmentActions } from '../../../shared/domain/ehc/next-actions.ts';
import { qualityItems } from '../../../shared/domain/ehc/quality.ts';
import { advice, asked, asking, assessment, because, request } from './history.ts';

const assessmentSamples = [
  request,
  asking('salt', 'ot'),
  { kind: 'decision', outcome: 'do-not-assess' },
  { kind: 'decision', outcome: 'assess' },
  { kind: 'no-plan-notice' },
  { kind: 'draft-served' },
  { kind: 'family-responded' },
  { kind: 'plan-final' },
  { kind: 'limit-exception', ground: 'exceptional-circumstances', limits: ['final-plan'], ...because },
  { kind: 'mediation-certificate' },
  { kind: 'appeal-lodged' },
  { kind: 'appeal-ended', outcome: 'allowed' },
  { kind: 'review-meeting-set', meetingOn: '2026-07-01' },
  { kind: 'review-advice-circulated' },
  { kind: 'review-meeting' },
  { kind: 'review-report' },
  { kind: 'review-notice', outcome: 'amend' },
  { kind: 'amended-plan-final' },
  { kind: 'transfer-planned', move: 'primary-to-secondary', movesOn: '2027-09-01' },
  { kind: 'transfer-plan-final' },
  { kind: 'closed', reason: 'moved-away' },
  { kind: 'noted', note: 'Spoke to Nobody In Particular' },
].map((facts) => assessmentFactsSchema.parse(facts));

const adviceSamples = [
  asked('salt'),
  { kind: 'passed-on' },
  { kind: 'chased', by: 'email' },
  { kind: 'delay-explained', why: 'waiting-list', note: 'Spoke to Nobody In Particular' },
  { kind: 'appointment-missed' },
  {
    kind: 'exception',
    ground: 'exceptional-circumstances',
    evidence: 'Nobody In Particular wrote',
    approver: 'Nobody In Particular',
  },
  { kind: 'returned' },
  { kind: 'not-known' },
  {
    kind: 'existing-advice-accepted',
    writtenOn: '2025-01-01',
    authorAgreedOn: '2025-01-20',
    authorityAgreedOn: '2025-01-20',
    familyAgreedOn: '2025-01-20',
  },
  { kind: 'quality-checked', checklist: Object.fromEntries(qualityItems.map((item) => [item, 'met'])) },
  { kind: 'withdrawn', reason: 'assessment-ended' },
  { kind: 'noted', note: 'Spoke to Nobody In Particular' },
].map((facts) => adviceFactsSchema.parse(facts));

describe('Words for events', () => {
  it('there are some for every kind, and none of what was typed is in them', () => {
    const kinds = [...assessmentFactsSchema.options, ...adviceFactsSchema.options].map(({ shape }) => shape.kind.value);
    const samples = [...assessmentSamples, ...adviceSamples];
    expect(new Set(samples.map(({ kind }) => kind))).toEqual(new Set(kinds));
    for (const words of [...assessmentSamples.map(assessmentEventWords), ...adviceSamples.map(adviceEventWords)])
      expect(words).toMatch(/^[A-Z](?!.*(undefined|Nobody In Particular)).{3,}$/);
  });
});

const later = localDate('2026-06-01');
type Lines = Parameters<typeof assessment>[0];

const assessed: Lines = [
  ['2025-01-13', request],
  ['2025-02-20', { kind: 'decision', outcome: 'assess' }],
];
const drafted: Lines = [...assessed, ['2025-05-12', { kind: 'draft-served' }]];
const final: Lines = [...drafted, ['2025-06-02', { kind: 'plan-final' }]];
const stages: readonly Lines[] = [
  [['2025-01-13', request]],
  assessed,
  drafted,
  final,
  [...final, ['2025-09-01', { kind: 'transfer-planned', move: 'primary-to-secondary', movesOn: '2026-09-01' }]],
  [...final, ['2026-04-01', { kind: 'review-meeting-set', meetingOn: '2026-05-11' }]],
  [...final, ['2026-05-11', { kind: 'review-meeting' }]],
  [...final, ['2026-05-11', { kind: 'review-meeting' }], ['2026-05-20', { kind: 'review-notice', outcome: 'amend' }]],
  [...final, ['2025-07-01', { kind: 'appeal-lodged' }]],
  [
    ['2025-01-13', request],
    ['2025-02-20', { kind: 'decision', outcome: 'do-not-assess' }],
  ],
  [...assessed, ['2025-05-01', { kind: 'no-plan-notice' }]],
  [...assessed, ['2025-05-01', { kind: 'closed', reason: 'died' }]],
];

describe('What pages offer to record', () => {
  it.each(stages.map((lines, at) => [at, lines] as const))(
    'fits an assessment where it stands (%i), and nothing twice',
    (_at, lines) => {
      const { state, context } = assessment(lines, '2026-06-01');
      const actions = assessmentActions(state);
      expect(new Set(actions).size).toBe(actions.length);
      for (const kind of actions) {
        const fits = assessmentSamples
          .filter((facts) => facts.kind === kind)
          .some((facts) => {
            try {
              judgeAssessment(state, { on: later, facts }, context);
              return true;
            } catch {
              return false;
            }
          });
        expect(fits, kind).toBe(true);
      }
    },
  );

  it.each<Lines>([
    [['2025-01-13', asked('salt')]],
    [
      ['2025-01-13', asked('salt')],
      ['2025-02-01', { kind: 'returned' }],
    ],
    [
      ['2025-01-13', asked('salt')],
      ['2025-02-01', { kind: 'not-known' }],
    ],
    [
      ['2025-01-13', asked('salt')],
      ['2025-02-01', { kind: 'withdrawn', reason: 'assessment-ended' }],
    ],
  ])('fits advice where it stands', (...lines) => {
    const { state, context } = advice(lines, '2026-06-01');
    for (const kind of adviceActions(state)) {
      const facts = adviceSamples.find((sample) => sample.kind === kind);
      if (facts === undefined) throw new Error(kind);
      expect(() => judgeAdvice(state, { on: later, facts }, context), kind).not.toThrow();
    }
  });
});
