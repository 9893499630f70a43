/**
 * Everything of domain.md 9.2, in one place: every field of a record that can hold text is marked, one thing after another happens to it, and
 * no mark is ever in what a family is shown.
 */
import { describe, expect, it } from 'vitest';
import { childWire } from '../../../functions/family-api/wire.ts';
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import { childView } from '../../../shared/application/family/child-view.ts';
import { wordsIn } from '../../../shared/application/family/words/words-in.ts';
import type { PersonRecord } from '../../../shared/application/ports/people.ts';
import { type Part, parts } from '../../../shared/domain/access/part.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { caseTypes } from '../../../shared/domain/case/case-types.ts';
import type { Person } from '../../../shared/domain/person/person.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { referralEventKinds } from '../../../shared/domain/referral/event.ts';
import { calendarFile } from '../../../shared/http/family/calendar-file.ts';
import { AccessHistory, born, MOTHER } from '../access/histories.ts';
import { MARK, markedCases, markedReferral } from './marked-record.ts';

const today = localDate('2026-11-02');
const details = {
  ...{ nhsNumber: '9990121311', nhsNumberStatus: '01', noNhsNumberReason: null, localId: `${MARK} local id` },
  ...{ givenName: 'Zephyrine', familyName: `${MARK} family name`, birthDate: localDate('2010-07-19'), diedOn: null },
  ...{ postcode: `${MARK} Z`, ethnicCategory: 'N', gpPractice: 'N82054', interpreterLanguage: `${MARK} language` },
  reasonableAdjustments: [`${MARK} adjustment`],
  communicationNeeds: [`${MARK} need`],
  flags: ['restricted', 'looked-after'],
} as const;
const person = {
  id: 'Zk3v0bq1T-9xA_2c',
  place: 'liverpool',
  version: 1,
  details,
  possibleDuplicateOf: ['DDDDDDDDDDDDDDD1'],
  mergedInto: null,
  events: [],
} as unknown as Person;

const history = new AccessHistory(born('2010-07-19')).letIn(MOTHER, '2020-01-01', { name: `${MARK} mother` });
const grant = history.grant(MOTHER);

function shown(record: Partial<PersonRecord>, open: readonly Part[] = parts) {
  const view = childView(
    { person, referrals: [], cases: [], ...record },
    { policy: liverpool, grant, parts: open, today, estimates: new Map(), written: { help: [], notices: [] } },
  );
  const dates = view.dates.map((date) => ({ ...date, personId: view.personId }));
  const pageOf = (personId: string) => `https://waits.example/family/children/${personId}`;
  const settings = { now: parseInstant(`${today}T09:00:00Z`), uidOf: (id: string) => sha256(id), pageOf };
  const calendar = calendarFile({ dates, words: wordsIn('en') }, settings);
  return { view, calendar, text: JSON.stringify([view, childWire(wordsIn('en'), view), calendar]) };
}

/** A calendar is seen by whoever looks over a shoulder: it has neither a name nor what anything is about (promise P8). */
function neutral(calendar: string): void {
  const said = calendar.replaceAll('\r\n ', '');
  expect(said).not.toContain('Zephyrine');
  expect(said).not.toMatch(
    /speech|language|therap|autis|adhd|asd|salt|health|check|plan|ehc|budget|assess|waiting|diagnos|send\b|nhs/i,
  );
  const summaries = [...said.matchAll(/^SUMMARY:(.*)$/gm)].map(([, summary]) => summary?.trim());
  for (const summary of summaries)
    expect(['Appointment', 'Cancelled: Appointment', 'Date to know about']).toContain(summary);
}

function clean(text: string): void {
  for (const secret of [MARK, '9990121311', '2010-07-19', 'DDDDDDDDDDDDDDD1', 'restricted', 'looked-after'])
    expect(text.includes(secret), `it holds ${secret}`).toBe(false);
}

describe('nothing that families are never shown', () => {
  const queues = liverpool.queues.map(({ code }) => code);

  it.each(referralEventKinds)('is shown when “%s” was recorded, in any queue', (kind) => {
    const referrals = queues.map((queue, at) => markedReferral(queue, kind, at));
    const { view, calendar, text } = shown({ referrals });
    expect(JSON.stringify(referrals)).toContain(MARK);
    expect(view.waits.length).toBeGreaterThan(0);
    clean(text);
    neutral(calendar);
    // Nobody's priority and nobody's place in the queue.
    expect(text).not.toMatch(/tier|urgent|routine|order/i);
  });

  it.each([...caseTypes.keys()])('is shown of a case of the kind %s', (kind) => {
    const type = caseTypes.get(kind);
    const all = type === undefined ? [] : markedCases(type);
    let folded = 0;
    for (const one of all) {
      try {
        const { view, calendar, text } = shown({ cases: [one] });
        neutral(calendar);
        folded += 1;
        // A goal is in the child's own words: it is the one text that is theirs to read.
        clean(view.heard.goals.reduce((rest, { text: goal }) => rest.replaceAll(goal, ''), text));
      } catch (failed) {
        // A type may refuse to fold what its rules would never have let in.
        if (!(failed instanceof RangeError || failed instanceof TypeError)) throw failed;
      }
    }
    expect(JSON.stringify(all)).toContain(MARK);
    expect(folded).toBeGreaterThan(all.length / 2);
  });

  it('is shown of a part that is closed', () => {
    const referrals = queues.map((queue, at) => markedReferral(queue, 'appointment-booked', at));
    const cases = [...caseTypes.values()].flatMap((type) => markedCases(type).slice(0, 1));
    const record = { referrals, cases };
    expect(shown(record, ['ehc', 'budget']).view.waits).toEqual([]);
    expect(shown(record, ['ehc', 'budget']).view.healthCheck).toBeNull();
    expect(shown(record, ['health']).view.ehc).toEqual([]);
    expect(shown(record, ['health']).view.budgets).toEqual([]);
    // No part opens a day of another.
    expect(shown(record, ['messages']).view.dates).toEqual([]);
    expect(shown(record, ['health']).view.dates.filter(({ kind }) => kind === 'appointment')).toEqual([]);
    expect(shown(record, ['appointments']).view.dates).toEqual([]);
    // Without the appointments it is a wait like another.
    expect(shown(record, ['health']).view.waits.map(({ stage, appointment }) => [stage, appointment])).toEqual(
      queues.map(() => ['waiting', null]),
    );
    expect(shown(record).view.waits[0]?.stage).toBe('booked');
  });
});
