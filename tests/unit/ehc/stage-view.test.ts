import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { stageView } from '../../../shared/domain/ehc/stage-view.ts';
import { advice, asked, asking, assessment, because, request } from './history.ts';

type Lines = Parameters<typeof assessment>[0];

const requested: Lines = [
  ['2025-01-13', request],
  ['2025-01-20', asking('salt', 'ot')],
];
const assessed: Lines = [...requested, ['2025-02-20', { kind: 'decision', outcome: 'assess' }]];
const drafted: Lines = [...assessed, ['2025-05-12', { kind: 'draft-served' }]];

function view(lines: Lines, asAt: string, tasks: readonly Parameters<typeof advice>[0][] = []) {
  return stageView({
    assessment: assessment(lines, asAt).state,
    advice: tasks.map((task) => advice(task, asAt).state),
    birthDate: localDate('2015-02-11'),
    asAt: localDate(asAt),
  });
}
const stages = (seen: ReturnType<typeof view>) => seen.stages.map(({ stage, standing }) => `${stage} ${standing}`);

describe('What a family is shown of an assessment', () => {
  const salt: Parameters<typeof advice>[0] = [['2025-01-20', asked('salt')]];
  const ot: Parameters<typeof advice>[0] = [
    ['2025-01-20', asked('ot')],
    ['2025-02-10', { kind: 'returned' }],
  ];

  it('names what is now, what is next and by when', () => {
    const seen = view(requested, '2025-02-12', [salt, ot]);
    expect(stages(seen)).toEqual(['request done', 'decision now', 'advice later', 'draft later', 'final-plan later']);
    expect(seen.next).toEqual({ what: 'ehc-decision', by: '2025-02-24' });
    expect(seen.advice).toEqual([
      { service: 'salt', standing: 'awaited', dueOn: '2025-03-03', inOn: null },
      { service: 'ot', standing: 'in', dueOn: '2025-03-03', inOn: '2025-02-10' },
    ]);
    expect(seen.lawAllows).toEqual([]);
  });

  it('says when something is late, and what the law allows', () => {
    const seen = view(requested, '2025-03-04', [salt, ot]);
    expect(stages(seen)).toEqual(['request done', 'decision late', 'advice late', 'draft now', 'final-plan later']);
    expect(seen.lawAllows).toEqual([{ step: 'complain', until: null }]);
  });

  it('all advice is in when the last of it is, and late when any of it was', () => {
    const late = [...salt, ['2025-03-10', { kind: 'not-known' }]] as const;
    const seen = view(assessed, '2025-04-01', [late, ot]).stages.find(({ stage }) => stage === 'advice');
    expect(seen).toMatchObject({ standing: 'done-late', doneOn: '2025-03-10', dueOn: '2025-03-03' });
    expect(view(assessed, '2025-04-01', [late, ot]).advice[0]?.standing).toBe('not-known');
  });

  it('a draft may be answered to its last day; then there is a plan and the right to appeal', () => {
    expect(view(drafted, '2025-05-26').lawAllows).toEqual([{ step: 'answer-draft', until: '2025-05-26' }]);
    expect(view(drafted, '2025-05-27').lawAllows).toEqual([]);
    const final = view([...drafted, ['2025-06-02', { kind: 'plan-final' }]], '2025-06-10');
    expect(final.lawAllows).toEqual([{ step: 'appeal', until: '2025-08-02' }]);
    expect(final.next).toEqual({ what: 'ehc-review', by: '2026-06-02' });
    expect(stages(final)).toEqual([
      'request done',
      'decision done',
      'advice not-needed',
      'draft done',
      'final-plan done',
      'review now',
    ]);
  });

  it('a refusal leaves no plan to wait for', () => {
    const refused = view(
      [
        ['2025-01-13', request],
        ['2025-02-20', { kind: 'decision', outcome: 'do-not-assess' }],
      ],
      '2025-03-01',
    );
    expect(stages(refused)).toEqual(['request done', 'decision done', 'draft not-needed', 'final-plan not-needed']);
    expect(refused.lawAllows).toEqual([{ step: 'appeal', until: '2025-04-20' }]);
  });

  it('tells nothing of evidence, approvers or authors, whatever is recorded', () => {
    const secret = { evidence: 'A matter of the family only', approver: 'Somebody Named' };
    const seen = view(
      [
        ...drafted,
        [
          '2025-05-20',
          {
            kind: 'limit-exception',
            ground: 'exceptional-circumstances',
            limits: ['final-plan'],
            ...because,
            ...secret,
          },
        ],
      ],
      '2025-06-10',
      [
        [
          ...salt,
          ['2025-02-01', { kind: 'exception', ground: 'exceptional-circumstances', ...secret }],
          ['2025-02-02', { kind: 'noted', note: 'Said to me' }],
        ],
      ],
    );
    expect(JSON.stringify(seen)).not.toMatch(/matter of the family|Somebody|Said to me|exceptional/);
    expect(seen.stages.at(-1)).toMatchObject({ stage: 'final-plan', standing: 'late', moreTimeAllowed: true });
    expect(seen.lawAllows).toEqual([]);
  });

  it('the rights are the young person’s from the day after the end of compulsory school age', () => {
    const at = (asAt: string) =>
      stageView({
        assessment: assessment(requested, '2025-02-12').state,
        advice: [],
        birthDate: localDate('2008-10-01'),
        asAt: localDate(asAt),
      }).rightsOf;
    expect([at('2025-06-27'), at('2025-06-28')]).toEqual(['parent', 'young-person']);
  });
});
