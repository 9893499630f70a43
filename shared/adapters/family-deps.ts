/** Composes what families' functions reach the world through: no list of people, no number, no queue. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { FamilyDeps } from '../application/deps.ts';
import type { Cursors } from '../application/ports/cursors.ts';
import type { Sessions } from '../application/ports/sessions.ts';
import { caseTypes } from '../domain/case/case-types.ts';
import { contactSecrets } from './crypto/contact-secrets.ts';
import { sealedCursors } from './crypto/cursors.ts';
import { sha256 } from './crypto/hash.ts';
import { keyedIds } from './crypto/ids.ts';
import { invitationCodes } from './crypto/invitation-codes.ts';
import { auditSearchInTable } from './dynamodb/audit-search.ts';
import { auditInTable } from './dynamodb/audit-trail.ts';
import { calendarLinksInTable } from './dynamodb/calendar-links.ts';
import { casesInTable } from './dynamodb/cases.ts';
import { documentClient } from './dynamodb/client.ts';
import { communityInTable } from './dynamodb/community.ts';
import { contactDetailsInTable, oneTimeCodesInTable } from './dynamodb/contact-details.ts';
import { estimatesInTable } from './dynamodb/estimates.ts';
import { familyAccessesInTable } from './dynamodb/family-accesses.ts';
import { familyAccountsInTable } from './dynamodb/family-accounts.ts';
import { invitationLinksInTable, invitationsInTable } from './dynamodb/invitations.ts';
import { messagesInTable } from './dynamodb/messages.ts';
import { peopleToRead } from './dynamodb/people.ts';
import { policiesInTable } from './dynamodb/policies.ts';
import { referralsInTable } from './dynamodb/referrals.ts';
import { sessionsInTable } from './dynamodb/sessions.ts';
import { TableAccess } from './dynamodb/table-access.ts';
import type { FamilySecrets } from './secrets/service-secrets.ts';
import type { ServiceSettings } from './service-deps.ts';

export function familyDeps(
  settings: ServiceSettings & { readonly indicatorsTable: string },
  secrets: Pick<FamilySecrets, 'familyKey' | 'sessionKey'> & Partial<Pick<FamilySecrets, 'contactKeys'>>,
  client: DynamoDBDocumentClient = documentClient(),
): FamilyDeps & { readonly sessions: Sessions; readonly cursors: Cursors } {
  const records = new TableAccess(client, settings.recordsTable);
  const audit = new TableAccess(client, settings.auditTable);
  const contact = contactSecrets(secrets.contactKeys ?? { '0': secrets.familyKey });
  return {
    people: peopleToRead(records),
    policies: policiesInTable(records),
    familyAccesses: familyAccessesInTable(records),
    familyAccounts: familyAccountsInTable(records, sha256),
    cases: casesInTable(records),
    caseTypes,
    referrals: referralsInTable(records),
    invitations: invitationsInTable(records, invitationCodes(secrets.familyKey)),
    invitationLinks: invitationLinksInTable(records, contact),
    calendarLinks: calendarLinksInTable(records, contact),
    contactDetails: contactDetailsInTable(records, contact),
    oneTimeCodes: oneTimeCodesInTable(records, contact),
    messages: messagesInTable(records),
    sessions: sessionsInTable(records, 'FSESSION'),
    community: communityInTable(records),
    estimates: estimatesInTable(new TableAccess(client, settings.indicatorsTable)),
    audit: auditInTable(audit, sha256),
    auditSearch: auditSearchInTable(audit),
    ids: keyedIds(secrets.familyKey),
    hash: sha256,
    cursors: sealedCursors(secrets.sessionKey),
  };
}
