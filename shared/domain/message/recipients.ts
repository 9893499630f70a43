/** Who is told of an alert, by which channels, and when: a pure decision. */
import type { AlertSeverity } from '../alert/severity.ts';
import type { Team } from '../alert/teams.ts';
import { type Instant, localDateOf } from '../calendar/instant.ts';
import type { Staff } from '../staff/staff.ts';
import type { Channel } from './channel.ts';
import { isBetween, nextAt } from './local-time.ts';
import { DIGEST_TIME, type Preferences, reachableBy } from './preferences.ts';
import { listensTo, type Webhook } from './webhook.ts';

/** One message to be: to whom, how, and not before when. */
export interface Delivery {
  readonly to: string;
  readonly channel: Channel;
  readonly at: Instant;
}

/** Everybody that the decision is about. */
export interface Audience {
  readonly place: string;
  readonly team: Team;
  readonly staff: readonly Staff[];
  /** By id of the member of staff; who has chosen nothing is not in it. */
  readonly preferences: ReadonlyMap<string, Preferences>;
  readonly webhooks: readonly Webhook[];
}

/** Everyone is told once on each channel they chose, whoever they stand in for beside themselves. */
export function deliveriesOf(audience: Audience, severity: AlertSeverity, now: Instant): readonly Delivery[] {
  const people = [...recipientsIn(audience, now)].flatMap((preferences) => {
    const timing = preferences.timing[severity];
    if (timing === 'never') return [];
    const at = releasedAt(preferences, timing === 'daily' ? nextAt(now, DIGEST_TIME) : now);
    return reachableBy(preferences).map((channel): Delivery => ({ to: preferences.staffId, channel, at }));
  });
  const systems = audience.webhooks
    .filter((webhook) => listensTo(webhook, audience.team.code))
    .map(({ id, channel }): Delivery => ({ to: id, channel, at: now }));
  return [...people, ...systems];
}

/** Whether any message at all could reach a team today. */
export function isReachable(audience: Audience, now: Instant): boolean {
  return (
    audience.webhooks.some((webhook) => listensTo(webhook, audience.team.code)) ||
    [...recipientsIn(audience, now)].some((preferences) => reachableBy(preferences).length > 0)
  );
}

/** Whether somebody works in a team. */
export function isInTeam({ active, memberships }: Staff, place: string, team: Team): boolean {
  return (
    active &&
    memberships.some(
      (one) =>
        one.place === place &&
        team.roles.some((role) => role === one.role) &&
        (team.services.length === 0 || team.services.some((service) => one.services.includes(service))),
    )
  );
}

function recipientsIn({ place, team, staff, preferences }: Audience, now: Instant): ReadonlySet<Preferences> {
  const today = localDateOf(now);
  const members = new Map(staff.filter((one) => isInTeam(one, place, team)).map(({ id }) => [id, preferences.get(id)]));
  const told = new Set<Preferences>();
  for (const own of members.values()) if (own !== undefined) told.add(standInFor(own, members, today));
  return told;
}

/**
 * Who is told while somebody is away: their delegate, or whoever stands in for that one. Where that leads to nobody who
 * is in the team, is here and can be reached, they are told themselves: an alert told to somebody who is away is better than one told to nobody.
 */
function standInFor(
  own: Preferences,
  members: ReadonlyMap<string, Preferences | undefined>,
  today: string,
): Preferences {
  const met = new Set<string>();
  let current = own;
  while (isAway(current, today)) {
    met.add(current.staffId);
    const delegate = members.get(current.away.delegate);
    if (delegate === undefined || met.has(delegate.staffId)) return own;
    current = delegate;
  }
  return reachableBy(current).length > 0 ? current : own;
}

function isAway(
  preferences: Preferences,
  today: string,
): preferences is Preferences & { readonly away: NonNullable<Preferences['away']> } {
  return preferences.away !== null && preferences.away.from <= today && today <= preferences.away.to;
}

function releasedAt({ quiet }: Preferences, at: Instant): Instant {
  return quiet !== null && isBetween(at, quiet) ? nextAt(at, quiet.to) : at;
}
