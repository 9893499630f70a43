/** Events and questionnaires as programs of staff see them: nobody is named in either. */
import * as z from 'zod';
import type { MeetingView } from '../../../shared/application/community/meetings.ts';
import type { QuestionnaireView } from '../../../shared/application/community/questionnaires.ts';
import {
  type Meeting,
  meetingDetailsSchema,
  meetingEventSchema,
  meetingSchema,
} from '../../../shared/domain/community/meeting.ts';
import {
  countedQuestionSchema,
  type Questionnaire,
  questionnaireDetailsSchema,
  questionnaireEventSchema,
  questionnaireSchema,
} from '../../../shared/domain/community/questionnaire.ts';
import { bookingInputSchema, doorCode } from '../../../shared/domain/community/register.ts';
import { figureSchema } from '../../../shared/domain/indicator/figure.ts';
import { byWire, byWireSchema } from './community.ts';

export const eventWireSchema = z.strictObject({
  id: meetingSchema.shape.id,
  version: z.int(),
  state: meetingSchema.shape.state,
  ...meetingDetailsSchema.shape,
  history: z.array(meetingEventSchema.pick({ kind: true, at: true, reason: true }).extend({ by: byWireSchema })),
});

export const eventWithBookingsSchema = eventWireSchema.extend({
  bookings: z
    .array(z.strictObject({ code: z.string(), ...bookingInputSchema.shape, state: z.enum(['booked', 'waiting']) }))
    .meta({ description: 'In the order in which they came, by what people say at the door' }),
});

export const questionnaireWireSchema = z.strictObject({
  id: questionnaireSchema.shape.id,
  version: z.int(),
  state: questionnaireSchema.shape.state,
  ...questionnaireDetailsSchema.shape,
  outcome: questionnaireSchema.shape.outcome,
  history: z.array(questionnaireEventSchema.pick({ kind: true, at: true }).extend({ by: byWireSchema })),
});

export const questionnaireWithAnswersSchema = questionnaireWireSchema.extend({
  answered: figureSchema.meta({ description: 'How many; * where too few to show' }),
  counted: z.array(countedQuestionSchema),
  written: z.array(z.array(z.string())).meta({ description: 'By question, once enough people have answered' }),
});

export function eventWire({ id, version, state, details, events }: Meeting): z.output<typeof eventWireSchema> {
  const history = events.map(({ kind, at, reason, by }) => ({ kind, at, reason, by: byWire(by) }));
  return { id, version, state, ...details, history };
}

export function eventWithBookings({ meeting, register }: MeetingView): z.output<typeof eventWithBookingsSchema> {
  const bookings = register.bookings.map((booking) => {
    const { seats, needs, state } = booking;
    return { code: doorCode(booking), seats, needs, state };
  });
  return { ...eventWire(meeting), bookings };
}

export function questionnaireWire(questionnaire: Questionnaire): z.output<typeof questionnaireWireSchema> {
  const { id, version, state, details, outcome, events } = questionnaire;
  const history = events.map(({ kind, at, by }) => ({ kind, at, by: byWire(by) }));
  return { id, version, state, ...details, outcome, history };
}

export function questionnaireWithAnswers(view: QuestionnaireView): z.output<typeof questionnaireWithAnswersSchema> {
  const { questionnaire, counted, written } = view;
  return {
    ...questionnaireWire(questionnaire),
    answered: counted.answered,
    counted: [...counted.questions],
    written: written.map((texts) => [...texts]),
  };
}
