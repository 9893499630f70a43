import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import {
  filterHealthChecks,
  type HealthCheckFilter,
  type HealthCheckRow,
  type HealthCheckSort,
  healthCheckRow,
  sortHealthChecks,
} from '../../../shared/domain/health-check/list.ts';
import { listStatusOn } from '../../../shared/domain/health-check/summary.ts';
import { type HealthCheckRecord, onRegister } from './record.ts';

const asAt = localDate('2025-12-15');
function rowOf(name: string, record: HealthCheckRecord): HealthCheckRow {
  const { group, due, more = [], ...summary } = record.summary();
  const { birthDate } = record.state().tracked;
  const kept = {
    personId: `person-${name}`,
    caseId: `case-${name}`,
    familyName: name,
    givenName: 'Wei',
    birthDate,
    group,
    due,
    more,
  };
  return healthCheckRow(kept, listStatusOn({ ...summary, more }, asAt), asAt);
}
const on = (birthDate: string, from: string) => onRegister(birthDate, from, asAt);
const checked = { kind: 'checked', where: 'practice' } as const;

const rows = [
  rowOf('Young', on('2012-06-10', '2020-01-01')),
  rowOf('Late', on('2008-06-10', '2023-04-01').say('2024-11-20', checked)),
  rowOf('Planless', on('2007-06-10', '2024-04-01').say('2025-11-20', checked)),
  rowOf(
    'Whole',
    on('2006-06-10', '2024-04-01')
      .say('2025-06-20', checked)
      .say('2025-06-21', { kind: 'plan-agreed', goals: [], actions: [] }),
  ),
  rowOf('Álvarez', on('2005-06-10', '2025-06-01').say('2025-12-01', { kind: 'invited', by: 'letter' })),
  rowOf('Gone', on('2004-06-10', '2024-04-01').say('2025-06-20', { kind: 'left', why: 'off-register' })),
];
const names = (list: readonly HealthCheckRow[]) => list.map(({ familyName }) => familyName);

describe('The list of health checks', () => {
  it.each<[string, HealthCheckFilter, string[]]>([
    ['everybody', {}, ['Young', 'Late', 'Planless', 'Whole', 'Álvarez', 'Gone']],
    ['a status', { statuses: ['overdue', 'left'] }, ['Late', 'Gone']],
    ['a practice', { practices: ['N82002'] }, []],
    ['a step', { steps: ['invited'] }, ['Álvarez']],
    ['a plan that is missing', { only: ['plan-missing'] }, ['Planless']],
    ['a year that was missed', { only: ['year-missed'] }, ['Late', 'Planless', 'Whole', 'Gone']],
    ['all of it together', { only: ['year-missed', 'plan-missing'], statuses: ['completed'] }, ['Planless']],
  ])('keeps %s', (_what, filter, expected) => {
    expect(names(filterHealthChecks(rows, filter))).toEqual(expected);
  });

  it.each<[HealthCheckSort, boolean, string[]]>([
    ['due', false, ['Late', 'Álvarez', 'Whole', 'Planless', 'Young', 'Gone']],
    ['name', false, ['Álvarez', 'Gone', 'Late', 'Planless', 'Whole', 'Young']],
    ['name', true, ['Young', 'Whole', 'Planless', 'Late', 'Gone', 'Álvarez']],
    ['age', false, ['Young', 'Late', 'Planless', 'Whole', 'Álvarez', 'Gone']],
    ['status', false, ['Late', 'Álvarez', 'Whole', 'Planless', 'Young', 'Gone']],
    ['invitation', false, ['Late', 'Young', 'Gone', 'Álvarez', 'Whole', 'Planless']],
    ['practice', false, ['Late', 'Álvarez', 'Whole', 'Planless', 'Young', 'Gone']],
  ])('sorts by %s, descending %s', (by, descending, expected) => {
    expect(names(sortHealthChecks(rows, { by, descending }))).toEqual(expected);
    expect(names(sortHealthChecks(rows.toReversed(), { by, descending }))).toEqual(expected);
  });
});
