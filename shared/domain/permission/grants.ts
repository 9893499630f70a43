/** Who may do what, as data: for each role, what it may do and how far that reaches. What is not here is refused. */
import type { Role } from '../staff/staff.ts';

/** Everything that a route or a page may ask leave for. */
export const actions = [
  'person.create',
  'person.find',
  'person.read',
  'person.change',
  'referral.receive',
  'referral.read',
  'referral.record',
  'referral.retier',
  'queue.read',
  'queue.export',
  'queue.summary',
  'alert.read',
  'alert.work',
  'case.open',
  'case.read',
  'case.record',
  'case.list',
  'case.export',
  'ehc.request',
  'ehc.read',
  'policy.read',
  'policy.change',
  'import.run',
  'import.undo',
  'review.read',
  'review.decide',
  'audit.read',
  'audit.review',
  'audit.verify',
  'access.break-glass',
  'indicator.read',
  'indicator.unsuppressed',
  'indicator.rebase',
  'board.write',
  'board.sign',
  'community.read',
  'community.write',
  'me.read',
  'family-access.read',
  'family-access.manage',
  'family.read',
  'family.health',
  'family.ehc',
  'family.budget',
  'family.appointments',
  'family.messages',
  'family.share',
  'me.notifications',
  'webhook.manage',
  'operations.read',
] as const;
export type Action = (typeof actions)[number];

/** What emergency access allows: to see one person, their referrals and cases, and to change nothing. */
export const emergencyActions: ReadonlySet<Action> = new Set<Action>(['person.read', 'referral.read', 'case.read']);

/**
 * How far a grant reaches inside one's own place. `place`: everything, restricted records included. `unrestricted`:
 * everything but restricted records of services one does not work with. `service`: only what belongs to a service one works with.
 * `asked`: only what one asked for oneself. `linked`: only the children whose record a grant of one's own opens, and of that only the parts it opens today.
 */
export type Reach = 'place' | 'unrestricted' | 'service' | 'asked' | 'linked';

type Grants = Readonly<Partial<Record<Action, Reach>>>;

const everyone: Grants = { 'me.read': 'place', 'me.notifications': 'place', 'policy.read': 'place' };

/** Work with people, their referrals and cases, whoever does it. A queue shows its own service's list only. */
const casework: Grants = {
  ...everyone,
  'community.read': 'place',
  'person.create': 'place',
  'person.find': 'unrestricted',
  'person.read': 'unrestricted',
  'person.change': 'unrestricted',
  'referral.receive': 'unrestricted',
  'referral.read': 'unrestricted',
  'referral.record': 'service',
  'queue.read': 'service',
  'queue.export': 'service',
  'alert.read': 'service',
  'alert.work': 'service',
  'case.open': 'service',
  'case.read': 'service',
  'case.record': 'service',
  'case.list': 'service',
  'case.export': 'service',
  'ehc.request': 'service',
  'ehc.read': 'service',
  'queue.summary': 'place',
  'review.read': 'unrestricted',
  // Whoever may be with a child in danger; what it opens, and for how long, is in break-glass.ts.
  'access.break-glass': 'place',
  'family-access.read': 'unrestricted',
  'family-access.manage': 'service',
};

export const grants: Readonly<Record<Role, Grants>> = {
  /** Whoever answers the telephone cannot move a child up: only a clinician re-tiers (domain.md 10). */
  clinician: { ...casework, 'referral.retier': 'service' },
  administrator: casework,
  'data-manager': {
    ...everyone,
    'community.read': 'place',
    'person.create': 'place',
    'person.find': 'place',
    'person.read': 'place',
    'person.change': 'place',
    'referral.receive': 'place',
    'referral.read': 'place',
    'referral.record': 'place',
    'queue.read': 'place',
    'queue.export': 'place',
    'alert.read': 'place',
    'alert.work': 'place',
    'case.open': 'place',
    'case.read': 'place',
    'case.record': 'place',
    'case.list': 'place',
    'case.export': 'place',
    'ehc.request': 'place',
    'ehc.read': 'place',
    'queue.summary': 'place',
    'import.run': 'place',
    'import.undo': 'place',
    'review.read': 'place',
    'review.decide': 'place',
    // Whether the audit is whole, which tells nothing of anybody: the more may prove it, the more it is worth.
    'audit.verify': 'place',
    'indicator.read': 'place',
    // Who sees every record may see a count of four.
    'indicator.unsuppressed': 'place',
    'webhook.manage': 'place',
  },
  /** Commissioners see published figures, which are kept apart; nothing that is counted from records on request. */
  commissioner: { ...everyone, 'indicator.read': 'place' },
  /** Writes for the board, on the same released figures that the board sees. */
  'performance-lead': {
    ...everyone,
    'indicator.read': 'place',
    'indicator.rebase': 'place',
    'board.write': 'place',
  },
  /** Signs what was written, and writes none of it. */
  'board-chair': { ...everyone, 'indicator.read': 'place', 'board.sign': 'place' },
  /** Writes for families and asks them; opens no record of anybody. */
  'content-editor': { ...everyone, 'community.read': 'place', 'community.write': 'place' },
  'audit-officer': { ...everyone, 'audit.read': 'place', 'audit.review': 'place', 'audit.verify': 'place' },
  operator: {
    ...everyone,
    'audit.verify': 'place',
    'policy.change': 'place',
    'webhook.manage': 'place',
    'operations.read': 'place',
  },
  /** The council asks for assessments by number and birth date, and sees what became of those it asked for. Nothing else is there for it. */
  'council-system': { 'me.read': 'place', 'ehc.request': 'place', 'ehc.read': 'asked' },
  /** What of it on which day, access/opened-parts.ts says. */
  family: {
    'family.read': 'linked',
    'family.health': 'linked',
    'family.ehc': 'linked',
    'family.budget': 'linked',
    'family.appointments': 'linked',
    'family.messages': 'linked',
    'family.share': 'linked',
  },
};
