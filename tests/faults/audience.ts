/** Who works in the places of a campaign, how they want to be told, and what follows from it: written down by hand, worked out by nothing. */
import type { Deps } from '../../shared/application/deps.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import { localDate } from '../../shared/domain/calendar/local-date.ts';
import { usualPreferences } from '../../shared/domain/message/preferences.ts';
import type { Role } from '../../shared/domain/staff/staff.ts';
import { ISSUER } from '../http/api-service.ts';
import type { Caller } from './clients/wire.ts';
import type { Outside } from './outside.ts';

export const PLACES = ['liverpool', 'cheshire-east'] as const;
export type Place = (typeof PLACES)[number];

const idOf = (name: string) => name.padEnd(16, '_');
const callerOf = (name: string): Caller => ({ issuer: ISSUER, subject: `subject-${name}` });

/** Who asks the API: an administrator of every service of the place. */
export const ADMINISTRATORS: Readonly<Record<Place, Caller>> = {
  liverpool: callerOf('ben'),
  'cheshire-east': callerOf('ivy'),
};
/** Who imports, and who puts a new policy in force. */
export const MANAGERS: Readonly<Record<Place, Caller>> = {
  liverpool: callerOf('dana'),
  'cheshire-east': callerOf('hari'),
};
export const OPERATORS: Readonly<Record<Place, Caller>> = {
  liverpool: callerOf('olga'),
  'cheshire-east': callerOf('oscar'),
};

/** Services that work cases and no queue. */
const CASE_SERVICES = [
  'learning-disability',
  'personal-health-budgets',
  'children-in-care-health',
  'ehc-coordination',
  'family-liaison',
] as const;

interface Member {
  readonly name: string;
  readonly role: Role;
  readonly services: readonly string[];
  readonly place?: Place;
  readonly active?: boolean;
}

const staff: readonly Member[] = [
  { name: 'amina', role: 'clinician', services: ['salt'] },
  { name: 'ben', role: 'administrator', services: ['salt', 'ot', ...CASE_SERVICES] },
  { name: 'chris', role: 'clinician', services: ['ot'] },
  { name: 'dana', role: 'data-manager', services: [] },
  { name: 'eve', role: 'clinician', services: ['salt'] },
  { name: 'fay', role: 'clinician', services: ['salt', 'ot'], active: false },
  { name: 'gina', role: 'clinician', services: CASE_SERVICES },
  { name: 'olga', role: 'operator', services: [] },
  { name: 'hari', role: 'data-manager', services: [], place: 'cheshire-east' },
  { name: 'ivy', role: 'administrator', services: ['salt', 'physio'], place: 'cheshire-east' },
  { name: 'oscar', role: 'operator', services: [], place: 'cheshire-east' },
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
  { name: 'gina', email: email('gina'), channels: ['email' as const], timing: AT_ONCE, quiet: null },
  { name: 'hari', email: email('hari'), channels: ['email' as const], quiet: null },
  { name: 'ivy', email: email('ivy'), channels: ['email' as const] },
];

const SECRET = 'a secret of a webhook that is long enough';
const hooks = [
  { name: 'board', channel: 'webhook', team: null, place: 'liverpool', by: 'dana' },
  { name: 'chat', channel: 'workflow', team: 'ot', place: 'liverpool', by: 'dana' },
  { name: 'east', channel: 'webhook', team: null, place: 'cheshire-east', by: 'hari' },
] as const;

/** Puts everybody where the service finds them. */
export async function settle(deps: Deps, outside: Outside): Promise<void> {
  for (const { name, role, services, place = 'liverpool', active = true } of staff) {
    const memberships = [{ place, role, services: [...services] }];
    const member = { id: idOf(name), version: 1, name, active, memberships };
    await deps.staff.save({ issuer: ISSUER, subject: `subject-${name}` }, member);
  }
  for (const { name, ...choice } of chosen)
    await deps.preferences.save({ ...usualPreferences(idOf(name)), ...choice, version: 1 });
  const at = parseInstant('2026-01-01T09:00:00Z');
  for (const { name, channel, team, place, by } of hooks) {
    const events = [{ id: idOf(`made-${name}`), kind: 'created' as const, at, by: idOf(by) }];
    const about = { name, channel, team, url: outside.hook(name), secret: SECRET };
    await deps.webhooks.create({ ...about, id: idOf(name), place, version: 1, isOn: true, failures: 0, events });
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
const byEmail = (name: string) => person(name, 'email', email(name));
const system = (name: string, channel: string): Telling => {
  return { to: idOf(name), channel, at: `hook /hooks/${name}`, isPerson: false };
};
const board = system('board', 'webhook');
const east = system('east', 'webhook');
const benByBoth = [byEmail('ben'), person('ben', 'text', BEN_PHONE)];

/** Eve is away and Amina stands in for her: Amina is told once. Fay has left. Chris does not want to hear of amber. */
const tellings: Readonly<Record<Place, Readonly<Record<string, readonly Telling[]>>>> = {
  liverpool: {
    salt: [byEmail('amina'), ...benByBoth, board],
    ot: [...benByBoth, person('chris', 'text', CHRIS_PHONE), system('chat', 'workflow'), board],
    'waiting-list-managers': [byEmail('dana'), board],
    ...Object.fromEntries(CASE_SERVICES.map((service) => [service, [byEmail('gina'), ...benByBoth, board]])),
  },
  'cheshire-east': {
    salt: [byEmail('ivy'), east],
    physio: [byEmail('ivy'), east],
    'waiting-list-managers': [byEmail('hari'), east],
  },
};

/** Everybody who has to be told of something that a team is told. */
export function toBeTold(place: string, team: string, severity: string): readonly Telling[] {
  const all = tellings[place as Place][team];
  if (all === undefined) throw new Error(`nobody is in a team ${team} of ${place}`);
  return all.filter(({ to }) => severity !== 'amber' || to !== idOf('chris'));
}
