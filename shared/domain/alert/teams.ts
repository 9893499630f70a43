/** The teams of a place, who is in them, and which of them an alert belongs to. */
import type { Actor } from '../permission/actor.ts';
import type { Policy, QueuePolicy } from '../policy/policy.ts';
import type { AlertPolicy } from './alert-policy.ts';
import type { DeadlineKind } from './deadline-kinds.ts';
import type { AlertSeverity } from './severity.ts';

export type Team = AlertPolicy['teams'][number];

/** Every team of a place: those it names, and one for each service, of whoever works with it. */
export function teamsOf(policy: Policy): readonly Team[] {
  const named = policy.alerts.teams;
  const services = new Map<string, string[]>();
  for (const { service, shortName } of policy.queues) {
    services.set(service, [...(services.get(service) ?? []), shortName]);
  }
  const own = [...services]
    .filter(([service]) => !named.some(({ code }) => code === service))
    .map(
      ([service, queues]): Team => ({
        code: service,
        name: queues.join(', '),
        roles: ['clinician', 'administrator'],
        services: [service],
      }),
    );
  return [...own, ...named];
}

/** The teams that somebody is in, in the role they act in. */
export function teamsOfActor(policy: Policy, { role, services }: Actor): readonly Team[] {
  return teamsOf(policy).filter(
    (team) =>
      team.roles.some((one) => one === role) &&
      (team.services.length === 0 || team.services.some((service) => services.includes(service))),
  );
}

/** The code of the team that owns an alert about a queue. */
export function owningTeam(
  { alerts }: Policy,
  queue: QueuePolicy,
  { kind, severity }: { readonly kind: DeadlineKind; readonly severity: AlertSeverity },
): string {
  const fits = <T>(wanted: readonly T[] | undefined, is: T): boolean =>
    wanted === undefined || wanted.length === 0 || wanted.includes(is);
  const route = alerts.routes.find(
    (one) => fits(one.queues, queue.code) && fits(one.kinds, kind) && fits(one.severities, severity),
  );
  return route?.team ?? queue.service;
}
