/** Puts young people with a learning disability into a place, with the annual health checks they had and did not have. */
import { caseContext, plannedCase } from '../../../shared/application/case/case-entry.ts';
import type { Deps } from '../../../shared/application/deps.ts';
import { healthCheckKey } from '../../../shared/application/health-checks/health-check-case.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import type { LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { openCase, recordOnCase } from '../../../shared/domain/case/record-case.ts';
import { healthCheckType } from '../../../shared/domain/health-check/health-check-type.ts';
import type { Person, PersonDetails } from '../../../shared/domain/person/person.ts';
import type { Policy } from '../../../shared/domain/policy/policy.ts';
import { type HealthCheckHappening, inventHealthChecks } from './health-check-histories.ts';
import { keepPerson } from './keep-person.ts';
import { inventPerson, type PlaceOfLiving } from './people.ts';
import { type Chance, chanceOf } from './random.ts';

export interface PlaceToSeed {
  readonly policy: Policy;
  readonly home: PlaceOfLiving;
  readonly people: number;
  readonly seed: number;
  /** Numbers nobody else of the place is made from. */
  readonly firstSerial: number;
}

const ages = [
  [12, 8],
  [13, 8],
  [14, 14],
  [15, 13],
  [16, 13],
  [17, 12],
  [18, 10],
  [19, 8],
  [21, 8],
  [24, 6],
] as const;

/** The work of putting each of them in. */
export function healthCheckTasks(deps: Deps, place: PlaceToSeed, today: LocalDate): readonly (() => Promise<void>)[] {
  const chance = chanceOf(place.seed);
  return Array.from({ length: place.people }, (_, at) => {
    const { details, history } = drawn(chance, place, at, today);
    return () => keep(deps, place, details, history, place.firstSerial + at, today);
  });
}

function drawn(chance: Chance, { home, firstSerial }: PlaceToSeed, at: number, today: LocalDate) {
  const practice = home.practices[at % home.practices.length] ?? '';
  const invented = inventPerson(chance, firstSerial + at, chance.weighted(ages), today, home);
  const flags = [...new Set([...invented.flags, 'learning-disability' as const])];
  const details: PersonDetails = { ...invented, gpPractice: practice, flags };
  // One practice of each place falls behind.
  const isBehind = practice === home.practices[1];
  const temper = { practice, keepsUp: isBehind ? 0.5 : 0.86, plans: isBehind ? 0.6 : 0.88 };
  return { details, history: inventHealthChecks(chance, details.birthDate, today, temper) };
}

async function keep(
  deps: Deps,
  { policy }: PlaceToSeed,
  details: PersonDetails,
  history: readonly HealthCheckHappening[],
  serial: number,
  today: LocalDate,
): Promise<void> {
  const place = policy.place.id;
  const id = deps.ids.derived('seed-person', place, String(serial));
  const first = history[0]?.on ?? today;
  const by = { actor: deps.ids.derived('demo-staff', 'demo-nell'), role: 'clinician' };
  const person = await keepPerson(deps, { id, place, details }, { on: first, by });
  const record = recordOf(deps, policy, person, history);
  if (record !== undefined)
    await deps.cases.create(plannedCase({ types: deps.caseTypes, policy }, record, person, today));
}

/** The record of a history, made through the domain's own rules, as if each event had been recorded on its day. */
function recordOf(
  deps: Deps,
  policy: Policy,
  person: Person,
  history: readonly HealthCheckHappening[],
): Case | undefined {
  const { id: personId, place } = person;
  const { caseId } = healthCheckKey(deps.ids, place, personId);
  let record: Case | undefined;
  for (const [at, happening] of history.entries()) {
    const recorder = {
      eventId: deps.ids.derived('seed-event', caseId, String(at)),
      recordedAt: parseInstant(`${happening.on}T10:${String(at % 60).padStart(2, '0')}:00Z`),
      by: { actor: deps.ids.derived('demo-staff', 'demo-nell'), role: 'clinician' },
      hash: deps.hash,
    };
    const context = caseContext({ types: deps.caseTypes, policy }, person.details, happening.on);
    record =
      record === undefined
        ? openCase(healthCheckType, { id: caseId, place, personId }, happening, recorder, context)
        : recordOnCase(healthCheckType, record, happening, recorder, context);
  }
  return record;
}
