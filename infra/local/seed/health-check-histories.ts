/** Invented histories of annual health checks, from the day somebody is put on the register to today. */
import { ageOn } from '../../../shared/domain/calendar/age.ts';
import { financialYearOf } from '../../../shared/domain/calendar/financial-year.ts';
import { addDays, addMonths, type LocalDate, latest } from '../../../shared/domain/calendar/local-date.ts';
import { eligibleFrom } from '../../../shared/domain/health-check/eligibility.ts';
import { type HealthCheckFacts, healthCheckFactsSchema } from '../../../shared/domain/health-check/facts.ts';
import type { Chance } from './random.ts';

export interface HealthCheckHappening {
  readonly on: LocalDate;
  readonly facts: HealthCheckFacts;
}

const goals = [
  'Swim once a week',
  'Walk to college with a friend',
  'Sleep through the night',
  'Eat breakfast every day',
  'Learn to take my own tablets',
  'Feel less worried about the dentist',
] as const;
const actions = [
  ['Book an eye test', 'Mum'],
  ['Send a referral to the dietitian', 'Dr Osei'],
  ['Have the flu vaccine', 'Practice nurse'],
  ['Go to the dentist', 'Support worker'],
  ['Review the epilepsy medicine', 'Dr Osei'],
  ['Blood test', 'Practice nurse'],
  ['Hearing test at the clinic', 'Dad'],
  ['Make an asthma plan', 'Practice nurse'],
] as const;

/** How a practice keeps up with its register: some do, one does not. */
export interface PracticeTemper {
  readonly practice: string;
  /** Share of the checks that are done in their year. */
  readonly keepsUp: number;
  /** Share of the checks that have a plan. */
  readonly plans: number;
}

/** What happened to somebody up to today, in order. Nothing lies after `today`; every event fits the rules. */
export function inventHealthChecks(
  chance: Chance,
  birthDate: LocalDate,
  today: LocalDate,
  temper: PracticeTemper,
): readonly HealthCheckHappening[] {
  const told: HealthCheckHappening[] = [];
  const say = (on: LocalDate, facts: unknown): void => {
    const before = told.at(-1)?.on ?? on;
    if (on <= today) told.push({ on: latest(on, before), facts: healthCheckFactsSchema.parse(facts) });
  };
  // Records begin a few years ago; whoever was on the register then had been for some time.
  const onRegister = latest(addDays(today, -chance.whole(200, 1500)), addMonths(birthDate, 12 * chance.whole(8, 12)));
  say(onRegister, { kind: 'registered', practice: temper.practice });
  let due = eligibleFrom({ birthDate, registerFrom: onRegister });
  while (due <= addDays(today, 60)) {
    const checkedOn = addDays(due, chance.whole(-40, 120));
    const done = oneYear(chance, say, {
      birthDate,
      due,
      checkedOn: latest(checkedOn, addDays(onRegister, 30)),
      today,
      temper,
    });
    due = addMonths(done ?? financialYearOf(due).last, 12);
  }
  if (chance.happens(0.04)) {
    const why = chance.pick(['moved-away', 'off-register'] as const);
    say(today, { kind: 'left', why, ...(why === 'moved-away' ? { handedOverTo: 'Marine Lake practice' } : {}) });
  }
  return told;
}

interface YearToTell {
  readonly birthDate: LocalDate;
  readonly due: LocalDate;
  readonly checkedOn: LocalDate;
  readonly today: LocalDate;
  readonly temper: PracticeTemper;
}

/** The invitation, what came of it, and the plan of one year. Answers the day of the check, if there was one. */
function oneYear(
  chance: Chance,
  say: (on: LocalDate, facts: unknown) => void,
  { birthDate, checkedOn, today, temper }: YearToTell,
): LocalDate | undefined {
  const invitedOn = addDays(checkedOn, -chance.whole(24, 60));
  const by = chance.weighted([
    ['letter', 5],
    ['easy-read-letter', 4],
    ['text', 2],
    ['telephone', 1],
  ] as const);
  if (!chance.happens(temper.keepsUp)) {
    // Not every practice that does no check has written.
    if (!chance.happens(0.55)) return undefined;
    say(invitedOn, { kind: 'invited', by });
    if (chance.happens(0.5)) say(addDays(invitedOn, 21), { kind: 'chased', by: 'telephone' });
    if (chance.happens(0.4)) {
      const who = ageOn(birthDate, addDays(invitedOn, 30)) < 16 ? 'parent' : 'young-person';
      say(addDays(invitedOn, 30), { kind: 'declined', by: who, capacityConsidered: true });
    }
    return undefined;
  }
  say(invitedOn, { kind: 'invited', by });
  if (chance.happens(0.25)) say(addDays(invitedOn, 14), { kind: 'chased', by: 'telephone' });
  const bookedOn = addDays(checkedOn, -chance.whole(5, 14));
  if (bookedOn <= today) say(bookedOn, { kind: 'booked', appointmentOn: checkedOn });
  if (checkedOn > today) return undefined;
  if (chance.happens(0.07)) {
    say(checkedOn, { kind: 'booking-ended', why: 'was-not-brought', safeguardingConsidered: true });
    return undefined;
  }
  say(checkedOn, {
    kind: 'checked',
    where: chance.weighted([
      ['practice', 8],
      ['hub', 1],
      ['home', 1],
    ] as const),
  });
  if (chance.happens(temper.plans)) say(addDays(checkedOn, chance.whole(0, 12)), planOf(chance, checkedOn));
  return checkedOn;
}

function planOf(chance: Chance, checkedOn: LocalDate): unknown {
  const first = chance.whole(0, actions.length - 1);
  const agreed = actions.filter((_, at) => (at - first + actions.length) % actions.length < chance.whole(2, 3));
  return {
    kind: 'plan-agreed',
    goals: [chance.pick(goals)],
    actions: agreed.map(([what, owner], at) => ({ what, owner, by: addDays(checkedOn, 30 * (at + 1)) })),
  };
}
