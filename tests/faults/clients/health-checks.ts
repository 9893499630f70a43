/** Those who keep the yearly health checks of young people with a learning disability. */
import type { HealthCheckFacts } from '../rules/health-check.ts';
import { openCase } from './cases.ts';
import { eventOn, pickSubject, type Work } from './desk.ts';
import { ageOn, pickPerson } from './people.ts';

const PRACTICE = 'N82001';

export const healthCheck: Work = (desk) => {
  const person = pickPerson(desk, 'health-check', ({ use }) => use === 'young-person');
  return person !== undefined && desk.chance.happens(0.4)
    ? openCase(desk, person, 'health-check', ({ born }) => {
        const registered = desk.today - desk.chance.whole(0, 400);
        const facts = { kind: 'registered', practice: PRACTICE };
        const after = { of: 'health-check', born, registered, checks: [], declines: [], hasLeft: false } as const;
        return { on: registered, facts, after };
      })
    : healthCheckEvent(desk);
};

const healthCheckEvent: Work = (desk) => {
  const found = pickSubject<HealthCheckFacts>(desk, 'health-check', ({ hasLeft }) => !hasLeft);
  if (found === undefined) return undefined;
  const [subject, facts] = found;
  const what = desk.chance.weighted([
    ['checked', 6],
    ['invited', 3],
    ['declined', 2],
    ['left', 1],
  ] as const);
  switch (what) {
    case 'checked':
      // The next is due a year after it.
      return eventOn<HealthCheckFacts>(desk, subject, { kind: 'checked', where: 'practice' }, (on) => {
        return { ...facts, checks: [...facts.checks, on] };
      });
    case 'invited':
      return eventOn<HealthCheckFacts>(desk, subject, { kind: 'invited', by: 'letter' }, facts);
    case 'declined': {
      const decides = ageOn(facts.born, desk.today) >= 16 ? 'young-person' : 'parent';
      const said = { kind: 'declined', by: decides, capacityConsidered: true };
      return eventOn<HealthCheckFacts>(desk, subject, said, (on) => {
        return { ...facts, declines: [...facts.declines, on] };
      });
    }
    case 'left': {
      const why = desk.chance.pick(['moved-away', 'died', 'off-register'] as const);
      const said = { kind: 'left', why, ...(why === 'moved-away' ? { handedOverTo: 'Their new practice' } : {}) };
      return eventOn<HealthCheckFacts>(desk, subject, said, { ...facts, hasLeft: true });
    }
  }
};
