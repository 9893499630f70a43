/** What becomes of rows, given what is there already: each rule of the extract's contract by itself. */
import { describe, expect, it } from 'vitest';
import { recordReferralEvent } from '../../../shared/application/referral/record-referral-event.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { ImportField } from '../../../shared/domain/import/columns.ts';
import type { ReferralEventFacts } from '../../../shared/domain/referral/event.ts';
import { MAX_EVENTS } from '../../../shared/domain/referral/referral.ts';
import { ImportRunner } from './import-runner.ts';
import { rowOf, rowsOf } from './row.ts';

const TODAY = '2026-11-01';
type Cells = Partial<Record<ImportField, string>>;

const run = (runner: ImportRunner, ...cells: readonly Cells[]) => runner.run(rowsOf(...cells), TODAY);
async function outcomes(runner: ImportRunner, ...cells: readonly Cells[]) {
  return (await run(runner, ...cells)).answers.map(({ outcome, code }) =>
    code === null ? outcome : `${outcome} ${code}`,
  );
}

/** The person and referral that the first row of an import is about. */
async function kept(runner: ImportRunner, cells: Cells = {}) {
  const { answers } = await run(runner, cells);
  const { personId, referralId } = answers[0] ?? {};
  if (typeof personId !== 'string' || typeof referralId !== 'string') throw new Error(JSON.stringify(answers[0]));
  return { personId, referralId };
}
async function referralOf(runner: ImportRunner, key: { personId: string; referralId: string }) {
  const found = await runner.deps.referrals.get('liverpool', key);
  if (found === undefined) throw new Error('There is no such referral');
  return found;
}
async function work(
  runner: ImportRunner,
  key: { personId: string; referralId: string },
  facts: ReferralEventFacts,
  on: string,
) {
  const { referral } = await referralOf(runner, key);
  const event = { facts, on: localDate(on) };
  return recordReferralEvent(
    runner.deps as never,
    runner.call(TODAY),
    key,
    event,
    referral.version,
    `key ${facts.kind}`,
  );
}

describe('the same person', () => {
  const ot = { referralId: 'REF2', service: 'OT' };

  it('has the same NHS number, whatever else is written', async () => {
    const runner = new ImportRunner();
    const { answers } = await run(runner, {}, { ...ot, localId: 'LP9', givenName: 'Maire' });
    expect(answers[0]?.personId).toBe(answers[1]?.personId);
    expect((await runner.deps.people.record('liverpool', answers[0]?.personId ?? ''))?.referrals).toHaveLength(2);
  });

  it('has the same local id where a number is missing, and gets the number when it comes', async () => {
    const runner = new ImportRunner();
    const without = await kept(runner, { nhsNumber: '' });
    const withNumber = await kept(runner, ot);
    expect(withNumber.personId).toBe(without.personId);
    const person = await runner.deps.people.get('liverpool', without.personId);
    expect(person?.details).toMatchObject({ nhsNumber: '9990017336', noNhsNumberReason: null });
    expect(person?.events.map(({ kind }) => kind)).toEqual(['created', 'changed']);
    // Now the number alone leads to them.
    expect((await kept(runner, { referralId: 'REF3', service: 'ASD', localId: '' })).personId).toBe(without.personId);
  });

  it('is known by the referral alone where there is neither number, and is no other when the numbers come', async () => {
    const runner = new ImportRunner();
    const unnamed = await kept(runner, { nhsNumber: '', localId: '' });
    const { answers } = await run(runner, {});
    expect(answers[0]).toMatchObject({ outcome: 'updated', ...unnamed });
    expect((await runner.deps.people.get('liverpool', unnamed.personId))?.details).toMatchObject({
      nhsNumber: '9990017336',
      localId: 'LP1',
    });
    expect(await outcomes(runner, {})).toEqual(['unchanged']);
  });

  it('is two people when names and birth dates are alike and the numbers are not; both are flagged', async () => {
    const runner = new ImportRunner();
    const twin = { referralId: 'REF2', nhsNumber: '9990034664', localId: 'LP2', givenName: 'Aoife' };
    const namesake = { referralId: 'REF3', nhsNumber: '9990051992', localId: 'LP3' };
    const stranger = { referralId: 'REF4', nhsNumber: '9990069328', localId: 'LP4', familyName: 'Taylor' };
    const { answers, report } = await run(runner, {}, twin, namesake, stranger);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['created', 'created', 'created', 'created']);
    const [a, b, c, d] = answers.map(({ personId }) => personId ?? '');
    expect(new Set([a, b, c, d]).size).toBe(4);
    const flagged = async (id = '') => (await runner.deps.people.get('liverpool', id))?.possibleDuplicateOf;
    expect(new Set(await flagged(a))).toEqual(new Set([b, c]));
    expect(new Set(await flagged(b))).toEqual(new Set([a, c]));
    expect(new Set(await flagged(c))).toEqual(new Set([a, b]));
    expect(await flagged(d)).toEqual([]);
    expect(report.import.totals?.possibleDuplicates).toBe(3);
    expect(report.results.map(({ flags }) => flags.includes('possible-duplicate'))).toEqual([true, true, true, false]);
  });
});

describe('what a person has to decide', () => {
  const waits = (outcome: string) => [`review ${outcome}`];

  it('is a second open referral in one queue, whatever its id', async () => {
    const runner = new ImportRunner();
    await kept(runner);
    expect(await outcomes(runner, { referralId: 'REF2' })).toEqual(waits('open-referral-in-queue'));
    // Once the first has ended it is a referral like any other.
    const ended = { dischargedOn: '2026-09-01', dischargeReason: 'Moved out of area' };
    expect(await outcomes(runner, ended, { referralId: 'REF2' })).toEqual(['updated', 'created']);
  });

  it('is one NHS number with two birth dates', async () => {
    const runner = new ImportRunner();
    await kept(runner);
    const other = { referralId: 'REF2', service: 'OT', localId: 'LP2', birthDate: '2017-02-28' };
    expect(await outcomes(runner, other)).toEqual(waits('nhs-number-two-birth-dates'));
  });

  it('is one local id with two numbers, and a number and a local id of two people', async () => {
    const runner = new ImportRunner();
    await kept(runner);
    const second = { referralId: 'REF2', service: 'OT', nhsNumber: '9990034664' };
    expect(await outcomes(runner, second)).toEqual(waits('local-id-two-nhs-numbers'));
    await kept(runner, { ...second, localId: 'LP2' });
    const mixed = { referralId: 'REF3', service: 'ASD', nhsNumber: '9990034664', localId: 'LP1' };
    expect(await outcomes(runner, mixed)).toEqual(waits('local-id-two-nhs-numbers'));
  });

  it('is what a record cannot take, instead of half of it', async () => {
    const runner = new ImportRunner();
    const key = await kept(runner);
    const { referral, entry } = await referralOf(runner, key);
    const [receipt] = referral.events;
    if (receipt === undefined) throw new Error('There is no receipt');
    const note = { ...receipt, facts: { kind: 'noted' as const, note: 'A note' } };
    const notes = Array.from({ length: MAX_EVENTS - 1 }, (_, at) => ({
      ...note,
      id: `n${at}`.padEnd(16, '-'),
      seq: at + 1,
    }));
    const full = { ...referral, version: 2, events: [receipt, ...notes] };
    await runner.deps.referrals.save(full, entry, 1);
    expect(await outcomes(runner, { dischargedOn: '2026-09-01', postcode: 'L2 2AA' })).toEqual(waits('does-not-fit'));
    expect((await referralOf(runner, key)).referral).toEqual(full);
    expect((await runner.deps.people.get('liverpool', key.personId))?.version).toBe(1);
  });

  it('is a row about a record that was merged into another', async () => {
    const runner = new ImportRunner();
    const key = await kept(runner);
    const person = await runner.deps.people.get('liverpool', key.personId);
    if (person === undefined) throw new Error('There is no such person');
    await runner.deps.people.save({ ...person, version: 2, mergedInto: runner.deps.ids.fresh() });
    expect(await outcomes(runner, { referralId: 'REF2', service: 'OT' })).toEqual(waits('contradicts-record'));
  });

  it('is written nowhere but in its review, and waits once, however often it comes', async () => {
    const runner = new ImportRunner();
    const first = await kept(runner);
    for (let again = 0; again < 3; again += 1) await run(runner, { referralId: 'REF2' });
    expect(await runner.deps.reviews.count('liverpool')).toBe(1);
    const { reviews } = await runner.deps.reviews.waiting('liverpool', 10);
    const review = await runner.deps.reviews.get('liverpool', reviews[0]?.id ?? '');
    expect(review).toMatchObject({ state: 'open', referral: first, personIds: [first.personId] });
    expect((await runner.deps.people.record('liverpool', first.personId))?.referrals).toHaveLength(1);
  });
});

describe('a row that comes again', () => {
  it('is unchanged when it says the same, and then nothing is written', async () => {
    const runner = new ImportRunner();
    const key = await kept(runner);
    const before = await referralOf(runner, key);
    expect(
      await outcomes(runner, { birthDate: '2016-02-29', priority: 'R', service: 'Speech & Language Therapy' }),
    ).toEqual(['unchanged']);
    expect(await referralOf(runner, key)).toEqual(before);
  });

  it('appends what is new, in one version', async () => {
    const runner = new ImportRunner();
    const key = await kept(runner);
    const more = { firstContactOn: '2026-08-10', firstContactType: 'Telephone', dischargedOn: '2026-10-01' };
    expect(await outcomes(runner, { ...more, dischargeReason: 'Treated' })).toEqual(['updated']);
    const { referral, entry } = await referralOf(runner, key);
    expect(referral.version).toBe(2);
    expect(referral.events.map(({ facts }) => facts.kind)).toEqual(['received', 'contact', 'discharged']);
    expect(entry).toMatchObject({ list: 'closed', row: { stage: 'discharged' } });
  });

  it('corrects what an import wrote: the old is recorded in error, and nothing is lost', async () => {
    const runner = new ImportRunner();
    const key = await kept(runner, { firstContactOn: '2026-08-10', firstContactType: 'Telephone' });
    const moved = { receivedOn: '2026-06-08', firstContactOn: '2026-08-17', firstContactType: 'Telephone' };
    expect(await outcomes(runner, moved)).toEqual(['updated']);
    const { referral } = await referralOf(runner, key);
    expect(referral.events.map(({ facts, on }) => [facts.kind, on])).toEqual([
      ['received', '2026-06-01'],
      ['contact', '2026-08-10'],
      ['recorded-in-error', TODAY],
      ['recorded-in-error', TODAY],
      ['received', '2026-06-08'],
      ['contact', '2026-08-17'],
    ]);
    expect((await runner.figures(TODAY))['SALT']).toMatchObject({ seen: 1, seenWithinStandard: 1 });
    expect(await outcomes(runner, moved)).toEqual(['unchanged']);
  });

  it('corrects a middle step that later ones stand on', async () => {
    const runner = new ImportRunner();
    const whole = { service: 'ASD', assessmentStartedOn: '2026-07-01', outcomeOn: '2026-08-01' };
    const key = await kept(runner, whole);
    expect(await outcomes(runner, { ...whole, assessmentStartedOn: '2026-07-08' })).toEqual(['updated']);
    expect((await referralOf(runner, key)).entry.row.stage).toBe('seen');
    expect((await runner.figures(TODAY))['ASD']).toMatchObject({ seen: 1 });
  });

  it('is for a person when it contradicts what staff recorded, and staff’s word stands', async () => {
    const runner = new ImportRunner();
    const key = await kept(runner);
    await work(runner, key, { kind: 'contact', mechanism: 'video', parentOnly: false }, '2026-08-10');
    const before = await referralOf(runner, key);
    const other = { firstContactOn: '2026-08-11', firstContactType: 'Video' };
    expect(await outcomes(runner, other)).toEqual(['review contradicts-record']);
    expect(await referralOf(runner, key)).toEqual(before);
    // What they agree on is no news, and what staff did not speak of is added.
    const agreed = { firstContactOn: '2026-08-10', firstContactType: 'Video' };
    expect(await outcomes(runner, agreed)).toEqual(['unchanged']);
    expect(await outcomes(runner, { ...agreed, dischargedOn: '2026-09-01', dischargeReason: 'Treated' })).toEqual([
      'updated',
    ]);
  });

  it('is for a person when it takes back what it said on a referral that staff work', async () => {
    const runner = new ImportRunner();
    const key = await kept(runner, { firstContactOn: '2026-08-10', firstContactType: 'Video' });
    await work(runner, key, { kind: 'noted', note: 'Seen at school' }, '2026-08-11');
    expect(await outcomes(runner, {})).toEqual(['review contradicts-record']);
  });

  it('does not undo a clinician’s change of priority', async () => {
    const runner = new ImportRunner();
    const key = await kept(runner);
    const clinician = runner.call(TODAY, 'clinician', ['salt']);
    const retier = {
      facts: { kind: 'retiered', tier: 'urgent', reason: 'Losing words' },
      on: localDate('2026-07-01'),
    } as const;
    await recordReferralEvent(runner.deps as never, clinician, key, retier, 1, 'key retier');
    expect(await outcomes(runner, { notes: 'Called' })).toEqual(['updated']);
    expect((await referralOf(runner, key)).entry.row.tier).toBe('urgent');
  });

  it('brings a person’s details up to date where files alone have told them, and fills what staff left open', async () => {
    const runner = new ImportRunner();
    const key = await kept(runner, { postcode: '' });
    expect(await outcomes(runner, { postcode: 'L2 2AA', interpreterLanguage: 'Somali', ehcPlan: 'Y' })).toEqual([
      'updated',
    ]);
    const { details } = (await runner.deps.people.get('liverpool', key.personId)) ?? {};
    expect(details).toMatchObject({ postcode: 'L2 2AA', interpreterLanguage: 'Somali', flags: ['ehc-plan'] });
  });
});

describe('a file', () => {
  it('whose rows come in another order comes to the same', async () => {
    const rows = [
      {},
      { referralId: 'REF2', service: 'OT' },
      { referralId: 'REF3', nhsNumber: '9990034664', localId: 'L' },
    ];
    const [one, other] = [new ImportRunner(), new ImportRunner()];
    await run(one, ...rows);
    await run(other, ...rows.toReversed());
    expect(await one.figures(TODAY)).toEqual(await other.figures(TODAY));
  });

  it('that names a referral twice says nothing new the second time', async () => {
    expect(await outcomes(new ImportRunner(), {}, {}, { notes: 'More' })).toEqual(['created', 'unchanged', 'updated']);
  });

  it('is of one place: another place knows nothing of it', async () => {
    const runner = new ImportRunner();
    const key = await kept(runner);
    const elsewhere = { ...runner.call(TODAY), actor: { ...runner.call(TODAY).actor, place: 'cheshire-east' } };
    const there = await runner.runAs(elsewhere, [rowOf()]);
    expect(there.answers[0]).toMatchObject({ outcome: 'created' });
    expect(there.answers[0]?.personId).not.toBe(key.personId);
  });
});
