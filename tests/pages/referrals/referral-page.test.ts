/** What the page of a referral says: the wait against its standard, what is due, what may be done, and why the number is that number. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { happened, madePerson, madeReferral } from '../people/made-people.ts';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { mainOf, textOf } from '../sent-form.ts';

let site: RunningSite;
let clinician: SignedIn;

beforeAll(async () => {
  site = await RunningSite.open();
});
afterEach(() => site.foresawEverything());
afterAll(() => site?.close());

/** The day it is, with somebody signed in on it. */
async function on(day: string) {
  site.today = day;
  clinician = await site.signIn('clinician');
}

async function referral(received: string, more: { born?: string; queue?: string } = {}) {
  const person = await madePerson(site, clinician, {
    familyName: `Page${site.deps.ids.fresh()}`,
    birthDate: more.born ?? '2019-01-01',
  });
  return madeReferral(site, clinician, person.id, { on: received, ...(more.queue ? { queue: more.queue } : {}) });
}

const pathOf = (view: { referral: { personId: string; id: string } }) =>
  `/people/${view.referral.personId}/referrals/${view.referral.id}`;
const text = async (path: string) => textOf(await site.get(clinician, path));

describe('the wait', () => {
  it('is told in weeks and days, with the limit and its last day', async () => {
    await on('2025-04-28');
    const view = await referral('2025-01-06');
    const page = await text(pathOf(view));
    expect(page).toContain('16 weeks 0 days the limit is 18 weeks, 12 May 2025');
    expect(page).toContain('Near the limit');
    expect(await text(`${pathOf(view)}/why`)).toContain('16 weeks 0 days; the limit is 18 weeks, 12 May 2025');
  });

  it.each([
    ['W1-01', '2025-05-12', '18 weeks 0 days', 'Within standard'],
    ['W1-02', '2025-05-13', '18 weeks 1 day', 'Over the limit'],
  ])('%s: first contact on %s', async (_, contactOn, wait, standing) => {
    await on('2025-06-02');
    const view = await happened(site, clinician, await referral('2025-01-06'), [
      contactOn,
      { kind: 'contact', mechanism: 'face-to-face', parentOnly: false },
    ]);
    const page = await text(pathOf(view));
    expect(page).toContain(wait);
    expect(page).toContain(standing);
    expect(page).toContain('Clock stopped');
    const person = await text(`/people/${view.referral.personId}`);
    expect(person).toContain(wait);
    // The family goes on waiting until treatment starts.
    expect(person).toContain('21 weeks 0 days since 6 Jan 2025');
  });

  it('a target that a place sets for itself is not called a limit', async () => {
    await on('2025-04-28');
    const view = await referral('2025-01-06', { queue: 'ADHD' });
    expect(await text(pathOf(view))).toContain('the local target is 18 weeks, 12 May 2025');
  });
});

describe('what to do, and what may be done', () => {
  it('is to offer an appointment where somebody waits without one, and nothing once they were seen', async () => {
    await on('2025-06-02');
    const told = { kind: 'family-contacted', purpose: 'validation', stillNeeded: true } as const;
    const waiting = await happened(
      ...([site, clinician, await referral('2025-01-06')] as const),
      ...([
        ['2025-01-07', { kind: 'triage-accepted' }],
        ['2025-06-01', told],
      ] as const),
    );
    expect(await text(pathOf(waiting))).toMatch(/What to do Offer an appointment\. Next: contact the family/);
    const contact = { kind: 'contact', mechanism: 'face-to-face', parentOnly: false } as const;
    const seen = await happened(site, clinician, waiting, ['2025-06-02', contact]);
    expect(await text(pathOf(seen))).toContain('What to do Nothing is due now.');
  });

  const missed = {
    kind: 'appointment-missed',
    coding: 'was-not-brought',
    first: false,
    communicationProven: true,
    safeguardingConsidered: true,
  } as const;

  it('A10-05 and A10-06: contact by the 2nd working day, review by the 5th, discharge only after it', async () => {
    await on('2025-04-16');
    const received = await happened(site, clinician, await referral('2025-01-06'), [
      '2025-01-08',
      { kind: 'triage-accepted' },
    ]);
    const once = await happened(site, clinician, received, ['2025-03-11', missed]);
    expect(await text(pathOf(once))).toContain(
      'Contact the family after the missed appointment and rebook by 13 March 2025 Late',
    );
    const twice = await happened(
      site,
      clinician,
      once,
      ['2025-03-12', { kind: 'family-contacted', purpose: 'after-missed-appointment' }],
      ['2025-04-15', missed],
    );
    const page = await site.get(clinician, pathOf(twice));
    expect(textOf(page)).toContain('Clinical and safeguarding review of the missed appointments by 24 April 2025');
    expect(textOf(page)).toContain('Discharge is possible after the missed appointments are reviewed.');
    expect(page.html).not.toContain('record/discharged');
    expect((await site.get(clinician, `${pathOf(twice)}/record/discharged`)).status).toBe(409);
    const reviewed = await happened(site, clinician, twice, [
      '2025-04-16',
      { kind: 'missed-appointments-reviewed', conclusion: 'No worry' },
    ]);
    expect((await site.get(clinician, pathOf(reviewed))).html).toContain('record/discharged');
  });

  it.each([
    ['waiting for triage', [], ['triage-accepted', 'returned-for-information', 'rejected'], ['appointment-offered']],
    [
      'accepted',
      [['2025-04-02', { kind: 'triage-accepted' }]],
      ['appointment-offered', 'appointment-booked'],
      ['triage-accepted', 'rejected'],
    ],
    [
      'returned',
      [['2025-04-02', { kind: 'returned-for-information', questions: 'School?' }]],
      ['information-received'],
      ['returned-for-information'],
    ],
    [
      'rejected',
      [['2025-04-02', { kind: 'rejected', reason: 'other', advice: 'GP' }]],
      ['noted'],
      ['appointment-booked', 'discharged', 'contact'],
    ],
  ] as const)('offers what makes sense when it is %s', async (_, before, offered, absent) => {
    await on('2025-04-28');
    const received = await referral('2025-04-01');
    const view =
      before.length === 0
        ? received
        : await happened(site, clinician, received, ...(before as unknown as Parameters<typeof happened>[3][]));
    const main = mainOf(await site.get(clinician, pathOf(view)));
    const buttons = [...main.matchAll(/class="nhsuk-button[^"]*"[^>]*href="[^"]*\/record\/([\w-]+)"/g)].map(
      ([, kind]) => kind,
    );
    for (const kind of offered) expect(buttons).toContain(kind);
    for (const kind of absent) expect(buttons).not.toContain(kind);
  });
});

describe('why is this number', () => {
  it('answers line by line, ending in the number of the page, for today and for any day before', async () => {
    await on('2025-04-28');
    const view = await happened(site, clinician, await referral('2025-01-06'), [
      '2025-03-03',
      { kind: 'appointment-cancelled', by: 'family' },
    ]);
    const now = await text(`${pathOf(view)}/why`);
    for (const line of [
      '6 January 2025 What happened Referral received Clock starts',
      'Appointment cancelled by the family No effect',
      '112 days = 16 weeks 0 days',
    ])
      expect(now).toContain(line);
    const past = await text(`${pathOf(view)}/why?asAt-day=1&asAt-month=2&asAt-year=2025`);
    expect(past).toContain('As at 1 February 2025');
    expect(past).toContain('3 weeks 5 days; the limit is 18 weeks');
    expect(past).toContain('Not counted: this is the wait as at 1 February 2025');
  });

  it.each([
    ['tomorrow', 'asAt-day=29&asAt-month=4&asAt-year=2025', 'Day must be today or in the past'],
    ['30 February', 'asAt-day=30&asAt-month=2&asAt-year=2025', 'does not have that many days'],
    ['half a date', 'asAt-day=30&asAt-month=&asAt-year=2025', 'Day must include a month'],
  ])('says what is wrong with %s', async (_, query, message) => {
    await on('2025-04-28');
    const view = await referral('2025-01-06');
    const answer = await site.get(clinician, `${pathOf(view)}/why?${query}`);
    expect(answer.status).toBe(422);
    expect(textOf(answer)).toContain(message);
    expect(answer.html).toContain('href="#asAt-day"');
  });
});

describe('nothing of a person outside the page itself', () => {
  it('no title and no address holds a name or number', async () => {
    await on('2025-04-28');
    const person = await madePerson(site, clinician, {
      familyName: 'Canaryname',
      nhsNumber: '9990103984',
      localId: 'CANARYID',
    });
    const view = await madeReferral(site, clinician, person.id, { on: '2025-01-06' });
    const paths = [
      `/people/${person.id}`,
      `/people/${person.id}/print`,
      `/people/${person.id}/edit`,
      `/people/${person.id}/referrals/new`,
      pathOf(view),
      `${pathOf(view)}/why`,
      `${pathOf(view)}/record/noted`,
    ];
    for (const path of paths) {
      const page = await site.get(clinician, path);
      const addresses = [...page.html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address = '']) => address);
      expect({
        path,
        status: page.status,
        saysWhom: textOf(page).toUpperCase().includes('CANARYNAME'),
        title: /canary|999/i.test(/<title>(.*?)<\/title>/.exec(page.html)?.[1] ?? 'canary'),
        addresses: addresses.filter((address) => /canary|9990103984/i.test(address)),
        kept: page.headers['cache-control']?.includes('no-store') !== true,
      }).toEqual({ path, status: 200, saysWhom: true, title: false, addresses: [], kept: false });
      expect(addresses.length).toBeGreaterThan(5);
    }
    expect(site.addresses.join('\n')).not.toMatch(/canary|9990103984/i);
  });
});
