import { describe, expect, it } from 'vitest';
import { owedOf } from '../../../shared/domain/ehc/assessment-deadlines.ts';
import { ehcAssessment } from '../../../shared/domain/ehc/assessment-type.ts';
import { asking, assessment, because, request } from './history.ts';

type Lines = Parameters<typeof assessment>[0];

const assess = { kind: 'decision', outcome: 'assess' };
const refuse = { kind: 'decision', outcome: 'do-not-assess' };
const requested: Lines = [['2025-01-13', request]];
const assessed: Lines = [...requested, ['2025-02-20', assess]];
const drafted: Lines = [...assessed, ['2025-05-12', { kind: 'draft-served' }]];
const final: Lines = [...drafted, ['2025-06-02', { kind: 'plan-final' }]];
const lift = (ground: string, more: object = {}) => ({
  kind: 'limit-exception',
  ground,
  limits: ['final-plan'],
  ...because,
  ...more,
});

const owed = (lines: Lines, asAt: string) =>
  owedOf(assessment(lines, asAt).state).map(({ kind, due }) => `${kind} ${due}`);
const row = (lines: Lines, asAt: string) => {
  const { state, context } = assessment(lines, asAt);
  return ehcAssessment.summary(state, context);
};

describe('An EHC needs assessment, as a case', () => {
  it('E6-01 owes a decision first, then a plan or word that there is none', () => {
    expect(owed(requested, '2025-01-20')).toEqual(['ehc-decision 2025-02-24']);
    expect(owed(assessed, '2025-03-01')).toEqual(['ehc-no-plan-notice 2025-05-05', 'ehc-final-plan 2025-06-02']);
    expect(owed(drafted, '2025-05-13')).toEqual(['ehc-final-plan 2025-06-02']);
  });

  it('E6-12 final on day 140: every limit is met, and from then on reviews are owed', () => {
    const { state } = assessment(final, '2025-07-01');
    expect(state.steps.map(({ standing }) => standing)).toEqual(['met', 'not-needed', 'met']);
    expect([state.stage, state.finalTooSoon]).toEqual(['plan-in-force', false]);
    expect(owed(final, '2025-07-01')).toEqual(['ehc-review 2026-06-02']);
  });

  it('E6-11 a plan made final while the family may still answer is recorded, and shown as too soon', () => {
    const on = (day: string) =>
      assessment(
        [
          ...assessed,
          ['2025-09-08', { kind: 'draft-served' }],
          ['2025-09-10', { kind: 'family-responded' }],
          [day, { kind: 'plan-final' }],
        ],
        '2025-12-01',
      ).state.finalTooSoon;
    expect([on('2025-09-22'), on('2025-09-23')]).toEqual([true, false]);
  });

  it('while the family may answer a draft, it waits on them', () => {
    expect(row(assessed, '2025-05-13').waitingOn).toBe('us');
    expect(row(drafted, '2025-05-13').waitingOn).toBe('family');
    expect(row([...drafted, ['2025-05-15', { kind: 'family-responded' }]], '2025-05-16').waitingOn).toBe('us');
  });

  it('E6-08, E6-09, E6-10 a closure is an exception only when advice was asked inside its window', () => {
    const closure =
      (askedOn: string, closedOn = '2025-07-23', reopensOn = '2025-09-03') =>
      () =>
        assessment(
          [...assessed, ['2025-10-01', lift('school-closure', { askedOn, closedOn, reopensOn })]],
          '2025-10-02',
        );
    expect(closure('2025-07-18')).not.toThrow();
    expect(closure('2025-07-15')).toThrow('outside');
    expect(closure('2025-10-28', '2025-10-27', '2025-11-03')).toThrow('less than 4 weeks');
    const lacking = () => assessment([...assessed, ['2025-10-01', lift('early-years-closure')]], '2025-10-02');
    expect(lacking).toThrow('Enter the day the head or provider was asked');
    expect(closure('0001-01-01', '0001-01-01', '0001-03-01')).toThrow('Check the year');
    expect(closure('2025-07-18', '2025-07-23', '9999-12-31')).toThrow('Check the year');
  });

  it('an exception lifts its own limit: no alert, no days added, and the plan is owed all the same', () => {
    const lines: Lines = [...drafted, ['2025-05-20', lift('exceptional-circumstances')]];
    const { state, context } = assessment(lines, '2025-06-10');
    expect(ehcAssessment.deadlines(state, context)).toEqual([]);
    expect(row(lines, '2025-06-10')).toMatchObject({
      due: { on: '2025-06-02', what: 'ehc-final-plan' },
      more: ['2025-01-13', 'assess final-plan', '2025-02-20', '', '', ''],
    });
    const late = assessment([...lines, ['2025-06-20', { kind: 'plan-final' }]], '2025-06-20').state.steps.at(-1);
    expect(late).toMatchObject({ standing: 'late-lifted', day: 158, of: 140 });
  });

  it('an absence lifts a limit only with 4 weeks of it inside', () => {
    const away = (leftOn: string, returnedOn: string) => () =>
      assessment([...assessed, ['2025-09-01', lift('absence', { leftOn, returnedOn })]], '2025-09-02');
    expect(away('2025-05-05', '2025-08-01')).not.toThrow();
    expect(away('2025-05-06', '2025-08-01')).toThrow('less than 4 weeks');
    expect(away('2025-05-06', '2025-05-01')).toThrow('before the day they left');
  });

  it('a refusal closes it, opens the right to appeal, and an appeal opens it again', () => {
    const refused: Lines = [...requested, ['2025-02-20', refuse]];
    const { state } = assessment(refused, '2025-03-01');
    expect([state.stage, state.appeal?.until, ehcAssessment.isOpen(state)]).toEqual([
      'not-assessed',
      '2025-04-20',
      false,
    ]);
    expect(state.steps.map(({ standing }) => standing)).toEqual(['met', 'not-needed', 'not-needed']);
    const mediated: Lines = [...refused, ['2025-04-10', { kind: 'mediation-certificate' }]];
    expect(assessment(mediated, '2025-04-11').state.appeal?.until).toBe('2025-05-10');
    const appealed: Lines = [...mediated, ['2025-05-01', { kind: 'appeal-lodged' }]];
    expect(ehcAssessment.isOpen(assessment(appealed, '2025-05-02').state)).toBe(true);
    const allowed: Lines = [
      ...appealed,
      ['2025-07-01', { kind: 'appeal-ended', outcome: 'allowed' }],
      ['2025-07-10', assess],
    ];
    const after = assessment(allowed, '2025-07-11').state;
    expect([after.stage, ehcAssessment.isOpen(after)]).toEqual(['assessing', true]);
    expect(after.steps[0]).toMatchObject({ doneOn: '2025-02-20', standing: 'met' });
  });

  it('no plan after an assessment: the 16 weeks are met, nothing more is owed', () => {
    const { state } = assessment([...assessed, ['2025-05-05', { kind: 'no-plan-notice' }]], '2025-06-01');
    expect([state.stage, state.appeal?.until]).toEqual(['no-plan', '2025-07-05']);
    expect(state.steps.map(({ standing }) => standing)).toEqual(['met', 'met', 'not-needed']);
  });

  it('E6-13 the chain of reviews', () => {
    const plan: Lines = [
      ['2024-01-15', request],
      ['2024-02-20', assess],
      ['2024-05-20', { kind: 'draft-served' }],
      ['2024-06-14', { kind: 'plan-final' }],
    ];
    const set: Lines = [...plan, ['2025-04-14', { kind: 'review-meeting-set', meetingOn: '2025-05-19' }]];
    expect(owed(plan, '2025-05-01')).toEqual(['ehc-review 2025-06-14']);
    expect(owed(set, '2025-05-01')).toEqual(['ehc-review-circulate 2025-05-05', 'ehc-review 2025-06-14']);
    const met: Lines = [
      ...set,
      ['2025-05-02', { kind: 'review-advice-circulated' }],
      ['2025-05-19', { kind: 'review-meeting' }],
    ];
    expect(owed(met, '2025-05-20')).toEqual([
      'ehc-review-report 2025-06-02',
      'ehc-review 2025-06-14',
      'ehc-review-notice 2025-06-16',
    ]);
    const amended: Lines = [
      ...met,
      ['2025-05-30', { kind: 'review-report' }],
      ['2025-06-10', { kind: 'review-notice', outcome: 'amend' }],
    ];
    expect(owed(amended, '2025-06-11')).toEqual(['ehc-amended-plan 2025-08-05', 'ehc-review 2026-06-10']);
    const done: Lines = [...amended, ['2025-08-04', { kind: 'amended-plan-final' }]];
    expect(owed(done, '2025-08-05')).toEqual(['ehc-review 2026-06-10']);
    expect(assessment(done, '2025-08-05').state.concluded).toMatchObject({ amendedOn: '2025-08-04', on: '2025-06-10' });
    expect(() => assessment([...done, ['2025-08-06', { kind: 'amended-plan-final' }]], '2025-08-07')).toThrow(
      'No review',
    );
  });

  it('a plan that is kept as it is owes no amendment; one that is to cease owes no next review', () => {
    const met: Lines = [...final, ['2026-05-01', { kind: 'review-meeting' }]];
    const decided = (outcome: string): Lines => [...met, ['2026-05-20', { kind: 'review-notice', outcome }]];
    expect(owed(decided('maintain'), '2026-06-01')).toEqual(['ehc-review 2027-05-20']);
    expect(owed(decided('cease'), '2026-06-01')).toEqual([]);
    const ceased = assessment(
      [...decided('cease'), ['2026-08-01', { kind: 'closed', reason: 'plan-ceased' }]],
      '2026-08-02',
    ).state;
    expect([ceased.stage, ehcAssessment.isOpen(ceased)]).toEqual(['closed', false]);
  });

  it('E6-14 a move to another phase is owed by its day, beside the reviews', () => {
    const planned: Lines = [
      ...final,
      ['2025-09-15', { kind: 'transfer-planned', move: 'primary-to-secondary', movesOn: '2026-09-01' }],
    ];
    expect(owed(planned, '2025-10-01')).toEqual(['ehc-phase-transfer 2026-02-15', 'ehc-review 2026-06-02']);
    const { state, context } = assessment(planned, '2025-10-01');
    expect(ehcAssessment.deadlines(state, context)[0]?.warnOn.map(({ on }) => on)).toEqual([
      '2025-12-21',
      '2026-02-14',
      '2026-02-16',
    ]);
    expect(owed([...planned, ['2026-02-15', { kind: 'transfer-plan-final' }]], '2026-03-01')).toEqual([
      'ehc-review 2026-06-02',
    ]);
    expect(() =>
      assessment(
        [...planned, ['2026-02-15', { kind: 'transfer-plan-final' }], ['2026-02-16', { kind: 'transfer-plan-final' }]],
        '2026-03-01',
      ),
    ).toThrow('No move');
  });

  it.each<[string, Lines, string]>([
    ['a decision twice', [...assessed, ['2025-03-01', refuse]], 'decided already'],
    ['a draft before the decision', [...requested, ['2025-02-01', { kind: 'draft-served' }]], 'follows a decision'],
    ['a plan without a draft', [...assessed, ['2025-05-01', { kind: 'plan-final' }]], 'served as a draft'],
    ['an answer without a draft', [...assessed, ['2025-05-01', { kind: 'family-responded' }]], 'no draft plan'],
    ['a notice before the decision', [...requested, ['2025-02-01', { kind: 'no-plan-notice' }]], 'under way'],
    ['a review without a plan', [...drafted, ['2025-05-20', { kind: 'review-meeting' }]], 'no plan in force'],
    [
      'a notice before the meeting',
      [...final, ['2025-06-20', { kind: 'review-notice', outcome: 'maintain' }]],
      'meeting of this review',
    ],
    [
      'advice sent round with no meeting',
      [...final, ['2025-06-20', { kind: 'review-advice-circulated' }]],
      'No meeting is set',
    ],
    [
      'a review meeting set in the past',
      [...final, ['2026-04-20', { kind: 'review-meeting-set', meetingOn: '2026-04-19' }]],
      'before it happens',
    ],
    [
      'a review meeting in another age',
      [...final, ['2026-04-20', { kind: 'review-meeting-set', meetingOn: '9999-12-31' }]],
      'Check the year',
    ],
    ['an appeal against nothing', [...requested, ['2025-02-01', { kind: 'appeal-lodged' }]], 'no decision'],
    ['the end of no appeal', [...final, ['2025-06-20', { kind: 'appeal-ended', outcome: 'agreed' }]], 'No appeal'],
    [
      'a move in the past',
      [...final, ['2025-06-20', { kind: 'transfer-planned', move: 'primary-to-secondary', movesOn: '2025-06-20' }]],
      'before it happens',
    ],
    ['ceasing no plan', [...assessed, ['2025-06-20', { kind: 'closed', reason: 'plan-ceased' }]], 'no plan to cease'],
    [
      'anything after the end',
      [...assessed, ['2025-03-01', { kind: 'closed', reason: 'moved-away' }], ['2025-03-02', { kind: 'draft-served' }]],
      'is closed',
    ],
    [
      'a service asked twice',
      [...requested, ['2025-01-20', asking('ot')], ['2025-01-21', asking('salt', 'ot')]],
      'asked already',
    ],
    ['a service twice in one request', [...requested, ['2025-01-20', asking('ot', 'ot')]], 'each service once'],
    ['a service that gives no advice', [...requested, ['2025-01-20', asking('plumbing')]], 'No such service'],
  ])('refuses %s', (_what, lines, why) => {
    expect(() => assessment(lines, '2027-01-01')).toThrow(why);
  });

  it('is for those under 25 on the day of the request', () => {
    expect(() => assessment(requested, '2025-02-01', '2000-01-14')).not.toThrow();
    expect(() => assessment(requested, '2025-02-01', '2000-01-13')).toThrow('25th birthday');
    expect(() => assessment([['2014-08-31', request]], '2025-02-01', '2010-01-01')).toThrow('1 September 2014');
  });
});
