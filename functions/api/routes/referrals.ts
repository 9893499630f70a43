import * as z from 'zod';
import { readReferral } from '../../../shared/application/referral/read-referral.ts';
import { newReferralSchema, receiveReferral } from '../../../shared/application/referral/receive-referral.ts';
import { newEventSchema, recordReferralEvent } from '../../../shared/application/referral/record-referral-event.ts';
import { instantSchema } from '../../../shared/domain/calendar/instant.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import { referralExplainedSchema, referralExplainedWire, referralSchema, referralWire } from '../wire/referral.ts';

const tag = 'Referrals';
const params = z.strictObject({ personId: opaqueIdSchema, referralId: opaqueIdSchema });

export const referralRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/people/{personId}/referrals',
    id: 'receiveReferral',
    tag,
    summary: 'Receive a referral into a queue',
    description: 'A person has one open referral in a queue: another receipt is recorded on it as `linked-duplicate`.',
    action: 'referral.receive',
    params: z.strictObject({ personId: opaqueIdSchema }),
    body: newReferralSchema,
    status: 201,
    response: referralSchema,
    async handle({ params: { personId }, body, key, call }, deps) {
      const { referral, state } = await receiveReferral(deps, call, personId, body, key);
      const location = `/v1/people/${personId}/referrals/${referral.id}`;
      return { body: referralWire(referral, state), version: referral.version, location };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/people/{personId}/referrals/{referralId}',
    id: 'readReferral',
    tag,
    summary: 'A referral with its history, and why its wait is what it is',
    description: '`asAt` asks for any day; `knownAt` for what was known then, before later corrections.',
    action: 'referral.read',
    params,
    query: z.strictObject({ asAt: localDateSchema.optional(), knownAt: instantSchema.optional() }),
    response: referralExplainedSchema,
    async handle({ params: key, query, call }, deps) {
      const read = await readReferral(deps, call, key, query);
      return { body: referralExplainedWire(read), version: read.referral.version };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/people/{personId}/referrals/{referralId}/events',
    id: 'recordReferralEvent',
    tag,
    summary: 'Record what happened to a referral',
    description: 'Triage, offers, contacts, corrections: whatever `facts.kind` says. Nothing recorded is ever deleted.',
    action: 'referral.record',
    precondition: 'idempotency-key-and-if-match',
    params,
    body: newEventSchema,
    status: 201,
    response: referralSchema,
    async handle({ params: referralKey, body, key, seen, call }, deps) {
      const { referral, state } = await recordReferralEvent(deps, call, referralKey, body, seen, key);
      return { body: referralWire(referral, state), version: referral.version };
    },
  }),
];
