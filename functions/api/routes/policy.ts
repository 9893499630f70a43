import { readPolicy } from '../../../shared/application/policy/read-policy.ts';
import { savePolicy } from '../../../shared/application/policy/save-policy.ts';
import { policySchema } from '../../../shared/domain/policy/policy.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';

const tag = 'Policy';

export const policyRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/policy',
    id: 'readPolicy',
    tag,
    summary: 'The policy in force in the place',
    action: 'policy.read',
    response: policySchema,
    async handle({ call }, deps) {
      const policy = await readPolicy(deps, call);
      return { body: policy, version: policy.version };
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/v1/policy',
    id: 'savePolicy',
    tag,
    summary: 'Put a new version of the policy in force',
    description:
      'Adds a queue, a standard, a spelling: no code changes. Earlier versions are kept; no queue can be left out. The version sent is the one that was read; the next one comes back.',
    action: 'policy.change',
    body: policySchema,
    response: policySchema,
    async handle({ body, seen, call }, deps) {
      const { version: _read, ...document } = body;
      const policy = await savePolicy(deps, call, document, seen);
      return { body: policy, version: policy.version };
    },
  }),
];
