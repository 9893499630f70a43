import { caseListName } from '../../domain/audit/view.ts';
import { notFound } from '../../domain/error.ts';
import type { Person } from '../../domain/person/person.ts';
import { authorise, placeSubject, subjectOfRecord } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import { nhsNumberIn } from '../person/find-people.ts';
import { personNotFound } from '../person/read-person.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { recordView } from '../record-view.ts';
import {
  type AskedDays,
  type AuditLine,
  type AuditQuestion,
  askedDays,
  type GatheredLines,
  gatherLines,
  type LinesPage,
  lineOfView,
  lineOfWriting,
  pageOfLines,
} from './audit-lines.ts';

type LookingDeps = Pick<Deps, 'people' | 'policies' | 'audit' | 'auditSearch'>;

/**
 * The id of the person of the place who has an NHS number, for an audit officer, who sees no records of people.
 * @throws `not-found` `person-not-found`; `invalid`; `forbidden`.
 */
export async function auditedPerson(
  deps: Pick<Deps, 'people' | 'personNumbers' | 'audit' | 'stage'>,
  call: Call,
  nhsNumber: string,
): Promise<string> {
  const { place } = call.actor;
  authorise(call, 'audit.read', placeSubject(place), personNotFound);
  const number = nhsNumberIn(nhsNumber, deps.stage);
  const claim = await deps.personNumbers.find(place, 'nhs-number', number);
  const person = claim && (await deps.people.get(place, claim.personId));
  const found = person?.details.nhsNumber === number ? [person.id] : [];
  await recordView(deps, call, 'audit.read', found, null, { marks: ['nhs-number'] });
  const [id] = found;
  if (id === undefined) throw notFound('person-not-found', 'Nobody in this place has this NHS number');
  return id;
}

/** Who saw or changed a person, and when. */
export interface PersonAudit extends GatheredLines {
  readonly person: Person;
  readonly days: AskedDays;
}

/**
 * Everybody who saw or changed a person in some days, the newest first: views of the person alone, lists and files that
 * named them, and everything written about them. The officer's own look is one of them.
 * @throws `not-found` `person-not-found`; `invalid`; `forbidden`.
 */
export async function whoSawWhole(
  deps: LookingDeps,
  call: Call,
  personId: string,
  question: AuditQuestion,
): Promise<PersonAudit> {
  const { place } = call.actor;
  const days = askedDays(question, todayOf(call));
  const [record, policy] = await Promise.all([deps.people.record(place, personId), placePolicy(deps.policies, place)]);
  if (record === undefined) throw personNotFound();
  authorise(call, 'audit.read', subjectOfRecord(record, policy), personNotFound);
  await recordView(deps, call, 'audit.read', [personId]);
  const lists = new Set([
    ...record.referrals.map(({ referral }) => referral.queue),
    ...record.cases.map(({ record: { kind } }) => caseListName(kind)),
  ]);
  const gathered = await gatherLines(
    seen(deps, place, personId, [...lists], days),
    written(deps, place, personId, days),
  );
  return { person: record.person, days, ...gathered };
}

/** A page of {@link whoSawWhole}. */
export async function whoSaw(
  deps: LookingDeps & Pick<Deps, 'cursors'>,
  call: Call,
  personId: string,
  question: AuditQuestion,
): Promise<Omit<PersonAudit, 'lines'> & LinesPage> {
  const whole = await whoSawWhole(deps, call, personId, question);
  const scope = JSON.stringify(['who-saw', call.actor.place, personId, whole.days.from, whole.days.to]);
  return { person: whole.person, days: whole.days, ...pageOfLines(deps, scope, whole, question.cursor) };
}

async function* seen(
  deps: LookingDeps,
  place: string,
  personId: string,
  queues: readonly string[],
  { span }: AskedDays,
): AsyncGenerator<AuditLine> {
  for await (const view of deps.auditSearch.viewsOfIn(place, personId, queues, span)) yield lineOfView(view);
}

async function* written(
  deps: LookingDeps,
  place: string,
  personId: string,
  { span }: AskedDays,
): AsyncGenerator<AuditLine> {
  for await (const entry of deps.audit.writtenAbout(place, personId))
    if (entry.recordedAt >= span.from && entry.recordedAt < span.until) yield lineOfWriting(entry);
}
