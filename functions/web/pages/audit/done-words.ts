/** What somebody did, in the words of an audit officer: a view by its action, a change by the kind of its event. */
import { writtenAlertKind } from '../../../../shared/application/alerts/written-kind.ts';
import { writtenCaseKind } from '../../../../shared/application/case/written-kind.ts';
import type { AccessEventKind } from '../../../../shared/domain/access/access-event.ts';
import type { AlertEventKind } from '../../../../shared/domain/alert/alert.ts';
import { caseListName, type ViewedAction } from '../../../../shared/domain/audit/view.ts';
import { caseKinds } from '../../../../shared/domain/case/case-kinds.ts';
import type { BreakGlassEvent } from '../../../../shared/domain/permission/break-glass.ts';
import type { Person } from '../../../../shared/domain/person/person.ts';
import type { ReferralEventKind } from '../../../../shared/domain/referral/event.ts';
import { caseNames } from '../cases/case-names.ts';

const seen: Readonly<Record<ViewedAction, string>> = {
  'person.read': 'Opened the record',
  'person.find': 'Searched for people',
  'referral.read': 'Opened a referral',
  'queue.read': 'Looked at a list',
  'queue.export': 'Took a list as a file',
  'alert.read': 'Looked at alerts',
  'case.read': 'Opened a case',
  'case.record': 'Looked up whom a file is about',
  'case.list': 'Looked at a list of cases',
  'case.export': 'Took a list of cases as a file',
  'review.read': 'Looked at a row to decide',
  'audit.read': 'Looked at the audit',
  'audit.verify': 'Checked that the audit is whole',
  'family-access.read': 'Looked at the family’s access',
  'family-access.manage': 'Looked for whom to invite',
  'family.read': 'Read the child’s page',
  'family.health': 'Read the child’s health pages',
  'family.ehc': 'Read the child’s EHC pages',
  'family.budget': 'Read the child’s budget',
  'family.appointments': 'Read the child’s appointments',
  'family.messages': 'Read messages about the child',
  'family.share': 'Read who shares the child’s page',
};

const alerts: Readonly<Record<AlertEventKind, string>> = {
  raised: 'Alert raised',
  acknowledged: 'Acknowledged an alert',
  snoozed: 'Snoozed an alert',
  'snooze-ended': 'Alert came back from its snooze',
  escalated: 'Alert escalated',
  resolved: 'Alert ended',
  reopened: 'Alert opened again',
};

const ofPeople: Readonly<Record<Person['events'][number]['kind'] | BreakGlassEvent['kind'], string>> = {
  created: 'Added the person',
  changed: 'Changed details',
  'flagged-possible-duplicate': 'Marked as perhaps the same as another person',
  merged: 'Merged with another record',
  died: 'Recorded a death',
  'recorded-in-error': 'Corrected an entry recorded in error',
  'emergency-access-asked': 'Asked for emergency access',
  'emergency-access-reviewed': 'Reviewed an emergency access',
};

const ofReferrals: Readonly<Record<ReferralEventKind, string>> = {
  received: 'Received a referral',
  'booked-directly': 'Booked a first appointment directly',
  'triage-accepted': 'Accepted a referral at triage',
  'returned-for-information': 'Returned a referral for information',
  'information-received': 'Recorded an answer to a return',
  rejected: 'Rejected a referral',
  'appointment-offered': 'Offered an appointment',
  'offer-declined': 'Recorded that an offer was declined',
  'appointment-booked': 'Booked an appointment',
  'appointment-cancelled': 'Recorded a cancellation',
  'appointment-missed': 'Recorded a missed appointment',
  'new-date-agreed': 'Agreed a new date',
  'family-contacted': 'Recorded a contact with the family',
  'missed-appointments-reviewed': 'Reviewed missed appointments',
  contact: 'Recorded a contact',
  'baseline-measured': 'Recorded a first measure',
  'plan-or-intervention': 'Recorded a plan or an intervention',
  'assessment-started': 'Recorded the start of an assessment',
  'outcome-decided': 'Recorded an outcome',
  'family-informed': 'Recorded that the family was told the outcome',
  'treatment-started': 'Recorded the start of treatment',
  'active-monitoring-started': 'Recorded the start of active monitoring',
  'decision-to-treat': 'Recorded a decision to treat',
  'decision-not-to-treat': 'Recorded a decision not to treat',
  'declined-by-family': 'Recorded that the family declined',
  transferred: 'Transferred a referral',
  'right-to-choose-accepted': 'Recorded that a chosen provider accepted',
  discharged: 'Discharged',
  reinstated: 'Reinstated a referral',
  'moved-into-area': 'Recorded a wait in another area',
  retiered: 'Changed a priority',
  'linked-duplicate': 'Linked a duplicate referral',
  transition: 'Recorded a step to the adult pathway',
  assigned: 'Assigned a referral',
  noted: 'Wrote a note',
  'recorded-in-error': ofPeople['recorded-in-error'],
};

const ofAccess: Readonly<Record<AccessEventKind, string>> = {
  invited: 'Invited somebody of the family',
  'invited-again': 'Sent an invitation again',
  redeemed: 'Took up an invitation',
  'sharing-set': 'Chose what others of the family see',
  'preferences-set': 'Set how the family is reached',
  'contact-set': 'Set an address of the family',
  'contact-confirmed': 'Confirmed an address of the family',
  'contact-failed': 'Noted that a message to the family did not arrive',
  'care-order-made': 'Recorded a care order',
  'care-order-ended': 'Recorded the end of a care order',
  authorised: 'Recorded who allows access of the family',
  'competence-assessed': 'Recorded whether the child can decide',
  'consent-recorded': 'Recorded a consent to access',
  'best-interests-recorded': 'Recorded a decision in the child’s best interests',
  limited: 'Limited what somebody of the family sees',
  revoked: 'Ended access of the family',
  reviewed: 'Reviewed access of the family',
};

const words: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ ...seen, ...ofAccess, ...ofReferrals, ...ofPeople }),
  ...Object.entries(alerts).map(([kind, said]) => [writtenAlertKind(kind as AlertEventKind), said] as const),
]);

/** The action of a view or the kind of an event, in words. */
export function doneInWords(what: string): string {
  return words.get(what) ?? caseWords(what) ?? `Recorded “${plain(what)}”`;
}

/** `Annual health check: invited`. */
function caseWords(what: string): string | undefined {
  const kind = caseKinds.find((one) => what.startsWith(writtenCaseKind(one, '')));
  return kind && `${caseNames[kind].one}: ${plain(what.slice(writtenCaseKind(kind, '').length))}`;
}

/** The list that was looked at, by the name under which its views are kept. */
export function listInWords(list: string): string {
  const kind = caseKinds.find((one) => caseListName(one) === list);
  return kind === undefined ? list : caseNames[kind].many;
}

function plain(code: string): string {
  return code.replaceAll(/[-.]/g, ' ');
}
