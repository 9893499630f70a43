/** Those who put a new policy in force: a place goes from its first rules to its second, and back. */
import type { Policy } from '../../../shared/domain/policy/policy.ts';
import { OPERATORS, PLACES } from '../audience.ts';
import { otherRules, policyWith } from '../policies.ts';
import type { Work } from './desk.ts';

const path = '/v1/policy';

export const newPolicy: Work = (desk) => {
  const place = desk.chance.pick([...PLACES]);
  if (desk.isBusy(path)) return undefined;
  const rules = otherRules(desk.rulesOf(place));
  return desk.command({
    by: OPERATORS[place],
    place,
    method: 'PUT',
    path,
    seenAt: path,
    bodyOf: ({ body }) => policyWith(body as Policy, rules),
    rules,
    done: () => desk.tally('policies put in force'),
  });
};
