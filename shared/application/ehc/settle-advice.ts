/**
 * Makes each service's task say what the assessment says: the tasks of one request are derived from it (ADR 0046). The command
 * that changed the assessment does it, and whoever follows the change stream does it again: what is half done is completed,
 * what is done is left alone.
 */
import { serviceItself } from '../../domain/alert/record-alert.ts';
import type { Alerted } from '../../domain/alert/watch-plan.ts';
import { type Instant, localDateOf } from '../../domain/calendar/instant.ts';
import { latest } from '../../domain/calendar/local-date.ts';
import type { Case } from '../../domain/case/case.ts';
import type { HappenedToCase } from '../../domain/case/record-case.ts';
import { openCase, recordOnCase, stateOfCase } from '../../domain/case/record-case.ts';
import { adviceFactsSchema } from '../../domain/ehc/advice-facts.ts';
import { adviceIdOf, missingOnAdvice } from '../../domain/ehc/advice-tasks.ts';
import { ehcAdvice } from '../../domain/ehc/advice-type.ts';
import { ehcAssessment } from '../../domain/ehc/assessment-type.ts';
import { badDay } from '../../domain/ehc/refuse.ts';
import { isDomainError, unavailable } from '../../domain/error.ts';
import { type CaseRules, caseContext, plannedCase } from '../case/case-entry.ts';
import { withMovedDues } from '../case/moved-dues.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { Cases, KeptCase } from '../ports/cases.ts';
import type { People, PersonRecord } from '../ports/people.ts';
import type { Policies } from '../ports/policies.ts';

export interface SettlingDeps extends Pick<Deps, 'caseTypes' | 'hash'> {
  readonly policies: Pick<Policies, 'current'>;
  readonly people: Pick<People, 'record'>;
  readonly cases: Pick<Cases, 'create' | 'save'>;
}

/** How often it begins again after somebody else wrote to a task at the same moment. */
const ATTEMPTS = 4;

/**
 * Completes the tasks of an assessment. Doing it twice changes nothing.
 * @throws `unavailable` `advice-busy` when others kept writing to the tasks; the stream comes again.
 */
export async function settleAdvice(
  deps: SettlingDeps,
  { place, personId, id }: Pick<Case, 'place' | 'personId' | 'id'>,
  at: Instant,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const record = await deps.people.record(place, personId);
    const kept = record?.cases.find((one) => one.record.kind === ehcAssessment.kind && one.record.id === id);
    if (record === undefined || kept === undefined) return;
    const rules = { types: deps.caseTypes, policy: await placePolicy(deps.policies, place) };
    if (await allKept(deps, rules, record, settledTasks(rules, record, kept.record, at, deps.hash), at)) return;
  }
  throw unavailable('advice-busy', 'The advice of this assessment is being written to. Try again');
}

/** A task as it ought to be, and the version it was decided on: 0 for one that is not kept yet. */
interface Settled {
  readonly record: Case;
  readonly decidedOn: number;
  readonly alerted: readonly Alerted[];
}

/** Whether all were kept; false when somebody else was first with one of them. */
async function allKept(
  deps: SettlingDeps,
  rules: CaseRules,
  { person }: PersonRecord,
  tasks: readonly Settled[],
  at: Instant,
): Promise<boolean> {
  for (const { record, decidedOn, alerted } of tasks) {
    const { entry } = plannedCase(rules, record, person, localDateOf(at), alerted);
    try {
      await (decidedOn === 0 ? deps.cases.create({ record, entry }) : deps.cases.save({ record, entry }, decidedOn));
    } catch (refused) {
      if (isDomainError(refused, 'stale') || isDomainError(refused, 'conflict')) return false;
      throw refused;
    }
  }
  return true;
}

/**
 * The tasks that have to change so that they say what an assessment says.
 * @throws `invalid` when what a service has answered already would contradict it.
 */
export function settledTasks(
  rules: CaseRules,
  { person, cases }: PersonRecord,
  assessment: Case,
  at: Instant,
  hash: (text: string) => string,
): readonly Settled[] {
  const tasks = new Map(cases.filter((kept) => isTaskOf(kept, assessment)).map((kept) => [kept.record.id, kept]));
  const days = [assessment, ...[...tasks.values()].map(({ record }) => record)].flatMap(({ events }) => events);
  const today = latest(localDateOf(at), ...days.map(({ on }) => on));
  const context = caseContext(rules, person.details, today);
  const asked = stateOfCase(ehcAssessment, assessment, context)?.asked ?? [];
  const wanted = new Map(asked.map((one) => [adviceIdOf(assessment.id, one, hash), one]));
  return [...new Set([...wanted.keys(), ...tasks.keys()])].flatMap((id) => {
    const kept = tasks.get(id);
    const known = kept && { state: stateOfCase(ehcAdvice, kept.record, context), events: kept.record.events };
    const missing = missingOnAdvice(assessment.id, wanted.get(id) ?? null, known, today);
    if (missing.length === 0) return [];
    const now = { person: person.details, version: person.version };
    let record = kept && withMovedDues(rules, kept, now, at, hash);
    for (const happened of missing) record = grown(record, happened);
    if (record === undefined) return [];
    // An answer from before the day it was asked for leaves nothing that opens the record: it would be gone from every list.
    if (wanted.has(id) && stateOfCase(ehcAdvice, record, context) === undefined)
      throw badDay('contradicts-advice', 'A service answered before this day');
    return [{ record, decidedOn: kept?.record.version ?? 0, alerted: kept?.entry.alerted ?? [] }];

    function grown(before: Case | undefined, happened: HappenedToCase): Case {
      const version = before?.version ?? 0;
      const eventId = hash(JSON.stringify(['settle-advice', id, version, happened.facts.kind])).slice(0, 16);
      const recorder = { eventId, recordedAt: at, by: serviceItself, hash };
      const identity = { id, place: assessment.place, personId: assessment.personId };
      return before === undefined
        ? openCase(ehcAdvice, identity, happened, recorder, context)
        : recordOnCase(ehcAdvice, before, happened, recorder, context);
    }
  });
}

function isTaskOf({ record: { kind, events } }: KeptCase, assessment: Pick<Case, 'id'>): boolean {
  if (kind !== ehcAdvice.kind) return false;
  const facts = adviceFactsSchema.parse(events[0]?.facts);
  return facts.kind === 'asked' && facts.assessmentId === assessment.id;
}
