import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../shared/domain/calendar/instant.ts';
import type { Person, PersonDetails } from '../../../shared/domain/person/person.ts';
import { filterRows, type QueueFilter } from '../../../shared/domain/queue/filter.ts';
import { isLate, needsAction, nextStep } from '../../../shared/domain/queue/next-step.ts';
import { listOrderKey } from '../../../shared/domain/queue/order.ts';
import { queueRowOf, stageOf, standingOfRow, waitDaysOf } from '../../../shared/domain/queue/row.ts';
import { sortRows } from '../../../shared/domain/queue/sort.ts';
import { contextFor, day, type Entry, facts, referralOf } from '../referral/history.ts';
import { rowNamed } from './rows.ts';

const context = contextFor('SALT');
const details: PersonDetails = {
  nhsNumber: '9990000018',
  nhsNumberStatus: '01',
  noNhsNumberReason: null,
  localId: 'LP1',
  givenName: 'Siân',
  familyName: 'O’Brien-Łukasz',
  birthDate: context.birthDate,
  diedOn: null,
  postcode: null,
  ethnicCategory: 'Z',
  gpPractice: null,
  interpreterLanguage: 'Polish',
  reasonableAdjustments: ['Quiet room'],
  communicationNeeds: [],
  flags: ['ehc-plan'],
};
const person: Person = {
  id: 'PPPPPPPPPPPPPPPP',
  place: 'liverpool',
  version: 1,
  details,
  possibleDuplicateOf: [],
  mergedInto: null,
  events: [],
};
const rowOn = (entries: Entry[], asAt: string, receipt: Parameters<typeof referralOf>[3] = {}) =>
  queueRowOf(referralOf(context, '2025-01-06', entries, receipt), person, { ...context, asAt: day(asAt) });
const accepted: Entry = ['2025-01-08', { kind: 'triage-accepted' }];

describe('the row of a referral', () => {
  it('holds the facts a list needs, and no more of the person', () => {
    const at = Date.parse('2025-01-06T09:00:00Z');
    const row = rowOn([accepted, ['2025-01-20', { kind: 'assigned', to: 'staff-2' }]], '2025-02-01', {
      at,
      tier: 'soon',
    });
    expect(row).toMatchObject({
      familyName: 'O’Brien-Łukasz',
      stage: 'waiting',
      tier: 'soon',
      clockStart: '2025-01-06',
      orderingDate: '2025-01-06',
      receivedAt: instantOf(at),
      duty: 'family-contact',
      dutyBy: '2025-03-31',
      flags: ['ehc-plan'],
      hasAdjustments: true,
      needsInterpreter: true,
      assignedTo: 'staff-2',
      lastEventOn: '2025-01-20',
    });
    expect(JSON.stringify(row)).not.toContain('9990000018');
  });

  it('a seen child keeps a place in the order and has no clock', () => {
    const row = rowOn([['2025-02-03', facts.contact()]], '2025-03-01');
    expect(row).toMatchObject({ stage: 'seen', clockStart: null, orderingDate: '2025-01-06' });
    expect(waitDaysOf(row, day('2025-03-01'))).toBeNull();
  });

  it('a return for information that was not answered has closed by the day it is read', () => {
    const row = rowOn([['2025-01-08', { kind: 'returned-for-information', questions: 'Which school?' }]], '2025-01-08');
    expect([stageOf(row, day('2025-02-05')), waitDaysOf(row, day('2025-02-05'))]).toEqual(['returned', 30]);
    expect([stageOf(row, day('2025-02-06')), waitDaysOf(row, day('2025-02-06'))]).toEqual(['removed', null]);
    expect(needsAction(row, day('2025-02-06'))).toBe(false);
  });
});

it.each([
  ['2025-04-10', 'within'],
  ['2025-04-11', 'nearing'],
  ['2025-05-12', 'nearing'],
  ['2025-05-13', 'breached'],
])('on %s the wait of a row is %s', (asAt, standing) => {
  expect(standingOfRow(rowOn([accepted], asAt), context.queue, day(asAt))).toBe(standing);
  expect(standingOfRow(rowOn([['2025-02-03', facts.contact()]], asAt), context.queue, day(asAt))).toBe('no-clock');
});

describe('the next step', () => {
  const booked: Entry = ['2025-02-01', { kind: 'appointment-booked', appointmentOn: day('2025-03-03') }];
  it.each<[string, Entry[], string, string, boolean, boolean]>([
    ['a fresh receipt', [], '2025-01-07', 'Triage by 13 Jan 2025', true, false],
    ['a late triage', [], '2025-01-14', 'Triage by 13 Jan 2025', true, true],
    ['accepted', [accepted], '2025-01-09', 'Offer an appointment', false, false],
    [
      'twelve weeks without contact',
      [accepted],
      '2025-03-31',
      'Contact family about the wait by 31 Mar 2025',
      true,
      false,
    ],
    [
      'thirteen weeks without contact',
      [accepted],
      '2025-04-07',
      'Contact family about the wait by 31 Mar 2025',
      true,
      true,
    ],
    ['booked', [accepted, booked], '2025-02-02', 'Appointment on 3 Mar 2025', false, false],
    ['booked for today', [accepted, booked], '2025-03-03', 'Appointment on 3 Mar 2025', false, false],
    [
      'an appointment that has passed',
      [accepted, booked],
      '2025-03-04',
      'Record what happened on 3 Mar 2025',
      true,
      true,
    ],
    [
      'missed',
      [accepted, ['2025-02-03', facts.missed()]],
      '2025-02-03',
      'Contact family after missed appointment by 5 Feb 2025',
      true,
      false,
    ],
    [
      'returned',
      [['2025-01-08', { kind: 'returned-for-information', questions: 'Which school?' }]],
      '2025-01-10',
      'Wait for information until 5 Feb 2025',
      false,
      false,
    ],
    [
      'closed',
      [['2025-01-08', facts.discharged('moved-away')]],
      '2025-01-10',
      'None: removed from the list',
      false,
      false,
    ],
  ])('%s', (_, entries, asAt, step, action, late) => {
    const row = rowOn(entries, asAt);
    expect([nextStep(row, day(asAt)), needsAction(row, day(asAt)), isLate(row, day(asAt))]).toEqual([
      step,
      action,
      late,
    ]);
  });
});

describe('filters', () => {
  const asAt = day('2025-06-30');
  const rows = [
    rowNamed('fresh', 'routine', '2025-06-27', {
      familyName: 'Öztürk',
      givenName: 'Ayşe',
      birthDate: day('2021-07-01'),
    }),
    rowNamed('edge', 'soon', '2025-02-24', {
      familyName: "O'Brien",
      givenName: 'Zoë',
      birthDate: day('2009-06-30'),
      flags: ['ehc-plan', 'looked-after'],
    }),
    rowNamed('over', 'urgent', '2025-02-23', {
      familyName: 'Łukasz',
      givenName: '',
      assignedTo: 'staff-2',
      hasAdjustments: true,
    }),
    rowNamed('seen', 'routine', '2024-05-01', {
      familyName: 'سلمى',
      stage: 'seen',
      clockStart: null,
      flags: ['ehc-plan'],
      needsInterpreter: true,
    }),
    rowNamed('triage', 'routine', '2025-06-30', {
      familyName: 'van der Berg',
      stage: 'received',
      duty: 'triage',
      dutyFrom: asAt,
      dutyBy: day('2025-07-07'),
    }),
  ];
  it.each<[string, QueueFilter, string[]]>([
    ['nothing', {}, ['fresh', 'edge', 'over', 'seen', 'triage']],
    [
      'empty lists, like a form with no box ticked',
      { stages: [], tiers: [], waitBands: [], ageBands: [], flags: [] },
      ['fresh', 'edge', 'over', 'seen', 'triage'],
    ],
    ['stage', { stages: ['seen', 'received'] }, ['seen', 'triage']],
    ['priority', { tiers: ['urgent', 'soon'] }, ['edge', 'over']],
    ['a waiting band', { waitBands: ['0-1-weeks'] }, ['fresh', 'triage']],
    ['the band that ends at 126 days', { waitBands: ['12-18-weeks'] }, ['edge']],
    ['over the standard', { overDays: 126 }, ['over']],
    ['age 0 to 4 on the day, a birthday tomorrow', { ageBands: ['0-4'] }, ['fresh']],
    ['age 16 on the birthday', { ageBands: ['16-17'] }, ['edge']],
    ['needs action', { needsAction: true }, ['triage']],
    ['one flag', { flags: ['ehc-plan'] }, ['edge', 'seen']],
    ['two flags', { flags: ['ehc-plan', 'looked-after'] }, ['edge']],
    ['adjustments', { hasAdjustments: true }, ['over']],
    ['interpreter', { needsInterpreter: true }, ['seen']],
    ['assigned', { assignedTo: 'staff-2' }, ['over']],
    ['not assigned', { assignedTo: null }, ['fresh', 'edge', 'seen', 'triage']],
    ['a name without its accents', { text: 'ayse ozturk' }, ['fresh']],
    ['a name without its apostrophe', { text: 'OBRIEN' }, ['edge']],
    ['a name with a typographic apostrophe', { text: 'o’br zoe' }, ['edge']],
    ['a name with a stroke', { text: 'lukasz' }, ['over']],
    ['a name in another script', { text: 'سلمى' }, ['seen']],
    ['words of a name', { text: 'berg van' }, ['triage']],
    ['the middle of a word', { text: 'rien' }, []],
    ['two criteria', { flags: ['ehc-plan'], stages: ['seen'] }, ['seen']],
  ])('%s', (_, filter, ids) => {
    expect(filterRows(rows, filter, asAt).map((row) => row.referralId)).toEqual(ids);
  });
});

describe('sorting', () => {
  const rows = [
    rowNamed('c', 'routine', '2025-03-01', { familyName: 'Ångström', birthDate: day('2015-01-01') }),
    rowNamed('a', 'urgent', '2025-02-01', {
      familyName: 'angstrom',
      birthDate: day('2016-01-01'),
      appointmentOn: day('2025-05-01'),
    }),
    rowNamed('b', 'routine', '2025-01-01', {
      familyName: 'Zed',
      birthDate: day('2015-01-01'),
      clockStart: null,
      appointmentOn: day('2025-04-01'),
    }),
  ];
  const ids = (by: Parameters<typeof sortRows>[1]) => sortRows(rows, by).map((row) => row.referralId);
  it('is by policy when nothing is chosen, and breaks every tie by policy', () => {
    expect(ids([])).toEqual(['a', 'b', 'c']);
    expect(ids([{ column: 'name', direction: 'ascending' }])).toEqual(['a', 'c', 'b']);
    expect(ids([{ column: 'name', direction: 'descending' }])).toEqual(['b', 'a', 'c']);
  });
  it('takes several columns, the first before the second', () => {
    expect(
      ids([
        { column: 'age', direction: 'descending' },
        { column: 'wait', direction: 'ascending' },
      ]),
    ).toEqual(['c', 'b', 'a']);
    expect(
      ids([
        { column: 'age', direction: 'descending' },
        { column: 'received', direction: 'ascending' },
      ]),
    ).toEqual(['b', 'c', 'a']);
  });
  it('puts what a column does not have last, both ways', () => {
    expect(ids([{ column: 'wait', direction: 'descending' }])).toEqual(['a', 'c', 'b']);
    expect(ids([{ column: 'wait', direction: 'ascending' }])).toEqual(['c', 'a', 'b']);
    expect(ids([{ column: 'appointment', direction: 'ascending' }])).toEqual(['b', 'a', 'c']);
    expect(ids([{ column: 'appointment', direction: 'descending' }])).toEqual(['a', 'b', 'c']);
  });
  it('leaves the rows it was given as they are', () => {
    ids([{ column: 'age', direction: 'ascending' }]);
    expect(rows.map((row) => row.referralId)).toEqual(['c', 'a', 'b']);
  });
});

it('the key of the list is short and plain text', () => {
  const key = listOrderKey(rowNamed('AAAAAAAAAAAAAAAA', 'soon', '2025-02-03', { receivedAt: instantOf(0) }));
  expect(key).toBe('1#2025-02-03#1970-01-01T00:00:00.000Z#AAAAAAAAAAAAAAAA');
  expect(Buffer.byteLength(key)).toBeLessThanOrEqual(54);
});
