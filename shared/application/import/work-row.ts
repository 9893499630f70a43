import { assertNever, isDomainError, unavailable } from '../../domain/error.ts';
import {
  type KnownOfRow,
  matchedPerson,
  planRow,
  type ReviewReason,
  type RowPlan,
} from '../../domain/import/plan-row.ts';
import type { RowAnswer } from '../../domain/import/report.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import { todayOf } from '../call.ts';
import { listOfStage, queueEntryOf } from '../queue/queue-entry.ts';
import { changedPersonBefore, doneBefore } from './done-before.ts';
import { draftChange, draftPerson, draftReferral, draftUpdate } from './draft.ts';
import { holdForReview } from './hold-for-review.ts';
import type { ImportContext } from './import-context.ts';
import type { Known } from './known.ts';
import { lookUp, lookUpWhole } from './look-up.ts';
import { answerOf, type RowToWork } from './row-answer.ts';
import type { RowWriter } from './row-writer.ts';

/** How often a row is tried when others write at the same moment. */
const TRIES = 5;

/** Works rows one after another; what was looked up is kept up to date. */
export class RowWork {
  readonly #context: ImportContext;
  readonly #known: Known;
  readonly #writer: RowWriter;

  constructor(context: ImportContext, known: Known, writer: RowWriter) {
    this.#context = context;
    this.#known = known;
    this.#writer = writer;
  }

  /**
   * Does what a row says, and says what became of it. @throws `unavailable` `import-busy` when others kept writing the
   * same records.
   */
  async work(row: RowToWork): Promise<RowAnswer> {
    for (let round = 1; round <= TRIES; round += 1) {
      try {
        return await this.#attempt(row);
      } catch (refused) {
        if (!isDomainError(refused, 'stale') && !isRace(refused)) throw refused;
        await this.#lookUpAgain(row);
      }
    }
    throw unavailable('import-busy', 'Others are changing the same records: send these rows again in a minute');
  }

  async #attempt(drafted: RowToWork): Promise<RowAnswer> {
    const { row, ids, contentHash } = drafted;
    const before = doneBefore(this.#context, this.#known, drafted);
    if (before !== undefined) return before;
    const review = this.#known.review(ids.reviewId);
    const settled = review?.state === 'linked' || review?.state === 'dismissed';
    if (settled && review.contentHash === contentHash) return answerOf(drafted, 'unchanged', { reviewId: review.id });

    const known = await this.#knownOf(drafted);
    const plan = planRow(row, known, contentHash);
    // Somebody decided about this row when it said less: now that it says more, it is theirs again.
    if (settled && plan.outcome === 'created') return this.#hold(drafted, known, review.reason);
    try {
      return await this.#carryOut(drafted, known, plan);
    } catch (refused) {
      // The rules refuse what the file says happened, or the record cannot take it. Drafts come before writes.
      const unfit = isDomainError(refused, 'invalid') || (isDomainError(refused, 'conflict') && !isRace(refused));
      if (!unfit) throw refused;
      return this.#hold(drafted, known, 'does-not-fit');
    }
  }

  async #carryOut(drafted: RowToWork, known: KnownOfRow, plan: RowPlan): Promise<RowAnswer> {
    switch (plan.outcome) {
      case 'unchanged': {
        const kept = known.sameOrigin;
        if (kept === null) return answerOf(drafted, 'unchanged', {});
        const changed = changedPersonBefore(this.#context, kept.person, drafted.record);
        return answerOf(drafted, changed ? 'updated' : 'unchanged', keyOf(kept.referral));
      }
      case 'review':
        return this.#hold(drafted, known, plan.reason);
      case 'created':
      case 'updated':
        return 'kept' in plan ? this.#update(drafted, plan) : this.#create(drafted, plan);
      default:
        return assertNever(plan, 'plan');
    }
  }

  async #create(drafted: RowToWork, plan: Extract<RowPlan, { readonly facts: unknown }>): Promise<RowAnswer> {
    const { ids } = drafted;
    const draft =
      plan.person === null
        ? draftPerson(this.#context, drafted, this.#newId(drafted))
        : draftChange(this.#context, drafted, plan.person, plan.changes);
    const referral = draftReferral(this.#context, drafted, draft, ids.referralId, plan.facts);
    const person =
      plan.person === null ? await this.#admit(draft) : await this.#change(plan.person, plan.changes, draft);
    const opened = { ...referral, personId: person.id };
    const kept = { referral: opened, entry: this.#entry(opened, person) };
    await this.#writer.open(kept);
    this.#known.keepReferral(kept);
    return answerOf(drafted, 'created', keyOf(opened));
  }

  async #update(drafted: RowToWork, plan: Extract<RowPlan, { readonly kept: unknown }>): Promise<RowAnswer> {
    const { referral, person: before } = plan.kept;
    const draft = draftChange(this.#context, drafted, before, plan.changes);
    const updated = draftUpdate(this.#context, drafted, { ...plan, kept: { referral, person: draft } });
    const person = await this.#change(before, plan.changes, draft);
    if (updated !== referral) {
      const kept = { referral: updated, entry: this.#entry(updated, person) };
      await this.#writer.update(kept, referral.version);
      this.#known.keepReferral(kept);
    }
    return answerOf(drafted, plan.outcome, keyOf(referral));
  }

  async #hold(drafted: RowToWork, known: KnownOfRow, reason: ReviewReason): Promise<RowAnswer> {
    const review = await holdForReview(this.#context, this.#known, this.#writer, drafted, known, reason);
    if (review === 'decided') return answerOf(drafted, 'unchanged', { reviewId: drafted.ids.reviewId });
    return { ...answerOf(drafted, 'review', { reviewId: review.id }), code: reason };
  }

  async #admit(draft: Person): Promise<Person> {
    const { nhsNumber, localId } = draft.details;
    const id = await this.#writer.admit(draft, this.#known.lead(`local-id ${localId}`) !== undefined);
    const person = { ...draft, id };
    this.#known.keepPerson(person);
    this.#known.keepWhole(id);
    if (nhsNumber !== null) this.#known.keepLead(`nhs-number ${nhsNumber}`, id);
    if (localId !== null) this.#known.keepLead(`local-id ${localId}`, id);
    return person;
  }

  async #change(before: Person, changes: Parameters<RowWriter['change']>[1], after: Person): Promise<Person> {
    if (after === before) return before;
    await this.#writer.change(before, changes, after);
    this.#known.keepPerson(after);
    const { nhsNumber, localId } = changes;
    if (typeof nhsNumber === 'string') this.#known.keepLead(`nhs-number ${nhsNumber}`, after.id);
    if (typeof localId === 'string') this.#known.keepLead(`local-id ${localId}`, after.id);
    return after;
  }

  async #knownOf({ row, ids }: RowToWork): Promise<KnownOfRow> {
    const people = this.#known.peopleOf(row, ids);
    const origin = this.#known.sameOrigin(row, ids);
    const matched = matchedPerson(people);
    const sameOrigin = origin === null ? null : { referral: origin.kept.referral, person: origin.person };
    if (sameOrigin !== null || matched === null) return { ...people, sameOrigin, openQueues: [] };
    await lookUpWhole(this.#context, this.#known, matched.id);
    const today = todayOf(this.#context.call);
    const open = this.#known.referralsOf(matched.id).filter(({ referral }) => {
      const { row: shown } = queueEntryOf(referral, matched, this.#context.policy, today);
      return listOfStage(shown.stage) !== 'closed';
    });
    return { ...people, sameOrigin, openQueues: open.map(({ referral }) => referral.queue) };
  }

  /** The id of a new person: one that what they are known by leads to, so that a second try proposes the same. */
  #newId({ ids, record }: RowToWork): string {
    const { deps, importId } = this.#context;
    const free = [ids.byLocalId, ids.byNhsNumber, ids.byOrigin].find(
      (id) => id !== null && this.#known.person(id) === undefined,
    );
    return free ?? deps.ids.derived('person', importId, String(record));
  }

  async #lookUpAgain(drafted: RowToWork): Promise<void> {
    const { byNhsNumber, byLocalId, byOrigin } = this.#known.peopleOf(drafted.row, drafted.ids);
    for (const person of [byNhsNumber, byLocalId, byOrigin]) if (person !== null) this.#known.forget(person.id);
    await lookUp(this.#context, this.#known, [drafted]);
  }

  #entry(referral: Referral, person: Person) {
    const alerted = this.#known.referral(referral.personId, referral.id)?.entry.alerted;
    return queueEntryOf(referral, person, this.#context.policy, todayOf(this.#context.call), alerted);
  }
}

/** Refusals that only say that somebody else was first: looked up again, the row may fare better. */
const raceCodes = new Set(['already-there', 'nhs-number-taken', 'local-id-taken', 'number-being-claimed']);

function isRace(refused: unknown): boolean {
  return isDomainError(refused, 'conflict') && raceCodes.has(refused.code);
}

function keyOf({ personId, id }: Referral): { personId: string; referralId: string } {
  return { personId, referralId: id };
}
