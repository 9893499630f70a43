import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { recordReferralEvent } from '../../../shared/application/referral/record-referral-event.ts';
import { addDays } from '../../../shared/domain/calendar/local-date.ts';
import { unavailable } from '../../../shared/domain/error.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { foldReferral } from '../../../shared/domain/referral/fold.ts';
import type { SiteDeps } from '../../../shared/http/page/visit.ts';
import { type Fields, ListSite, NOW, TODAY, type Visitor } from './list-site.ts';
import { linkTo, textOf, titleOf, valuesOf } from './page-reading.ts';

let site: ListSite;
let usual: SiteDeps;
let clinician: Visitor;
/** Everybody on the list: `person.referral`, in the order they were made. */
let everybody: string[];

const BULK = '/queues/SALT/bulk';
const WAITING = 200;

beforeAll(async () => {
  site = await ListSite.open();
  usual = site.deps;
  clinician = await site.clinician(['salt', 'ot']);
  everybody = [];
  for (let n = 0; n < WAITING; n += 1) everybody.push(await wait(n, `Family${n}`));
}, 120_000);
afterEach(() => {
  site.deps = usual;
  site.throwFaults();
});
afterAll(() => site.close());

/** Somebody who waits in a queue since 100 days ago. */
async function wait(serial: number, familyName: string, queue = 'SALT'): Promise<string> {
  const person = await site.person({ familyName }, serial);
  const received = { kind: 'received', source: 'gp', tier: 'routine', alreadyAccepted: true } as const;
  return `${person.id}.${await site.refer(person, queue, [{ on: addDays(TODAY, -100), facts: received }])}`;
}

const rows = (values: readonly string[]): Fields => values.map((value) => ['referral', value] as const);

/** The answers of the question that assigns. */
const assign = (to: string): Fields => [
  ['action', 'assign'],
  ['list', '?tier=routine'],
  ['to', to],
];

async function preview(values: readonly string[], answers: Fields) {
  const answer = await site.post(clinician, BULK, [...answers, ['step', 'preview'], ...rows(values)]);
  const confirmed = /<form[^>]*>(?:(?!<\/form>).)*value="confirm".*?<\/form>/s.exec(answer.text)?.[0] ?? '';
  return { ...answer, key: valuesOf(confirmed, 'key')[0] ?? '', possible: valuesOf(confirmed, 'referral') };
}

function confirm(values: readonly string[], key: string, answers: Fields) {
  return site.post(clinician, BULK, [...answers, ['step', 'confirm'], ['key', key], ...rows(values)]);
}

async function kept(value: string) {
  const [personId = '', referralId = ''] = value.split('.');
  const found = await site.deps.referrals.get('liverpool', { personId, referralId });
  if (found === undefined) throw new Error('There is such a referral');
  return found;
}

async function assignedTo(value: string): Promise<string | null> {
  return (await kept(value)).entry.row.assignedTo;
}

/** Discharges somebody behind the back of whoever looks at the list. */
async function discharge(value: string): Promise<void> {
  const { referral } = await kept(value);
  await recordReferralEvent(
    site.deps,
    {
      actor: { id: clinician.id, place: 'liverpool', role: 'clinician', services: ['salt', 'ot'] },
      now: NOW,
      requestId: 'discharge',
    },
    { personId: referral.personId, referralId: referral.id },
    { facts: { kind: 'discharged', reason: 'no-longer-needed', clinician: 'Dr Marsh' }, on: TODAY },
    referral.version,
    `discharge-${referral.id}`,
  );
}

describe('choosing', () => {
  it('asks for somebody to be chosen, and leads back to the list as it was', async () => {
    const { status, text } = await site.post(clinician, BULK, [
      ['action', 'assign'],
      ['list', '?tier=routine&sort=-wait'],
    ]);
    expect(status).toBe(422);
    expect(titleOf(text)).toMatch(/^Error: /);
    expect(textOf(text)).toContain('Choose at least one person');
    expect(text).toContain('href="/queues/SALT?tier=routine&amp;sort=-wait"');
  });

  it('offers to take the whole of a list that is longer than a page and not too long', async () => {
    const { text } = await site.get(clinician, '/queues/SALT');
    expect(linkTo(text, 'next')).toBeDefined();
    expect(textOf(text)).toContain(`All ${WAITING}, every page`);
    const asked = await site.post(clinician, BULK, [
      ['action', 'assign'],
      ['list', ''],
      ['everyone', 'yes'],
    ]);
    expect(textOf(asked.text)).toContain(`${WAITING} people chosen`);
    expect(new Set(valuesOf(asked.text, 'referral'))).toEqual(new Set(everybody));
  });

  it('refuses more than can be changed at once rather than leave somebody out', async () => {
    const more = await wait(900, 'Onemore');
    const { status, text } = await site.post(clinician, BULK, [
      ['action', 'assign'],
      ['list', ''],
      ['everyone', 'yes'],
    ]);
    expect(status).toBe(422);
    expect(textOf(text)).toContain('Choose at most 200 people at a time');
    await discharge(more);
  });

  it.each([
    [[['action', 'delete-all']], 400],
    [
      [
        ['action', 'assign'],
        ['referral', 'not.a-row'],
      ],
      400,
    ],
    [
      [
        ['action', 'assign'],
        ['list', '?tier=whenever'],
      ],
      400,
    ],
    [
      [
        ['action', 'assign'],
        ['step', 'sideways'],
      ],
      400,
    ],
    [
      [
        ['action', 'assign'],
        ['step', 'confirm'],
        ['to', 'Me'],
        ['referral', `${'a'.repeat(16)}.${'b'.repeat(16)}.1`],
      ],
      400,
    ],
  ] as const)('answers a form that is none of ours: %j', async (fields, status) => {
    expect((await site.post(clinician, BULK, fields)).status).toBe(status);
  });

  it('is not for somebody who may not record on the list', async () => {
    const other = await site.clinician(['asd']);
    const { status } = await site.post(other, BULK, [
      ...assign('Me'),
      ['step', 'preview'],
      ...rows(everybody.slice(0, 1)),
    ]);
    expect(status).toBe(403);
  });

  it('leads whoever comes to its address by itself to the list', async () => {
    const { status, headers } = await site.get(clinician, BULK);
    expect([status, headers['location']]).toEqual([303, '/queues/SALT']);
  });
});

describe('the preview', () => {
  it('comes back with what was typed when the answer is wrong, and changes nothing', async () => {
    const { status, text } = await site.post(clinician, BULK, [
      ['action', 'validate'],
      ['list', ''],
      ['step', 'preview'],
      ['on-day', '31'],
      ['on-month', '2'],
      ['on-year', '2026'],
      ...rows(everybody.slice(0, 2)),
    ]);
    expect(status).toBe(422);
    expect(valuesOf(text, 'on-day')).toEqual(['31']);
    expect(valuesOf(text, 'referral')).toEqual(everybody.slice(0, 2));
  });

  it('names who will change and who cannot and why, and writes nothing', async () => {
    const [free, ended, elsewhere] = [
      await wait(910, 'Free'),
      await wait(911, 'Ended'),
      await wait(912, 'Elsewhere', 'OT'),
    ];
    await discharge(ended);
    const missing = `${'m'.repeat(16)}.${'n'.repeat(16)}`;
    const before = await kept(free);
    const { status, text, possible } = await preview([free, ended, elsewhere, missing], assign('Sam Whitfield'));
    expect(status).toBe(200);
    expect(possible).toEqual([`${free}.${before.referral.version}`]);
    const said = textOf(text);
    expect(said).toContain('1 referral will be assigned to \u2068Sam Whitfield\u2069');
    expect(said).toContain('Cannot change: 3');
    expect(said).toMatch(/ENDED, Jo Why This referral is closed/);
    expect(said.match(/A record that is not there Why It is not on this list/g)).toHaveLength(2);
    expect(said).toContain('Will change: 1');
    expect(await kept(free)).toEqual(before);
  });

  it('leaves out what the record says already', async () => {
    const mine = await wait(920, 'Already');
    const first = await preview([mine], assign('Ruth Kaplan'));
    await confirm(first.possible, first.key, assign('Ruth Kaplan'));
    const again = await preview([mine], assign('Ruth Kaplan'));
    expect(textOf(again.text)).toContain('Already assigned to this person');
    expect(textOf(again.text)).toContain('None of the people you chose can be changed');
    expect(again.possible).toEqual([]);
  });
});

describe('the change', () => {
  it('of 200 rows with 7 that fail reports exactly those 7, and does the other 193', async () => {
    const { possible, key } = await preview(everybody, assign('Priya Nair'));
    expect(possible).toHaveLength(WAITING);
    const failing = everybody.filter((_, at) => at % 29 === 3);
    expect(failing).toHaveLength(7);
    // Somebody else works on these between the preview and the confirmation.
    for (const value of failing) await discharge(value);
    const { status, text } = await confirm(possible, key, assign('Priya Nair'));
    expect(status).toBe(200);
    const said = textOf(text);
    expect(said).toContain('193 referrals assigned to \u2068Priya Nair\u2069; 7 of 200 not changed');
    expect(said).toContain('Not changed: 7');
    expect(said.match(/Somebody has changed this referral since you looked/g)).toHaveLength(7);
    for (const value of failing) {
      const { row } = (await kept(value)).entry;
      expect(said).toContain(`${row.familyName.toUpperCase()}, Jo Why Somebody has changed`);
      expect(row.assignedTo).toBeNull();
    }
    for (const value of everybody) if (!failing.includes(value)) expect(await assignedTo(value)).toBe('Priya Nair');
  });

  it('sent twice is done once, and reported alike', async () => {
    const values = [await wait(930, 'Twice'), await wait(931, 'Twice'), await wait(932, 'Twice')];
    const { possible, key } = await preview(values, assign('Tom Ashworth'));
    const [one, other] = await Promise.all([
      confirm(possible, key, assign('Tom Ashworth')),
      confirm(possible, key, assign('Tom Ashworth')),
    ]);
    const again = await confirm(possible, key, assign('Tom Ashworth'));
    for (const answer of [one, other, again]) {
      expect(textOf(answer.text)).toContain('3 referrals assigned to \u2068Tom Ashworth\u2069');
      expect(textOf(answer.text)).not.toContain('Not changed');
    }
    for (const value of values) {
      const { referral } = await kept(value);
      expect(referral.events.filter(({ facts }) => facts.kind === 'assigned')).toHaveLength(1);
    }
  });

  it('tries again only what could not be reached', async () => {
    const values = [await wait(940, 'Reached'), await wait(941, 'Unreached')];
    const { possible, key } = await preview(values, assign('Joy Eze'));
    const lost = values[1]?.split('.')[1];
    site.deps = {
      ...usual,
      referrals: {
        ...usual.referrals,
        save: (referral, entry, decidedOn) =>
          referral.id === lost
            ? Promise.reject(unavailable('store-unavailable', 'The records cannot be reached just now'))
            : usual.referrals.save(referral, entry, decidedOn),
      },
    };
    const first = await confirm(possible, key, assign('Joy Eze'));
    expect(textOf(first.text)).toContain('1 referral assigned to \u2068Joy Eze\u2069; 1 of 2 not changed');
    expect(textOf(first.text)).toContain('Nothing was recorded for it');
    expect(textOf(first.text)).toContain('Try those that could not be reached again');
    site.deps = usual;
    const second = await confirm(possible, key, assign('Joy Eze'));
    expect(textOf(second.text)).toContain('2 referrals assigned to \u2068Joy Eze\u2069');
    expect(await Promise.all(values.map(assignedTo))).toEqual(['Joy Eze', 'Joy Eze']);
    expect((await kept(values[0] ?? '')).referral.events).toHaveLength(2);
  });

  it('records that families still need the place, and when they said so', async () => {
    const value = await wait(950, 'Validated');
    const answers: Fields = [
      ['action', 'validate'],
      ['list', ''],
      ['on-day', '2'],
      ['on-month', '11'],
      ['on-year', '2026'],
    ];
    const { possible, key } = await preview([value], answers);
    const { text } = await confirm(possible, key, answers);
    expect(textOf(text)).toContain('1 family contact on 2 November 2026 recorded: place still needed');
    const { referral, entry } = await kept(value);
    const queue = liverpool.queues.find(({ code }) => code === 'SALT') ?? expect.fail();
    const { birthDate, flags } = entry.row;
    const { state } = foldReferral(referral.events, { policy: liverpool, queue, birthDate, flags, asAt: TODAY });
    expect(state).toMatchObject({ lastValidatedOn: '2026-11-02', waitDays: 100, stage: 'waiting' });
  });
});

describe('undoing', () => {
  it('records in error what was just recorded, on whoever has not been touched since', async () => {
    const values = [await wait(960, 'Undone'), await wait(961, 'Undone'), await wait(962, 'Touched')];
    const { possible, key } = await preview(values, assign('Ruth Kaplan'));
    const { text } = await confirm(possible, key, assign('Ruth Kaplan'));
    const undoForm = /<form[^>]*>(?:(?!<\/form>).)*value="undo".*?<\/form>/s.exec(text)?.[0] ?? '';
    const undone = valuesOf(undoForm, 'referral');
    expect(undone).toHaveLength(3);
    await discharge(values[2] ?? '');
    const fields: Fields = [...assign(''), ['step', 'undo'], ['key', key], ...rows(undone)];
    const [once, twice] = [await site.post(clinician, BULK, fields), await site.post(clinician, BULK, fields)];
    for (const { text: told } of [once, twice]) {
      expect(textOf(told)).toContain('2 changes undone');
      expect(textOf(told)).toContain('Not undone: 1');
    }
    expect(await Promise.all(values.map(assignedTo))).toEqual([null, null, 'Ruth Kaplan']);
    const { referral } = await kept(values[0] ?? '');
    // Nothing is taken away: the history holds the change and its correction.
    expect(referral.events.map(({ facts }) => facts.kind)).toEqual(['received', 'assigned', 'recorded-in-error']);
  });
});
