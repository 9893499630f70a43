import * as z from 'zod';
import { writing } from '../../../shared/application/board/work-paper.ts';
import {
  listMeetings,
  readMeeting,
  workMeeting,
  writeMeeting,
} from '../../../shared/application/community/meetings.ts';
import { boardText } from '../../../shared/domain/board/board-text.ts';
import { meetingDetailsSchema } from '../../../shared/domain/community/meeting.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import { eventWire, eventWireSchema, eventWithBookings, eventWithBookingsSchema } from '../wire/taking-part.ts';
import { workRouteOf } from './paper-work.ts';

const tag = 'For families';
const params = z.strictObject({ meetingId: opaqueIdSchema });

const workRoute = workRouteOf({
  ...{ tag, at: '/v1/events', param: 'meetingId' },
  ...{ response: eventWireSchema, wire: eventWire, work: workMeeting },
});

export const eventRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/events',
    id: 'listEvents',
    tag,
    summary: 'Consultation events with who has places, the last day first',
    action: 'community.read',
    response: z.strictObject({ events: z.array(eventWithBookingsSchema) }),
    async handle({ call }, deps) {
      return { body: { events: (await listMeetings(deps, call)).map(eventWithBookings) } };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/events',
    id: 'planEvent',
    tag,
    summary: 'Plan an event: a draft, until families can book',
    action: 'community.write',
    body: meetingDetailsSchema,
    status: 201,
    response: eventWireSchema,
    async handle(asked, deps) {
      const meeting = await writeMeeting(deps, writing(asked), asked.body, asked.key);
      return { body: eventWire(meeting), version: meeting.version, location: `/v1/events/${meeting.id}` };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/events/{meetingId}',
    id: 'readEvent',
    tag,
    summary: 'An event with its bookings and its history',
    action: 'community.read',
    params,
    response: eventWithBookingsSchema,
    async handle({ params: { meetingId }, call }, deps) {
      const view = await readMeeting(deps, call, meetingId);
      return { body: eventWithBookings(view), version: view.meeting.version };
    },
  }),
  workRoute(
    'details',
    'changeEvent',
    'Change an event: once open, places are added and none taken away',
    meetingDetailsSchema,
    (details) => ({ kind: 'written', details }),
  ),
  workRoute('open', 'openEvent', 'Let families book', z.strictObject({}), () => ({ kind: 'opened' })),
  workRoute(
    'cancel',
    'cancelEvent',
    'Cancel an event',
    z.strictObject({ reason: boardText('The reason', 500) }),
    ({ reason }) => ({ kind: 'cancelled', reason }),
  ),
];
