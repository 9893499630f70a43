/** Who works in the place of a campaign, how they want to be told, and what follows from it: written down by hand, worked out by nothing. */
import type { Deps } from '../../shared/application/deps.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import { localDate } from '../../shared/domain/calendar/local-date.ts';
import { usualPreferences } from '../../shared/domain/message/preferences.ts';
import type { Role } from '../../shared/domain/staff/staff.ts';
import { ISSUER } from '../http/api-service.ts';
import type { Outside } from './outside.ts';

export const PLACE = 'liverpool';

const idOf = (name: string) => name.padEnd(16, '_');
/** Who asks the API: an administrator of both services. */
export const BEN = { id: idOf('ben'), subject: 'subject-ben' };

const staff: readonly { name: string; role: Role; services: readonly string[]; active?: boolean }[] = [
  { name: 'amina', role: 'clinician', services: ['salt'] },
  { name: 'ben', role: 'administrator', services: ['salt', 'ot'] },
  { name: 'chris', role: 'clinician', services: ['ot'] },
  { name: 'dana', role: 'data-manager', services: [] },
  { name: 'eve', role: 'clinician', services: ['salt'] },
  { name: 'fay', role: 'clinician', services: ['salt', 'ot'], active: false },
];

const email = (name: string) => `${name}@staff.example`;
const BEN_PHONE = '+447700900101';
const CHRIS_PHONE = '+447700900102';
const AWAY = { from: localDate('2020-01-01'), to: localDate('2035-01-01'), delegate: idOf('amina') };
const AT_ONCE = { 'long-wait': 'at-once', breach: 'at-once', approaching: 'at-once', amber: 'at-once' } as const;

const chosen = [
  { name: 'amina', email: email('amina'), channels: ['email' as const], timing: AT_ONCE, quiet: null },
  { name: 'ben', email: email('ben'), phone: BEN_PHONE, channels: ['email' as const, 'text' as const] },
  { name: 'chris', phone: CHRIS_PHONE, channels: ['text' as const], timing: { ...AT_ONCE, amber: 'never' as const } },
  { name: 'dana', email: email('dana'), channels: ['email' as const], quiet: null },
  { name: 'eve', email: email('eve'), channels: ['email' as const], away: AWAY },
  { name: 'fay', email: email('fay'), channels: ['email' as const] },
];

const SECRET = 'a secret of a webhook that is long enough';
const hooks = [
  { name: 'board', channel: 'webhook', team: null },
  { name: 'chat', channel: 'workflow', team: 'ot' },
] as const;

/** Puts everybody where the service finds them. */
export async function settle(deps: Deps, outside: Outside): Promise<void> {
  for (const { name, role, services, active = true } of staff) {
    const memberships = [{ place: PLACE, role, services: [...services] }];
    const member = { id: idOf(name), version: 1, name, active, memberships };
    await deps.staff.save({ issuer: ISSUER, subject: `subject-${name}` }, member);
  }
  for (const { name, ...choice } of chosen)
    await deps.preferences.save({ ...usualPreferences(idOf(name)), ...choice, version: 1 });
  const at = parseInstant('2026-01-01T09:00:00Z');
  for (const { name, channel, team } of hooks) {
    const events = [{ id: idOf(`made-${name}`), kind: 'created' as const, at, by: idOf('dana') }];
    const about = { name, channel, team, url: outside.hook(name), secret: SECRET };
    await deps.webhooks.create({ ...about, id: idOf(name), place: PLACE, version: 1, isOn: true, failures: 0, events });
  }
}

/** One telling there has to be. */
export interface Telling {
  /** Id of the member of staff or of the webhook, as the message has it. */
  readonly to: string;
  readonly channel: string;
  /** Where it arrives, as {@link Outside} writes arrivals down. */
  readonly at: string;
  readonly isPerson: boolean;
}

const person = (name: string, channel: 'email' | 'text', address: string): Telling => {
  return { to: idOf(name), channel, at: `${channel} ${address}`, isPerson: true };
};
const system = (name: string, channel: string): Telling => {
  return { to: idOf(name), channel, at: `hook /hooks/${name}`, isPerson: false };
};
const board = system('board', 'webhook');
const benByBoth = [person('ben', 'email', email('ben')), person('ben', 'text', BEN_PHONE)];

/** Eve is away and Amina stands in for her: Amina is told once. Fay has left. Chris does not want to hear of amber. */
const tellings: Readonly<Record<string, readonly Telling[]>> = {
  salt: [person('amina', 'email', email('amina')), ...benByBoth, board],
  ot: [...benByBoth, person('chris', 'text', CHRIS_PHONE), system('chat', 'workflow'), board],
  'waiting-list-managers': [person('dana', 'email', email('dana')), board],
};

/** Everybody who has to be told of something that a team is told. */
export function toBeTold(team: string, severity: string): readonly Telling[] {
  const all = tellings[team];
  if (all === undefined) throw new Error(`nobody is in a team ${team}`);
  return all.filter(({ to }) => severity !== 'amber' || to !== idOf('chris'));
}
