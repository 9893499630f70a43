/** Who did what the audit tells of and when, as an officer reads it. */

import type { StaffNames } from '../../../../shared/application/audit/staff-names.ts';
import type { NamedStaff } from '../../../../shared/application/ports/staff-directory.ts';
import { serviceItself } from '../../../../shared/domain/alert/record-alert.ts';
import { formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { localDateOf, localTimeOf, parseInstant } from '../../../../shared/domain/calendar/instant.ts';
import type { ReviewOutcome, ReviewStanding } from '../../../../shared/domain/permission/break-glass.ts';
import { roleNames } from '../../../../shared/domain/staff/role-names.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { auditedStaffPath } from './addresses.ts';

/** `2 Nov 2026, 09:15`, by the clocks of England. */
export function whenInWords(at: string): string {
  const instant = parseInstant(at);
  return `${formatDateShort(localDateOf(instant))}, ${localTimeOf(instant).time}`;
}

/** A number with its noun: `1 person`, `3 people`. */
export function manyOf(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

export function roleInWords(role: string): string {
  const names: Readonly<Record<string, string>> = roleNames;
  return names[role] ?? role;
}

/** Somebody who did something: their name, which leads to what else they did, and the role that they did it in. */
export function whoDidIt(actor: string, role: string, names: StaffNames): Html {
  // The service itself and families are nobody of the staff, whose look-ups could be asked for.
  if (actor === serviceItself.actor) return html`The service`;
  if (!names.has(actor) && role === 'family') return html`Somebody of the family`;
  return html`<a href="${auditedStaffPath(actor)}">${staffName(actor, names)}</a><br><span class="app-secondary">${roleInWords(role)}</span>`;
}

export function staffName(actor: string, names: StaffNames): string {
  return names.get(actor)?.name ?? 'Somebody who is not in the directory';
}

/** The roles of somebody in a place. */
export function rolesIn(place: string, { memberships, active }: NamedStaff): string {
  const roles = memberships.filter((one) => one.place === place).map(({ role }) => roleNames[role]);
  const said = roles.length === 0 ? 'No role here any more' : roles.join(', ');
  return active ? said : `${said} (has left)`;
}

export const outcomeNames: Readonly<Record<ReviewOutcome, string>> = {
  justified: 'Justified',
  'not-justified': 'Not justified',
  'follow-up': 'Needs follow-up',
};

export const standingTags = {
  reviewed: { text: 'Reviewed', colour: 'green' },
  waiting: { text: 'To review', colour: 'yellow' },
  overdue: { text: 'Review overdue', colour: 'red' },
} as const satisfies Readonly<Record<ReviewStanding, { text: string; colour: string }>>;
