import { readAssembly } from './assembly.ts';
import { type LocalBus, type LocalRule, readBuses, readRules } from './bus-rules.ts';
import { type LocalConfigurationSet, readConfigurationSets } from './email-topics.ts';
import { type LocalFunction, readFunctions } from './functions.ts';
import { type LocalHttpApi, readHttpApis } from './http-apis.ts';
import { type MayInvoke, readPermissions } from './permissions.ts';
import { type LocalQueue, readQueues } from './queues.ts';
import { resolveStacks } from './resolver.ts';
import { refuseUnknownTypes } from './resource-types.ts';
import { type LocalRole, readRoles } from './roles.ts';
import { type LocalSchedule, readSchedules } from './schedules.ts';
import { type LocalSecret, readSecrets } from './secrets.ts';
import { type LocalSubscription, readSubscriptions } from './subscriptions.ts';
import type { Surroundings } from './surroundings.ts';
import { type LocalTable, readTable } from './tables.ts';
import { type LocalClient, readClients } from './user-pool.ts';

/** Everything that the templates of an app ask for, with this machine's names and addresses. */
export interface CloudDescription {
  readonly tables: readonly LocalTable[];
  readonly functions: readonly LocalFunction[];
  /** Roles, each with what the tables' own policies refuse everybody. */
  readonly roles: readonly LocalRole[];
  readonly apis: readonly LocalHttpApi[];
  readonly subscriptions: readonly LocalSubscription[];
  readonly buses: readonly LocalBus[];
  readonly rules: readonly LocalRule[];
  readonly schedules: readonly LocalSchedule[];
  readonly queues: readonly LocalQueue[];
  readonly configurationSets: readonly LocalConfigurationSet[];
  readonly secrets: readonly LocalSecret[];
  readonly clients: readonly LocalClient[];
  readonly mayInvoke: MayInvoke;
}

/**
 * Reads a synthesized cloud assembly. Nothing of the app is known to the local cloud but what this returns.
 * @throws Error when a template asks for something that the local cloud does not know.
 */
export function describeCloud(assembly: string, surroundings: Surroundings): CloudDescription {
  const resources = resolveStacks(readAssembly(assembly), surroundings);
  refuseUnknownTypes(resources);
  const tables = resources.filter(({ type }) => type === 'AWS::DynamoDB::Table').map(readTable);
  const functions = readFunctions(resources);
  const arnOfFunction = (nameOrArn: string): string => {
    const found = functions.find(({ name, arn }) => name === nameOrArn || arn === nameOrArn);
    if (!found) throw new Error(`The template names a function that it does not have: ${nameOrArn}`);
    return found.arn;
  };
  const queues = readQueues(resources);
  const refusals = tables.flatMap(({ denials }) => denials);
  return {
    tables,
    functions,
    roles: readRoles(resources).map((role) => ({ ...role, statements: [...role.statements, ...refusals] })),
    apis: readHttpApis(resources),
    subscriptions: readSubscriptions(resources, arnOfFunction),
    buses: readBuses(resources, `arn:aws:events:${surroundings.region}:${surroundings.account}:event-bus/default`),
    rules: readRules(resources),
    schedules: readSchedules(resources),
    queues,
    configurationSets: readConfigurationSets(resources, queues),
    secrets: readSecrets(resources),
    clients: readClients(resources),
    mayInvoke: readPermissions(resources, arnOfFunction),
  };
}
