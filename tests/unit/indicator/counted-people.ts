import type { Counted } from '../../../shared/domain/indicator/cut/counted.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { type QueuePolicy, queueOf } from '../../../shared/domain/policy/policy.ts';

/** Somebody who waits, of whom only what a test says matters. */
export function counted(facts: Partial<Counted>): Counted {
  return {
    waitDays: 30,
    age: 7,
    ethnicCategory: 'A',
    decile: 3,
    flags: [],
    needsInterpreter: false,
    ...facts,
  };
}

function known(code: string): QueuePolicy {
  const queue = queueOf(liverpool, code);
  if (queue === undefined) throw new Error(`Liverpool has no queue ${code}`);
  return queue;
}

export const salt = known('SALT');
export const asd = known('ASD');
