import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../shared/domain/indicator/catalogue/catalogue.ts';
import { indicatorSchema } from '../../../shared/domain/indicator/catalogue/indicator.ts';
import { priorities, prioritiesOf, prioritySchema } from '../../../shared/domain/indicator/catalogue/priorities.ts';
import { cuts } from '../../../shared/domain/indicator/cut/cuts.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';

describe('the catalogue', () => {
  it.each(catalogue)('says all there is to say of $code', (indicator) => {
    expect(indicatorSchema.parse(indicator)).toEqual(indicator);
    if (indicator.unit === 'per cent') {
      expect(indicator.numerator).not.toBeNull();
      expect(indicator.denominator).not.toBeNull();
    }
  });

  it('gives each indicator a code of its own', () => {
    expect(new Set(catalogue.map(({ code }) => code)).size).toBe(catalogue.length);
  });
});

describe('the promises of a strategy', () => {
  const promises = priorities.flatMap((priority) => priority.promises);

  it('are proved by indicators that there are, of queues and groups that there are', () => {
    const codes = catalogue.map(({ code }) => code);
    const queues = liverpool.queues.map(({ code }) => code);
    for (const promise of promises) {
      expect(codes).toEqual(expect.arrayContaining(promise.indicators));
      expect(queues).toEqual(expect.arrayContaining(promise.queues ?? []));
      if (promise.group === undefined) continue;
      const cut = cuts.find(({ code }) => code === promise.group?.cut);
      expect(cut?.groups.map(({ code }) => code)).toContain(promise.group.group);
    }
    for (const priority of priorities) expect(prioritySchema.parse(priority)).toEqual(priority);
  });

  it('use every indicator of a duty, and are those of their own place', () => {
    const promised = new Set(promises.flatMap(({ indicators }) => indicators));
    const duties = catalogue.filter(({ countedFrom }) => !['waiting lists', 'histories'].includes(countedFrom));
    expect(duties.filter(({ code }) => !promised.has(code))).toEqual([]);
    expect(prioritiesOf('cheshire-east')).toEqual([]);
    expect(prioritiesOf('liverpool').map(({ number }) => number)).toEqual([1, 5]);
  });
});
