/**
 * Everything that a family may be shown of a child, and the one place that makes it. It is a list of what is shown, never of
 * what is hidden: a fact that is not copied here by name reaches no page, no answer, no message and no calendar of a family
 * (domain.md 9.2). Free text that staff wrote is never copied.
 */

import { accessNotices } from '../../domain/access/access-reviews.ts';
import type { Grant } from '../../domain/access/family-access.ts';
import { type GrowingUpStep, growingUp } from '../../domain/access/growing-up.ts';
import type { Part } from '../../domain/access/part.ts';
import { type LocalDate, latest } from '../../domain/calendar/local-date.ts';
import { type Help, type HelpContent, shownHelp } from '../../domain/community/help.ts';
import { type Notice, presentNotices } from '../../domain/community/notice.ts';
import type { PublishedEstimates } from '../../domain/estimate/published.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { dutiesOf } from '../../domain/referral/duties.ts';
import { familyTotalAcross } from '../../domain/referral/family-total.ts';
import { type ReferralView, referralView } from '../person/person-view.ts';
import { queueOf } from '../policy/place-policy.ts';
import type { PersonRecord } from '../ports/people.ts';
import { type FamilyDate, familyDates } from './family-dates.ts';
import {
  type FamilyBudget,
  type FamilyEhc,
  type FamilyHealthCheck,
  familyBudgets,
  familyEhc,
  familyHealthCheck,
} from './family-duties.ts';
import { familyEstimate } from './family-estimate.ts';
import { type FamilyWait, familyWait } from './family-wait.ts';
import { type HeardView, heardView } from './heard-view.ts';

/** Whom to ask. */
export interface FamilyContact {
  readonly organisation: string;
  readonly phone: string;
  readonly email: string;
}

export interface ChildView {
  readonly personId: string;
  /** Where the services are that the child waits for. */
  readonly place: Policy['place'];
  /** The first name alone: enough to tell brothers and sisters apart. */
  readonly givenName: string;
  /** Whether it is the young person's own record. */
  readonly own: boolean;
  /** The parts that are open to this reader today. */
  readonly parts: readonly Part[];
  /** What is waited for or being worked on, the longest wait first; then what has ended. */
  readonly waits: readonly FamilyWait[];
  /** EHC assessments and plans, the yearly health check, personal health budgets: each where its part is open. */
  readonly ehc: readonly FamilyEhc[];
  readonly healthCheck: FamilyHealthCheck | null;
  readonly budgets: readonly FamilyBudget[];
  /** What a calendar shows, the earliest first. */
  readonly dates: readonly FamilyDate[];
  readonly notices: ReturnType<typeof accessNotices>;
  /** What changes as the child grows up, by day; empty while that is far off, and long after it. */
  readonly growingUp: readonly GrowingUpStep[];
  /** What the reader said, the goals, and what they are asked. */
  readonly heard: HeardView;
  /** What the place says helps while waiting for what is waited for; empty where only the list of children is shown. */
  readonly help: readonly HelpContent[];
  /** Changes in services that touch what is waited for, the newest first. */
  readonly news: readonly FamilyNews[];
  readonly contact: FamilyContact;
  readonly asAt: LocalDate;
  /** The last day on which something changed that is shown here. */
  readonly lastUpdatedOn: LocalDate | null;
}

/** A notice of a change in a service, as the place wrote it. */
export interface FamilyNews {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly since: LocalDate;
}

/** What a place wrote for families, whoever reads it. */
export interface WrittenForFamilies {
  readonly help: readonly Help[];
  readonly notices: readonly Notice[];
}

/** What the view is made from: the record, whoever reads it, and the day. */
export interface ChildViewContext {
  readonly policy: Policy;
  readonly grant: Grant;
  readonly parts: readonly Part[];
  readonly today: LocalDate;
  /** By queue; empty where only the list of children is shown. */
  readonly estimates: ReadonlyMap<string, PublishedEstimates>;
  readonly written: WrittenForFamilies;
}

export function childView(record: PersonRecord, context: ChildViewContext): ChildView {
  const { person, referrals } = record;
  const { policy, grant, parts, today, written } = context;
  const duties = { record, policy, asAt: today };
  const views = referrals.map(({ referral }) => referralView(referral, person, policy, today));
  const waits = parts.includes('health') ? familyWaits(views, person, context) : [];
  const queues = waits.filter(({ open }) => open).map(({ queue }) => queue);
  const days = waits.flatMap(({ lastUpdatedOn }) => (lastUpdatedOn === null ? [] : [lastUpdatedOn]));
  const [first, ...others] = days;
  const ehc = parts.includes('ehc') ? familyEhc(duties) : [];
  const healthCheck = parts.includes('health') ? familyHealthCheck(duties) : null;
  const budgets = parts.includes('budget') ? familyBudgets(duties) : [];
  const withAppointments = parts.includes('health') && parts.includes('appointments');
  const booked = withAppointments ? views.filter(({ state }) => state.stage !== 'void') : [];
  return {
    personId: person.id,
    place: policy.place,
    givenName: firstName(person),
    own: grant.holder === 'young-person',
    parts,
    waits,
    ehc,
    healthCheck,
    budgets,
    dates: familyDates({ booked, withAppointments, ehc, healthCheck, budgets }, today),
    notices: grant.holder === 'young-person' ? [] : accessNotices(person.details, today),
    growingUp: growingUp(person.details, policy.transitionPlanningMonths, today),
    heard: heardView(record, { ...context, waits }),
    help: shownHelp(written.help, queues),
    news: presentNotices(written.notices, queues, today).map(newsOf),
    contact: familyContact(policy),
    asAt: today,
    lastUpdatedOn: first === undefined ? null : latest(first, ...others),
  };
}

function newsOf({ id, content: { title, text }, publishedOn, begunOn }: Notice): FamilyNews {
  return { id, title, text, since: publishedOn ?? begunOn };
}

/** Whom a family asks, whatever it may see. */
export function familyContact({ branding: { organisation, contact } }: Policy): FamilyContact {
  return { organisation, phone: contact.phone, email: contact.email };
}

/** Somebody with one name only has it as family name. */
function firstName({ details: { givenName, familyName } }: Person): string {
  return givenName === '' ? familyName : givenName;
}

function familyWaits(
  views: readonly ReferralView[],
  person: Person,
  { policy, parts, estimates, today }: ChildViewContext,
): readonly FamilyWait[] {
  const shown = views.filter(({ state }) => state.stage !== 'void');
  const waits = shown.map((view) => {
    const ofNeed = shown.filter(({ referral }) => referral.queue === view.referral.queue);
    return familyWait(view, {
      queue: queueOf(policy, view.referral.queue),
      // Handed from one provider to another it is one wait to the family: it is told of the referral that came last.
      total: isLast(view, ofNeed) ? familyTotalAcross(ofNeed.map(({ state }) => state)) : undefined,
      withAppointments: parts.includes('appointments'),
      askedSince: parts.includes('messages') ? askedSince(view, person, { policy, today }) : null,
      estimate: familyEstimate(view, person, estimates.get(view.referral.queue), today),
    });
  });
  return waits.toSorted((a, b) => Number(b.open) - Number(a.open) || (a.receivedOn < b.receivedOn ? -1 : 1));
}

/** The day from which the family is asked whether it still needs the place (domain.md 9.3). */
function askedSince(
  { referral, state }: ReferralView,
  { details }: Person,
  { policy, today }: Pick<ChildViewContext, 'policy' | 'today'>,
): LocalDate | null {
  const { birthDate, flags, reasonableAdjustments } = details;
  const queue = queueOf(policy, referral.queue);
  const context = { policy, queue, birthDate, flags, hasAdjustments: reasonableAdjustments.length > 0 };
  const duty = dutiesOf(state, context).find(({ kind }) => kind === 'family-contact');
  return duty !== undefined && duty.from <= today ? duty.from : null;
}

function isLast({ state }: ReferralView, ofNeed: readonly ReferralView[]): boolean {
  const received = state.stamps.received ?? '';
  return ofNeed.every((other) => (other.state.stamps.received ?? '') <= received);
}
