/**
 * A practice's file, worked whole: its register, with what was done for each person on it. A dry run comes to the same
 * answers and writes nothing. Sent again, after an interruption or next month, what is there already is not added twice.
 */
import * as z from 'zod';
import { type LocalDate, localDateSchema } from '../../domain/calendar/local-date.ts';
import { kindPolicyOf } from '../../domain/case/case-policy.ts';
import type { CaseRow } from '../../domain/case/case-row.ts';
import { isDomainError, unavailable } from '../../domain/error.ts';
import type { HealthCheckFacts } from '../../domain/health-check/facts.ts';
import { type PracticeRow, practiceRowSchema } from '../../domain/health-check/practice-file/columns.ts';
import type { PlannedFact } from '../../domain/health-check/practice-file/plan-practice-row.ts';
import { type ReadPracticeRow, readPracticeRow } from '../../domain/health-check/practice-file/read-practice-row.ts';
import type { PracticeFault, PracticeFlag } from '../../domain/health-check/practice-file/row-fault.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { authorise } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import { caseContext, plannedCase } from '../case/case-entry.ts';
import { caseNotFound } from '../case/case-subject.ts';
import { withMovedDues } from '../case/moved-dues.ts';
import type { Deps } from '../deps.ts';
import { atOnce } from '../import/at-once.ts';
import { matchPeople, type PeopleOfRow } from '../import/match-people.ts';
import { knownOnly, personOfRow } from '../import/person-of-row.ts';
import { recordFileView } from '../import/record-file-view.ts';
import { refuseFuture } from '../import/start-import.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { healthCheckKey } from './health-check-case.ts';
import { draftRow, type RowRefusal } from './practice-row.ts';

/** The most rows of one file: a practice has some tens of people of these ages. */
export const mostPracticeRows = 500;

export const practiceFileSchema = z.strictObject({
  /** The day the file speaks of; today where absent. */
  asAt: localDateSchema.optional(),
  rows: z.array(practiceRowSchema).min(1).max(mostPracticeRows),
});
export type PracticeFile = z.output<typeof practiceFileSchema>;

export const practiceOutcomes = ['created', 'updated', 'unchanged', 'rejected'] as const;

/** What became of a row, or would. */
export interface PracticeAnswer {
  readonly record: number;
  readonly line: number;
  readonly outcome: (typeof practiceOutcomes)[number];
  readonly personId: string | null;
  /** The kinds of event that the row added, with their days. */
  readonly added: readonly { readonly kind: HealthCheckFacts['kind']; readonly on: LocalDate }[];
  readonly flags: readonly PracticeFlag[];
  /** All that is wrong with a row that was rejected. */
  readonly faults: readonly PracticeFault[];
}

export interface PracticeAnswers {
  readonly asAt: LocalDate;
  readonly rows: readonly PracticeAnswer[];
  /** Open records of the practices in the file that it does not name: nobody is taken off for that, somebody looks. */
  readonly absent: readonly Pick<CaseRow, 'personId' | 'caseId' | 'familyName' | 'givenName'>[];
}

export type PracticeFileDeps = Pick<
  Deps,
  'people' | 'personNumbers' | 'cases' | 'caseTypes' | 'policies' | 'audit' | 'ids' | 'hash' | 'stage'
>;

const WORKERS = 8;
const TRIES = 4;
/** The most open records that are looked through for those a file does not name. */
const MOST_LISTED = 10_000;

/**
 * Works every row. @param isDryRun whether to write nothing.
 * @throws `invalid` `as-at-in-future`; `forbidden`; `unavailable` `import-busy`.
 */
export async function workPracticeFile(
  deps: PracticeFileDeps,
  call: Call,
  { asAt = todayOf(call), rows }: PracticeFile,
  isDryRun: boolean,
): Promise<PracticeAnswers> {
  const { place } = call.actor;
  const policy = await placePolicy(deps.policies, place);
  const { services, overseers } = kindPolicyOf(policy, 'health-check');
  authorise(call, 'case.record', { place, services: [...services, ...overseers], restricted: false }, caseNotFound);
  refuseFuture(call, asAt);
  const context: FileContext = { deps, call, policy, asAt, isDryRun, unlisted: new Set() };
  const readings = rows.map((raw) => ({ raw, reading: readPracticeRow(raw, { asAt, stage: deps.stage }) }));
  const read = readings.flatMap(({ raw, reading }) => ('row' in reading ? [{ raw, row: reading.row }] : []));
  const matched = await matchPeople(
    deps,
    place,
    read.map(({ row }) => row),
  );
  const known = await atOnce(matched, WORKERS, (people) => knownOnly(deps, call, policy, people));
  const people = new Map(read.map(({ raw }, at) => [raw, known[at] ?? nobody] as const));
  const listed = new Set<string>();
  const toWork = readings.map(({ raw, reading }) => {
    if ('faults' in reading) return async () => rejected(raw, reading.faults, null);
    const found = personOfRow(reading.row, people.get(raw) ?? nobody);
    if ('refusal' in found) return async () => rejected(raw, [faultOf(raw, found.refusal)], null);
    const isListed = listed.has(found.person.id);
    listed.add(found.person.id);
    return async () =>
      isListed
        ? rejected(raw, [faultOf(raw, listedTwice)], found.person.id)
        : workRow(context, raw, reading.row, found.person);
  });
  const answers = await atOnce(toWork, WORKERS, (work) => work());
  const practices = read.map(({ row }) => row.practice);
  const absent = await absentOf(context, practices, listed);
  const seen = [...listed, ...absent.map(({ personId }) => personId)];
  const onList = seen.filter((personId) => !context.unlisted.has(personId));
  await recordFileView(deps, call, 'health-check', { onList, others: [...context.unlisted] });
  return { asAt, rows: answers, absent };
}

interface FileContext {
  readonly deps: PracticeFileDeps;
  readonly call: Call;
  readonly policy: Policy;
  readonly asAt: LocalDate;
  readonly isDryRun: boolean;
  /** People of the file who have no record, or would have had none but for a dry run. */
  readonly unlisted: Set<string>;
}

const nobody: PeopleOfRow = { byNhsNumber: null, byLocalId: null };
const listedTwice: RowRefusal = {
  code: 'listed-twice',
  field: 'nhsNumber',
  fix: 'An earlier row of this file is about the same person. Put what both say into one',
};

async function workRow(
  context: FileContext,
  raw: PracticeRow,
  row: ReadPracticeRow,
  person: Person,
): Promise<PracticeAnswer> {
  const { deps, call } = context;
  const key = healthCheckKey(deps.ids, call.actor.place, person.id);
  for (let round = 1; round <= TRIES; round += 1) {
    const kept = await deps.cases.get(call.actor.place, key);
    const now = { person: person.details, version: person.version };
    // A due date that the rules moved since it was planned is told before what is recorded moves it again.
    const before = kept && withMovedDues(rulesOf(context), kept, now, call.now, deps.hash);
    const drafted = draftRow(row, person, before, {
      identity: { id: key.caseId, place: call.actor.place, personId: person.id },
      context: caseContext(rulesOf(context), person.details, todayOf(call)),
      fileAsAt: context.asAt,
      recorderOf: (fact) => recorderOf(context, person.id, fact),
    });
    if (kept === undefined && (context.isDryRun || 'refusal' in drafted)) context.unlisted.add(person.id);
    if ('refusal' in drafted) return rejected(raw, [faultOf(raw, drafted.refusal)], person.id);
    const { record, added, flags } = drafted;
    const outcome = added.length === 0 ? 'unchanged' : kept === undefined ? 'created' : 'updated';
    const answer: PracticeAnswer = {
      ...{ record: raw.record, line: raw.line, outcome, personId: person.id, flags, faults: [] },
      added: added.map(({ on, facts: { kind } }) => ({ kind, on })),
    };
    if (record === undefined || outcome === 'unchanged' || context.isDryRun) return answer;
    try {
      const planned = plannedCase(rulesOf(context), record, person, todayOf(call), kept?.entry.alerted);
      if (kept === undefined) await deps.cases.create(planned);
      else await deps.cases.save(planned, kept.record.version);
      return answer;
    } catch (refused) {
      // Somebody else was first: looked at again, the row may add less.
      if (!isDomainError(refused, 'stale') && !isDomainError(refused, 'conflict')) throw refused;
    }
  }
  throw unavailable('import-busy', 'Others are changing the same records: send the file again in a minute');
}

function recorderOf({ deps, call }: FileContext, personId: string, { on, facts }: PlannedFact) {
  const about = 'appointmentOn' in facts ? facts.appointmentOn : on;
  const eventId = deps.ids.derived('practice-file', call.actor.place, personId, facts.kind, about);
  return { eventId, recordedAt: call.now, by: { actor: call.actor.id, role: call.actor.role }, hash: deps.hash };
}

function rulesOf({ deps, policy }: FileContext) {
  return { types: deps.caseTypes, policy };
}

async function absentOf({ deps, call }: FileContext, practices: readonly string[], listed: ReadonlySet<string>) {
  const { rows } = await deps.cases.list(call.actor.place, 'health-check', 'open', MOST_LISTED);
  return rows
    .filter(({ group, personId }) => group !== null && practices.includes(group) && !listed.has(personId))
    .map(({ personId, caseId, familyName, givenName }) => ({ personId, caseId, familyName, givenName }));
}

function faultOf({ cells }: PracticeRow, { field, ...refusal }: RowRefusal): PracticeFault {
  return { ...refusal, field, found: (cells[field] ?? '').trim() };
}

function rejected(
  { record, line }: PracticeRow,
  faults: readonly PracticeFault[],
  personId: string | null,
): PracticeAnswer {
  return { record, line, outcome: 'rejected', personId, added: [], flags: [], faults };
}
