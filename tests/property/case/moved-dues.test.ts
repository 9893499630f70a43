/** A due date that moves without anything having happened to the child: the old one stays in the history, with the reason. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import { type CaseRules, caseContext, duesOf, plannedCase } from '../../../shared/application/case/case-entry.ts';
import { withMovedDues } from '../../../shared/application/case/moved-dues.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { addDays } from '../../../shared/domain/calendar/local-date.ts';
import type { CaseType } from '../../../shared/domain/case/case-type.ts';
import { isDueMoved } from '../../../shared/domain/case/generic-facts.ts';
import { caseChainHolds, stateOfCase } from '../../../shared/domain/case/record-case.ts';
import type { Person } from '../../../shared/domain/person/person.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { samplePerson } from '../../contract/samples.ts';
import { anyLife, type Life, lived } from './lives.ts';

/** The rules of a place at a version of its policy; those of a later one give some days more. */
function rulesOf(type: CaseType, version: number, more: number): CaseRules {
  const longer: CaseType = {
    ...type,
    deadlines: (state, context) =>
      type.deadlines(state, context).map((deadline) => ({ ...deadline, due: addDays(deadline.due, more) })),
  };
  return { types: new Map([[type.kind, more === 0 ? type : longer]]), policy: { ...liverpool, version } };
}

function personOf({ birthDate }: Life, version: number, olderBy: number): Person {
  const person = samplePerson('liverpool');
  return { ...person, version, details: { ...person.details, birthDate: addDays(birthDate, -olderBy) } };
}

describe('Due dates that the rules or the person move', () => {
  it('are each told once, with the day before, the day after and why; nothing else changes', () => {
    const moves = fc.record({
      life: anyLife,
      more: fc.constantFrom(0, 7, 30),
      olderBy: fc.constantFrom(0, 1, 200, 800),
      days: fc.nat({ max: 60 }),
    });
    fc.assert(
      fc.property(moves, ({ life, more, olderBy, days }) => {
        const before = plannedCase(rulesOf(life.type, 1, 0), lived(life), personOf(life, 1, 0), life.asAt);
        const rules = rulesOf(life.type, more === 0 ? 1 : 2, more);
        const person = personOf(life, olderBy === 0 ? 1 : 2, olderBy);
        const today = addDays(life.asAt, days);
        const now = { person: person.details, version: person.version };
        const at = parseInstant(`${today}T09:00:00Z`);
        const after = withMovedDues(rules, before, now, at, sha256);

        const told = after.events.slice(before.record.events.length);
        expect(after.events.slice(0, before.record.events.length)).toEqual(before.record.events);
        expect(after.version).toBe(before.record.version + told.length);
        expect(caseChainHolds(after, sha256)).toBe(true);
        expect(told.every(({ on, by }) => on === today && by.role === 'service')).toBe(true);

        const dues = duesOf(rules, before.record, person.details, before.entry.planned.asAt);
        const why = [...(more === 0 ? [] : ['policy']), ...(olderBy === 0 ? [] : ['person'])];
        const plain = before.entry.planned.dues.flatMap(({ deadline, start, due: from }) => {
          const to = dues.find((one) => one.deadline === deadline && one.start === start)?.due ?? null;
          return to === from ? [] : [{ kind: 'due-moved', deadline, start, from, to, why }];
        });
        expect(told.map(({ facts }) => facts)).toEqual(plain);
        if (more > 0 && olderBy === 0) expect(told.filter(({ facts }) => isDueMoved(facts))).toHaveLength(dues.length);

        const context = caseContext(rules, person.details, today);
        expect(stateOfCase(life.type, after, context)).toEqual(stateOfCase(life.type, before.record, context));
        const replanned = plannedCase(rules, after, person, today);
        expect(withMovedDues(rules, replanned, now, at, sha256)).toBe(replanned.record);
      }),
    );
  });
});
