/** The part of the service stack that families use: their pages and their API, which can list nobody. */
import { Duration } from 'aws-cdk-lib';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { environmentSchema as familyApiEnvironment } from '../../functions/family-api/environment.ts';
import { environmentSchema as familyWebEnvironment } from '../../functions/family-web/environment.ts';
import { type Configuration, publicUrl } from '../config.ts';
import { secretBinding, tableBinding } from '../constructs/binding.ts';
import type { FamilyIdentity } from '../constructs/family-identity.ts';
import { type FunctionSurroundings, ServiceFunction } from '../constructs/service-function.ts';
import type { DataStack } from './data-stack.ts';

/** What families' functions are built over. */
export interface FamiliesProps {
  readonly configuration: Configuration;
  readonly surroundings: FunctionSurroundings;
  readonly data: DataStack;
  readonly identity: FamilyIdentity;
  readonly secret: Secret;
}

export function addFamilies(
  scope: Construct,
  { configuration, surroundings, data, identity, secret }: FamiliesProps,
): { readonly web: ServiceFunction; readonly api: ServiceFunction } {
  // Families' functions look up what they have the id of: no index, so no list of people, queue or staff. They write nothing but what is
  // the family's own, messages in the child's record and to themselves included, how often the link of an invitation was tried, where the
  // address of a calendar leads, places that they book, and what they cannot read: answers, and who is to be told of a place.
  const bySecret = ['INVITE#*', 'CALENDAR#*'];
  const ownedByFamily = [
    'FAMILY#*',
    '*#F#*',
    '*#P#*',
    '*#MESSAGE#*',
    ...bySecret,
    '*#SEATS',
    '*#SEEKER#*',
    '*#ANSWER#*',
  ];
  const familyRecords = (written: readonly string[], more: readonly string[]) =>
    tableBinding(
      data.records,
      { actions: ['Query'], leadingKeys: ['*#P#*', '*#POLICY', 'FAMILY#*', '*#COMMUNITY#*', '*#SEATS', ...more] },
      { actions: ['GetItem'], leadingKeys: ['*#F#*', '*#P#*', ...bySecret, ...more] },
      { actions: ['PutItem'], leadingKeys: written },
    );
  // Of the figures, the ranges that families are told, and nothing else.
  const familyFigures = tableBinding(data.indicators, { actions: ['Query'], leadingKeys: ['*#E#*'] });
  const familyAudit = tableBinding(
    data.audit,
    { actions: ['Query', 'PutItem'], leadingKeys: ['*#A#*', '*#A', '*#S#*', '*#V#*'] },
    { actions: ['BatchGetItem'], leadingKeys: ['*#A#*'] },
  );
  const web = new ServiceFunction(scope, 'FamilyWeb', {
    name: 'family-web',
    description: 'The pages for families, with their sign-in and session',
    surroundings,
    environmentSchema: familyWebEnvironment,
    environment: {
      STAGE: configuration.stage,
      RECORDS_TABLE: familyRecords(['FSESSION#*', ...ownedByFamily], ['FSESSION#*']),
      INDICATORS_TABLE: familyFigures,
      AUDIT_TABLE: familyAudit,
      SECRETS_ID: secretBinding(secret),
      OIDC_ISSUER: identity.issuer,
      OIDC_CLIENT_ID: identity.client.userPoolClientId,
      PUBLIC_URL: publicUrl(configuration),
    },
    memory: 1024,
    timeout: Duration.seconds(29),
  });
  const api = new ServiceFunction(scope, 'FamilyApi', {
    name: 'family-api',
    description: 'The API for families under /v1/family',
    surroundings,
    environmentSchema: familyApiEnvironment,
    environment: {
      STAGE: configuration.stage,
      RECORDS_TABLE: familyRecords(ownedByFamily, []),
      INDICATORS_TABLE: familyFigures,
      AUDIT_TABLE: familyAudit,
      SECRETS_ID: secretBinding(secret),
    },
    memory: 1024,
    timeout: Duration.seconds(29),
  });
  return { web, api };
}
