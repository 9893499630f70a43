/** Keeps invented EHC assessments with the advice of each service, as if it had all been recorded on its day. */
import { type CaseRules, caseContext, plannedCase } from '../../../shared/application/case/case-entry.ts';
import type { Deps } from '../../../shared/application/deps.ts';
import { settledTasks } from '../../../shared/application/ehc/settle-advice.ts';
import type { PersonRecord } from '../../../shared/application/ports/people.ts';
import { type Instant, parseInstant } from '../../../shared/domain/calendar/instant.ts';
import type { LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import type { CaseContext, CaseType } from '../../../shared/domain/case/case-type.ts';
import { type HappenedToCase, openCase, recordOnCase, stateOfCase } from '../../../shared/domain/case/record-case.ts';
import type { AdviceFacts } from '../../../shared/domain/ehc/advice-facts.ts';
import { adviceIdOf } from '../../../shared/domain/ehc/advice-tasks.ts';
import { ehcAdvice } from '../../../shared/domain/ehc/advice-type.ts';
import { ehcAssessment } from '../../../shared/domain/ehc/assessment-type.ts';
import type { Person } from '../../../shared/domain/person/person.ts';
import type { Policy } from '../../../shared/domain/policy/policy.ts';
import { type EhcHistory, inventEhcHistory } from './ehc-histories.ts';
import { keepPerson } from './keep-person.ts';
import { inventPerson, type PlaceOfLiving } from './people.ts';
import { chanceOf } from './random.ts';

const ASSESSMENTS = 80;
const FIRST_SERIAL = 700_000;
const ages = [
  [4, 14],
  [6, 16],
  [8, 14],
  [10, 16],
  [13, 12],
  [15, 8],
  [18, 4],
] as const;

/** Everything left to chance is drawn in order, so that how writes overlap changes nothing. */
export function ehcTasks(deps: Deps, policy: Policy, home: PlaceOfLiving, today: LocalDate): (() => Promise<void>)[] {
  const chance = chanceOf(46);
  return Array.from({ length: ASSESSMENTS }, (_, at) => {
    const serial = FIRST_SERIAL + at;
    const details = inventPerson(chance, serial, chance.weighted(ages), today, home);
    const history = inventEhcHistory(chance, today);
    return async () => {
      const person = await keptPerson(deps, policy, { details, serial }, history);
      if (person !== undefined) await keepHistory(deps, policy, person, history, today);
    };
  });
}

async function keptPerson(
  deps: Deps,
  policy: Policy,
  { details, serial }: { readonly details: Person['details']; readonly serial: number },
  { assessment }: EhcHistory,
): Promise<Person | undefined> {
  const place = policy.place.id;
  const first = assessment[0]?.on;
  // A request before the birth is nobody's.
  if (first === undefined || first <= details.birthDate) return undefined;
  const id = deps.ids.derived('seed-person', place, String(serial));
  const by = { actor: deps.ids.derived('demo-staff', 'demo-nadia'), role: 'administrator' };
  return keepPerson(deps, { id, place, details }, { on: first, by });
}

async function keepHistory(deps: Deps, policy: Policy, person: Person, history: EhcHistory, today: LocalDate) {
  const rules: CaseRules = { types: deps.caseTypes, policy };
  const context = caseContext(rules, person.details, today);
  const recorded = recordedBy(deps, person, context);
  const assessment = recorded(ehcAssessment, deps.ids.derived('seed-assessment', person.id), history.assessment);
  const asked = stateOfCase(ehcAssessment, assessment, context)?.asked ?? [];
  const tasks = asked.map((one) => {
    const { service, round, receivedOn, familyAsked, eventId: requestEventId } = one;
    const id = adviceIdOf(assessment.id, one, deps.hash);
    const facts: AdviceFacts = {
      kind: 'asked',
      assessmentId: assessment.id,
      requestEventId,
      service,
      round,
      familyAsked,
    };
    return recorded(ehcAdvice, id, [{ on: receivedOn, facts }, ...(history.advice.get(service) ?? [])]);
  });
  const kept = [assessment, ...tasks].map((record) => ({
    record,
    entry: plannedCase(rules, record, person, today).entry,
  }));
  const whole: PersonRecord = { person, referrals: [], cases: kept };
  const ended = settledTasks(rules, whole, assessment, middayOf(today), deps.hash);
  for (const { record, entry } of kept) {
    const grown = ended.find((one) => one.record.id === record.id)?.record;
    const planned = grown === undefined ? entry : plannedCase(rules, grown, person, today).entry;
    await deps.cases.create({ record: grown ?? record, entry: planned });
  }
}

/** Each event by whoever would have recorded it, at noon of its day. */
function recordedBy({ ids, hash }: Deps, { id: personId, place }: Person, context: CaseContext) {
  return (type: CaseType, id: string, events: readonly HappenedToCase[]): Case => {
    const by = { actor: ids.derived('demo-staff', 'demo-nadia'), role: 'administrator' };
    const [opening, ...later] = events;
    if (opening === undefined) throw new Error('A history has at least its opening');
    const recorder = (at: number, on: LocalDate) => ({
      eventId: ids.derived('seed-event', id, String(at)),
      recordedAt: middayOf(on),
      by,
      hash,
    });
    return later.reduce(
      (record, happened, at) => recordOnCase(type, record, happened, recorder(at + 1, happened.on), context),
      openCase(type, { id, place, personId }, opening, recorder(0, opening.on), context),
    );
  };
}

function middayOf(day: LocalDate): Instant {
  return parseInstant(`${day}T12:00:00Z`);
}
