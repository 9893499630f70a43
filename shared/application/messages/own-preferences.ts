/** How somebody chooses to be told of alerts: their own choice, and nobody else's. */
import { teamsOf } from '../../domain/alert/teams.ts';
import { invalid, isDomainError, stale } from '../../domain/error.ts';
import { type ChosenPreferences, type Preferences, usualPreferences } from '../../domain/message/preferences.ts';
import { isInTeam } from '../../domain/message/recipients.ts';
import { canonicalJson } from '../../domain/referral/canonical-json.ts';
import type { Staff } from '../../domain/staff/staff.ts';
import { authorise, placeSubject } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { placeNotFound } from '../policy/read-policy.ts';

/** What somebody has chosen, or what holds until they do. @throws `forbidden`. */
export async function ownPreferences(deps: Pick<Deps, 'preferences'>, call: Call): Promise<Preferences> {
  authorise(call, 'me.notifications', placeSubject(call.actor.place), placeNotFound);
  return (await deps.preferences.get(call.actor.id)) ?? usualPreferences(call.actor.id);
}

/** The colleagues who may stand in for somebody: whoever is in one of their teams, by name. */
export async function possibleDelegates(
  deps: Pick<Deps, 'staff' | 'policies'>,
  { actor }: Call,
): Promise<readonly Pick<Staff, 'id' | 'name'>[]> {
  const { id: own, place } = actor;
  const [staff, policy] = await Promise.all([deps.staff.ofPlace(place), placePolicy(deps.policies, place)]);
  const self = staff.find(({ id }) => id === own);
  const teams = teamsOf(policy).filter((team) => self !== undefined && isInTeam(self, place, team));
  return staff
    .filter((one) => one.id !== own && teams.some((team) => isInTeam(one, place, team)))
    .map(({ id, name }) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/**
 * Keeps what somebody chooses. Sent again, it comes to the same.
 * @param seen the version that they decided on.
 * @throws `stale` `changed-since`; `invalid` as {@link checkPreferences}; `forbidden`.
 */
export async function choosePreferences(
  deps: Pick<Deps, 'preferences' | 'staff' | 'policies'>,
  call: Call,
  chosen: ChosenPreferences,
  seen: number,
): Promise<Preferences> {
  const current = await ownPreferences(deps, call);
  const next: Preferences = { ...chosen, staffId: call.actor.id, version: current.version + 1 };
  if (canonicalJson({ ...next, version: current.version }) === canonicalJson(current)) return current;
  if (current.version !== seen) throw changedSince(current.version);
  await checkPreferences(deps, call, chosen);
  try {
    await deps.preferences.save(next);
    return next;
  } catch (refused) {
    if (!isDomainError(refused, 'stale')) throw refused;
    throw changedSince((await ownPreferences(deps, call)).version);
  }
}

/**
 * Whether a choice can be kept today. @throws `invalid` `absence-over`: a year mistyped would leave somebody told who is away;
 * `delegate-unknown`.
 */
export async function checkPreferences(
  deps: Pick<Deps, 'staff' | 'policies'>,
  call: Call,
  { away }: ChosenPreferences,
): Promise<void> {
  if (away === null) return;
  if (away.to < todayOf(call)) {
    const over = 'The last day away must be today or later';
    throw invalid('absence-over', over, [{ pointer: '/away/to', code: 'absence-over', message: over }]);
  }
  const all = await possibleDelegates(deps, call);
  if (all.some(({ id }) => id === away.delegate)) return;
  const message = 'Choose a colleague who is in one of your teams';
  throw invalid('delegate-unknown', message, [{ pointer: '/away/delegate', code: 'delegate-unknown', message }]);
}

function changedSince(currentVersion: number) {
  return stale('changed-since', 'Your choices have been changed since you read them', { currentVersion });
}
