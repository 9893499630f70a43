/** Every route of the families' API: what their pages show, with the same rules. */
import * as z from 'zod';
import { feedbackInputSchema, giveFeedback } from '../../shared/application/family/give-feedback.ts';
import { goalRatingInputSchema, rateHealthGoal } from '../../shared/application/family/rate-goal.ts';
import { readChild, readChildren } from '../../shared/application/family/read-children.ts';
import { redeemInvitation } from '../../shared/application/family/redeem-invitation.ts';
import { familyMessageInputSchema, sendFamilyMessage } from '../../shared/application/family/send-message.ts';
import { opaqueIdSchema } from '../../shared/domain/identifiers/opaque-id.ts';
import { defineFamilyRoute, type FamilyApiRoute } from '../../shared/http/family/family-api.ts';
import { childrenSchema, childrenWire, childSchema, childWire } from './wire.ts';

const tag = 'Families';
const params = z.strictObject({ personId: opaqueIdSchema });

export const familyApiRoutes: readonly FamilyApiRoute[] = [
  defineFamilyRoute({
    method: 'GET',
    path: '/v1/family/children',
    id: 'listOwnChildren',
    tag,
    summary: 'Where each of your children stands',
    action: 'family.read',
    response: childrenSchema,
    async handle({ call }, deps) {
      return { body: childrenWire(await readChildren(deps, call)) };
    },
  }),
  defineFamilyRoute({
    method: 'GET',
    path: '/v1/family/children/{personId}',
    id: 'readOwnChild',
    tag,
    summary: 'Where one child stands',
    action: 'family.read',
    params,
    response: childSchema,
    async handle({ params: { personId }, call }, deps) {
      return { body: childWire((await readChild(deps, call, personId)).view) };
    },
  }),
  defineFamilyRoute({
    method: 'POST',
    path: '/v1/family/codes',
    id: 'useCode',
    tag,
    summary: 'Use the code of a letter',
    description: 'It works once. The answer to a code that does not work says nothing of why.',
    action: 'family.read',
    body: z.strictObject({ code: z.string().trim().min(1).max(60) }),
    status: 201,
    response: z.strictObject({ childId: opaqueIdSchema }),
    async handle({ body, key, call }, deps) {
      const { personId } = await redeemInvitation(deps, call, body, key);
      return { body: { childId: personId }, location: `/v1/family/children/${personId}` };
    },
  }),
  defineFamilyRoute({
    method: 'POST',
    path: '/v1/family/children/{personId}/messages',
    id: 'sendFamilyMessage',
    tag,
    summary: 'Tell the team something, or ask for something',
    description: 'It is read within two working days. Only you see it and its answer.',
    action: 'family.messages',
    params,
    body: familyMessageInputSchema,
    status: 201,
    response: z.strictObject({ messageId: opaqueIdSchema }),
    async handle({ params: { personId }, body, key, call }, deps) {
      return { body: { messageId: await sendFamilyMessage(deps, call, personId, body, key) } };
    },
  }),
  defineFamilyRoute({
    method: 'POST',
    path: '/v1/family/children/{personId}/goal-ratings',
    id: 'rateHealthGoal',
    tag,
    summary: 'Rate a health goal, 0 to 10',
    action: 'family.health',
    params,
    body: goalRatingInputSchema,
    status: 201,
    response: childSchema,
    async handle({ params: { personId }, body, key, call }, deps) {
      await rateHealthGoal(deps, call, personId, body, key);
      return { body: childWire((await readChild(deps, call, personId)).view) };
    },
  }),
  defineFamilyRoute({
    method: 'POST',
    path: '/v1/family/children/{personId}/feedback',
    id: 'giveFeedback',
    tag,
    summary: 'Answer an open question about a service',
    action: 'family.messages',
    params,
    body: feedbackInputSchema,
    status: 201,
    response: childSchema,
    async handle({ params: { personId }, body, key, call }, deps) {
      await giveFeedback(deps, call, personId, body, key);
      return { body: childWire((await readChild(deps, call, personId)).view) };
    },
  }),
];
