/** The teams of a place, who is in them, and which of them an alert belongs to. */
import { caseServices } from '../case/case-policy.ts';
import type { Actor } from '../permission/actor.ts';
import type { Policy } from '../policy/policy.ts';
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
  for (const service of caseServices(policy)) {
    const named = policy.cases.services.find(({ code }) => code === service);
    if (!services.has(service)) services.set(service, [named?.name ?? service]);
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

/** The code of the team that owns an alert: about a queue's referral, or about a case, which no route by queue fits. */
export function owningTeam(
  { alerts }: Policy,
  { code, service }: { readonly code?: string; readonly service: string },
  { kind, severity }: { readonly kind: DeadlineKind; readonly severity: AlertSeverity },
): string {
  const fits = <T>(wanted: readonly T[] | undefined, is: T | undefined): boolean =>
    wanted === undefined || wanted.length === 0 || wanted.some((one) => one === is);
  const route = alerts.routes.find(
    (one) => fits(one.queues, code) && fits(one.kinds, kind) && fits(one.severities, severity),
  );
  return route?.team ?? service;
}
