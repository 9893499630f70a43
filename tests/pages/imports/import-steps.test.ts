/** The steps of an import, each form sent as a browser without JavaScript sends it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, travelling } from '../sent-form.ts';
import { check, chosenColumns, confirm, countsOn, importWhole, sendColumns, upload } from './import-form.ts';
import { fileOf, goodRow, NUMBERS } from './small-file.ts';
import { workedOn } from './worked-on.ts';

let site: RunningSite;
let manager: SignedIn;
beforeAll(async () => {
  site = await RunningSite.open();
  manager = await site.signIn('data-manager');
});
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await site.close();
});

const good = fileOf([goodRow(1)]);

describe('the file', () => {
  it.each<[what: string, content: string | Uint8Array, said: string | RegExp]>([
    ['empty', '', 'The file is empty'],
    ['of blank lines', '\r\n \r\n', 'The file is empty'],
    ['of headings alone', good.split('\r\n')[0] ?? '', 'The file has headings but no rows'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), /spreadsheet.*CSV UTF-8/],
    ['in another encoding', new Uint8Array([...Buffer.from(good), 0xe9]), /not text in UTF-8/],
    ['with a quote left open', `${good}\r\n"SMALL2,"x`, /Line 3/],
    ['with a quote inside a cell', `${good}\r\nSMALL2,LP"2,Wei,Okafor,16/10/2018,SALT,06/07/2026,GP,Routine`, /Line 3/],
    ['with a row that is too short', `${good}\r\nSMALL2,LP900002`, /Line 3: 2 cells/],
    ['with one heading twice', good.replace('Surname', 'Forename'), 'more than one column with the heading “Forename”'],
  ])('%s is refused with what to do, and nothing typed is lost', async (_what, content, said) => {
    const page = await upload(site, manager, { content, system: 'RiO of the south', asAt: '2026-10-31' });
    expect(page.status).toBe(422);
    expect(textOf(page)).toMatch(said);
    expect(page.html).toContain('href="#upload"');
    expect(page.html).toContain('value="RiO of the south"');
    expect(page.html).toMatch(/name="asAt-day"[^>]*value="31"/);
  });

  it('must be chosen', async () => {
    const page = await site.post(manager, '/import', { step: 'file', system: 'extract' });
    expect([page.status, textOf(page).includes('Choose a CSV file')]).toEqual([422, true]);
  });

  it('stays chosen while something else is put right', async () => {
    const page = await upload(site, manager, { content: good, system: '', asAt: '2026-12-01', name: 'my file.csv' });
    expect(page.status).toBe(422);
    expect(textOf(page)).toContain('Enter the name of the system');
    expect(textOf(page)).toContain('my file.csv is chosen: 1 row');
    const again = await site.post(manager, '/import', {
      ...travelling(page),
      system: 'extract',
      'asAt-day': '1',
      'asAt-month': '11',
      'asAt-year': '2026',
    });
    expect([again.status, textOf(again).includes('What does each column hold?')]).toEqual([200, true]);
  });

  it('cannot speak of a day to come', async () => {
    const page = await upload(site, manager, { content: good, asAt: '2026-11-03' });
    expect(textOf(page)).toContain('must be today or in the past');
  });

  it('that is too large is refused, and the command is named', async () => {
    const page = await upload(site, manager, { content: new Uint8Array(4_500_000).fill(65) });
    expect([page.status, textOf(page).includes('npm run import')]).toEqual([400, true]);
  });
});

describe('the columns', () => {
  const odd = fileOf([goodRow(2)], { referralId: 'Our ref', birthDate: 'D.O.B.', service: 'Liste' });

  it('are guessed, and what is not is asked for', async () => {
    const page = await upload(site, manager, { content: odd, system: 'odd' });
    const chosen = chosenColumns(page);
    expect(chosen['column-0']).toBe('');
    expect(chosen['column-4']).toBe('birthDate');
    const refused = await sendColumns(site, manager, page);
    expect(refused.status).toBe(422);
    expect(textOf(refused)).toContain('Choose which column holds Referral ID');
    expect(chosenColumns(refused)).toEqual(chosen);
  });

  it('cannot hold one thing twice', async () => {
    const page = await upload(site, manager, { content: odd, system: 'odd' });
    const refused = await sendColumns(site, manager, page, { 'column-0': 'localId' });
    expect(refused.status).toBe(422);
    expect(textOf(refused)).toContain('Two columns cannot both hold Local Patient ID');
    expect(refused.html).toContain('href="#column-1"');
  });

  it('are remembered for the next file of the system, in the place that confirmed them and in no other', async () => {
    const mapped = { 'column-0': 'referralId', 'column-5': 'service' };
    const checked = await sendColumns(
      site,
      manager,
      await upload(site, manager, { content: odd, system: 'odd' }),
      mapped,
    );
    expect(countsOn(checked)).toMatchObject({ Rows: 1, New: 1 });
    const next = await upload(site, manager, { content: odd, system: 'odd' });
    expect(chosenColumns(next)).toMatchObject(mapped);
    expect(textOf(next)).toContain('read as in the last file of odd');
    const elsewhere = await site.signIn('data-manager', { place: 'cheshire-east' });
    expect(chosenColumns(await upload(site, elsewhere, { content: odd, system: 'odd' }))['column-0']).toBe('');
  });

  it('can be changed after the check', async () => {
    const checked = await check(site, manager, { content: good });
    const fields = travelling(checked, 0);
    const again = await site.post(manager, '/import', { ...fields, step: 'change' });
    expect(chosenColumns(again)).toMatchObject({ 'column-0': 'referralId' });
  });
});

describe('the check', () => {
  const rows = [
    goodRow(10),
    goodRow(11, { birthDate: '30/02/2018', service: 'Chiropody' }),
    goodRow(12, { nhsNumber: '9990017337' }),
    // Somebody who is on the list already.
    goodRow(13, { localId: goodRow(10).localId ?? '', birthDate: '16/10/2018' }),
    goodRow(14, { familyName: '=HYPERLINK("http://x","y")', receivedOn: 'yesterday' }),
  ];

  it('tells what each row would do, what was found and how to put it right, and changes nothing', async () => {
    const page = await check(site, manager, { content: fileOf(rows) });
    expect(countsOn(page)).toEqual({ Rows: 5, New: 1, Updated: 0, Unchanged: 0, 'To decide': 1, Rejected: 3 });
    const text = textOf(page);
    expect(text).toContain('Service not known here: 1 row');
    // All that is wrong with the row, though it counts once.
    expect(text).toMatch(/Chiropody.*30\/02\/2018/);
    expect(text).toContain('NHS number with a wrong digit: 1 row');
    expect(text).toContain('9990017337');
    const found = await site.get(manager, '/reviews');
    expect(textOf(found)).toContain('No row waits for a decision');
    expect(await site.deps.queues.count('liverpool', 'SALT')).toBe(0);
  });

  it('can be downloaded, safe from formulas', async () => {
    const page = await check(site, manager, { content: fileOf(rows) });
    const file = await site.post(manager, '/import', travelling(page));
    expect(file.headers['content-disposition']).toContain('check-2026-11-02.csv');
    expect(file.html).toContain('Not a real date,Referral Received,yesterday,');
    expect(file.html).not.toMatch(/(^|,)[=+@]/m);
  });

  it('says when nothing would change', async () => {
    const page = await check(site, manager, { content: fileOf([goodRow(20, { birthDate: '1 Foo 2018' })]) });
    expect(textOf(page)).toContain('No row changes anything');
  });

  it('refuses what no page of ours carries', async () => {
    const page = await check(site, manager, { content: good });
    const fields = travelling(page, 0);
    for (const broken of [{ file: 'nonsense' }, { said: '{}' }, { mapping: '{"x":"y"}' }]) {
      const refused = await site.post(manager, '/import', { ...fields, ...broken, step: 'run' });
      expect(refused.status).toBe(400);
    }
    const parts = { step: 'check', said: String(fields['said']), send: 'one' };
    expect((await site.post(manager, '/import', { ...parts, part: '200.nonsense' })).status).toBe(400);
  });
});

describe('the import', () => {
  it('brings in what was confirmed, once, however often it is confirmed', async () => {
    const content = fileOf([goodRow(30), goodRow(31, { nhsNumber: NUMBERS[0] }), goodRow(32, { service: 'Podiatry' })]);
    const page = await check(site, manager, { content, system: 'once' });
    const [first, second] = await Promise.all([confirm(site, manager, page), confirm(site, manager, page)]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(first.location).toBe(second.location);
    const report = await site.get(manager, first.location ?? '');
    expect(textOf(report)).toContain('The file has been imported');
    expect(countsOn(report)).toEqual({ Rows: 3, New: 2, Updated: 0, Unchanged: 0, 'To decide': 0, Rejected: 1 });
    // What stood in the rejected row is kept nowhere.
    expect(report.html).not.toContain('Podiatry');
    expect(textOf(report)).toContain('Service not known here Rows 1 Where Line 4');
    expect(await confirm(site, manager, page)).toMatchObject({ status: 303, location: first.location?.split('?')[0] });
  });

  it('of the same file again finds everything unchanged, and says that it was imported before', async () => {
    const content = fileOf([goodRow(40), goodRow(41)]);
    await importWhole(site, manager, { content, system: 'twice' });
    const page = await check(site, manager, { content, system: 'twice' });
    expect(textOf(page)).toContain('You imported this very file');
    expect(countsOn(page)).toMatchObject({ New: 0, Unchanged: 2 });
  });

  it('names what is open here and missing from the next file', async () => {
    const both = [goodRow(50, { familyName: 'Ní Bhriain' }), goodRow(51)];
    await importWhole(site, manager, { content: fileOf(both), system: 'missing' });
    const page = await check(site, manager, { content: fileOf(both.slice(1)), system: 'missing' });
    expect(textOf(page)).toContain('Missing from the file: 1 referral');
    expect(textOf(page)).not.toContain('NÍ BHRIAIN');
    const done = await confirm(site, manager, page);
    const report = await site.get(manager, done.location ?? '');
    expect(textOf(report)).toContain('NÍ BHRIAIN, Wei');
    expect(report.html).toMatch(/href="\/people\/[\w-]{16}\/referrals\/[\w-]{16}"/);
  });

  it('tells twins apart, as possible duplicates', async () => {
    const twins = [
      goodRow(60, { familyName: 'Twin', givenName: 'A' }),
      goodRow(61, { familyName: 'Twin', givenName: 'B' }),
    ];
    const report = await importWhole(site, manager, { content: fileOf(twins), system: 'twins' });
    expect(textOf(report)).toContain('Possible duplicates: 2 people');
    expect(textOf(report)).toContain('twins or namesakes');
  });

  it('has a report of each row as a file, without anything that stood in one', async () => {
    const content = fileOf([goodRow(70, { familyName: 'Secretname' }), goodRow(71, { service: 'Secretservice' })]);
    await importWhole(site, manager, { content, system: 'rows' });
    const [told] = await site.deps.imports.latest('liverpool', 1);
    const file = await site.get(manager, `/import/${told?.id}/rows`);
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.html).toMatch(/1,2,New,,,,\S*/);
    expect(file.html).toContain('2,3,Rejected,Service not known here,Service,');
    expect(file.html).not.toContain('Secret');
  });

  it('is undone whole, but for what somebody has worked on since', async () => {
    const before = await site.deps.queues.count('liverpool', 'OT');
    const rows = [80, 81, 82].map((at) => goodRow(at, { service: 'OT' }));
    const report = await importWhole(site, manager, { content: fileOf(rows), system: 'undone' });
    expect(await site.deps.queues.count('liverpool', 'OT')).toBe(before + 3);
    const [told] = await site.deps.imports.latest('liverpool', 1);
    expect(report.html).toContain(`/import/${told?.id}/undo`);
    const batches = await site.deps.imports.batches('liverpool', told?.id ?? '');
    await workedOn(site, batches[0]?.results[0]);

    const ask = await site.get(manager, `/import/${told?.id}/undo`);
    expect(textOf(ask)).toContain('3 referrals that it added');
    const undone = await site.post(manager, `/import/${told?.id}/undo`, {});
    expect(undone.location).toBe(`/import/${told?.id}`);
    const after = await site.get(manager, `/import/${told?.id}`);
    expect(textOf(after)).toContain('This import has been undone');
    expect(textOf(after)).toContain('on 2 referrals');
    expect(textOf(after)).toContain('Worked on since: 1 referral');
    expect(await site.deps.queues.count('liverpool', 'OT')).toBe(before + 1);
    // Undone twice is undone once, and the file can come in again.
    expect((await site.post(manager, `/import/${told?.id}/undo`, {})).status).toBe(303);
    const again = await check(site, manager, { content: fileOf(rows), system: 'undone' });
    expect(textOf(again)).toContain('and undid it');
    expect(countsOn(again)).toMatchObject({ New: 2 });
  });
});

describe('who may', () => {
  it.each(['clinician', 'administrator', 'commissioner', 'operator'] as const)('not a %s', async (role) => {
    const who = await site.signIn(role);
    expect((await site.get(who, '/import')).status).toBe(403);
    expect((await site.post(who, '/import', { step: 'run' })).status).toBe(403);
  });

  it('nobody of another place: for them it is not there', async () => {
    await importWhole(site, manager, { content: fileOf([goodRow(90)]), system: 'places' });
    const [told] = await site.deps.imports.latest('liverpool', 1);
    const other = await site.signIn('data-manager', { place: 'cheshire-east' });
    for (const path of ['', '/rows', '/progress', '/undo'])
      expect((await site.get(other, `/import/${told?.id}${path}`)).status).toBe(404);
    expect((await site.post(other, `/import/${told?.id}/undo`, {})).status).toBe(404);
    expect(textOf(await site.get(other, '/import'))).not.toContain('places');
  });

  it('see in no address what a file says', () => {
    expect(site.addresses.join('\n')).not.toMatch(/okafor|secret|999\d{7}|SMALL/i);
  });
});
