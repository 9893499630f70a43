/**
 * Promise P4, day by day: whatever is recorded about a child's access in whatever order, what each adult sees is what a much
 * simpler telling of domain.md 9.1 says. The telling knows the history and never asks the code under test.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccessFacts } from '../../../shared/domain/access/access-event.ts';
import { parts } from '../../../shared/domain/access/part.ts';
import { rightsTimeline } from '../../../shared/domain/calendar/age.ts';
import { addDays, type LocalDate, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { isDomainError } from '../../../shared/domain/error.ts';
import { AccessHistory, born, FATHER, MOTHER } from '../../unit/access/histories.ts';

const BIRTH = localDate('2009-11-03');
const rights = rightsTimeline(BIRTH);

type Step = { readonly days: number; readonly facts: AccessFacts };
const adult = fc.constantFrom(MOTHER, FATHER);
const hidden = fc.subarray([...parts]);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    days: fc.integer({ min: 0, max: 400 }),
    facts: fc.oneof<fc.Arbitrary<AccessFacts>[]>(
      fc.record({
        kind: fc.constant('competence-assessed' as const),
        competent: fc.boolean(),
        consentsTo: fc.subarray([MOTHER, FATHER]),
      }),
      fc.record({ kind: fc.constant('consent-recorded' as const), grantId: adult, given: fc.boolean() }),
      fc.record({
        kind: fc.constant('best-interests-recorded' as const),
        grantId: adult,
        decidedBy: fc.constant('A meeting'),
        note: fc.constant('Why'),
      }),
      fc.record({
        kind: fc.constant('limited' as const),
        grantId: adult,
        hidden,
        reason: fc.constant('other' as const),
      }),
      fc.record({ kind: fc.constant('sharing-set' as const), grantId: adult, hidden }),
      fc.record({ kind: fc.constant('revoked' as const), grantId: adult, reason: fc.constant('other' as const) }),
      fc.record({ kind: fc.constant('care-order-made' as const), authority: fc.constant('The council') }),
      fc.record({ kind: fc.constant('care-order-ended' as const) }),
      fc.record({ kind: fc.constant('authorised' as const), grantId: adult, authority: fc.constant('A manager') }),
    ),
  }),
  { maxLength: 14 },
);

/** What happened, as somebody who was there would tell it. */
interface Told {
  readonly on: LocalDate;
  readonly facts: AccessFacts;
}

const about = (facts: AccessFacts, id: string) => 'grantId' in facts && facts.grantId === id;

/** Walks back from the day and says part by part whether the adult sees it. */
function seen(id: string, told: readonly Told[], day: LocalDate): readonly string[] {
  const latest = told.toReversed();
  if (told.some(({ facts }) => facts.kind === 'revoked' && about(facts, id))) return [];
  const order = latest.find(({ facts }) => facts.kind.startsWith('care-order'))?.facts.kind;
  const authorised = told.some(({ facts }) => facts.kind === 'authorised' && about(facts, id));
  if (order === 'care-order-made' && !authorised) return [];
  const answer = latest.find(
    ({ facts }) =>
      (facts.kind === 'consent-recorded' && about(facts, id)) ||
      (facts.kind === 'competence-assessed' && facts.competent),
  );
  const yes =
    answer?.facts.kind === 'consent-recorded'
      ? answer.facts.given
      : answer?.facts.kind === 'competence-assessed' && answer.facts.consentsTo.includes(id);
  const assessed = latest.find(({ facts }) => facts.kind === 'competence-assessed')?.facts;
  const able = assessed?.kind === 'competence-assessed' && assessed.competent;
  if (day >= rights.eleventh && day < rights.healthConsentFrom && able && !yes) return [];
  const refused = latest.findIndex(
    ({ facts }) => facts.kind === 'consent-recorded' && about(facts, id) && !facts.given,
  );
  const sinceRefusal = refused === -1 ? latest : latest.slice(0, refused);
  const bestInterests = sinceRefusal.some(
    ({ on, facts }) => facts.kind === 'best-interests-recorded' && about(facts, id) && on >= rights.inviteFrom,
  );
  const agreed = (yes && answer !== undefined && answer.on >= rights.inviteFrom) || bestInterests;
  const kept = (kind: 'limited' | 'sharing-set') => {
    const last = latest.find(({ facts }) => facts.kind === kind && about(facts, id))?.facts;
    return last !== undefined && 'hidden' in last ? last.hidden : [];
  };
  return parts.filter((part) => {
    const from = part === 'ehc' ? rights.sendRightsFrom : rights.healthConsentFrom;
    return (day < from || agreed) && !kept('limited').includes(part) && !kept('sharing-set').includes(part);
  });
}

describe('what an adult sees', () => {
  it('is what the rules say, on every day that matters, for each adult by themself', () => {
    fc.assert(
      fc.property(steps, (drawn) => {
        let history = new AccessHistory(born(BIRTH)).letIn(MOTHER, '2019-06-01').letIn(FATHER, '2019-06-01');
        const told: Told[] = [];
        let day = localDate('2019-06-01');
        for (const { days, facts } of drawn) {
          day = addDays(day, days);
          try {
            history = history.record(day, facts);
            told.push({ on: day, facts });
          } catch (refused) {
            // What may not be recorded was not: then nobody tells of it either.
            if (!isDomainError(refused)) throw refused;
          }
          const days16 = [rights.healthConsentFrom, rights.sendRightsFrom].flatMap((on) => [addDays(on, -1), on]);
          for (const asAt of [day, ...days16.filter((on) => on >= day), localDate('2031-01-01')])
            for (const id of [MOTHER, FATHER]) expect([...history.opens(id, asAt)]).toEqual([...seen(id, told, asAt)]);
        }
      }),
      { numRuns: 400 },
    );
  });
});
