/**
 * Invented histories: what happens to a referral from its receipt to today, as members of staff would have recorded it.
 * Waits are drawn so that the lists look like those of a place under strain: therapy around its standard, autism and ADHD
 * far beyond theirs.
 */
import { englandAndWales, knowsYearOf } from '../../../shared/domain/calendar/bank-holidays.ts';
import {
  addDays,
  daysBetween,
  type LocalDate,
  latest,
  localDate,
  weekdayOf,
} from '../../../shared/domain/calendar/local-date.ts';
import { addWorkingDays, isWorkingDay } from '../../../shared/domain/calendar/working-days.ts';
import type { Tier } from '../../../shared/domain/policy/tier.ts';
import type { ClockFamilyCode } from '../../../shared/domain/referral/clock-family.ts';
import type { ReferralEventFacts } from '../../../shared/domain/referral/event.ts';
import type { Chance } from './random.ts';

export interface Happening {
  readonly on: LocalDate;
  readonly facts: ReferralEventFacts;
}

/** How one queue behaves. Days. */
export interface QueueTemper {
  readonly code: string;
  readonly family: ClockFamilyCode;
  readonly referrals: number;
  /** Referrals are spread over this many days before today: two years at least, which charts go back. */
  readonly overDays: number;
  readonly medianWaitDays: number;
  readonly spread: number;
  readonly ages: readonly (readonly [number, number])[];
  readonly clinicians: readonly string[];
}

export const tempers: readonly QueueTemper[] = [
  {
    code: 'SALT',
    family: 'CHS',
    referrals: 800,
    overDays: 735,
    medianWaitDays: 105,
    spread: 0.65,
    ages: [
      [2, 20],
      [3, 30],
      [4, 22],
      [5, 12],
      [6, 8],
      [8, 5],
      [11, 3],
    ],
    clinicians: ['Priya Nair', 'Tom Ashworth', 'Ruth Kaplan'],
  },
  {
    code: 'OT',
    family: 'CHS',
    referrals: 560,
    overDays: 735,
    medianWaitDays: 112,
    spread: 0.6,
    ages: [
      [4, 12],
      [5, 18],
      [6, 18],
      [7, 14],
      [9, 14],
      [12, 10],
      [15, 5],
    ],
    clinicians: ['Sam Whitfield', 'Joy Eze'],
  },
  {
    code: 'ASD',
    family: 'ASD',
    referrals: 640,
    overDays: 900,
    medianWaitDays: 420,
    spread: 0.5,
    ages: [
      [3, 8],
      [5, 14],
      [7, 18],
      [9, 16],
      [12, 18],
      [15, 14],
      [17, 6],
      [20, 4],
      [24, 2],
    ],
    clinicians: ['Dr Helen Marsh', 'Dr Anil Rao'],
  },
  {
    code: 'ADHD',
    family: 'ADHD',
    referrals: 520,
    overDays: 900,
    medianWaitDays: 470,
    spread: 0.5,
    ages: [
      [6, 12],
      [8, 22],
      [10, 20],
      [13, 18],
      [16, 12],
      [18, 6],
      [21, 5],
      [24, 3],
    ],
    clinicians: ['Dr Mei Chen', 'Dr Owen Pugh'],
  },
];

const contacts = [
  ['face-to-face', 6],
  ['video', 2],
  ['telephone', 1],
] as const;

const FIRST_RECEIPT = localDate('2024-01-08');

/** The history of one referral up to today. Nobody under 16 "does not attend": they were not brought (domain.md 10). */
export function inventHistory(
  chance: Chance,
  queue: QueueTemper,
  today: LocalDate,
  childUnder16: boolean,
): readonly Happening[] {
  // Working days are known from 2024 on: an earlier receipt could not be triaged by the rules.
  const received = latest(workingDay(addDays(today, -chance.whole(0, queue.overDays))), FIRST_RECEIPT);
  const tier: Tier = chance.weighted([
    ['urgent', 3],
    ['soon', 10],
    ['routine', 87],
  ] as const);
  const source = chance.weighted([
    ['gp', 30],
    ['health-visitor', 22],
    ['school', 30],
    ['paediatrician', 10],
    ['parent', 8],
  ] as const);
  const story = new Story(received, today);
  story.add(received, { kind: 'received', source, tier, alreadyAccepted: false });

  const triaged = addWorkingDays(received, chance.whole(1, 6));
  if (chance.happens(0.04)) {
    story.add(triaged, {
      kind: 'rejected',
      reason: chance.pick(['criteria-not-met', 'wrong-service', 'not-enough-information'] as const),
      advice: 'Please see the local offer; you can refer again if things change.',
    });
    return story.told;
  }
  if (chance.happens(0.05)) {
    story.add(triaged, {
      kind: 'returned-for-information',
      questions: 'Please send the school’s report and the hearing test.',
    });
    if (chance.happens(0.3)) return story.told;
    story.add(addDays(triaged, chance.whole(4, 24)), { kind: 'information-received' });
  }
  story.add(addWorkingDays(story.latest, chance.whole(0, 2)), { kind: 'triage-accepted' });
  if (chance.happens(0.35)) story.add(story.latest, { kind: 'assigned', to: chance.pick(queue.clinicians) });

  const urgency = tier === 'urgent' ? 0.18 : tier === 'soon' ? 0.5 : 1;
  const wait = Math.max(9, Math.round(chance.wait(queue.medianWaitDays, queue.spread) * urgency));
  const seenOn = workingDay(addDays(received, Math.max(wait, daysBetween(received, story.latest) + 7)));
  if (chance.happens(0.05)) {
    const left = addDays(received, chance.whole(20, Math.max(30, wait - 10)));
    if (left < seenOn && left > story.latest) {
      story.add(
        left,
        chance.happens(0.5)
          ? { kind: 'declined-by-family' }
          : { kind: 'discharged', reason: 'moved-away', clinician: chance.pick(queue.clinicians) },
      );
      return story.told;
    }
  }
  for (let weeks = 12; addDays(received, weeks * 7) < addDays(seenOn, -40); weeks += 12) {
    if (chance.happens(0.8))
      story.add(workingDay(addDays(received, weeks * 7 + chance.whole(0, 6))), {
        kind: 'family-contacted',
        purpose: 'validation',
        stillNeeded: true,
      });
  }
  book(chance, story, seenOn, childUnder16);
  if (queue.family === 'CHS') tellTherapy(chance, story, seenOn, queue);
  else tellAssessment(chance, story, seenOn, queue);
  return story.told;
}

/** An offer four weeks ahead with two dates; sometimes an earlier one that was missed or cancelled. */
function book(chance: Chance, story: Story, seenOn: LocalDate, childUnder16: boolean): void {
  if (chance.happens(0.13)) {
    const missed = workingDay(addDays(seenOn, -chance.whole(28, 42)));
    if (missed > addDays(story.latest, 8) && missed <= story.today) {
      story.add(workingDay(addDays(missed, -7)), { kind: 'appointment-booked', appointmentOn: missed, time: '10:00' });
      if (chance.happens(0.55) && childUnder16) {
        story.add(missed, {
          kind: 'appointment-missed',
          coding: 'was-not-brought',
          first: true,
          communicationProven: chance.happens(0.7),
          safeguardingConsidered: true,
        });
        story.add(addWorkingDays(missed, chance.whole(1, 3)), {
          kind: 'family-contacted',
          purpose: 'after-missed-appointment',
          stillNeeded: true,
        });
      } else
        story.add(addDays(missed, -1), {
          kind: 'appointment-cancelled',
          by: chance.pick(['family', 'provider'] as const),
        });
    }
  }
  const booked = workingDay(addDays(seenOn, -chance.whole(10, 28)));
  if (booked > story.latest)
    story.add(booked, {
      kind: 'appointment-booked',
      appointmentOn: seenOn,
      time: chance.pick(['09:30', '10:15', '11:00', '13:30', '14:45']),
    });
}

function tellTherapy(chance: Chance, story: Story, seenOn: LocalDate, queue: QueueTemper): void {
  story.add(seenOn, { kind: 'contact', mechanism: chance.weighted(contacts), parentOnly: false });
  story.add(workingDay(addDays(seenOn, chance.whole(14, 90))), { kind: 'treatment-started' });
  story.add(workingDay(addDays(seenOn, chance.whole(100, 240))), {
    kind: 'discharged',
    reason: 'treated',
    clinician: chance.pick(queue.clinicians),
  });
}

function tellAssessment(chance: Chance, story: Story, seenOn: LocalDate, queue: QueueTemper): void {
  const early = workingDay(addDays(seenOn, -chance.whole(30, 120)));
  if (early > story.latest) story.add(early, { kind: 'contact', mechanism: 'telephone', parentOnly: true });
  story.add(seenOn, { kind: 'contact', mechanism: chance.weighted(contacts), parentOnly: false });
  story.add(seenOn, { kind: 'assessment-started', byRole: 'Clinical psychologist' });
  const decided = workingDay(addDays(seenOn, chance.whole(28, 120)));
  story.add(decided, {
    kind: 'outcome-decided',
    outcome: chance.weighted([
      ['confirmed', 70],
      ['not-confirmed', 22],
      ['deferred', 8],
    ] as const),
  });
  const told = workingDay(addDays(decided, chance.whole(3, 21)));
  story.add(told, { kind: 'family-informed' });
  story.add(workingDay(addDays(told, chance.whole(60, 200))), {
    kind: 'discharged',
    reason: 'completed',
    clinician: chance.pick(queue.clinicians),
  });
}

/** Happenings in order; what would lie after today has not happened, and nothing happens after that. */
class Story {
  readonly told: Happening[] = [];
  latest: LocalDate;
  readonly today: LocalDate;
  #ended = false;

  constructor(start: LocalDate, today: LocalDate) {
    this.latest = start;
    this.today = today;
  }

  add(on: LocalDate, facts: ReferralEventFacts): void {
    if (on > this.today) this.#ended = true;
    if (this.#ended || on < this.latest) return;
    this.told.push({ on, facts });
    this.latest = on;
  }
}

/** The day itself, or the working day before it: clinics do not run at weekends. */
function workingDay(day: LocalDate): LocalDate {
  let candidate = day;
  while (weekdayOf(candidate) > 5 || (knowsYearOf(englandAndWales, candidate) && !isWorkingDay(candidate)))
    candidate = addDays(candidate, -1);
  return candidate;
}
