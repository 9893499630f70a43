import { describe, expect, it } from 'vitest';
import { englandAndWales } from '../../../shared/domain/calendar/bank-holidays.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import type { CaseContext, CaseType } from '../../../shared/domain/case/case-type.ts';
import { openCase, recordOnCase, stateOfCase } from '../../../shared/domain/case/record-case.ts';
import { isDomainError } from '../../../shared/domain/error.ts';
import { type FamilyMessageFacts, messageTopics } from '../../../shared/domain/family-message/facts.ts';
import { familyMessageType } from '../../../shared/domain/family-message/family-message-type.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';

type Line = readonly [on: string, facts: FamilyMessageFacts];
const type = familyMessageType as unknown as CaseType;

const sent = (more: Partial<Extract<FamilyMessageFacts, { kind: 'sent' }>> = {}): FamilyMessageFacts => ({
  kind: 'sent',
  topic: 'worse',
  service: 'salt',
  referralId: 'referral00000001',
  grantId: 'grant00000000001',
  text: 'He eats nothing but bread now',
  ...more,
});

function contextAt(asAt: string): CaseContext {
  return {
    policy: liverpool,
    person: { birthDate: localDate('2018-02-11'), flags: [], diedOn: null, gpPractice: null },
    asAt: localDate(asAt),
    holidays: englandAndWales,
  };
}

function told(lines: readonly Line[], asAt: string) {
  const context = contextAt(asAt);
  let made: Case | undefined;
  for (const [at, [on, facts]] of lines.entries()) {
    const recorder = {
      eventId: `event${String(at).padStart(11, '0')}`,
      recordedAt: parseInstant('2026-01-01T12:00:00Z'),
      by: { actor: 'someone', role: 'family' },
      hash: (text: string) => String(text.length),
    };
    const happened = { on: localDate(on), facts: familyMessageType.facts.parse(facts) };
    made =
      made === undefined
        ? openCase(
            type,
            { id: 'case000000000001', place: 'liverpool', personId: 'person0000000001' },
            happened,
            recorder,
            context,
          )
        : recordOnCase(type, made, happened, recorder, context);
  }
  if (made === undefined) throw new Error('A message begins with being sent');
  const state = stateOfCase(type, made, context) as ReturnType<typeof familyMessageType.fold>;
  const dues = familyMessageType.deadlines(state, context).map(({ kind, due }) => [kind, due]);
  return {
    dues,
    service: familyMessageType.service(state, liverpool),
    summary: familyMessageType.summary(state, context),
  };
}

function refused(lines: readonly Line[], asAt: string): string | undefined {
  try {
    told(lines, asAt);
    return undefined;
  } catch (caught) {
    if (!isDomainError(caught)) throw caught;
    return caught.code;
  }
}

describe('What a family writes', () => {
  it('is to be read in two working days and answered in ten, over a bank holiday', () => {
    // Good Friday is 3 April 2026, Easter Monday 6 April.
    const { dues, summary } = told([['2026-04-02', sent()]], '2026-04-02');
    expect(dues).toEqual([
      ['family-message-read', '2026-04-08'],
      ['family-message-answer', '2026-04-20'],
    ]);
    expect(summary).toMatchObject({
      status: 'unread',
      due: { on: '2026-04-08', what: 'family-message-read' },
      waitingOn: 'us',
      more: ['worse'],
    });
  });

  it('owes an answer when it was read, and nothing when it was answered', () => {
    const read: Line[] = [
      ['2026-05-11', sent()],
      ['2026-05-12', { kind: 'read' }],
    ];
    expect(told(read, '2026-05-12').dues.map(([kind]) => kind)).toEqual(['family-message-answer']);
    const answered = told(
      [...read, ['2026-05-13', { kind: 'answered', text: 'We will ring you on Friday' }]],
      '2026-05-13',
    );
    expect(answered.dues).toEqual([]);
    expect(answered.summary).toMatchObject({ status: 'answered', due: null, waitingOn: null });
  });

  it('is new to the team it is passed on to, and keeps the day of its answer', () => {
    const { dues, service } = told(
      [
        ['2026-05-11', sent()],
        ['2026-05-12', { kind: 'read' }],
        ['2026-05-14', { kind: 'passed-on', service: 'ot' }],
      ],
      '2026-05-14',
    );
    expect(service).toBe('ot');
    expect(dues).toEqual([
      ['family-message-read', '2026-05-18'],
      ['family-message-answer', '2026-05-26'],
    ]);
  });

  it.each([
    ['complaint', '2026-05-14'],
    ['correction', '2026-06-11'],
    ['copy-of-record', '2026-06-11'],
    ['still-needed', undefined],
    ['not-needed', '2026-05-26'],
  ] as const)('about %s is answered by %s', (topic, due) => {
    const text = topic === 'complaint' ? 'Nobody rang' : topic === 'still-needed' ? null : 'Please';
    const { dues } = told([['2026-05-11', sent({ topic, text, service: 'family-liaison' })]], '2026-05-11');
    expect(dues.find(([kind]) => kind === 'family-message-answer')?.[1]).toBe(due);
  });

  it('that the child is still waiting is closed without an answer, anything else is not', () => {
    const close: FamilyMessageFacts = { kind: 'closed', note: 'Noted' };
    expect(
      refused(
        [
          ['2026-05-11', sent({ topic: 'still-needed', text: null })],
          ['2026-05-12', close],
        ],
        '2026-05-12',
      ),
    ).toBeUndefined();
    expect(
      refused(
        [
          ['2026-05-11', sent({ topic: 'not-needed', text: null })],
          ['2026-05-12', close],
        ],
        '2026-05-12',
      ),
    ).toBe('not-answered');
  });

  it('is refused without words where words are needed, and without the appointment it is about', () => {
    for (const topic of messageTopics) {
      const code = refused([['2026-05-11', sent({ topic, text: null })]], '2026-05-11');
      const expected = ['still-needed', 'not-needed'].includes(topic) ? undefined : 'text-needed';
      expect(code, topic).toBe(expected);
    }
    expect(refused([['2026-05-11', sent({ topic: 'cancel-appointment' })]], '2026-05-11')).toBe('appointment');
    expect(refused([['2026-05-11', sent({ appointmentOn: localDate('2026-06-01') })]], '2026-05-11')).toBe(
      'appointment',
    );
  });

  it('is read once by each team, passed on to another, and closed for good', () => {
    const closed: Line[] = [
      ['2026-05-11', sent()],
      ['2026-05-12', { kind: 'answered', text: 'Thank you' }],
      ['2026-05-12', { kind: 'closed', note: 'Told the therapist' }],
    ];
    expect(told(closed, '2026-05-12').summary.status).toBe('closed');
    expect(refused([...closed, ['2026-05-13', { kind: 'read' }]], '2026-05-13')).toBe('message-closed');
    expect(
      refused(
        [
          ['2026-05-11', sent()],
          ['2026-05-11', { kind: 'read' }],
          ['2026-05-12', { kind: 'read' }],
        ],
        '2026-05-12',
      ),
    ).toBe('already-read');
    expect(
      refused(
        [
          ['2026-05-11', sent()],
          ['2026-05-12', { kind: 'passed-on', service: 'salt' }],
        ],
        '2026-05-12',
      ),
    ).toBe('same-service');
  });
});
