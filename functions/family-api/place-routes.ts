/** Routes of the families' API about a place: what the pages tell that anybody may read. */
import * as z from 'zod';
import { readEstimatesCameOut, readPlaceHelp, readPlaceOrder } from '../../shared/application/family/read-place.ts';
import { placeIdSchema } from '../../shared/domain/policy/place-id.ts';
import { defineFamilyRoute, type FamilyApiRoute } from '../../shared/http/family/family-api.ts';
import { cameOutSchema, cameOutWire, orderSchema, orderWire, placeHelpSchema, placeHelpWire } from './place-wire.ts';

const tag = 'Families';
const params = z.strictObject({ place: placeIdSchema });

export const placeRoutes: readonly FamilyApiRoute[] = [
  defineFamilyRoute({
    method: 'GET',
    path: '/v1/family/places/{place}/order',
    id: 'readPlaceOrder',
    tag,
    summary: 'How the lists of a place are ordered',
    description: 'By the rules that order them, with the figures of the place’s policy. Nobody’s place is told.',
    action: 'family.read',
    params,
    response: orderSchema,
    async handle({ params: { place }, words }, deps) {
      return { body: orderWire(words, await readPlaceOrder(deps, place)) };
    },
  }),
  defineFamilyRoute({
    method: 'GET',
    path: '/v1/family/places/{place}/estimates',
    id: 'readEstimatesCameOut',
    tag,
    summary: 'How good the estimates of a place have been',
    action: 'family.read',
    params,
    response: cameOutSchema,
    async handle({ params }, deps) {
      const { place, queues } = await readEstimatesCameOut(deps, params.place);
      return { body: cameOutWire(place, queues) };
    },
  }),
  defineFamilyRoute({
    method: 'GET',
    path: '/v1/family/places/{place}/help',
    id: 'readPlaceHelp',
    tag,
    summary: 'What a place says helps while waiting',
    action: 'family.read',
    params,
    response: placeHelpSchema,
    async handle({ params: { place } }, deps) {
      return { body: placeHelpWire((await readPlaceHelp(deps, place)).help) };
    },
  }),
];
