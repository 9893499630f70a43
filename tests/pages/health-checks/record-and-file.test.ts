/** The pages of health checks: the record and its forms, the list, the figures, and a practice's file, asked as a browser asks. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madePerson } from '../people/made-people.ts';
import { type Fields, type PageReceived, RunningSite, type SignedIn } from '../running-site.ts';
import { mainOf, textOf, travelling, typedDate } from '../sent-form.ts';
import { type FollowedPerson, followedPerson, NURSES } from './followed-people.ts';

let site: RunningSite;
let nurse: SignedIn;
beforeAll(async () => {
  site = await RunningSite.open();
  nurse = await site.signIn('clinician', { services: NURSES });
});
afterAll(async () => {
  site.foresawEverything();
  await site.close();
});

/** Through a form as a person goes: asked, checked, saved. */
async function filledIn(path: string, answers: Fields, who = nurse): Promise<PageReceived> {
  const check = await site.post(who, path, { ...travelling(await site.get(who, path)), ...answers });
  if (check.status !== 200) return check;
  return site.post(who, path, { ...travelling(check), ...answers });
}

/** What the record says after something was recorded. */
async function recorded(person: FollowedPerson, kind: string, answers: Fields): Promise<string> {
  const saved = await filledIn(`${person.path}/record/${kind}`, answers);
  expect(saved.status, textOf(saved)).toBe(303);
  return textOf(await site.get(nurse, saved.location ?? ''));
}

describe('a record', () => {
  it('is opened from the person, once', async () => {
    const { id } = await madePerson(site, nurse, { birthDate: '2010-03-01', gpPractice: 'N82033' });
    expect(mainOf(await site.get(nurse, `/people/${id}`))).toContain('Follow annual health checks');
    const path = `/people/${id}/cases/health-check/new`;
    const asked = await site.get(nurse, path);
    expect(mainOf(asked)).toContain('value="N82033"');
    const saved = await filledIn(path, { ...typedDate('on', '2025-06-02'), practice: 'n82033' });
    expect(saved.status, textOf(saved)).toBe(303);
    const text = textOf(await site.get(nurse, saved.location ?? ''));
    expect(text).toContain('Recorded: On the learning-disability register of practice N82033');
    expect(text).toContain('The check was due by 31 March 2026: it is 216 days late.');
    const person = textOf(await site.get(nurse, `/people/${id}`));
    expect(person).toContain('Annual health check');
    expect(person).not.toContain('Follow annual health checks');
  });

  it('goes from the invitation to the check and a plan that can be taken home', async () => {
    const person = await followedPerson(site, nurse, { familyName: 'Nowak', givenName: 'Zofia' });
    await recorded(person, 'invited', { ...typedDate('on', '2026-09-01'), by: 'easy-read-letter' });
    await recorded(person, 'booked', {
      ...typedDate('on', '2026-09-10'),
      ...typedDate('appointmentOn', '2026-10-05'),
    });
    const done = await recorded(person, 'checked', { ...typedDate('on', '2026-10-05'), where: 'practice' });
    expect(done).toContain('Checked this financial year, on 5 October 2026. The health action plan is missing.');
    const whole = await recorded(person, 'plan-agreed', {
      ...typedDate('on', '2026-10-12'),
      'goal-1': 'Swim each week',
      'action-1': 'Book an eye test',
      'owner-1': 'Mum',
      ...typedDate('by-1', '2026-11-30'),
    });
    expect(whole).toContain('The health action plan is there.');
    const plan = textOf(await site.get(nurse, `${person.path}/plan`));
    expect(plan).toMatch(/Zofia Nowak.*Swim each week.*Book an eye test.*Mum.*30 November 2026/);
    const easy = textOf(await site.get(nurse, `${person.path}/easy-read-plan`));
    expect(easy).toMatch(/This plan is for Zofia.*You said:.*Swim each week.*Mum will do this/);
    expect(easy).toContain('Your next health check is by 5 October 2027');
  });

  it('says what is missing of a plan, and keeps what was typed', async () => {
    const person = await followedPerson(site, nurse, {});
    const wrong = await filledIn(`${person.path}/record/plan-agreed`, {
      ...typedDate('on', '2026-10-12'),
      'action-2': 'See the dentist',
    });
    expect(wrong.status).toBe(422);
    expect(textOf(wrong)).toContain('Enter who does action 2');
    expect(mainOf(wrong)).toContain('href="#by-2-day"');
    expect(mainOf(wrong)).toContain('value="See the dentist"');
    const empty = await filledIn(`${person.path}/record/plan-agreed`, typedDate('on', '2026-10-12'));
    expect(textOf(empty)).toContain('Enter a goal or an action');
  });

  it('has room for as many goals and actions as a plan holds, without losing what was typed', async () => {
    const person = await followedPerson(site, nurse, {}, ['2026-10-05', { kind: 'checked', where: 'home' }]);
    const path = `${person.path}/record/plan-agreed`;
    const typed = { ...typedDate('on', '2026-10-12'), 'goal-2': 'Ride a bicycle' };
    let asked = await site.get(nurse, path);
    for (const fields of [5, 8, 11].map((lines) => lines - 2)) {
      expect(mainOf(asked)).toContain(`name="action-${fields}"`);
      expect(mainOf(asked)).not.toContain(`name="action-${fields + 1}"`);
      asked = await site.post(nurse, path, { ...travelling(asked), ...typed, _step: 'more' });
      expect(mainOf(asked)).toContain('value="Ride a bicycle"');
    }
    expect(mainOf(asked)).toContain('name="action-12"');
    expect(textOf(asked)).not.toContain('Add more goals and actions');
    const last = { 'action-12': 'Learn to swim', 'owner-12': 'Dad', ...typedDate('by-12', '2027-01-31') };
    const check = await site.post(nurse, path, { ...travelling(asked), ...typed, 'goal-6': 'Make friends', ...last });
    const saved = await site.post(nurse, path, travelling(check));
    expect(textOf(await site.get(nurse, saved.location ?? ''))).toMatch(
      /Goal: Ride a bicycle.*Goal: Make friends.*Learn to swim: Dad, by 31 January 2027/,
    );
  });

  it('offers what comes next first: the plan until it is there, then nothing of this year’s check', async () => {
    const person = await followedPerson(site, nurse, {}, ['2026-10-05', { kind: 'checked', where: 'home' }]);
    const firstOffered = async () =>
      / Record what happened (Record[a-z ]+?) Record/.exec(textOf(await site.get(nurse, person.path)))?.[1];
    expect(await firstOffered()).toBe('Record the health action plan');
    await recorded(person, 'plan-agreed', { ...typedDate('on', '2026-10-12'), 'goal-1': 'Swim' });
    expect(await firstOffered()).toBe('Record a move to another practice');
  });

  it('of somebody who grows out of the service says who has to know what, and offers leaving first', async () => {
    const grown = { birthDate: '2000-12-05', familyName: 'Grown' };
    const person = await followedPerson(site, nurse, grown, ['2026-10-05', { kind: 'checked', where: 'practice' }]);
    const text = textOf(await site.get(nurse, person.path));
    expect(text).toContain('Due 5 December 2026 Due date to hand over');
    expect(text).toMatch(
      /Our services end on 5 December 2026, at the age of 26\. The checks go on: tell .+ that the next one is due by 5 October 2027 ?, then record leaving\./,
    );
    expect(text).toMatch(/Record what happened Record the health action plan Record leaving/);
    const answers = { ...typedDate('on', '2026-11-01'), why: 'left-service', handedOverTo: 'Harbour Street' };
    const left = await recorded(person, 'left', answers);
    expect(left).toMatch(/Due date handed over.*5 October 2027, to Harbour Street/);
    expect(left).not.toContain('Our services end');
  });

  it('is declined by who may, with capacity considered, and offered again in April', async () => {
    const person = await followedPerson(site, nurse, {});
    const path = `${person.path}/record/declined`;
    const without = await filledIn(path, {
      ...typedDate('on', '2026-10-12'),
      capacityConsidered: 'no',
      by: 'young-person',
    });
    expect([without.status, textOf(without).includes('Consider capacity to make this decision')]).toEqual([422, true]);
    const parent = await filledIn(path, { ...typedDate('on', '2026-10-12'), capacityConsidered: 'yes', by: 'parent' });
    expect(mainOf(parent)).toContain('href="#by"');
    const answers = { ...typedDate('on', '2026-10-12'), capacityConsidered: 'yes', by: 'young-person' };
    const check = await site.post(nurse, path, { ...travelling(await site.get(nurse, path)), ...answers });
    expect(textOf(check)).toContain('offered again from 1 April 2027');
    expect(await recorded(person, 'declined', answers)).toContain('Offer it again from 1 April 2027');
  });

  it('is corrected: the entry stays, struck through, and what it met is due again', async () => {
    const checked = { kind: 'checked', where: 'home' } as const;
    const person = await followedPerson(site, nurse, {}, ['2026-05-12', checked]);
    const page = mainOf(await site.get(nurse, person.path));
    const [, href = ''] = /href="([^"]*recorded-in-error[^"]*)"/.exec(page) ?? [];
    const saved = await filledIn(href.replaceAll('&amp;', '&'), {
      ...typedDate('on', '2026-10-12'),
      reason: 'Another person',
    });
    expect(saved.status, textOf(saved)).toBe(303);
    const text = textOf(await site.get(nurse, person.path));
    expect(text).toMatch(/Health check done: Home Recorded in error/);
    expect(text).toContain('days late');
  });

  it('goes along to another practice with its due date, and is in the list and the file of that one', async () => {
    const person = await followedPerson(site, nurse, { familyName: 'Moves' }, [
      '2026-02-03',
      { kind: 'checked', where: 'practice' },
    ]);
    const path = `${person.path}/record/practice-moved`;
    expect(textOf(await site.get(nurse, path))).toContain(
      'The due date goes along: the next check stays due by 3 February 2027',
    );
    const same = await filledIn(path, { ...typedDate('on', '2026-09-01'), practice: 'n82001' });
    expect([same.status, textOf(same).includes('registered with this practice already')]).toEqual([422, true]);
    const moved = await recorded(person, 'practice-moved', { ...typedDate('on', '2026-09-01'), practice: 'N82054' });
    expect(moved).toMatch(/Due 3 February 2027.*GP practice.{1,60}N82054/);
    const listOf = async (practice: string) =>
      textOf(await site.get(nurse, `/cases/health-check?practice=${practice}`));
    expect(await listOf('N82054')).toContain('MOVES');
    expect(await listOf('N82001')).not.toContain('MOVES');
  });

  it('is closed when somebody leaves, with the due date handed over, and opened again when they come back', async () => {
    const person = await followedPerson(site, nurse, {});
    const silent = await filledIn(`${person.path}/record/left`, {
      ...typedDate('on', '2026-09-01'),
      why: 'moved-away',
    });
    expect(mainOf(silent)).toContain('href="#handedOverTo"');
    const left = await recorded(person, 'left', {
      ...typedDate('on', '2026-09-01'),
      why: 'moved-away',
      handedOverTo: 'Marine Lake practice',
    });
    expect(left).toContain('Moved away on 1 September 2026.');
    expect(left).toMatch(/Due date handed over.*31 March 2024, to Marine Lake practice/);
    const back = await recorded(person, 'registered', { ...typedDate('on', '2026-10-01'), practice: 'N82054' });
    expect(back).toContain('due by 31 March 2027');
  });

  it('that a colleague changed meanwhile shows what they recorded, and saves nothing by itself', async () => {
    const person = await followedPerson(site, nurse, {});
    const path = `${person.path}/record/noted`;
    const answers = { ...typedDate('on', '2026-10-12'), note: 'Rang the practice' };
    const check = await site.post(nurse, path, { ...travelling(await site.get(nurse, path)), ...answers });
    const colleague = await site.signIn('administrator', { services: NURSES });
    const theirs = { ...typedDate('on', '2026-10-01'), by: 'letter' };
    expect((await filledIn(`${person.path}/record/invited`, theirs, colleague)).status).toBe(303);
    const meanwhile = await site.post(nurse, path, { ...travelling(check), ...answers });
    expect([meanwhile.status, textOf(meanwhile).includes('Invited: Letter')]).toEqual([412, true]);
    expect(mainOf(await site.get(nurse, person.path))).not.toContain('Rang the practice');
  });

  it('is not there for whoever does not work with it', async () => {
    const person = await followedPerson(site, nurse, {});
    const therapist = await site.signIn('clinician', { services: ['salt'] });
    for (const path of ['', '/plan', '/easy-read-plan', '/record/noted'])
      expect((await site.get(therapist, `${person.path}${path}`)).status, path).toBe(404);
    expect((await site.get(therapist, '/cases/health-check')).status).toBe(403);
    expect(mainOf(await site.get(therapist, `/people/${person.personId}`))).not.toContain('health check');
  });
});

describe('the list', () => {
  it('shows who is late first, filtered and sorted by address, and downloads as a practice’s file', async () => {
    const checked = { kind: 'checked', where: 'practice' } as const;
    const late = ['2025-09-20', checked] as const;
    await followedPerson(site, nurse, { familyName: 'Zzlate', practice: 'N82091' }, late);
    await followedPerson(site, nurse, { familyName: 'Aadone', practice: 'N82091' }, ['2026-09-20', checked]);
    const list = textOf(await site.get(nurse, '/cases/health-check?practice=N82091'));
    expect(list).toMatch(/1 to 2 of 2 people that match.*ZZLATE.*Overdue.*43 days late.*AADONE.*plan missing/);
    const sorted = textOf(await site.get(nurse, '/cases/health-check?practice=N82091&sort=name'));
    expect(sorted.indexOf('AADONE')).toBeLessThan(sorted.indexOf('ZZLATE'));
    const none = textOf(await site.get(nurse, '/cases/health-check?practice=N82091&status=declined'));
    expect(none).toContain('Nobody matches these filters');
    expect((await site.get(nurse, '/cases/health-check?status=late')).status).toBe(400);
    const file = await site.get(nurse, '/cases/health-check/practice-file.csv?practice=N82091');
    expect(file.html.trimEnd().split('\r\n')).toHaveLength(3);
  });

  it('counts the year and the years before, for staff of the place alone', async () => {
    const now = textOf(await site.get(nurse, '/cases/health-check/figures'));
    expect(now).toContain('Health checks in 2026-27');
    expect(now).toMatch(/Aim 75% Former national target/);
    expect(textOf(await site.get(nurse, '/cases/health-check/figures?year=2025'))).toContain('2025-26');
    expect((await site.get(nurse, '/cases/health-check/figures?year=next')).status).toBe(400);
    const commissioner = await site.signIn('commissioner');
    expect((await site.get(commissioner, '/cases/health-check/figures')).status).toBe(403);
  });
});

describe('a practice’s file', () => {
  const path = '/cases/health-check/practice-file';
  const packed = (text: string) => gzipSync(text).toString('base64url');
  const file = (...rows: string[]) =>
    ['NHS Number,Surname,Date of Birth,GP Practice,On Register From,Check Date,Shoe Size', ...rows].join('\n');

  it('is checked, brought in, and changes nothing when it is sent again', async () => {
    await madePerson(site, nurse, { birthDate: '2008-10-14', nhsNumber: '9990017336', familyName: 'Osei' });
    const text = file(
      '9990017336,Osei,14/10/2008,N82070,01/04/2024,12/05/2026,4',
      '9990034664,Nobody,14/10/2008,N82070,01/04/2024,,',
    );
    const checked = await site.post(nurse, path, { step: 'check', file: packed(text), name: 'n82070.csv' });
    expect(textOf(checked)).toMatch(/What the file would do.*Not read: Shoe Size.*Bring in 1 row/);
    expect(textOf(checked)).toMatch(/Rows not taken.*NHS Number \( 9990034664 \): Nobody here has this number/);
    expect(textOf(await site.get(nurse, '/cases/health-check?practice=N82070'))).toContain('Nobody matches');
    const run = travelling(checked, 0);
    expect(run['step']).toEqual(['run']);
    const done = await site.post(nurse, path, run);
    expect(textOf(done)).toMatch(/1 row brought in.*New.*register 1 Apr 2024, check 12 May 2026/);
    expect(textOf(await site.post(nurse, path, run))).toContain('0 rows brought in');
    const download = await site.post(nurse, path, { ...run, step: 'download' });
    expect(download.html).toContain('9990034664');
    expect(download.html).toContain('What to do');
    expect(download.html).not.toContain('9990017336');
  });

  it.each([
    ['', 'Choose a CSV file'],
    [packed('Surname\nOsei'), 'The file has no column “Date of Birth”, none “GP Practice”, none “On Register From”'],
    [packed(file()), 'The file has headings but no rows'],
    [packed(file(...Array.from({ length: 501 }, () => '1,,,,,,'))), 'more than the 500 of one file'],
  ])('that cannot be read says why', async (sent, why) => {
    const refused = await site.post(nurse, path, { step: 'check', file: sent, name: '' });
    expect([refused.status, textOf(refused).includes(why)], textOf(refused)).toEqual([422, true]);
  });

  it('begins from an empty one with the headings', async () => {
    const empty = await site.get(nurse, '/cases/health-check/empty-practice-file.csv');
    expect(empty.html).toContain('NHS Number,Local Patient ID,Surname');
    expect(empty.headers['content-disposition']).toContain('practice-file.csv');
  });
});

it('no address holds anything of a person', () => {
  const said = /Nowak|Zofia|Osei|999001|Swim|dentist|Marine/i;
  expect(site.addresses.filter((address) => said.test(decodeURIComponent(address)))).toEqual([]);
});
