import type { AlertState } from '../../domain/alert/alert.ts';
import type { DeadlineKind } from '../../domain/alert/deadline-kinds.ts';
import type { AlertSeverity } from '../../domain/alert/severity.ts';
import { type Team, teamsOf, teamsOfActor } from '../../domain/alert/teams.ts';
import { caseListName } from '../../domain/audit/view.ts';
import { type DomainError, notFound } from '../../domain/error.ts';
import { can } from '../../domain/permission/can.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { AlertRow } from '../ports/alerts.ts';
import { recordView } from '../record-view.ts';
import { type LastWatch, lastWatch } from '../watch/last-watch.ts';
import { alertSubject } from './alert-subject.ts';

/** The most alerts of one team that are looked at. More are said to be there (`complete` is false). */
export const ALERT_CEILING = 10_000;
export const ALERT_PAGE_ROWS = 50;
export const MOST_ALERT_PAGE_ROWS = 200;

/** Which of the alerts that a caller may see; everything where a part is absent or empty. */
export interface AlertFilter {
  readonly severities?: readonly AlertSeverity[] | undefined;
  /** Open alerts only, where absent. With `resolved` alone, those that have ended. */
  readonly states?: readonly AlertState[] | undefined;
  readonly queues?: readonly string[] | undefined;
  readonly kinds?: readonly DeadlineKind[] | undefined;
}

export interface AlertQuestion {
  /** A team's own; those of every team the caller is in where absent, and what was passed on to them. */
  readonly team?: string | undefined;
  readonly filter?: AlertFilter;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** An alert with whom it is about. */
export interface AlertShown {
  readonly row: AlertRow;
  readonly person: Person;
}

export interface AlertPage {
  readonly policy: Policy;
  /** Teams whose alerts the caller may see, and those of them that the caller is in. */
  readonly teams: readonly Team[];
  readonly own: readonly Team[];
  /** What the caller's alerts are about, whatever the filter: no more is worth filtering by. */
  readonly kinds: ReadonlySet<DeadlineKind>;
  readonly queues: ReadonlySet<string>;
  readonly alerts: readonly AlertShown[];
  /** How many match, on every page; and how many come before these. */
  readonly total: number;
  readonly before: number;
  /** False when a team has more than can be looked at. */
  readonly complete: boolean;
  readonly watched: LastWatch;
  readonly next?: string;
}

type ListingDeps = Pick<Deps, 'alerts' | 'people' | 'policies' | 'audit' | 'cursors' | 'scheduleRuns'>;

/**
 * A page of alerts: passed on first, then those nobody has taken up, then the rest; the most serious of each first, then the
 * first due. One view is recorded for each queue and kind of case, of the people shown.
 * @throws `not-found` `team-not-found`; `forbidden`; `invalid` `cursor-unknown`.
 */
export async function listAlerts(deps: ListingDeps, call: Call, question: AlertQuestion): Promise<AlertPage> {
  const { team, filter = {}, cursor, limit = ALERT_PAGE_ROWS } = question;
  const { place } = call.actor;
  const policy = await placePolicy(deps.policies, place);
  const anything = { ...placeSubject(place), services: call.actor.services };
  authorise(call, 'alert.read', anything, teamNotFound);
  const teams = visibleTeams(call, policy);
  const own = teamsOfActor(policy, call.actor);
  const [{ rows, complete }, watched] = await Promise.all([
    rowsOf(deps, call, policy, question, teams, own),
    lastWatch(deps, call.now),
  ]);
  const isPast = wantsResolved(filter);
  const seen = rows.filter((row) => maySee(call, row, policy));
  const wanted = seen.filter((row) => matches(row, filter)).toSorted(inOrder(isPast));
  const scope = JSON.stringify(['alerts', place, call.actor.id, team ?? null, filter]);
  const edge = cursor === undefined ? undefined : String(deps.cursors.open(scope, cursor));
  const before = edge === undefined ? 0 : wanted.filter(({ order }) => (isPast ? order >= edge : order <= edge)).length;
  const shown = wanted.slice(before, before + limit);
  const alerts = await withPeople(deps, call, shown);
  const last = before + limit < wanted.length ? shown.at(-1) : undefined;
  return {
    policy,
    teams,
    own,
    kinds: new Set(seen.map(({ kind }) => kind)),
    queues: new Set(seen.map(queueOf).filter((queue) => queue !== undefined)),
    alerts,
    before,
    complete,
    watched,
    total: wanted.length,
    ...(last === undefined ? {} : { next: deps.cursors.seal(scope, last.order) }),
  };
}

/** The answer for a team that is not there, and for one whose alerts the caller may not see. */
export function teamNotFound(): DomainError {
  return notFound('team-not-found', 'There is no such team');
}

/** Teams whose alerts a caller may see: their own, and those of services that they work with. */
function visibleTeams(call: Call, policy: Policy): readonly Team[] {
  const own = teamsOfActor(policy, call.actor);
  const { place } = call.actor;
  return teamsOf(policy).filter(
    (team) =>
      own.some(({ code }) => code === team.code) ||
      can(call.actor, 'alert.read', { place, services: team.services, restricted: false }) === 'allowed',
  );
}

async function rowsOf(
  deps: ListingDeps,
  call: Call,
  policy: Policy,
  { team, filter = {} }: AlertQuestion,
  visible: readonly Team[],
  own: readonly Team[],
): Promise<{ readonly rows: readonly AlertRow[]; readonly complete: boolean }> {
  const { place } = call.actor;
  const list = wantsResolved(filter) ? 'resolved' : 'open';
  if (team !== undefined) {
    if (!visible.some(({ code }) => code === team)) throw teamNotFound();
    return deps.alerts.list(place, team, list, ALERT_CEILING);
  }
  const codes = new Set(own.map(({ code }) => code));
  const lists = await Promise.all([...codes].map((code) => deps.alerts.list(place, code, list, ALERT_CEILING)));
  // What was passed on stays with its team, and is the other team's to see as well.
  const isManager = list === 'open' && codes.has(policy.alerts.escalateTo);
  const others = isManager ? teamsOf(policy).filter(({ code }) => !codes.has(code)) : [];
  const passedOn = await Promise.all(
    others.map(({ code }) => deps.alerts.list(place, code, 'escalated', ALERT_CEILING)),
  );
  const rows = [
    ...lists.flatMap((one) => one.rows),
    ...passedOn.flatMap((one) => one.rows.filter(({ escalatedTo }) => escalatedTo !== null && codes.has(escalatedTo))),
  ];
  return { rows, complete: [...lists, ...passedOn].every((one) => one.complete) };
}

function wantsResolved({ states = [] }: AlertFilter): boolean {
  return states.length > 0 && states.every((state) => state === 'resolved');
}

function matches(row: AlertRow, { severities, states, queues, kinds }: AlertFilter): boolean {
  const fits = <T>(wanted: readonly T[] | undefined, is: T | undefined): boolean =>
    wanted === undefined || wanted.length === 0 || wanted.some((one) => one === is);
  return (
    fits(severities, row.severity) && fits(states, row.state) && fits(queues, queueOf(row)) && fits(kinds, row.kind)
  );
}

function maySee(call: Call, { subject }: AlertRow, policy: Policy): boolean {
  return can(call.actor, 'alert.read', alertSubject({ place: call.actor.place, subject }, policy)) === 'allowed';
}

/** The queue of an alert about a referral; undefined for one about a case. */
function queueOf({ subject }: AlertRow): string | undefined {
  return subject.of === 'referral' ? subject.queue : undefined;
}

function inOrder(isPast: boolean): (a: AlertRow, b: AlertRow) => number {
  const forward = (a: AlertRow, b: AlertRow) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0);
  return isPast ? (a, b) => forward(b, a) : forward;
}

async function withPeople(deps: ListingDeps, call: Call, rows: readonly AlertRow[]): Promise<readonly AlertShown[]> {
  const subjects = new Map<string, string[]>();
  for (const { subject, personId } of rows) {
    const list = subject.of === 'referral' ? subject.queue : caseListName(subject.kind);
    subjects.set(list, [...(subjects.get(list) ?? []), personId]);
  }
  const people = await deps.people.many(
    call.actor.place,
    rows.map(({ personId }) => personId),
  );
  for (const [list, personIds] of subjects) await recordView(deps, call, 'alert.read', personIds, list);
  const byId = new Map(people.map((person) => [person.id, person]));
  return rows.map((row) => {
    const person = byId.get(row.personId);
    // A row never goes missing in silence: a list without a child on it is the worst fault there is.
    if (person === undefined) throw new Error('An alert is about a person who is not there');
    return { row, person };
  });
}
