/** What the families' repositories promise, on the real engine, and what each question costs at the store's front door. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { familyDeps } from '../../shared/adapters/family-deps.ts';
import { serviceDeps } from '../../shared/adapters/service-deps.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import { AccessHistory, born, FATHER, MOTHER } from '../unit/access/histories.ts';
import { type Engine, openEngine } from './engine.ts';
import { ids } from './samples.ts';

const SECRETS = {
  nhsNumberKey: 'a key for tests that is long enough to be one',
  numberKeys: { '1': 'a key that numbers are sealed under in tests' },
  sessionKey: 'another key for tests, for cookies and cursors',
  familyKey: 'a third key for tests, for the codes of families',
};

let engine: Engine;
let families: ReturnType<typeof familyDeps>;
let staff: ReturnType<typeof serviceDeps>;
beforeAll(async () => {
  engine = await openEngine();
  const { recordsTable, indicatorsTable, auditTable, client } = engine;
  const settings = { stage: 'test', recordsTable, indicatorsTable, auditTable };
  families = familyDeps(settings, SECRETS, client);
  staff = serviceDeps(settings, SECRETS, client);
});
afterAll(() => engine?.close());

/** The access of a child of its own. */
const accessOf = (history: AccessHistory) => ({ ...history.access, personId: ids.fresh() });
const mother = new AccessHistory(born('2014-10-02')).letIn(MOTHER, '2023-01-05');

describe('who in a family may see a record', () => {
  it('is read as it was kept, by those who let people in and by those who are let in', async () => {
    const first = { ...accessOf(mother), version: 1, events: mother.access.events.slice(0, 1) };
    const second = { ...first, version: 2, events: mother.access.events };
    await staff.familyAccesses.save(first);
    await families.familyAccesses.save(second);
    expect(await staff.familyAccesses.get('liverpool', first.personId)).toEqual(second);
    expect(await families.familyAccesses.get('liverpool', ids.fresh())).toBeUndefined();
    expect(await families.familyAccesses.get('cheshire-east', first.personId)).toBeUndefined();
  });

  it('is changed from the version that was read, and from no other', async () => {
    const first = { ...accessOf(mother), version: 1, events: mother.access.events.slice(0, 1) };
    await staff.familyAccesses.save(first);
    const stale = { kind: 'stale', code: 'changed-since' };
    await expect(staff.familyAccesses.save(first)).rejects.toMatchObject(stale);
    const next = { ...first, version: 2, events: mother.access.events };
    const both = await Promise.allSettled([
      staff.familyAccesses.save(next),
      families.familyAccesses.save({ ...next, events: next.events.slice(0, 2) }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('accounts of families', () => {
  const identity = () => ({ issuer: 'https://families.example', subject: ids.fresh() });

  it('are found with their children by what the provider calls somebody, and by nothing else', async () => {
    const who = identity();
    expect(await families.familyAccounts.find(who)).toBeUndefined();
    const account = { id: ids.fresh(), version: 1, tries: null, reading: null, calendar: null };
    await families.familyAccounts.save(who, account);
    const child = { place: 'liverpool', personId: ids.fresh() };
    await families.familyAccounts.link(who, child);
    await families.familyAccounts.link(who, child);
    expect(await families.familyAccounts.find(who)).toEqual({ account, children: [child] });
    expect(await families.familyAccounts.find({ ...who, issuer: 'https://elsewhere.example' })).toBeUndefined();
    const tried = { ...account, version: 2, tries: { since: parseInstant('2026-11-01T09:00:00Z'), count: 1 } };
    await families.familyAccounts.save(who, tried);
    await expect(families.familyAccounts.save(who, tried)).rejects.toMatchObject({ kind: 'stale' });
    expect((await families.familyAccounts.find(who))?.account).toEqual(tried);
  });
});

describe('invitations', () => {
  const invitation = () => ({
    ...{ place: 'liverpool', personId: ids.fresh(), grantId: FATHER, invitationId: ids.fresh() },
  });

  it('are found by their code however it is typed, from either side, and by no other code', async () => {
    const kept = invitation();
    await staff.invitations.keep(kept);
    await staff.invitations.keep(kept);
    const code = staff.invitations.codeOf(kept.invitationId);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
    const typed = [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('0', 'O').replaceAll('1', 'l')];
    for (const one of typed) expect(await families.invitations.find(one)).toEqual(kept);
    expect(await families.invitations.find(code.slice(0, -1))).toBeUndefined();
    expect(await families.invitations.find('')).toBeUndefined();
  });

  it('keep no code anywhere in the store', async () => {
    const { store } = engine;
    if (store === undefined) return;
    const kept = invitation();
    await staff.invitations.keep(kept);
    const code = staff.invitations.codeOf(kept.invitationId);
    const bare = code.replaceAll('-', '');
    const written = JSON.stringify(await families.invitations.find(code));
    expect(written).not.toContain(bare);
    // Two invitations share nothing of their codes.
    expect(staff.invitations.codeOf(invitation().invitationId).slice(0, 9)).not.toBe(code.slice(0, 9));
  });
});

describe('what it costs', () => {
  it('to open a family’s session and a child: one request each for session, account, access and record', async () => {
    const { store } = engine;
    if (store === undefined) return;
    const who = { issuer: 'https://families.example', subject: 'counted' };
    await families.familyAccounts.save(who, {
      id: ids.fresh(),
      version: 1,
      tries: null,
      reading: 'ar',
      calendar: null,
    });
    store.meter.reset();
    await families.familyAccounts.find(who);
    await families.familyAccesses.get('liverpool', ids.fresh());
    await families.people.record('liverpool', ids.fresh());
    expect(store.meter.read()).toMatchObject({ requests: 3, tableWriteUnits: 0 });
  });
});
