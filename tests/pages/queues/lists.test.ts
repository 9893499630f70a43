import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serviceDeps } from '../../../shared/adapters/service-deps.ts';
import { queueAtAGlance } from '../../../shared/application/queue/queue-at-a-glance.ts';
import { summariseQueue } from '../../../shared/application/queue/summarise-queue.ts';
import { addDays } from '../../../shared/domain/calendar/local-date.ts';
import type { ReferralEventFacts } from '../../../shared/domain/referral/event.ts';
import type { SiteDeps } from '../../../shared/http/page/visit.ts';
import { EVERY_SERVICE, ListSite, NOW, TODAY, type Visitor } from './list-site.ts';
import { hrefsOf, idsIn, linkTo, textOf, titleOf } from './page-reading.ts';

let site: ListSite;
let usual: SiteDeps;
let clinician: Visitor;

beforeAll(async () => {
  site = await ListSite.open();
  usual = site.deps;
  await site.invent({ SALT: 520, OT: 90, ASD: 90, ADHD: 40 });
  clinician = await site.clinician();
});
afterEach(() => {
  site.deps = usual;
  site.throwFaults();
});
afterAll(() => site.close());

/** The whole list by way of its pages' links, a page an entry. */
async function everyPage(first: string, rel: 'next' | 'prev' = 'next'): Promise<string[][]> {
  const pages: string[][] = [];
  let address: string | undefined = first;
  while (address !== undefined && pages.length < 20) {
    const answer = await site.get(clinician, address);
    expect(answer.status).toBe(200);
    pages.push(idsIn(answer.text));
    address = linkTo(answer.text, rel);
  }
  return pages;
}

describe('the first page', () => {
  it('shows each list of the role with its figures of now', async () => {
    const { status, text } = await site.get(clinician, '/');
    expect(status).toBe(200);
    for (const name of ['Speech and language therapy', 'Occupational therapy', 'Autism assessment', 'ADHD assessment'])
      expect(textOf(text)).toContain(name);
    expect(textOf(text)).toContain('As at 4 November 2026, 10:32');
    const call = {
      actor: { id: clinician.id, place: 'liverpool', role: 'clinician', services: EVERY_SERVICE },
      now: NOW,
      requestId: 'r',
    } as const;
    const glance = await queueAtAGlance(site.deps, call, 'SALT', 'Priya Nair');
    expect(textOf(text)).toContain(`${glance.withinStandard} of ${glance.open}`);
    expect(hrefsOf(text)).toContain('/queues/SALT?only=needs-action');
  });

  it('shows only the lists of the services that somebody works with', async () => {
    const { text } = await site.get(await site.clinician(['ot']), '/');
    expect(hrefsOf(text)).toContain('/queues/OT');
    expect(hrefsOf(text)).not.toContain('/queues/SALT');
  });

  it.each([
    ['commissioner', 'This role does not see records of people'],
    ['operator', 'This role does not see records of people'],
    ['audit-officer', 'This role does not see records of people'],
    ['administrator', 'You have not been given any service of this place'],
  ] as const)('tells a %s without lists why, and never that nobody is waiting', async (role, why) => {
    const visitor = await site.visitor('Somebody', [{ place: 'liverpool', role, services: [] }]);
    const { status, text } = await site.get(visitor, '/');
    expect(status).toBe(200);
    expect(textOf(text)).toContain(why);
    expect(textOf(text)).not.toContain('Nobody is waiting');
    expect(hrefsOf(text).filter((href) => href.startsWith('/queues/'))).toEqual([]);
  });

  it('shows a data manager every list of the place, and the way to import', async () => {
    const visitor = await site.visitor('Dana', [{ place: 'liverpool', role: 'data-manager', services: [] }]);
    const { text } = await site.get(visitor, '/');
    expect(hrefsOf(text)).toEqual(expect.arrayContaining(['/queues/SALT', '/queues/ADHD', '/import']));
  });
});

describe('figures from slim rows', () => {
  it.each(['SALT', 'OT', 'ASD', 'ADHD'])('of %s are those of every referral folded to today', async (code) => {
    const call = {
      actor: { id: clinician.id, place: 'liverpool', role: 'clinician', services: EVERY_SERVICE },
      now: NOW,
      requestId: 'r',
    } as const;
    const glance = await queueAtAGlance(site.deps, call, code, 'Priya Nair');
    const { figures } = await summariseQueue(site.deps, call, code);
    const { open, withinStandard, breached, bands, longestDays, medianDays, p92Days } = figures;
    expect(open).toBeGreaterThan(5);
    expect(glance).toMatchObject({ open, withinStandard, breached, bands, longestDays, medianDays, p92Days });
  });
});

describe('a list', () => {
  it('shows everybody once over its pages, in the order of the policy, and leads back the same way', async () => {
    const pages = await everyPage('/queues/SALT');
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]).toHaveLength(50);
    const waiting = await site.deps.queues.all('liverpool', 'SALT', 'waiting', 10_000);
    expect(pages.flat()).toEqual(waiting.rows.map(({ referralId }) => referralId));
    let last = '/queues/SALT';
    for (;;) {
      const next = linkTo((await site.get(clinician, last)).text, 'next');
      if (next === undefined) break;
      last = next;
    }
    expect((await everyPage(last, 'prev')).toReversed()).toEqual(pages);
  });

  it.each(['sort=-wait', 'sort=name', 'tier=routine&sort=-age', 'tier=routine'])(
    'pages through %s onwards and back',
    async (search) => {
      const pages = await everyPage(`/queues/SALT?${search}`);
      const flat = pages.flat();
      expect(new Set(flat).size).toBe(flat.length);
      expect(pages.length).toBeGreaterThan(1);
      const second = linkTo((await site.get(clinician, `/queues/SALT?${search}`)).text, 'next') ?? '';
      const back = linkTo((await site.get(clinician, second)).text, 'prev') ?? '';
      expect(idsIn((await site.get(clinician, back)).text)).toEqual(pages[0]);
    },
  );

  it('says how many there are and where the page stands among them', async () => {
    const total = await site.deps.queues.count('liverpool', 'SALT');
    const first = await site.get(clinician, '/queues/SALT');
    expect(textOf(first.text)).toContain(`1 to 50 of ${total}`);
    const second = await site.get(clinician, linkTo(first.text, 'next') ?? '');
    expect(textOf(second.text)).toContain(`51 to ${Math.min(100, total)} of ${total}`);
  });

  it('tells in each row who it is, how long against the standard, and what comes next', async () => {
    const { text } = await site.get(clinician, '/queues/SALT?only=over-standard&sort=-wait');
    const row = textOf(/<tbody.*?<\/tr>/s.exec(text)?.[0] ?? '');
    expect(row).toMatch(/\d+ years?, born \d+ \w{3} \d{4}/);
    expect(row).toMatch(/\d+ weeks? \d days?\s+\d+ weeks? over Over the limit/);
    expect(row).toMatch(/(Urgent|Soon|Routine) target \d+ \w{3} \d{4}/);
    expect(row).toMatch(/Next step/);
    expect(text).toMatch(/<th[^>]*aria-sort="descending"[^>]*><a[^>]*>Wait/);
  });

  it('keeps its filters on the way to a record, in its pages, headings, print and file', async () => {
    const { text } = await site.get(clinician, '/queues/SALT?tier=routine&only=needs-action');
    const hrefs = hrefsOf(text);
    const record = hrefs.find((href) => href.includes('/referrals/'));
    const back = new URL(record ?? '', 'https://own.invalid').searchParams.get('return');
    expect(back).toBe('/queues/SALT?only=needs-action&tier=routine');
    expect(hrefs).toContain('/queues/SALT/print?only=needs-action&tier=routine');
    expect(hrefs).toContain('/queues/SALT/download?only=needs-action&tier=routine');
    expect(hrefs).toContain('/queues/SALT?only=needs-action&tier=routine&sort=name');
    // Each filter can be taken away alone, and all of them at once.
    expect(hrefs).toEqual(
      expect.arrayContaining(['/queues/SALT?tier=routine', '/queues/SALT?only=needs-action', '/queues/SALT']),
    );
    expect(textOf(text)).toMatch(/1 to \d+ of \d+ that match/);
  });

  it('counts in its views what they then show', async () => {
    const { text } = await site.get(clinician, '/queues/SALT');
    const views = [
      ...text.matchAll(/app-sub-navigation__link[^>]*href="([^"]*)"[^>]*>[^<]*<span class="app-count">(\d+)/g),
    ];
    expect(views.length).toBe(6);
    for (const [, href = '', count] of views) {
      const pages = await everyPage(href.replaceAll('&amp;', '&'));
      expect(pages.flat()).toHaveLength(Number(count));
    }
  });

  it('has no personal data in its title or in any address, the names of staff included', async () => {
    const { text } = await site.get(clinician, '/queues/SALT?sort=name');
    expect(titleOf(text)).toBe('Speech and language therapy waiting list – Children’s waiting lists');
    const { rows } = await site.deps.queues.all('liverpool', 'SALT', 'waiting', 10_000);
    const names = new Set(rows.flatMap((row) => [row.familyName, row.givenName, row.assignedTo ?? 'Nair']));
    const addresses = hrefsOf(text).map((href) => decodeURIComponent(href));
    // Names of three letters and more: a shorter one is found by chance in a sealed cursor.
    for (const name of [...names].filter((one) => one.length > 4))
      expect(addresses.filter((address) => address.includes(name))).toEqual([]);
  });

  it('is recorded as one view that names whom it showed', async () => {
    const visitor = await site.clinician(['ot']);
    const { text } = await site.get(visitor, '/queues/OT');
    const shown = hrefsOf(text).flatMap((href) => /^\/people\/([\w-]{16})\/referrals/.exec(href)?.[1] ?? []);
    const views = [];
    for await (const view of site.deps.audit.viewsBy('liverpool', visitor.id)) views.push(view);
    expect(views).toHaveLength(1);
    expect(new Set(views[0]?.subjects)).toEqual(new Set(shown));
  });

  it('finds the work of whoever is named in a row, by a link that does not name them', async () => {
    const { text } = await site.get(clinician, '/queues/SALT?sort=assigned');
    const link = hrefsOf(text).find((href) => href.includes('assigned=') && !/assigned=(me|nobody)/.test(href)) ?? '';
    const theirs = await site.get(clinician, link);
    expect(theirs.status).toBe(200);
    expect(idsIn(theirs.text).length).toBeGreaterThan(0);
    const chip = /Assigned to \u2068([^\u2069]+)\u2069/.exec(theirs.text)?.[1] ?? '';
    const { rows } = await site.deps.queues.all('liverpool', 'SALT', 'waiting', 10_000);
    expect(idsIn(theirs.text)).toEqual(
      rows.filter(({ assignedTo }) => assignedTo === chip).map(({ referralId }) => referralId),
    );
  });

  it('isolates a name of any script, however long', async () => {
    const long = `${'Wolfeschlegel'.repeat(14)}-Ng`;
    for (const [familyName, givenName, serial] of [
      ['الحسن', 'سلمى', 9001],
      ['张', '伟', 9002],
      [long, 'Áine <b>', 9003],
    ] as const) {
      const person = await site.person({ familyName, givenName }, serial);
      const received: ReferralEventFacts<'received'> = {
        kind: 'received',
        source: 'gp',
        tier: 'urgent',
        alreadyAccepted: true,
      };
      await site.refer(person, 'OT', [{ on: addDays(TODAY, -3), facts: received }]);
    }
    const { text } = await site.get(clinician, '/queues/OT?tier=urgent');
    expect(text).toContain('<bdi class="app-name">الحسن, سلمى</bdi>');
    expect(text).toContain('<bdi class="app-name">张, 伟</bdi>');
    expect(text).toContain(`${long.toUpperCase()}, Áine &lt;b&gt;</bdi>`);
  });
});

describe('a list with nobody to show', () => {
  it('says that nobody matches, and leads back to everybody', async () => {
    const { status, text } = await site.get(clinician, '/queues/OT?flag=restricted&tier=urgent&sort=-wait');
    expect(status).toBe(200);
    expect(textOf(text)).toContain('Nobody on this list matches these filters');
    expect(hrefsOf(text)).toContain('/queues/OT?sort=-wait');
  });

  it('says that nobody is waiting only after it has read the list, and when', async () => {
    const elsewhere = await site.visitor('Chloe', [
      { place: 'cheshire-east', role: 'administrator', services: ['salt', 'ot', 'physio'] },
    ]);
    const { status, text } = await site.get(elsewhere, '/queues/PHYSIO');
    expect(status).toBe(200);
    expect(textOf(text)).toContain('Nobody is waiting');
    expect(textOf(text)).toContain('The records were read at 4 November 2026, 10:32');
  });

  it.each([
    '/',
    '/queues/SALT',
    '/queues/SALT?tier=urgent',
    '/queues/SALT/figures',
    '/queues/SALT/print',
    '/queues/SALT/download',
  ])('answers %s with 503 when the store is away, and does not say that nobody is waiting', async (address) => {
    const client = DynamoDBDocumentClient.from(
      new DynamoDBClient({
        endpoint: 'http://127.0.0.1:1',
        region: 'eu-west-2',
        credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
        maxAttempts: 1,
      }),
    );
    const { recordsTable, auditTable } = site.engine;
    const away = serviceDeps(
      { stage: 'test', recordsTable, auditTable },
      { nhsNumberKey: 'k', sessionKey: 'k', familyKey: 'k' },
      client,
    );
    site.deps = { ...usual, queues: away.queues };
    const { status, text } = await site.get(clinician, address);
    expect(status).toBe(503);
    expect(textOf(text)).toContain('This does not mean that nobody is waiting');
    expect(textOf(text)).not.toContain('Nobody is waiting.');
    expect(idsIn(text)).toEqual([]);
  });

  it('says so when a list is longer than can be filtered and counted', async () => {
    site.deps = {
      ...usual,
      queues: {
        ...usual.queues,
        all: async (...asked) => ({ ...(await usual.queues.all(...asked)), complete: false }),
      },
    };
    const { text } = await site.get(clinician, '/queues/SALT?sort=name');
    expect(textOf(text)).toContain('This list has more than 10,000 rows');
    expect(textOf(text)).toContain('1 to 50 of more than 10000');
    expect(textOf((await site.get(clinician, '/')).text)).toContain('the figures are of its first 10,000 rows');
  });
});

describe('what cannot be asked', () => {
  it.each([
    ['/queues/SALT?tier=whenever', 400],
    ['/queues/SALT?cursor=made-up-by-somebody-who-guesses-at-cursors', 400],
    ['/queues/SALT?assigned=Priya', 400],
    ['/queues/NONE', 404],
    ['/queues/NONE/figures', 404],
    ['/queues/NONE/print', 404],
    ['/queues/salt', 404],
    ['/queues/SALT/figures?asAt=2026-02-30', 422],
    ['/queues/SALT/figures?asAt=2026-11-05', 422],
    ['/queues/SALT/figures?asAt-day=30&asAt-month=2&asAt-year=2026', 422],
    ['/queues/SALT/figures?asAt-day=&asAt-month=&asAt-year=', 422],
  ])('%s is answered %i', async (address, status) => {
    expect((await site.get(clinician, address)).status).toBe(status);
  });

  it.each(['/queues/SALT', '/queues/SALT/print', '/queues/SALT/download'])(
    '%s by somebody of another service',
    async (address) => {
      const { status, text } = await site.get(await site.clinician(['ot']), address);
      expect(status).toBe(403);
      expect(idsIn(text)).toEqual([]);
    },
  );

  it.each(['/queues/SALT', '/queues/SALT/figures', '/queues/SALT/print', '/queues/SALT/download'])(
    '%s by a commissioner',
    async (address) => {
      const visitor = await site.visitor('Marcus', [{ place: 'liverpool', role: 'commissioner', services: [] }]);
      expect((await site.get(visitor, address)).status).toBe(403);
    },
  );
});

describe('the figures of a day', () => {
  it('are those of every referral folded to that day', async () => {
    const day = addDays(TODAY, -100);
    const call = {
      actor: { id: clinician.id, place: 'liverpool', role: 'clinician', services: EVERY_SERVICE },
      now: NOW,
      requestId: 'r',
    } as const;
    const { figures } = await summariseQueue(site.deps, call, 'ASD', day);
    const { status, text } = await site.get(clinician, `/queues/ASD/figures?asAt=${day}`);
    expect(status).toBe(200);
    expect(textOf(text)).toContain('At the end of 27 July 2026');
    expect(textOf(text)).toContain(`${figures.withinStandard} of ${figures.open}`);
    const counts = [...text.matchAll(/<td class="[^"]*numeric[^"]*"[^>]*>(\d+)<\/td>/g)].map(([, count]) =>
      Number(count),
    );
    expect(counts).toEqual(figures.bands);
  });

  it('have an address of their own once the day was typed', async () => {
    const { status, headers } = await site.get(clinician, '/queues/ASD/figures?asAt-day=5&asAt-month=1&asAt-year=2026');
    expect(status).toBe(303);
    expect(headers['location']).toBe('/queues/ASD/figures?asAt=2026-01-05');
  });

  it('keep what was typed when it is no day', async () => {
    const { text } = await site.get(clinician, '/queues/ASD/figures?asAt-day=31&asAt-month=2&asAt-year=2026');
    expect(titleOf(text)).toMatch(/^Error: /);
    expect(text).toMatch(/name="asAt-day"[^>]*value="31"/);
    expect(hrefsOf(text)).toContain('#asAt-day');
  });
});

describe('on paper and as a file', () => {
  it('prints every row of the filter, and records one view of them', async () => {
    const visitor = await site.clinician(['salt']);
    const { text } = await site.get(visitor, '/queues/SALT/print?tier=routine');
    const { rows } = await site.deps.queues.all('liverpool', 'SALT', 'waiting', 10_000);
    const routine = rows.filter(({ tier }) => tier === 'routine');
    expect(routine.length).toBeGreaterThan(50);
    expect(text.match(/<tr /g)).toHaveLength(routine.length + 1);
    const views = [];
    for await (const view of site.deps.audit.viewsBy('liverpool', visitor.id)) views.push(view);
    expect(views.map(({ action, subjects }) => [action, subjects.length])).toEqual([
      ['queue.read', new Set(routine.map(({ personId }) => personId)).size],
    ]);
  });

  it('downloads the rows of the filter, and records it as an export', async () => {
    const visitor = await site.clinician(['salt']);
    const { status, headers, text } = await site.get(visitor, '/queues/SALT/download?only=over-standard');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe(`attachment; filename="salt-${TODAY}.csv"`);
    expect(headers['cache-control']).toBe('no-store');
    const shown = (await everyPage('/queues/SALT?only=over-standard')).flat();
    expect(text.trim().split('\r\n')).toHaveLength(shown.length + 1);
    const views = [];
    for await (const view of site.deps.audit.viewsBy('liverpool', visitor.id)) views.push(view);
    expect(views.map(({ action }) => action)).toEqual(['queue.export']);
  });
});
