/** Invented children in care, as a place under strain would have recorded them: some told of late, some missed, most seen in time. */
import { caseContext, plannedCase } from '../../../shared/application/case/case-entry.ts';
import type { Deps } from '../../../shared/application/deps.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { addDays, addMonths, type LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import { careAssessment } from '../../../shared/domain/care-assessment/care-type.ts';
import { type CareFacts, legalStatuses } from '../../../shared/domain/care-assessment/facts.ts';
import { openCase, recordOnCase } from '../../../shared/domain/case/record-case.ts';
import type { Policy } from '../../../shared/domain/policy/policy.ts';
import { keepPerson } from './keep-person.ts';
import { inventPerson, type PlaceOfLiving } from './people.ts';
import { type Chance, chanceOf } from './random.ts';

const CHILDREN = 60;
const FIRST_SERIAL = 800_000;

interface Dated {
  readonly on: LocalDate;
  readonly facts: CareFacts;
}

/** Puts the children in care of a place in. */
export async function seedCare(
  deps: Pick<Deps, 'people' | 'personNumbers' | 'cases' | 'caseTypes' | 'ids' | 'hash'>,
  policy: Policy,
  home: PlaceOfLiving,
  today: LocalDate,
): Promise<void> {
  const chance = chanceOf(FIRST_SERIAL);
  for (let n = 0; n < CHILDREN; n += 1) {
    const details = inventPerson(chance, FIRST_SERIAL + n, chance.whole(1, 16), today, home);
    const history = historyOf(chance, today, details.birthDate);
    const place = policy.place.id;
    const personId = deps.ids.derived('seed-care', place, String(n));
    const by = { actor: deps.ids.derived('demo-staff', 'demo-ruth'), role: 'clinician' };
    const recorderOf = (on: LocalDate, seq: number) => ({
      eventId: deps.ids.derived('seed-care-event', personId, String(seq)),
      recordedAt: parseInstant(`${on}T10:15:00Z`),
      by,
      hash: deps.hash,
    });
    const [first, ...rest] = history;
    if (first === undefined) continue;
    const flags = [...new Set([...details.flags, 'looked-after' as const])];
    const kept = { id: personId, place, details: { ...details, flags } };
    const person = await keepPerson(deps, kept, { on: first.on, by });
    const rules = { types: deps.caseTypes, policy };
    const identity = { id: deps.ids.derived('case', place, 'care-assessment', personId, first.on), place, personId };
    const contextOf = (on: LocalDate) => caseContext(rules, person.details, on);
    let record = openCase(careAssessment, identity, first, recorderOf(first.on, 0), contextOf(first.on));
    for (const [at, happened] of rest.entries())
      record = recordOnCase(careAssessment, record, happened, recorderOf(happened.on, at + 1), contextOf(happened.on));
    await deps.cases.create(plannedCase(rules, record, person, today));
  }
}

/** One child's course, up to today. */
function historyOf(chance: Chance, today: LocalDate, birthDate: LocalDate): readonly Dated[] {
  const wanted = addDays(today, -chance.whole(2, 700));
  const enteredOn = wanted > birthDate ? wanted : addDays(birthDate, 5);
  const events: Dated[] = [
    {
      on: enteredOn,
      facts: {
        kind: 'became-looked-after',
        legalStatus: chance.pick(legalStatuses),
        authority: chance.weighted([
          ['Liverpool', 8],
          ['Sefton', 1],
          ['Knowsley', 1],
        ]),
        outOfArea: chance.happens(0.2),
      },
    },
  ];
  let day = enteredOn;
  const then = (days: number, facts: CareFacts) => {
    day = addDays(day, days);
    events.push({ on: day, facts });
  };
  then(chance.whole(0, 8), { kind: 'notified' });
  if (chance.happens(0.08)) then(1, { kind: 'chased', whom: 'local-authority', how: 'email' });
  if (chance.happens(0.04)) {
    then(3, { kind: 'consent-refused', by: 'young-person', competent: true, reason: 'Does not want to be examined' });
    return upTo(events, today);
  }
  then(chance.whole(0, 9), { kind: 'consent-given', by: chance.pick(['parent', 'local-authority']) });
  const wait = chance.whole(3, 12);
  then(1, { kind: 'booked', appointmentOn: addDays(day, 1 + wait) });
  if (chance.happens(0.15)) {
    then(wait, { kind: 'appointment-missed' });
    then(1, {
      kind: 'delay-recorded',
      owner: chance.pick(['placement', 'family']),
      reason: 'Nobody could bring the child',
    });
    then(1, { kind: 'booked', appointmentOn: addDays(day, 8) });
    then(7, { kind: 'seen', by: 'medical-practitioner' });
  } else then(wait, { kind: 'seen', by: 'medical-practitioner' });
  then(chance.whole(1, 9), { kind: 'plan-returned' });
  if (chance.happens(0.2)) then(chance.whole(5, 40), { kind: 'placement-moved', outOfArea: chance.happens(0.3) });
  if (chance.happens(0.12)) {
    then(chance.whole(10, 200), { kind: 'care-ended', why: 'returned-home' });
    return upTo(events, today);
  }
  const reviewOn = addMonths(day, birthDate > addMonths(today, -60) ? 5 : 11);
  day = reviewOn;
  then(chance.whole(0, 30), { kind: 'seen', by: 'nurse' });
  then(chance.whole(2, 10), { kind: 'plan-returned' });
  return upTo(events, today);
}

function upTo(events: readonly Dated[], today: LocalDate): readonly Dated[] {
  return events.filter(({ on }) => on <= today);
}
