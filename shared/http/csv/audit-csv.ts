import { stringify } from 'csv-stringify/sync';
import type { AuditLine } from '../../application/audit/audit-lines.ts';
import type { StaffNames } from '../../application/audit/staff-names.ts';
import { markNames } from '../../domain/audit/unusual.ts';
import { localDateOf, localTimeOf, parseInstant } from '../../domain/calendar/instant.ts';
import { roleNames } from '../../domain/staff/role-names.ts';

/** Tells a spreadsheet that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

const HEADINGS = [
  'date',
  'time',
  'staff id',
  'staff name',
  'role',
  'did',
  'what',
  'queue',
  'people',
  'marks',
  'number',
];

/**
 * Lines of the audit as a file, one a line, people by their ids. A cell that a spreadsheet could take for a formula gets an
 * apostrophe before it.
 */
export function auditCsv(lines: readonly AuditLine[], names: StaffNames): string {
  const rows = lines.map(({ at, actor, role, did, what, queue, people, marks, seq }) => {
    const instant = parseInstant(at);
    const { time, zone } = localTimeOf(instant);
    const roles: Readonly<Record<string, string>> = roleNames;
    return [
      localDateOf(instant),
      `${time} ${zone}`,
      actor,
      names.get(actor)?.name ?? '',
      roles[role] ?? role,
      did,
      what,
      queue ?? '',
      people.join(' '),
      marks.map((mark) => markNames[mark]).join(', '),
      String(seq),
    ];
  });
  return BYTE_ORDER_MARK + stringify([HEADINGS, ...rows], { escape_formulas: true, record_delimiter: 'windows' });
}
