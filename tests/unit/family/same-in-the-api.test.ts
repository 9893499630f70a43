/**
 * The families' API tells everything that their pages can show of a child: pages are made from the view and nothing else (ADR 0063), so
 * every fact of the view must be in the answer, under its name or a name that is said here.
 */
import { describe, expect, it } from 'vitest';
import { childWire } from '../../../functions/family-api/wire.ts';
import { type ChildView, childView } from '../../../shared/application/family/child-view.ts';
import { wordsIn } from '../../../shared/application/family/words/words-in.ts';
import { parts } from '../../../shared/domain/access/part.ts';
import { addDays, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { caseTypes } from '../../../shared/domain/case/case-types.ts';
import type { Person } from '../../../shared/domain/person/person.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { referralEventKinds } from '../../../shared/domain/referral/event.ts';
import { AccessHistory, born, MOTHER } from '../access/histories.ts';
import { markedCases, markedReferral } from './marked-record.ts';

/** Names of the view, and what the API calls them. */
const NAMES: readonly (readonly [view: RegExp, api: string])[] = [
  [/^personId$/, 'id'],
  [/^waits\.(\d+)\.referralId$/, 'waits.$1.id'],
  [/^waits\.(\d+)\.outcome$/, 'waits.$1.outcome.code'],
  [/^heard\.messages\.(\d+)\.messageId$/, 'messages.$1.id'],
  [/^heard\./, ''],
];
/** Facts of the view that the API tells in words, or that no page shows. */
const IN_WORDS = /^waits\.\d+\.notAccepted$/;
const SHOWN_BY_NO_PAGE = /^waits\.\d+\.queue$|\.caseId$|^dates\.\d+\.id$/;

function leaves(value: unknown, path = ''): readonly (readonly [path: string, value: unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, path === '' ? name : `${path}.${name}`));
}

const nameInApi = (path: string) => NAMES.reduce((name, [view, api]) => name.replace(view, api), path);

/** Facts of a view that its answer lacks or tells otherwise. */
function untold(view: ChildView, wire: unknown = childWire(wordsIn('en'), view)): readonly string[] {
  const told = new Map(leaves(wire));
  return leaves(view)
    .filter(([path]) => !IN_WORDS.test(path) && !SHOWN_BY_NO_PAGE.test(path))
    .filter(([path, value]) => {
      const name = nameInApi(path);
      // What there is nothing of is null in both, or not there at all.
      return value === null ? (told.get(name) ?? null) !== null : told.get(name) !== value;
    })
    .map(([path]) => path);
}

/** Sentences of an answer with words in Latin letters, but for terms that every language has in English; not what people wrote. */
function saidInLatin(wire: unknown): readonly string[] {
  return leaves(wire).flatMap(([path, value]) => {
    if (
      typeof value !== 'string' ||
      !/^(waits|ehc|healthCheck|budgets|notices|growingUp)\..*(text|label|now|next)$/.test(path)
    )
      return [];
    const own = value.replaceAll(/EHC|SENDIASS|GP|\((council|appeal|mediation)\)/g, '');
    return /[A-Za-z]{2,}/.test(own) ? [value] : [];
  });
}

const today = localDate('2026-11-02');
const BIRTH = localDate('2009-03-19');
const details = { givenName: 'Zephyrine', familyName: 'Okafor', birthDate: BIRTH, diedOn: null };
const more = { flags: [], reasonableAdjustments: [] };
const person = { id: 'Zk3v0bq1T-9xA_2c', place: 'liverpool', version: 1, details: { ...details, ...more } };
const grant = new AccessHistory(born(BIRTH)).letIn(MOTHER, '2020-01-01').grant(MOTHER);

const context = {
  ...{ policy: liverpool, grant, parts, today, estimates: new Map() },
  written: { help: [], notices: [] },
};

describe('the API tells what the pages show', () => {
  it.each(referralEventKinds)('of a wait to which “%s” happened', (kind) => {
    const referrals = liverpool.queues.map(({ code }, at) => markedReferral(code, kind, at));
    const view = childView({ person: person as unknown as Person, referrals, cases: [] }, context);
    expect(view.waits.length + view.growingUp.length).toBeGreaterThan(0);
    expect(untold(view)).toEqual([]);
  });

  it.each([...caseTypes.keys()])('of a case of the kind %s', (kind) => {
    const type = caseTypes.get(kind);
    for (const one of type === undefined ? [] : markedCases(type)) {
      try {
        const view = childView({ person: person as unknown as Person, referrals: [], cases: [one] }, context);
        expect(untold(view)).toEqual([]);
      } catch (failed) {
        // A type may refuse to fold what its rules would never have let in.
        if (!(failed instanceof RangeError || failed instanceof TypeError)) throw failed;
      }
    }
  });

  it.each([...caseTypes.keys()])('in the language that is asked for, of a case of the kind %s', (kind) => {
    const type = caseTypes.get(kind);
    for (const one of type === undefined ? [] : markedCases(type)) {
      try {
        const view = childView({ person: person as unknown as Person, referrals: [], cases: [one] }, context);
        expect(saidInLatin(childWire(wordsIn('ar'), view))).toEqual([]);
      } catch (failed) {
        if (!(failed instanceof RangeError || failed instanceof TypeError)) throw failed;
      }
    }
    const english = childView({ person: person as unknown as Person, referrals: [], cases: [] }, context);
    expect(saidInLatin(childWire(wordsIn('en'), english))).not.toEqual([]);
  });

  it('of the move to the pathway for adults, of help and of news', () => {
    const adult = { ...person, details: { ...person.details, birthDate: addDays(today, -6500) } };
    const referrals = [markedReferral('ADHD', 'triage-accepted', 0)];
    const view = childView({ person: adult as unknown as Person, referrals, cases: [] }, context);
    expect(view.waits[0]?.adultMove).not.toBeNull();
    const help = { title: 'Help', text: 'Ring', url: null, phone: null, whoFor: null, queues: [] };
    const news = [{ id: 'NOTICE0000000001', title: 'Moved', text: 'We moved', since: today }];
    expect(untold({ ...view, news, help: [help as unknown as ChildView['help'][number]] })).toEqual([]);
  });

  it('and the test sees a fact that it lacks', () => {
    const view = childView({ person: person as unknown as Person, referrals: [], cases: [] }, context);
    expect(untold({ ...view, another: 'fact' } as ChildView)).toEqual(['another']);
    expect(untold(view, { ...childWire(wordsIn('en'), view), givenName: 'Other' })).toEqual(['givenName']);
  });
});
