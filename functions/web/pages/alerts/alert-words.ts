/** What an alert is about, in the words of the pages. */
import type { AlertFacts, ResolvedReason } from '../../../../shared/domain/alert/alert.ts';
import type { AlertSubject } from '../../../../shared/domain/alert/alert-subject.ts';
import type { DeadlineKind } from '../../../../shared/domain/alert/deadline-kinds.ts';
import { teamsOf } from '../../../../shared/domain/alert/teams.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { daysBetween, type LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import type { Policy } from '../../../../shared/domain/policy/policy.ts';
import { caseNames } from '../cases/case-names.ts';

export const kindWords: Readonly<Record<DeadlineKind, string>> = {
  'waiting-standard': 'Waiting standard',
  'long-wait': 'Long wait',
  'information-answer': 'Answer to a return for information',
  triage: 'Triage',
  acknowledge: 'Acknowledgement to the family',
  'contact-after-missed': 'Contact after a missed appointment',
  'review-missed': 'Review of missed appointments',
  'agree-new-date': 'New date to agree with the family',
  'family-contact': 'Contact with the family about the wait',
  'tell-outcome': 'Outcome to tell the family',
  'plan-transition': 'Move to the adult pathway',
  'escalate-transition': 'Adult team refused',
  'care-assessment': 'Initial health assessment',
  'care-review': 'Review health assessment',
  'health-check': 'Annual health check',
  'ehc-advice': 'Advice for an EHC assessment',
  'ehc-decision': 'Decision whether to assess (EHC)',
  'ehc-no-plan-notice': 'Notice that no EHC plan is issued, or a draft',
  'ehc-final-plan': 'Final EHC plan',
  'ehc-review': 'Annual review of an EHC plan',
  'ehc-review-circulate': 'Advice to send round before a review',
  'ehc-review-report': 'Report of a review',
  'ehc-review-notice': 'Decision after a review',
  'ehc-amended-plan': 'Amended EHC plan',
  'ehc-phase-transfer': 'EHC plan for a move to another phase',
  'budget-review': 'Review of a personal health budget',
  'budget-consent': 'Own consent to direct payments at 16',
  'budget-recovery': 'Money asked back by notice',
  'budget-reconsideration': 'Reconsideration of a decision on a budget',
  'family-message-read': 'Message of a family to read',
  'family-message-answer': 'Message of a family to answer',
  'access-review-at-11': 'Review of family access at 11',
  'access-assess-again': 'Whether a child can decide, to assess again',
  'access-invite': 'Young person to invite before 16',
  'access-review-at-18': 'Review of family access at 18',
  'access-unreached': 'Family that a message did not reach',
  'health-check-hand-over': 'Health check due date to hand over',
};

/** `Over 52 weeks` for a milestone of a long wait; the kind alone for everything else. */
export function aboutWords({ kind, threshold }: { readonly kind: DeadlineKind; readonly threshold: string }): string {
  const milestone = /^over-(\d+)-(weeks|days)$/.exec(threshold);
  return milestone === null ? kindWords[kind] : `Over ${milestone[1]} ${milestone[2]}`;
}

/** `3 days late`, `due in 12 days`, `due today`. */
export function dueWords(due: LocalDate, today: LocalDate): string {
  const left = daysBetween(today, due);
  if (left === 0) return 'due today';
  return left > 0 ? `due in ${counted(left, 'day')}` : `${counted(-left, 'day')} late`;
}

export const resolvedWords: Readonly<Record<ResolvedReason, string>> = {
  'cause-ended': 'What it was about is no longer so',
  superseded: 'A later alert about the same deadline tells it',
};

export function teamName(policy: Policy, code: string): string {
  return teamsOf(policy).find((team) => team.code === code)?.name ?? code;
}

/** What happened to an alert, as the heading of an entry of its history. */
export function happenedWords(facts: AlertFacts, policy: Policy): string {
  switch (facts.kind) {
    case 'raised':
      return 'Raised';
    case 'acknowledged':
      return 'Acknowledged';
    case 'snoozed':
      return `Snoozed until ${formatDate(facts.until)}`;
    case 'snooze-ended':
      return 'Came back from its snooze';
    case 'escalated':
      return `Escalated to ${teamName(policy, facts.to)}`;
    case 'resolved':
      return 'Resolved';
    case 'reopened':
      return 'Opened again';
  }
}

/** The waiting list that a referral is on, or what kind of record a case is. */
export function subjectName(subject: AlertSubject, { queues }: Policy): string {
  if (subject.of === 'case') return caseNames[subject.kind].one;
  return queues.find(({ code }) => code === subject.queue)?.shortName ?? subject.queue;
}
