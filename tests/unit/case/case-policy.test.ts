import { describe, expect, it } from 'vitest';
import { caseKinds } from '../../../shared/domain/case/case-kinds.ts';
import { caseServices, kindPolicyOf, servicesOfCase } from '../../../shared/domain/case/case-policy.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { policySchema } from '../../../shared/domain/policy/policy.ts';

const own = {
  services: [{ code: 'nurses', name: 'Nurses' }],
  kinds: { budget: { services: ['nurses'], overseers: ['matron'] } },
};

describe('what a place decides about cases', () => {
  it('is what is recommended where it decides nothing, and in a policy of before there were cases', () => {
    const { cases: _none, ...older } = liverpool;
    expect(policySchema.parse(older).cases).toEqual(liverpool.cases);
    const bare = { cases: { services: [], kinds: {} } };
    for (const kind of caseKinds) expect(kindPolicyOf(bare, kind).services.length).toBeGreaterThan(0);
  });

  it('names the teams of a kind: who works it, and who sees every one of it', () => {
    const policy = { cases: own };
    expect(servicesOfCase(policy, 'budget', 'nurses')).toEqual(['nurses', 'matron']);
    expect(servicesOfCase(policy, 'ehc-advice', 'salt')).toEqual(['salt', 'ehc-coordination']);
    expect(caseServices(policy)).toEqual(expect.arrayContaining(['nurses', 'matron', 'children-in-care-health']));
    expect(policySchema.safeParse({ ...liverpool, cases: own }).success).toBe(true);
  });
});
