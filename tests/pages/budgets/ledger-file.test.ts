/** A ledger sent through its pages: checked, recorded once, refused with what was typed kept. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packedBytes } from '../../../functions/web/pages/imports/packed.ts';
import { openCaseOf } from '../../../shared/application/case/open-case.ts';
import { recordCaseEvent } from '../../../shared/application/case/record-case-event.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { CaseFacts } from '../../../shared/domain/case/case.ts';
import { planOf } from '../../http/budgets/budget-service.ts';
import { madePerson } from '../people/made-people.ts';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { mainOf, textOf, travelling } from '../sent-form.ts';

const path = '/cases/budget/ledger-file';
const TEAM = ['personal-health-budgets'];
let site: RunningSite;
let officer: SignedIn;
let budgetPath: string;

beforeAll(async () => {
  site = await RunningSite.open();
  officer = await site.signIn('administrator', { services: TEAM });
  budgetPath = await liveBudget();
});
afterAll(() => site.close());

/** Somebody with a live direct payment since April, found by a number. */
async function liveBudget(): Promise<string> {
  const { id: personId } = await madePerson(site, officer, { nhsNumber: '9990017336', birthDate: '2014-02-11' });
  const actor = { id: officer.staffId, place: 'liverpool', role: 'administrator', services: TEAM } as const;
  const call = { actor, now: parseInstant(`${site.today}T09:00:00Z`), requestId: 'made-budget' };
  const said = (on: string, facts: CaseFacts & Readonly<Record<string, unknown>>) => ({ on: localDate(on), facts });
  const asked = said('2026-03-02', { kind: 'requested', right: 'continuing-care', askedBy: 'parent' });
  let { record } = await openCaseOf(site.deps, call, personId, 'budget', asked, site.deps.ids.fresh());
  const key = { personId, kind: 'budget', caseId: record.id } as const;
  for (const happened of [
    said('2026-03-10', { kind: 'found-eligible', reason: 'In continuing care' }),
    said('2026-03-12', { kind: 'indicative-set', annualPence: 1_300_000, allTypesOffered: true }),
    said('2026-03-12', { kind: 'planning-started' }),
    said('2026-03-25', { kind: 'agreed', plan: planOf(1_300_000), agreedWith: 'parent' }),
    said('2026-03-26', { kind: 'consent-given', by: 'representative', lacksCapacity: false }),
    said('2026-03-26', { kind: 'agreement-signed', signedBy: 'representative', accountChecked: true }),
    said('2026-04-01', { kind: 'went-live' }),
  ])
    ({ record } = await recordCaseEvent(site.deps, call, key, happened, record.version, site.deps.ids.fresh()));
  return `/people/${personId}/cases/budget/${record.id}`;
}

const headings = 'Entry Reference,NHS Number,Date,Entry,Amount,Purpose,Paid To';
const file = (...rows: string[]) => packedBytes(Buffer.from([headings, ...rows].join('\n')));
const check = (packed: string, system = 'finance') =>
  site.post(officer, path, { step: 'check', system, file: packed, name: 'ledger.csv' });

describe('a ledger', () => {
  it('is checked without recording anything, recorded when that is confirmed, and once', async () => {
    const sent = file(
      'F-1,9990017336,01/04/2026,Payment,"£1,083.33",,',
      'F-2,9990017336,20/04/2026,Spent,83.33,Personal assistant,PA',
      'F-3,9990034664,20/04/2026,Payment,10.00,,',
      'F-4,9990017336,31/04/2026,Payment,ten,,',
    );
    const checked = await check(sent);
    expect(textOf(checked)).toMatch(
      /2 entries will be recorded.*0 entries are there already.*2 rows cannot be recorded/,
    );
    expect(textOf(checked)).toMatch(
      /Nobody with this number has a budget here.*That month does not have that many days/,
    );
    expect(textOf(await site.get(officer, budgetPath))).toContain('less given back Amount £0.00');
    const confirmed = travelling(checked);
    const done = await site.post(officer, path, confirmed);
    expect(done.status).toBe(303);
    const told = textOf(await site.get(officer, done.headers['location'] ?? ''));
    expect(told).toMatch(/2 entries recorded.*0 entries were there already, and 2 rows could not be recorded/);
    expect(textOf(await site.get(officer, budgetPath))).toContain('less given back Amount £1,000.00');
    // The same confirmation once more, and the same file under the same system.
    const again = await site.post(officer, path, confirmed);
    expect(again.headers['location']).toContain('recorded=0&known=2&rejected=2');
    expect(textOf(await check(sent))).toMatch(/0 entries will be recorded.*There is nothing to record/);
  });

  it.each([
    ['no file', '', 'finance', 'Choose a CSV file', 'upload'],
    ['headings alone', file(), 'finance', 'The file has headings but no rows', 'upload'],
    [
      'a missing column',
      packedBytes(Buffer.from('Entry Reference,Date\nF-9,01/04/2026')),
      'finance',
      'The file has no column “Entry” and “Amount” and “NHS Number”',
      'upload',
    ],
    ['too many rows', file(...Array.from({ length: 501 }, () => 'F,,,,,,')), 'finance', 'more than the 500', 'upload'],
    ['a system that is none', file('F-9,,,,,,'), 'The Ledger!', 'Enter the system in 2 to 40 letters', 'system'],
  ])('that has %s is refused beside the question, and what was typed is kept', async (_what, sent, system, why, at) => {
    const refused = await check(sent, system);
    expect([refused.status, textOf(refused).includes(why)], textOf(refused)).toEqual([422, true]);
    expect(mainOf(refused)).toContain(`href="#${at}"`);
    expect(mainOf(refused)).toContain(`value="${system}"`);
  });

  it('is for the team alone, and what no page of ours carries is refused', async () => {
    const therapist = await site.signIn('clinician', { services: ['salt'] });
    const row = file('F-5,9990017336,01/05/2026,Payment,10.00,,');
    expect((await site.post(therapist, path, { step: 'check', system: 'finance', file: row, name: '' })).status).toBe(
      403,
    );
    const forged = await site.post(officer, path, { step: 'import', system: 'finance', rows: 'AAAA' });
    expect(forged.status).toBeGreaterThanOrEqual(400);
    expect(forged.status).toBeLessThan(500);
  });
});

it('no address holds anything of a person or of money', () => {
  const said = /9990017336|1083|F-1|ledger\.csv/;
  expect(site.addresses.filter((address) => said.test(decodeURIComponent(address)))).toEqual([]);
});
