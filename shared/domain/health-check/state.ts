/** What a health check record is on a day: the fold of the events that stand. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseEvent } from '../case/case.ts';
import type { CaseContext } from '../case/case-type.ts';
import type { HealthCheckFacts, HealthCheckFactsOf } from './facts.ts';
import { handOverBy } from './hand-over.ts';
import { type Invitation, invitationOf } from './invitation.ts';
import { type HealthCheckStanding, healthCheckStanding } from './standing.ts';
import type { Tracked } from './tracked.ts';

/** A health action plan as it was agreed. */
export interface AgreedPlan extends Omit<HealthCheckFactsOf<'plan-agreed'>, 'kind'> {
  readonly eventId: string;
  readonly on: LocalDate;
}

/** How somebody left, and the due date that was handed over with them. */
export interface Leaving {
  readonly on: LocalDate;
  readonly why: HealthCheckFactsOf<'left'>['why'];
  readonly handedOverTo: string | null;
  /** By when the next check is due for whoever takes over; null where nobody is due one. */
  readonly due: LocalDate | null;
}

export interface HealthCheckState {
  readonly asAt: LocalDate;
  readonly practice: string;
  readonly tracked: Tracked;
  readonly standing: HealthCheckStanding;
  readonly invitation: Invitation;
  /** The day by which the due date is handed over to the GP practice, at the end of the place's services. */
  readonly handOverBy: LocalDate;
  /** The latest plan agreed; null when there is none. */
  readonly plan: AgreedPlan | null;
  /** Null while they are on the register and with this service. */
  readonly left: Leaving | null;
}

type Event = CaseEvent<HealthCheckFacts>;

/** @param events those that stand up to `asAt`, in the order of their days; the first puts somebody on the register. */
export function foldHealthCheck(events: readonly Event[], { person, policy, asAt }: CaseContext): HealthCheckState {
  const [first] = events;
  if (first?.facts.kind !== 'registered') throw new RangeError('A health check record begins with the register');
  let practice: string = first.facts.practice;
  let registerFrom = first.on;
  let leaving: (HealthCheckFactsOf<'left'> & { readonly on: LocalDate }) | null = null;
  let plan: AgreedPlan | null = null;
  const checks: LocalDate[] = [];
  const plans: LocalDate[] = [];
  const declines: LocalDate[] = [];
  for (const { id, on, facts } of events) {
    if (facts.kind === 'registered' || facts.kind === 'practice-moved') practice = facts.practice;
    if (facts.kind === 'registered') {
      registerFrom = on;
      leaving = null;
    }
    if (facts.kind === 'left') leaving = { ...facts, on };
    if (facts.kind === 'checked') checks.push(on);
    if (facts.kind === 'declined') declines.push(on);
    if (facts.kind === 'plan-agreed') {
      plans.push(on);
      plan = { eventId: id, on, goals: facts.goals, actions: facts.actions };
    }
  }
  const died = person.diedOn !== null && person.diedOn <= asAt ? person.diedOn : null;
  const ended = leaving ?? (died === null ? null : ({ kind: 'left', why: 'died', on: died } as const));
  const tracked: Tracked = {
    birthDate: person.birthDate,
    registerFrom,
    registerTo: ended?.on ?? null,
    checks,
    plans,
    declines,
  };
  const standing = healthCheckStanding(tracked, asAt);
  return {
    asAt,
    practice,
    tracked,
    standing,
    invitation: invitationOf(events, asAt),
    handOverBy: handOverBy(tracked, policy),
    plan,
    left:
      ended === null
        ? null
        : {
            on: ended.on,
            why: ended.why,
            handedOverTo: ended.handedOverTo ?? null,
            due: ended.why === 'died' || ended.why === 'off-register' ? null : standing.due,
          },
  };
}
