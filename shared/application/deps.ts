/** Everything that use cases reach the world through. One file of each function composes the real one. */

import type { CaseTypes } from '../domain/case/case-type.ts';
import type { Alerts } from './ports/alerts.ts';
import type { AuditTrail } from './ports/audit.ts';
import type { AuditHeads } from './ports/audit-heads.ts';
import type { AuditSearch } from './ports/audit-search.ts';
import type { BreakGlasses } from './ports/break-glasses.ts';
import type { Bus } from './ports/bus.ts';
import type { CalendarLinks } from './ports/calendar-links.ts';
import type { Cases } from './ports/cases.ts';
import type { ColumnMappings } from './ports/column-mappings.ts';
import type { Community, FamilyCommunity } from './ports/community.ts';
import type { ContactDetails, OneTimeCodes } from './ports/contact-details.ts';
import type { Cursors } from './ports/cursors.ts';
import type { DeadLetters } from './ports/dead-letters.ts';
import type { Estimates } from './ports/estimates.ts';
import type { FamilyAccesses } from './ports/family-accesses.ts';
import type { FamilyAccounts } from './ports/family-accounts.ts';
import type { Hash } from './ports/hash.ts';
import type { Ids } from './ports/ids.ts';
import type { Imports } from './ports/imports.ts';
import type { InvitationLinks, Invitations } from './ports/invitations.ts';
import type { Messages } from './ports/messages.ts';
import type { People } from './ports/people.ts';
import type { PersonNumbers } from './ports/person-numbers.ts';
import type { Policies } from './ports/policies.ts';
import type { PreferencesKept } from './ports/preferences.ts';
import type { Queues } from './ports/queues.ts';
import type { Referrals } from './ports/referrals.ts';
import type { Reviews } from './ports/reviews.ts';
import type { ScheduleRuns } from './ports/schedule-runs.ts';
import type { Sessions } from './ports/sessions.ts';
import type { StaffDirectory } from './ports/staff-directory.ts';
import type { UnusualHours } from './ports/unusual-hours.ts';
import type { Webhooks } from './ports/webhooks.ts';

export interface Deps {
  readonly people: People;
  readonly personNumbers: PersonNumbers;
  readonly referrals: Referrals;
  readonly queues: Queues;
  readonly cases: Cases;
  /** What each kind of case is. */
  readonly caseTypes: CaseTypes;
  readonly imports: Imports;
  readonly columnMappings: ColumnMappings;
  readonly reviews: Reviews;
  readonly policies: Policies;
  readonly staff: StaffDirectory;
  readonly sessions: Sessions;
  readonly breakGlasses: BreakGlasses;
  readonly familyAccesses: FamilyAccesses;
  readonly invitations: Invitations;
  readonly invitationLinks: InvitationLinks;
  readonly contactDetails: ContactDetails;
  readonly oneTimeCodes: OneTimeCodes;
  readonly alerts: Alerts;
  readonly messages: Messages;
  readonly webhooks: Webhooks;
  readonly community: Community;
  readonly preferences: PreferencesKept;
  readonly scheduleRuns: ScheduleRuns;
  readonly deadLetters: DeadLetters;
  readonly audit: AuditTrail;
  readonly auditSearch: AuditSearch;
  readonly auditHeads: AuditHeads;
  readonly unusualHours: UnusualHours;
  readonly ids: Ids;
  readonly hash: Hash;
  readonly cursors: Cursors;
  /** The deployment's name: says which NHS numbers may be used. */
  readonly stage: string;
}

/** What families' functions need, and all they are given: they read what a grant opens and write what is the family's own. */
export interface FamilyDeps {
  readonly people: Pick<People, 'record'>;
  readonly policies: Pick<Policies, 'current'>;
  readonly familyAccesses: Pick<FamilyAccesses, 'get' | 'save'>;
  readonly familyAccounts: FamilyAccounts;
  readonly invitations: Pick<Invitations, 'find'>;
  readonly invitationLinks: Pick<InvitationLinks, 'find' | 'countTry'>;
  readonly calendarLinks: CalendarLinks;
  readonly contactDetails: ContactDetails;
  readonly oneTimeCodes: OneTimeCodes;
  readonly messages: Pick<Messages, 'create'>;
  readonly cases: Pick<Cases, 'get' | 'whole' | 'create' | 'save'>;
  readonly referrals: Pick<Referrals, 'get' | 'save'>;
  readonly caseTypes: CaseTypes;
  readonly estimates: Estimates;
  readonly community: FamilyCommunity;
  readonly audit: Pick<AuditTrail, 'viewed'>;
  readonly auditSearch: Pick<AuditSearch, 'viewsOfIn'>;
  readonly ids: Ids;
  readonly hash: Hash;
}

/** What publishing committed changes needs: the records to refresh rows in, the audit to copy to, the bus. */
export interface PublishingDeps {
  readonly people: Pick<People, 'get' | 'record'>;
  readonly familyAccesses: Pick<FamilyAccesses, 'get' | 'save'>;
  readonly referrals: Pick<Referrals, 'get' | 'save'>;
  readonly cases: Pick<Cases, 'get' | 'whole' | 'create' | 'save'>;
  readonly caseTypes: CaseTypes;
  readonly alerts: Pick<Alerts, 'get' | 'save'>;
  readonly policies: Pick<Policies, 'current'>;
  readonly audit: Pick<AuditTrail, 'written'>;
  readonly bus: Bus;
  readonly hash: Hash;
}
