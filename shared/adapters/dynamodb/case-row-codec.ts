/**
 * A case's row as it is stored in the `list` and `due` indexes: a short list instead of named attributes. Order and code lists
 * may only grow at their ends. What stands in the keys of the entry (person, kind, case) is not stored again.
 */
import * as z from 'zod';
import type { CaseKey } from '../../application/ports/cases.ts';
import { dateOfEpochDay, epochDayOf } from '../../domain/calendar/local-date.ts';
import type { CaseRow } from '../../domain/case/case-row.ts';
import { waitingOns } from '../../domain/case/case-type.ts';
import { bitsOfFlags, codeAt, dateOrNull, dayOrNull, flagsOfBits } from './packed.ts';

/** Dates are days since 1970. */
export const packedCaseRowSchema = z.tuple([
  z.string(), // family name
  z.string(), // given name
  z.int(), // birth date
  z.string(), // service
  z.int().min(0).max(1), // open
  z.string(), // status
  z.int(), // opened on
  z.int(), // last event
  z.int().nullable(), // due on
  z.string().nullable(), // what is due
  z
    .int()
    .min(0)
    .max(waitingOns.length - 1)
    .nullable(), // on whom it waits
  z.string().nullable(), // group
  z.int().min(0), // flags, one bit each; then adjustments, then interpreter
  z.int().nullable(), // died on
  z.string().nullable(), // GP practice
  z.array(z.string().max(40)).max(6), // facts of the kind's own
]);
export type PackedCaseRow = z.output<typeof packedCaseRowSchema>;

export function packCaseRow(row: CaseRow): PackedCaseRow {
  return [
    row.familyName,
    row.givenName,
    epochDayOf(row.birthDate),
    row.service,
    row.open ? 1 : 0,
    row.status,
    epochDayOf(row.openedOn),
    epochDayOf(row.lastEventOn),
    dayOrNull(row.due?.on ?? null),
    row.due?.what ?? null,
    row.waitingOn === null ? null : waitingOns.indexOf(row.waitingOn),
    row.group,
    bitsOfFlags(row),
    dayOrNull(row.diedOn),
    row.gpPractice,
    [...row.more],
  ];
}

export function unpackCaseRow(packed: PackedCaseRow, { personId, kind, caseId }: CaseKey): CaseRow {
  const [familyName, givenName, birth, service, open, status, openedOn, lastEventOn, dueOn, what, waitingOn] = packed;
  const [, , , , , , , , , , , group, bits, diedOn, gpPractice, more] = packed;
  return {
    personId,
    caseId,
    kind,
    familyName,
    givenName,
    birthDate: dateOfEpochDay(birth),
    ...flagsOfBits(bits),
    diedOn: dateOrNull(diedOn),
    gpPractice,
    service,
    open: open === 1,
    status,
    openedOn: dateOfEpochDay(openedOn),
    lastEventOn: dateOfEpochDay(lastEventOn),
    due: dueOn === null || what === null ? null : { on: dateOfEpochDay(dueOn), what },
    waitingOn: waitingOn === null ? null : codeAt(waitingOns, waitingOn),
    group,
    more,
  };
}
