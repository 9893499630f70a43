import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { authorityName } from '../../../shared/domain/care-assessment/authority.ts';
import type { CareFacts } from '../../../shared/domain/care-assessment/facts.ts';
import {
  type NotificationField,
  notificationColumns,
} from '../../../shared/domain/care-assessment/notification-file/columns.ts';
import { planNotification } from '../../../shared/domain/care-assessment/notification-file/plan-notification.ts';
import { readNotification } from '../../../shared/domain/care-assessment/notification-file/read-notification.ts';
import type { CaseEvent } from '../../../shared/domain/case/case.ts';
import { careFrom, stateOn } from './care.ts';

type Cells = Partial<Record<NotificationField, string>>;
const ENTRY = '2025-06-02';
const asAt = localDate('2025-06-30');
const good: Cells = {
  nhsNumber: '999 000 0018',
  familyName: 'Okafor',
  birthDate: '10/03/2015',
  enteredOn: '02/06/2025',
  legalStatus: 'S20',
  authority: 'Liverpool',
  placement: 'in area',
};
const read = (cells: Cells) =>
  readNotification({ record: 1, line: 2, cells: { ...good, ...cells } }, { asAt, stage: 'test' });
function rowOf(cells: Cells = {}) {
  const reading = read(cells);
  if ('faults' in reading) throw new Error(reading.faults[0].code);
  return reading.row;
}
function faults(cells: Cells): readonly string[] {
  const reading = read(cells);
  return 'faults' in reading ? reading.faults.map(({ code, field }) => `${code} ${field}`) : [];
}
type Happened = readonly (readonly [CareFacts, string])[];
function recorded(happened: Happened = [], on = ENTRY) {
  const record = careFrom(on, happened, '2025-06-30');
  return { state: stateOn(record, '2025-06-30'), standing: record.events as readonly CaseEvent<CareFacts>[] };
}
const planned = (cells: Cells, ...periods: readonly ReturnType<typeof recorded>[]) => {
  const plan = planNotification(rowOf(cells), periods, asAt);
  return 'review' in plan ? plan.review.code : plan.facts.map(({ on, facts }) => `${on} ${facts.kind}`);
};

describe('a row of notifications', () => {
  it.each([
    ['S.20', 'section-20'],
    ['accommodated', 'section-20'],
    ['Interim Care Order', 'section-38'],
    ['EPO', 'section-44'],
    ['s21 remand', 'section-21-remand'],
    ['UASC', 'unaccompanied'],
    ['Connected person', 'with-relatives'],
  ])('reads the legal status %s', (written, status) => {
    expect(rowOf({ legalStatus: written }).legalStatus).toBe(status);
  });

  it('reads consent with who, when, and whether a refusal stands; a file that says nothing has none', () => {
    expect(rowOf().consent).toBeNull();
    expect(rowOf({ consent: 'Pending' }).consent).toBeNull();
    expect(rowOf({ consent: 'Signed', consentBy: 'Father', consentOn: '3 Jun 2025' }).consent).toEqual({
      ...{ state: 'given', by: 'parent', on: '2025-06-03', competent: false },
    });
    const refusal = { consent: 'refused', consentBy: 'self', consentOn: '2025-06-03', competentRefusal: 'Y' };
    expect(rowOf(refusal).consent).toMatchObject({ state: 'refused', by: 'young-person', competent: true });
  });

  it.each<[string, Cells, readonly string[]]>([
    ['a status that is none', { legalStatus: 'S47' }, ['value-not-known legalStatus']],
    ['no placement', { placement: '' }, ['required-missing placement']],
    ['consent without who and when', { consent: 'given' }, ['required-missing consentOn', 'value-not-known consentBy']],
    [
      'a refusal that may or may not stand',
      { consent: 'refused', consentBy: 'child', consentOn: '03/06/2025' },
      ['value-not-known competentRefusal'],
    ],
    ['an end before the beginning', { endedOn: '01/06/2025', endedWhy: 'adopted' }, ['date-order endedOn']],
    ['an end without a reason', { endedOn: '20/06/2025' }, ['value-not-known endedWhy']],
    ['a move before the beginning', { movedOn: '01/06/2025' }, ['date-order movedOn']],
    [
      'a move after the end',
      { movedOn: '21/06/2025', endedOn: '20/06/2025', endedWhy: 'home' },
      ['date-order movedOn'],
    ],
    ['a beginning that has not come', { enteredOn: '01/07/2025' }, ['date-in-future enteredOn']],
    ['a name that is too long', { authority: 'L'.repeat(81) }, ['too-long authority']],
    ['a word of every object', { placement: 'constructor' }, ['value-not-known placement']],
  ])('is rejected for %s', (_why, cells, expected) => {
    expect(faults(cells)).toEqual(expected);
  });

  it('has columns of which no two go by one name', () => {
    const names = Object.values(notificationColumns).flatMap(({ heading, otherHeadings }) => [
      heading,
      ...otherHeadings,
    ]);
    const bare = names.map((name) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
    expect(new Set(bare).size).toBe(bare.length);
  });
});

describe('what a row adds', () => {
  it('to nothing: everything it says, in the order of its days; what was said before care began holds from then', () => {
    const cells = { notifiedOn: '30/05/2025', consent: 'given', consentBy: 'LA', consentOn: '28/05/2025' };
    expect(planned({ ...cells, endedOn: '20/06/2025', endedWhy: 'home' })).toEqual([
      '2025-06-02 became-looked-after',
      '2025-06-02 notified',
      '2025-06-02 consent-given',
      '2025-06-20 care-ended',
    ]);
    expect(planned({})).toEqual(['2025-06-02 became-looked-after', '2025-06-30 notified']);
  });

  it('to a record: what is new alone, and nothing that the record knows later', () => {
    const given = [{ kind: 'consent-given', by: 'parent' }, '2025-06-10'] as const;
    const refused = { consent: 'refused', consentBy: 'child', competentRefusal: 'yes' };
    expect(planned({ notifiedOn: '03/06/2025' }, recorded([given]))).toEqual(['2025-06-03 notified']);
    expect(planned({}, recorded([[{ kind: 'notified' }, '2025-06-03'], given]))).toEqual([]);
    const told = recorded([[{ kind: 'notified' }, '2025-06-03'], given]);
    expect(planned({ ...refused, consentOn: '05/06/2025' }, told)).toEqual([]);
    expect(planned({ ...refused, consentOn: '12/06/2025' }, told)).toEqual(['2025-06-12 consent-refused']);
    expect(planned({ placement: 'out', movedOn: '12/06/2025' }, told)).toEqual(['2025-06-12 placement-moved']);
  });

  it.each<[string, Cells, Happened, string]>([
    ['another authority', { authority: 'Sefton' }, [], 'authority-differs'],
    ['another placement, and no move', { placement: 'out' }, [], 'placement-differs'],
    [
      'no end of care that the record has',
      {},
      [[{ kind: 'care-ended', why: 'adopted' }, '2025-06-20']],
      'ended-otherwise',
    ],
    ['another beginning while care goes on', { enteredOn: '03/06/2025' }, [], 'other-period'],
    ['an earlier beginning that reaches into it', { enteredOn: '01/05/2025' }, [], 'other-period'],
  ])('is for somebody to decide where it has %s', (_what, cells, happened, code) => {
    expect(planned(cells, recorded(happened))).toBe(code);
  });

  it('is a period of its own before and after another that has ended', () => {
    const ended = recorded([[{ kind: 'care-ended', why: 'returned-home' }, '2025-06-10']]);
    expect(planned({ enteredOn: '10/06/2025' }, ended)).toContain('2025-06-10 became-looked-after');
    const before = { enteredOn: '01/05/2025', endedOn: '02/06/2025', endedWhy: 'home' };
    expect(planned(before, ended)).toContain('2025-05-01 became-looked-after');
  });

  it('knows an authority by its name however it is written', () => {
    for (const [written, name] of [
      ['City of Liverpool', 'Liverpool'],
      ['Liverpool City Council', 'Liverpool'],
      ['  liverpool   council ', 'Liverpool'],
      ['LIVERPOOL', 'Liverpool'],
      ['Cheshire East Council', 'Cheshire East'],
      ['Cheshire West & Chester', 'Cheshire West and Chester'],
      ['The Royal Borough of Kensington and Chelsea', 'Kensington and Chelsea'],
      ['London Borough of Richmond upon Thames', 'Richmond upon Thames'],
      ['WIRRAL MBC', 'Wirral'],
      ['Sefton Metropolitan Borough Council', 'Sefton'],
      ['STOCKTON-ON-TEES', 'Stockton-on-Tees'],
      ['County Durham', 'County Durham'],
      ['Isle of Wight', 'Isle of Wight'],
      ['Cheshire EAST', 'Cheshire East'],
      ['ST HELENS', 'St Helens'],
      ['Council', 'Council'],
    ] as const)
      expect([written, authorityName(written), authorityName(authorityName(written))]).toEqual([written, name, name]);
  });
});
