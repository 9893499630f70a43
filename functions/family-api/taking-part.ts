/** Routes by which families take part: what their pages show, with the same rules. */
import * as z from 'zod';
import {
  answerQuestionnaire,
  bookMeeting,
  cancelBooking,
  type FamilyMeeting,
  readTakingPart,
} from '../../shared/application/family/taking-part.ts';
import { answersSchema } from '../../shared/domain/community/answers.ts';
import { meetingDetailsSchema, meetingSchema } from '../../shared/domain/community/meeting.ts';
import {
  outcomeSchema,
  type Questionnaire,
  questionnaireDetailsSchema,
} from '../../shared/domain/community/questionnaire.ts';
import { bookingInputSchema } from '../../shared/domain/community/register.ts';
import { opaqueIdSchema } from '../../shared/domain/identifiers/opaque-id.ts';
import { placeIdSchema } from '../../shared/domain/policy/place-id.ts';
import { defineFamilyRoute, type FamilyApiRoute } from '../../shared/http/family/family-api.ts';

const tag = 'Families';
const atMeeting = z.strictObject({ place: placeIdSchema, meetingId: opaqueIdSchema });
const atQuestionnaire = z.strictObject({ place: placeIdSchema, questionnaireId: opaqueIdSchema });

const eventSchema = z.strictObject({
  id: opaqueIdSchema,
  state: meetingSchema.shape.state,
  ...meetingDetailsSchema.omit({ queues: true }).shape,
  free: z.int().meta({ description: 'Places that nobody has' }),
  canBook: z.boolean(),
  booking: z
    .strictObject({
      ...bookingInputSchema.shape,
      state: z.enum(['booked', 'waiting']),
      code: z.string().meta({ description: 'What to say at the door: no name is kept' }),
    })
    .nullable()
    .meta({ description: 'Your own' }),
});

const asked = { id: opaqueIdSchema, ...questionnaireDetailsSchema.omit({ queues: true }).shape } as const;
const openSchema = z.strictObject(asked);
const sharedSchema = z.strictObject({ ...asked, outcome: outcomeSchema.nullable() });

const takingPartSchema = z.strictObject({
  places: z.array(
    z.strictObject({
      place: z.strictObject({ id: placeIdSchema, name: z.string() }),
      events: z.array(eventSchema),
      questionnaires: z.array(openSchema).meta({ description: 'Open ones; whether you answered is not known' }),
      shared: z.array(sharedSchema).meta({ description: 'What came of earlier ones; * stands for a small number' }),
    }),
  ),
});

export const takingPartRoutes: readonly FamilyApiRoute[] = [
  defineFamilyRoute({
    method: 'GET',
    path: '/v1/family/taking-part',
    id: 'readTakingPart',
    tag,
    summary: 'Events and questions of the places where you have a child, and what came of earlier ones',
    action: 'family.read',
    response: takingPartSchema,
    async handle({ call }, deps) {
      const places = await readTakingPart(deps, call);
      return {
        body: {
          places: places.map(({ place, meetings, questionnaires, shared }) => ({
            place: { ...place },
            events: meetings.map(eventWire),
            questionnaires: questionnaires.map(askedWire),
            shared: shared.map((one) => ({ ...askedWire(one), outcome: one.outcome })),
          })),
        },
      };
    },
  }),
  defineFamilyRoute({
    method: 'POST',
    path: '/v1/family/events/{place}/{meetingId}/booking',
    id: 'bookPlaces',
    tag,
    summary: 'Book places at an event, or go on its waiting list when it is full',
    action: 'family.read',
    params: atMeeting,
    body: bookingInputSchema,
    status: 201,
    response: eventSchema,
    async handle({ params, body, call }, deps) {
      return { body: eventWire(await bookMeeting(deps, call, params, body)) };
    },
  }),
  defineFamilyRoute({
    method: 'POST',
    path: '/v1/family/events/{place}/{meetingId}/cancellation',
    id: 'giveBackPlaces',
    tag,
    summary: 'Give your places back: they go to who waits',
    action: 'family.read',
    params: atMeeting,
    status: 201,
    response: eventSchema,
    async handle({ params, call }, deps) {
      return { body: eventWire(await cancelBooking(deps, call, params)) };
    },
  }),
  defineFamilyRoute({
    method: 'POST',
    path: '/v1/family/questionnaires/{place}/{questionnaireId}/answers',
    id: 'answerQuestionnaire',
    tag,
    summary: 'Answer a place’s questions, once',
    description: 'The answers are kept under a code that leads back to nobody, and cannot be read again by you.',
    action: 'family.read',
    params: atQuestionnaire,
    body: z.strictObject({ answers: answersSchema }),
    status: 201,
    response: z.strictObject({ taken: z.literal(true) }),
    async handle({ params, body, call }, deps) {
      await answerQuestionnaire(deps, call, params, body.answers);
      return { body: { taken: true as const } };
    },
  }),
];

function eventWire({ meeting, booking, free, canBook }: FamilyMeeting): z.output<typeof eventSchema> {
  const { id, state, details } = meeting;
  const { queues: _for, ...told } = details;
  const own = booking && { seats: booking.seats, needs: booking.needs, state: booking.state, code: booking.code };
  return { id, state, ...told, free, canBook, booking: own };
}

function askedWire({ id, details }: Questionnaire): z.output<typeof openSchema> {
  const { queues: _for, ...told } = details;
  return { id, ...told };
}
