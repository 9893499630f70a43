/** Composes what use cases reach the world through, on the real store: the one place where ports meet their adapters. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Deps } from '../application/deps.ts';
import type { CaseTypes } from '../domain/case/case-type.ts';
import { caseTypes } from '../domain/case/case-types.ts';
import { contactSecrets } from './crypto/contact-secrets.ts';
import { sealedCursors } from './crypto/cursors.ts';
import { sha256 } from './crypto/hash.ts';
import { keyedHash, keyedIds } from './crypto/ids.ts';
import { invitationCodes } from './crypto/invitation-codes.ts';
import { numberSeal } from './crypto/number-seal.ts';
import { alertsInTable } from './dynamodb/alerts.ts';
import { auditHeadsInTable } from './dynamodb/audit-heads.ts';
import { auditSearchInTable } from './dynamodb/audit-search.ts';
import { auditInTable } from './dynamodb/audit-trail.ts';
import { breakGlassesInTable } from './dynamodb/break-glasses.ts';
import { casesInTable } from './dynamodb/cases.ts';
import { documentClient } from './dynamodb/client.ts';
import { columnMappingsInTable } from './dynamodb/column-mappings.ts';
import { communityInTable } from './dynamodb/community.ts';
import { contactDetailsInTable, oneTimeCodesInTable } from './dynamodb/contact-details.ts';
import { familyAccessesInTable } from './dynamodb/family-accesses.ts';
import { importsInTable } from './dynamodb/imports.ts';
import { invitationLinksInTable, invitationsInTable } from './dynamodb/invitations.ts';
import { messagesInTable } from './dynamodb/messages.ts';
import { peopleInTable } from './dynamodb/people.ts';
import { personNumbersInTable } from './dynamodb/person-numbers.ts';
import { policiesInTable } from './dynamodb/policies.ts';
import { preferencesInTable } from './dynamodb/preferences.ts';
import { queuesInTable } from './dynamodb/queues.ts';
import { referralsInTable } from './dynamodb/referrals.ts';
import { reviewsInTable } from './dynamodb/reviews.ts';
import { scheduleRunsInTable } from './dynamodb/schedule-runs.ts';
import { sessionsInTable } from './dynamodb/sessions.ts';
import { staffInTable } from './dynamodb/staff-directory.ts';
import { TableAccess } from './dynamodb/table-access.ts';
import { unusualHoursInTable } from './dynamodb/unusual-hours.ts';
import { webhooksInTable } from './dynamodb/webhooks.ts';
import type { ServiceSecrets } from './secrets/service-secrets.ts';
import { deadLettersInSqs } from './sqs/dead-letters.ts';

export interface ServiceSettings {
  readonly stage: string;
  readonly recordsTable: string;
  readonly auditTable: string;
  /** The dead-letter queues, as `Name=URL,…`. */
  readonly deadLetters?: string;
}

export function serviceDeps(
  settings: ServiceSettings,
  secrets: Pick<ServiceSecrets, 'nhsNumberKey' | 'sessionKey' | 'familyKey'> &
    Partial<Pick<ServiceSecrets, 'numberKeys' | 'contactKeys'>>,
  client: DynamoDBDocumentClient = documentClient(),
  types: CaseTypes = caseTypes,
): Deps {
  const records = new TableAccess(client, settings.recordsTable);
  const audit = new TableAccess(client, settings.auditTable);
  const seal = numberSeal(secrets.nhsNumberKey, secrets.numberKeys);
  const contact = contactSecrets(secrets.contactKeys ?? { '0': secrets.familyKey });
  const keyed = (use: string) => keyedHash(secrets.nhsNumberKey, use);
  return {
    people: peopleInTable(records, { keyed: keyed('birthday'), seal }, types),
    personNumbers: personNumbersInTable(records, keyed('number')),
    referrals: referralsInTable(records),
    queues: queuesInTable(records),
    cases: casesInTable(records, types),
    caseTypes: types,
    imports: importsInTable(records),
    columnMappings: columnMappingsInTable(records),
    reviews: reviewsInTable(records, seal),
    policies: policiesInTable(records),
    staff: staffInTable(records, sha256),
    sessions: sessionsInTable(records),
    breakGlasses: breakGlassesInTable(records),
    familyAccesses: familyAccessesInTable(records),
    invitations: invitationsInTable(records, invitationCodes(secrets.familyKey)),
    invitationLinks: invitationLinksInTable(records, contact),
    contactDetails: contactDetailsInTable(records, contact),
    oneTimeCodes: oneTimeCodesInTable(records, contact),
    alerts: alertsInTable(records),
    messages: messagesInTable(records),
    webhooks: webhooksInTable(records),
    community: communityInTable(records),
    preferences: preferencesInTable(records),
    scheduleRuns: scheduleRunsInTable(records),
    deadLetters: deadLettersInSqs(settings.deadLetters ?? ''),
    audit: auditInTable(audit, sha256),
    auditSearch: auditSearchInTable(audit),
    auditHeads: auditHeadsInTable(audit),
    unusualHours: unusualHoursInTable(audit),
    ids: keyedIds(secrets.nhsNumberKey),
    hash: sha256,
    cursors: sealedCursors(secrets.sessionKey),
    stage: settings.stage,
  };
}
