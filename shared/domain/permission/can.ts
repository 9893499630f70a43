import type { Actor } from './actor.ts';
import { type Action, actions, emergencyActions, grants } from './grants.ts';

/** What is asked about, as far as permission goes. */
export interface Subject {
  readonly place: string;
  /** Services it belongs to: those of a person's referrals, or the one of a queue or referral. Empty for a whole place. */
  readonly services: readonly string[];
  /** The person's record is restricted: only the services that work with them may know of it. */
  readonly restricted: boolean;
  /** The asker has emergency access to this very person at this instant: break-glass.ts says when that is so. */
  readonly emergency?: boolean;
  /** The asker asked for it themselves. */
  readonly asked?: boolean;
  /** What the asker's own grant opens of this very person today, for families: linked-actions.ts works it out. */
  readonly linked?: ReadonlySet<Action>;
}

/**
 * The answer: `forbidden` when the asker may know of the subject but not do this to it, `hidden` when they may not know
 * of it, so that the answer must be the same as if it were not there.
 */
export type Verdict = 'allowed' | 'forbidden' | 'hidden';

/**
 * Who may do what to whom: the only place that decides. Everything not granted in grants.ts is refused. A role without
 * the action at all is `forbidden` whatever the subject, so that the refusal tells nothing of the subject.
 */
export function can(actor: Actor, action: Action, subject: Subject): Verdict {
  const reach = grants[actor.role][action];
  const emergency = underEmergency(actor, action, subject);
  if (reach === undefined && !emergency) return 'forbidden';
  if (subject.place !== actor.place) return 'hidden';
  if (reach === 'place' || emergency) return 'allowed';
  if (reach === 'asked') return subject.asked === true ? 'allowed' : 'hidden';
  if (reach === 'linked') return subject.linked?.has(action) ? 'allowed' : 'hidden';
  // A restricted record that no service works with yet has nobody to keep it to: the place's staff may complete it.
  const own = subject.services.some((service) => actor.services.includes(service));
  if (subject.restricted && subject.services.length > 0 && !own) return 'hidden';
  if (reach === 'unrestricted') return 'allowed';
  return own ? 'allowed' : 'forbidden';
}

/** Emergency access is for reading, and only in roles that may ask for it at all. */
function underEmergency(actor: Actor, action: Action, subject: Subject): boolean {
  const mayAsk = grants[actor.role]['access.break-glass'] !== undefined;
  return subject.emergency === true && mayAsk && emergencyActions.has(action);
}

/** The most favourable subject: asking `can` about it says whether the actor may do this to anything at all. */
export function anythingOf(actor: Actor): Subject {
  return { place: actor.place, services: actor.services, restricted: false, asked: true, linked: new Set(actions) };
}
