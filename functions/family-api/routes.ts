/** Every route of the families' API: what their pages show, with the same rules. */
import * as z from 'zod';
import { calendarSince, endCalendar, startCalendar } from '../../shared/application/family/calendar.ts';
import { answerCheckIn, checkInSchema } from '../../shared/application/family/check-in.ts';
import { feedbackInputSchema, giveFeedback } from '../../shared/application/family/give-feedback.ts';
import { goalRatingInputSchema, rateHealthGoal } from '../../shared/application/family/rate-goal.ts';
import {
  choosePreferences,
  confirmContact,
  confirmInputSchema,
  contactInputSchema,
  giveContact,
  readReach,
} from '../../shared/application/family/reach.ts';
import { readChild, readChildren } from '../../shared/application/family/read-children.ts';
import { redeemInvitation, redeemLink } from '../../shared/application/family/redeem-invitation.ts';
import { familyMessageInputSchema, sendFamilyMessage } from '../../shared/application/family/send-message.ts';
import { readSharing, setSharing, sharingSchema } from '../../shared/application/family/sharing.ts';
import { whoLooked } from '../../shared/application/family/who-looked.ts';
import { contactPreferencesSchema } from '../../shared/domain/access/contact-preferences.ts';
import { localDateOf } from '../../shared/domain/calendar/instant.ts';
import { localDateSchema } from '../../shared/domain/calendar/local-date.ts';
import { opaqueIdSchema } from '../../shared/domain/identifiers/opaque-id.ts';
import { defineFamilyRoute, type FamilyApiRoute } from '../../shared/http/family/family-api.ts';
import { placeRoutes } from './place-routes.ts';
import { takingPartRoutes } from './taking-part.ts';
import {
  calendarSchema,
  childrenSchema,
  childrenWire,
  childSchema,
  childWire,
  lookedSchema,
  reachSchema,
  reachWire,
  sharedSchema,
  sharedWire,
} from './wire.ts';

const tag = 'Families';
const params = z.strictObject({ personId: opaqueIdSchema });

export const familyApiRoutes: readonly FamilyApiRoute[] = [
  ...placeRoutes,
  defineFamilyRoute({
    method: 'GET',
    path: '/v1/family/children',
    id: 'listOwnChildren',
    tag,
    summary: 'Where each of your children stands',
    action: 'family.read',
    response: childrenSchema,
    async handle({ call, words }, deps) {
      return { body: childrenWire(words, await readChildren(deps, call), localDateOf(call.now)) };
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
    async handle({ params: { personId }, call, words }, deps) {
      return { body: childWire(words, (await readChild(deps, call, personId)).view) };
    },
  }),
  defineFamilyRoute({
    method: 'GET',
    path: '/v1/family/children/{personId}/who-has-looked',
    id: 'listLooked',
    tag,
    summary: 'Which staff have looked at the record in 90 days',
    description: 'By role, organisation, day and reason. Neither names, nor whether other adults of the family looked.',
    action: 'family.read',
    params,
    response: z.strictObject({ from: localDateSchema, looked: z.array(lookedSchema) }),
    async handle({ params: { personId }, call }, deps) {
      const { from, looked } = await whoLooked(deps, call, personId);
      return { body: { from, looked: looked.map((one) => ({ ...one })) } };
    },
  }),
  defineFamilyRoute({
    method: 'GET',
    path: '/v1/family/children/{personId}/sharing',
    id: 'readSharing',
    tag,
    summary: 'Who can see your record, for a young person who decides about it',
    action: 'family.share',
    params,
    response: sharedSchema,
    async handle({ params: { personId }, call }, deps) {
      const { adults, version } = await readSharing(deps, call, personId);
      return { body: sharedWire(adults), version };
    },
  }),
  defineFamilyRoute({
    method: 'POST',
    path: '/v1/family/children/{personId}/sharing/{grantId}',
    id: 'setSharing',
    tag,
    summary: 'Choose what an adult does not see of your record',
    action: 'family.share',
    precondition: 'idempotency-key-and-if-match',
    params: params.extend({ grantId: opaqueIdSchema }),
    body: sharingSchema,
    status: 201,
    response: sharedSchema,
    async handle({ params: { personId, grantId }, body, seen, key, call }, deps) {
      await setSharing(deps, call, { personId, grantId }, body, seen, key);
      const { adults, version } = await readSharing(deps, call, personId);
      return { body: sharedWire(adults), version };
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
    path: '/v1/family/links',
    id: 'useLink',
    tag,
    summary: 'Use the link of an invitation that came by text or e-mail',
    description:
      'It works once, with the date of birth of the child. The answer to one that does not work says nothing of why.',
    action: 'family.read',
    body: z.strictObject({ secret: z.string().trim().min(1).max(60), birthDate: localDateSchema }),
    status: 201,
    response: z.strictObject({ childId: opaqueIdSchema }),
    async handle({ body, key, call }, deps) {
      const { personId } = await redeemLink(deps, call, body, key);
      return { body: { childId: personId }, location: `/v1/family/children/${personId}` };
    },
  }),
  defineFamilyRoute({
    method: 'GET',
    path: '/v1/family/calendar',
    id: 'readCalendar',
    tag,
    summary: 'Since when your calendar is fed',
    action: 'family.read',
    response: calendarSchema,
    async handle({ call }) {
      return { body: { since: calendarSince(call) } };
    },
  }),
  defineFamilyRoute({
    method: 'POST',
    path: '/v1/family/calendar',
    id: 'startCalendar',
    tag,
    summary: 'Make a secret address at which a calendar app gets your dates',
    description:
      'It is answered here and never again; one made before ends. Whoever has it can see the dates: appointments and days that something is due, with no name and nothing of what they are about.',
    action: 'family.read',
    status: 201,
    response: z.strictObject({
      href: z.string().meta({ description: 'The address, from the origin of this service' }),
    }),
    async handle({ call, key }, deps) {
      return { body: { href: `/family/calendar/${await startCalendar(deps, call, key)}/dates.ics` } };
    },
  }),
  defineFamilyRoute({
    method: 'POST',
    path: '/v1/family/calendar/end',
    id: 'endCalendar',
    tag,
    summary: 'End the address of your calendar, at once',
    precondition: 'repeatable',
    action: 'family.read',
    response: calendarSchema,
    async handle({ call }, deps) {
      await endCalendar(deps, call);
      return { body: { since: null } };
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
    async handle({ params: { personId }, body, key, call, words }, deps) {
      await rateHealthGoal(deps, call, personId, body, key);
      return { body: childWire(words, (await readChild(deps, call, personId)).view) };
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
    async handle({ params: { personId }, body, key, call, words }, deps) {
      await giveFeedback(deps, call, personId, body, key);
      return { body: childWire(words, (await readChild(deps, call, personId)).view) };
    },
  }),
  defineFamilyRoute({
    method: 'GET',
    path: '/v1/family/children/{personId}/reach',
    id: 'readReach',
    tag,
    summary: 'How you are reached: what you chose, and where',
    description: 'Addresses are told by their ends alone.',
    action: 'family.read',
    params,
    response: reachSchema,
    async handle({ params: { personId }, call }, deps) {
      return { body: reachWire(await readReach(deps, call, personId)) };
    },
  }),
  defineFamilyRoute({
    method: 'POST',
    path: '/v1/family/children/{personId}/reach/preferences',
    id: 'chooseContactPreferences',
    tag,
    summary: 'Choose how you are told, in which language and format',
    action: 'family.read',
    params,
    body: contactPreferencesSchema,
    status: 201,
    response: reachSchema,
    async handle({ params: { personId }, body, key, call }, deps) {
      await choosePreferences(deps, call, personId, body, key);
      return { body: reachWire(await readReach(deps, call, personId)) };
    },
  }),
  defineFamilyRoute({
    method: 'POST',
    path: '/v1/family/children/{personId}/reach/addresses',
    id: 'giveContactAddress',
    tag,
    summary: 'Give an address that you are reached at, or take it away',
    description:
      'A code of six digits is sent to an e-mail address or a mobile number; a postal address is checked by staff.',
    action: 'family.read',
    params,
    body: contactInputSchema,
    status: 201,
    response: reachSchema,
    async handle({ params: { personId }, body, key, call }, deps) {
      await giveContact(deps, call, personId, body, key);
      return { body: reachWire(await readReach(deps, call, personId)) };
    },
  }),
  defineFamilyRoute({
    method: 'POST',
    path: '/v1/family/children/{personId}/reach/confirmations',
    id: 'confirmContactAddress',
    tag,
    summary: 'Show by the code that was sent there that an address is yours',
    action: 'family.read',
    params,
    body: confirmInputSchema,
    status: 201,
    response: reachSchema,
    async handle({ params: { personId }, body, key, call }, deps) {
      await confirmContact(deps, call, personId, body, key);
      return { body: reachWire(await readReach(deps, call, personId)) };
    },
  }),
  defineFamilyRoute({
    method: 'POST',
    path: '/v1/family/children/{personId}/check-ins',
    id: 'answerCheckIn',
    tag,
    summary: 'Say whether you still need what you wait for',
    description:
      'Saying no is confirmed by a member of the team before anything changes. Saying nothing changes nothing.',
    action: 'family.messages',
    params,
    body: checkInSchema,
    status: 201,
    response: childSchema,
    async handle({ params: { personId }, body, key, call, words }, deps) {
      await answerCheckIn(deps, call, personId, body, key);
      return { body: childWire(words, (await readChild(deps, call, personId)).view) };
    },
  }),
  ...takingPartRoutes,
];
