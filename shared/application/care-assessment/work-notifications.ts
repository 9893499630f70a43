/**
 * A local authority's file of children who became looked after, worked whole: each row opens the health assessments of a
 * period of care, or adds what is new to them. A dry run comes to the same answers and writes nothing. Sent again, after an
 * interruption or with the next file, what is there already is not added twice.
 */
import * as z from 'zod';
import { type LocalDate, localDateSchema } from '../../domain/calendar/local-date.ts';
import type { CareFacts } from '../../domain/care-assessment/facts.ts';
import {
  type NotificationField,
  type NotificationRow,
  notificationRowSchema,
} from '../../domain/care-assessment/notification-file/columns.ts';
import type { PlannedCareFact } from '../../domain/care-assessment/notification-file/plan-notification.ts';
import {
  type ReadNotification,
  readNotification,
} from '../../domain/care-assessment/notification-file/read-notification.ts';
import type {
  NotificationFault,
  NotificationFlag,
  NotificationOutcome,
  NotificationReview,
} from '../../domain/care-assessment/notification-file/row-outcome.ts';
import type { Case } from '../../domain/case/case.ts';
import { kindPolicyOf } from '../../domain/case/case-policy.ts';
import { isDomainError, unavailable } from '../../domain/error.ts';
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
import type { KeptCase } from '../ports/cases.ts';
import { mayBeKnown, newcomer } from './newcomer.ts';
import { draftNotification } from './notification-row.ts';

/** The most rows of one file: the children whom a large authority takes into care in a year. */
export const mostNotifications = 500;

export const notificationsSchema = z.strictObject({
  /** The day the file speaks of; today where absent. */
  asAt: localDateSchema.optional(),
  rows: z.array(notificationRowSchema).min(1).max(mostNotifications),
});
export type Notifications = z.output<typeof notificationsSchema>;

/** What became of a row, or would. */
export interface NotificationAnswer {
  readonly record: number;
  readonly line: number;
  readonly outcome: NotificationOutcome;
  readonly personId: string | null;
  /** The record of the period of care; null where there is none, and in a dry run that would open it. */
  readonly caseId: string | null;
  /** The child is added with it. */
  readonly isNewcomer: boolean;
  readonly added: readonly { readonly kind: CareFacts['kind']; readonly on: LocalDate }[];
  readonly flags: readonly NotificationFlag[];
  /** Why somebody has to decide about a row that is to be reviewed. */
  readonly review: NotificationReview | null;
  /** All that is wrong with a row that was rejected. */
  readonly faults: readonly NotificationFault[];
}

export interface NotificationAnswers {
  readonly asAt: LocalDate;
  readonly rows: readonly NotificationAnswer[];
}

const WORKERS = 8;
const TRIES = 4;

/**
 * Works every row. @param isDryRun whether to write nothing.
 * @throws `invalid` `as-at-in-future`; `forbidden`; `unavailable` `import-busy`.
 */
export async function workNotifications(
  deps: Deps,
  call: Call,
  { asAt = todayOf(call), rows }: Notifications,
  isDryRun: boolean,
): Promise<NotificationAnswers> {
  const { place } = call.actor;
  const policy = await placePolicy(deps.policies, place);
  const { services, overseers } = kindPolicyOf(policy, 'care-assessment');
  authorise(call, 'case.open', { place, services: [...services, ...overseers], restricted: false }, caseNotFound);
  refuseFuture(call, asAt);
  const context: FileContext = {
    deps,
    call,
    policy,
    asAt,
    isDryRun,
    newcomers: [],
    drafts: new Map(),
    seen: new Map(),
  };
  const answers = new Map<NotificationRow, NotificationAnswer>();
  const read: ToWork[] = [];
  for (const raw of rows) {
    const reading = readNotification(raw, { asAt, stage: deps.stage });
    if ('faults' in reading) answers.set(raw, answerOf(raw, 'rejected', { faults: reading.faults }));
    else read.push({ raw, row: reading.row });
  }
  const people = await matchPeople(
    deps,
    place,
    read.map(({ row }) => row),
  );
  // Whoever is not known is looked at one after another: two rows may be about one child.
  const lanes = Map.groupBy(read.entries(), ([at]) => idOf(people[at] ?? nobody));
  await atOnce([...lanes.values()], WORKERS, async (lane) => {
    const inOrder = lane.toSorted(([, a], [, b]) => (a.row.enteredOn < b.row.enteredOn ? -1 : 1));
    for (const [at, one] of inOrder) answers.set(one.raw, await workRow(context, one, people[at] ?? nobody));
  });
  const onList = [...context.seen].filter(([, isListed]) => isListed).map(([personId]) => personId);
  const others = [...context.seen].filter(([, isListed]) => !isListed).map(([personId]) => personId);
  await recordFileView(deps, call, 'care-assessment', { onList, others });
  return { asAt, rows: rows.flatMap((raw) => answers.get(raw) ?? []) };
}

interface ToWork {
  readonly raw: NotificationRow;
  readonly row: ReadNotification;
}

interface FileContext {
  readonly deps: Deps;
  readonly call: Call;
  readonly policy: Policy;
  readonly asAt: LocalDate;
  readonly isDryRun: boolean;
  /** Whom rows of the file added, or would. */
  readonly newcomers: Person[];
  /** The periods of care that rows of the file came to, by id: what a dry run would have kept, and what a second row repeats. */
  readonly drafts: Map<string, Case>;
  /** Whose records were looked at, and whether they are on the list. */
  readonly seen: Map<string, boolean>;
}

const nobody: PeopleOfRow = { byNhsNumber: null, byLocalId: null };

function idOf({ byNhsNumber, byLocalId }: PeopleOfRow): string {
  return (byNhsNumber ?? byLocalId)?.id ?? '';
}

async function workRow(context: FileContext, { raw, row }: ToWork, people: PeopleOfRow): Promise<NotificationAnswer> {
  const { deps, call, policy, isDryRun, newcomers } = context;
  const field = row.nhsNumber === null ? 'localId' : 'nhsNumber';
  const earlier = newcomers.find(
    ({ details }) =>
      (row.nhsNumber !== null && details.nhsNumber === row.nhsNumber) ||
      (row.localId !== null && details.localId === row.localId),
  );
  const known = earlier === undefined ? await knownOnly(deps, call, policy, people) : peopleAs(earlier, row);
  const found = personOfRow(row, known);
  if ('person' in found) return workPerson(context, { raw, row }, found.person, found.person === earlier);
  const { refusal } = found;
  const personId = idOf(known) || null;
  if (refusal.code !== 'person-unknown') return answerOf(raw, 'review', { personId, review: refusal });
  if (idOf(people) !== '') return answerOf(raw, 'review', { review: mayBeKnown(field) });
  const added = await newcomer(deps, call, row, newcomers);
  if ('review' in added) return answerOf(raw, 'review', { review: added.review });
  // Nobody is added for a row that is not taken.
  const draft = drafted(context, row, added.draft, []);
  if ('review' in draft) return answerOf(raw, 'review', { review: draft.review });
  const kept = isDryRun ? { person: added.draft } : await added.admit();
  if ('review' in kept) return answerOf(raw, 'review', { review: kept.review });
  newcomers.push(kept.person);
  return workPerson(context, { raw, row }, kept.person, true);
}

/** What the row makes of the child's periods of care. */
function drafted(context: FileContext, row: ReadNotification, person: Person, periods: readonly Case[]) {
  const { deps, call, policy, asAt } = context;
  const identity = identityOf(context, row, person);
  return draftNotification(row, person, periods, {
    identity,
    context: caseContext({ types: deps.caseTypes, policy }, person.details, todayOf(call)),
    fileAsAt: asAt,
    recorderOf: (fact) => recorderOf(context, identity.id, fact),
  });
}

/** The record of a period of care: its id follows from the child and the day, however it is opened. */
function identityOf({ deps, call }: FileContext, { enteredOn }: ReadNotification, { id: personId }: Person) {
  const { place } = call.actor;
  return { id: deps.ids.derived('case', place, 'care-assessment', personId, enteredOn), place, personId };
}

/** A child whom an earlier row added, as the numbers of this one lead to them. */
function peopleAs(person: Person, { nhsNumber, localId }: ReadNotification): PeopleOfRow {
  const { details } = person;
  return {
    byNhsNumber: nhsNumber !== null && details.nhsNumber === nhsNumber ? person : null,
    byLocalId: localId !== null && details.localId === localId ? person : null,
  };
}

async function workPerson(
  context: FileContext,
  { raw, row }: ToWork,
  person: Person,
  isNewcomer: boolean,
): Promise<NotificationAnswer> {
  const { deps, call, isDryRun, drafts, seen } = context;
  const identity = identityOf(context, row, person);
  const rules = { types: deps.caseTypes, policy: context.policy };
  if (drafts.has(identity.id))
    return answerOf(raw, 'rejected', { personId: person.id, faults: [faultOf(raw, 'enteredOn', listedTwice)] });
  for (let round = 1; round <= TRIES; round += 1) {
    const kept = await periodsOf(context, person);
    const own = kept.find(({ record }) => record.id === identity.id);
    const before = kept.map((one) =>
      withMovedDues(rules, one, { person: person.details, version: person.version }, call.now, deps.hash),
    );
    const earlier = [...drafts.values()].filter(
      ({ id, personId }) => personId === person.id && !before.some((one) => one.id === id),
    );
    seen.set(person.id, kept.length > 0);
    const draft = drafted(context, row, person, [...before, ...earlier]);
    if ('review' in draft) return answerOf(raw, 'review', { personId: person.id, isNewcomer, review: draft.review });
    const { record, added, flags } = draft;
    const outcome = added.length === 0 ? 'unchanged' : own === undefined ? 'created' : 'updated';
    const answer = answerOf(raw, outcome, {
      personId: person.id,
      caseId: own === undefined && isDryRun ? null : identity.id,
      isNewcomer,
      added: added.map(({ on, facts: { kind } }) => ({ kind, on })),
      flags,
    });
    if (outcome === 'unchanged' || isDryRun) {
      drafts.set(identity.id, record);
      return answer;
    }
    try {
      const planned = plannedCase(rules, record, person, todayOf(call), own?.entry.alerted);
      if (own === undefined) await deps.cases.create(planned);
      else await deps.cases.save(planned, own.record.version);
      drafts.set(identity.id, record);
      seen.set(person.id, true);
      return answer;
    } catch (refused) {
      // Somebody else was first: looked at again, the row may add less.
      if (!isDomainError(refused, 'stale') && !isDomainError(refused, 'conflict')) throw refused;
    }
  }
  throw unavailable('import-busy', 'Others are changing the same records: send the file again in a minute');
}

/** Every period of care of somebody, in the one request that reads all about them. */
async function periodsOf({ deps, call }: FileContext, person: Person): Promise<readonly KeptCase[]> {
  const record = await deps.people.record(call.actor.place, person.id);
  return (record?.cases ?? []).filter(({ record: { kind } }) => kind === 'care-assessment');
}

function recorderOf({ deps, call }: FileContext, caseId: string, { on, facts }: PlannedCareFact) {
  const about = 'assessedOn' in facts ? facts.assessedOn : facts.kind === 'notified' ? '' : on;
  const eventId = deps.ids.derived('care-notification', call.actor.place, caseId, facts.kind, about);
  return { eventId, recordedAt: call.now, by: { actor: call.actor.id, role: call.actor.role }, hash: deps.hash };
}

const listedTwice = {
  code: 'listed-twice',
  fix: 'An earlier row of this file is about the same child and day. Put what both say into one',
} as const;

function faultOf(
  { cells }: NotificationRow,
  field: NotificationField,
  fault: Pick<NotificationFault, 'code' | 'fix'>,
): NotificationFault {
  return { ...fault, field, found: (cells[field] ?? '').trim() };
}

function answerOf(
  { record, line }: NotificationRow,
  outcome: NotificationOutcome,
  told: Partial<NotificationAnswer>,
): NotificationAnswer {
  return {
    ...{ record, line, outcome, personId: null, caseId: null, isNewcomer: false },
    ...{ added: [], flags: [], review: null, faults: [] },
    ...told,
  };
}
