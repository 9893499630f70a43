/** Deciding about rows that wait: what follows from each decision, once, and what a later file makes of it. */
import { describe, expect, it } from 'vitest';
import { decideReview, type NewDecision } from '../../../shared/application/review/decide-review.ts';
import { listReviews } from '../../../shared/application/review/list-reviews.ts';
import { readReview } from '../../../shared/application/review/read-review.ts';
import type { ImportField } from '../../../shared/domain/import/columns.ts';
import { ImportRunner } from './import-runner.ts';
import { rowsOf } from './row.ts';

const TODAY = '2026-11-01';
const second = { referralId: 'REF2', receivedOn: '2026-03-02', source: 'School' };

/** An import whose last row waits. */
async function held(...cells: readonly Partial<Record<ImportField, string>>[]) {
  const runner = new ImportRunner();
  const { answers, report } = await runner.run(rowsOf(...cells), TODAY);
  const last = answers.at(-1);
  if (typeof last?.reviewId !== 'string') throw new Error(JSON.stringify(last));
  const first = { personId: answers[0]?.personId ?? '', referralId: answers[0]?.referralId ?? '' };
  const decide = (input: NewDecision, key = 'a key', seen = 1) =>
    decideReview(runner.deps, runner.call(TODAY), last.reviewId ?? '', input, seen, key);
  return { runner, reviewId: last.reviewId, first, decide, importId: report.import.id };
}
const again = async (runner: ImportRunner, ...cells: readonly Partial<Record<ImportField, string>>[]) =>
  (await runner.run(rowsOf(...cells), TODAY)).answers.map(({ outcome }) => outcome);

describe('a row that waits for a decision', () => {
  it('is listed and shown beside what it was compared with, and who looked is recorded', async () => {
    const { runner, reviewId, first } = await held({}, second);
    const page = await listReviews(runner.deps, runner.call(TODAY), { limit: 10 });
    expect(page).toMatchObject({
      total: 1,
      next: null,
      reviews: [{ id: reviewId, queue: 'SALT', givenName: 'Máire' }],
    });
    const view = await readReview(runner.deps, runner.call(TODAY), reviewId);
    expect(view).toMatchObject({
      people: [{ id: first.personId }],
      referral: { referral: { id: first.referralId }, state: { open: true } },
      decisions: ['link', 'create', 'dismiss'],
    });
    const seen = [];
    for await (const entry of runner.deps.audit.viewsBy('liverpool', runner.call(TODAY).actor.id))
      seen.push(entry.action);
    expect(seen).toEqual(['review.read', 'review.read']);
  });

  it('links to the open referral, which keeps the earliest start', async () => {
    const { runner, first, decide } = await held({}, second);
    const before = (await runner.figures(TODAY))['SALT'];
    expect(before).toMatchObject({ open: 1, longestDays: 153 });
    const decided = await decide({ decision: 'link' });
    expect(decided).toMatchObject({ state: 'linked', version: 2, decided: { decision: 'link' } });
    expect((await runner.figures(TODAY))['SALT']).toMatchObject({ open: 1, longestDays: 244, referrals: 1 });
    const kept = await runner.deps.referrals.get('liverpool', first);
    expect(kept?.referral.events.at(-1)?.facts).toMatchObject({ kind: 'linked-duplicate', received: '2026-03-02' });
    // Sent twice it is done once; decided already, it cannot be decided otherwise.
    expect(await decide({ decision: 'link' })).toEqual(decided);
    expect((await runner.deps.referrals.get('liverpool', first))?.referral.version).toBe(2);
    await expect(decide({ decision: 'dismiss' }, 'another key', 2)).rejects.toMatchObject({ code: 'review-decided' });
    // The same row again is no news, even once the referral has ended; one that says more is somebody's again.
    expect(await again(runner, {}, second)).toEqual(['unchanged', 'unchanged']);
    const ended = { dischargedOn: '2026-10-05', dischargeReason: 'Treated' };
    expect(await again(runner, { ...ended, notes: '' }, second)).toEqual(['review', 'unchanged']);
    expect(await again(runner, {}, { ...second, notes: 'More' })).toEqual(['unchanged', 'review']);
  });

  it('is linked to no referral that has ended since', async () => {
    const { runner, decide } = await held({}, second);
    await runner.run(rowsOf({ dischargedOn: '2026-10-05', dischargeReason: 'Treated' }), TODAY);
    await expect(decide({ decision: 'link' })).rejects.toMatchObject({ code: 'referral-closed' });
  });

  it('becomes a referral of its own', async () => {
    const { runner, first, decide } = await held({}, second);
    expect(await decide({ decision: 'create' })).toMatchObject({ state: 'created' });
    const record = await runner.deps.people.record('liverpool', first.personId);
    expect(record?.referrals).toHaveLength(2);
    expect((await runner.figures(TODAY))['SALT']).toMatchObject({ open: 2 });
    expect(await decide({ decision: 'create' })).toMatchObject({ state: 'created' });
    expect(await again(runner, {}, second)).toEqual(['unchanged', 'unchanged']);
    expect(await again(runner, {}, { ...second, notes: 'More' })).toEqual(['unchanged', 'updated']);
  });

  it('becomes a new person’s, without the number that somebody else has, or the person’s who is chosen', async () => {
    const other = { referralId: 'REF2', service: 'OT', localId: 'LP2', birthDate: '2017-02-28' };
    const apart = await held({}, other);
    await apart.decide({ decision: 'create' });
    const rows = [];
    for await (const page of apart.runner.deps.queues.each('liverpool', 'OT', 'waiting')) rows.push(...page);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.personId).not.toBe(apart.first.personId);
    const newcomer = await apart.runner.deps.people.get('liverpool', rows[0]?.personId ?? '');
    expect(newcomer?.details).toMatchObject({ nhsNumber: null, noNhsNumberReason: 'not-known', localId: 'LP2' });
    expect(await again(apart.runner, {}, { ...other, nhsNumber: '' })).toEqual(['unchanged', 'unchanged']);

    const chosen = await held({}, other);
    await expect(chosen.decide({ decision: 'create', personId: 'NobodyOfThisRow1' })).rejects.toMatchObject({
      kind: 'invalid',
    });
    await chosen.decide({ decision: 'create', personId: chosen.first.personId });
    expect((await chosen.runner.deps.people.record('liverpool', chosen.first.personId))?.referrals).toHaveLength(2);
  });

  it('is dismissed for good, until it says something else', async () => {
    const { runner, reviewId, decide } = await held({}, second);
    await decide({ decision: 'dismiss', reason: 'Entered twice' });
    expect(await runner.deps.reviews.count('liverpool')).toBe(0);
    expect(await again(runner, {}, second)).toEqual(['unchanged', 'unchanged']);
    expect(await again(runner, {}, { ...second, receivedOn: '2026-03-03' })).toEqual(['unchanged', 'review']);
    expect(await runner.deps.reviews.get('liverpool', reviewId)).toMatchObject({
      state: 'open',
      version: 3,
      decided: null,
    });
  });

  it('is decided only from the version that was read, only as its reason allows, and only by who may', async () => {
    const { runner, reviewId, decide } = await held({}, { referralId: 'REF2', service: 'OT', nhsNumber: '9990034664' });
    await expect(decide({ decision: 'dismiss' }, 'key', 2)).rejects.toMatchObject({
      kind: 'stale',
      facts: { currentVersion: 1 },
    });
    await expect(decide({ decision: 'link' })).rejects.toMatchObject({ issues: [{ code: 'decision-not-possible' }] });
    const clinician = runner.call(TODAY, 'clinician', ['salt']);
    const dismiss = { decision: 'dismiss' } as const;
    await expect(decideReview(runner.deps, clinician, reviewId, dismiss, 1, 'key')).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const elsewhere = {
      ...clinician,
      actor: { ...clinician.actor, place: 'cheshire-east', role: 'data-manager' },
    } as const;
    await expect(decideReview(runner.deps, elsewhere, reviewId, dismiss, 1, 'key')).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('is withdrawn with its import, and waits again when the file comes again', async () => {
    const { runner, reviewId, importId } = await held({}, second);
    await runner.undo(importId, TODAY);
    expect(await runner.deps.reviews.get('liverpool', reviewId)).toMatchObject({ state: 'withdrawn' });
    expect(await again(runner, {}, second)).toEqual(['created', 'review']);
    expect(await runner.deps.reviews.count('liverpool')).toBe(1);
  });
});
