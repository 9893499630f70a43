/** The forms of an event: planning it, and cancelling it. */
import * as z from 'zod';
import { writing } from '../../../../../shared/application/board/work-paper.ts';
import { readMeeting, workMeeting, writeMeeting } from '../../../../../shared/application/community/meetings.ts';
import { boardText } from '../../../../../shared/domain/board/board-text.ts';
import {
  type Meeting,
  type MeetingDetails,
  meetingDetailsSchema,
} from '../../../../../shared/domain/community/meeting.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import type { FormFlow } from '../../../../../shared/http/page/form-flow.ts';
import { goTo } from '../../../../../shared/http/page/page-answer.ts';
import type { PageRoute } from '../../../../../shared/http/page/page-route.ts';
import type { Question } from '../../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../../shared/http/page/visit.ts';
import { meetingPath, meetingsPath, newMeetingPath, workPath } from '../addresses.ts';
import { aboutNobody, newPages, queuesQuestion, readingView, typedDay, workPages } from '../parts.ts';
import { meetingHistory } from './event-words.ts';

const at = meetingPath('{meetingId}');
const read = async ({ deps, call, params }: ActingVisit) =>
  (await readMeeting(deps, call, params['meetingId'] ?? '')).meeting;

export const meetingFormRoutes: readonly PageRoute[] = [
  ...newPages(newMeetingPath, newFlow),
  ...workPages(workPath(at, 'write'), read, changeFlow, meetingHistory),
  ...workPages(workPath(at, 'cancel'), read, cancelFlow, meetingHistory),
];

const { shape } = meetingDetailsSchema;

function aboutMeeting({ policy }: ActingVisit) {
  const dayHint = 'For example, 27 1 2027';
  const questions: readonly Question[] = [
    { kind: 'text', name: 'title', label: 'Title' },
    { kind: 'long-text', name: 'text', label: 'What it is about', rows: 6, missing: 'Enter what it is about' },
    queuesQuestion(policy),
    { kind: 'date', name: 'on', label: 'Day', hint: dayHint, missing: 'Enter the day' },
    { kind: 'text', name: 'from', label: 'Begins at', hint: 'Like 10:00', width: 5, missing: 'Enter when it begins' },
    { kind: 'text', name: 'to', label: 'Ends at', hint: 'Like 12:30', width: 5, missing: 'Enter when it ends' },
    { kind: 'text', name: 'where', label: 'Where it is', missing: 'Enter where it is' },
    {
      kind: 'long-text',
      name: 'access',
      label: 'What is there for access needs',
      hint: 'Step-free, a quiet room, an interpreter',
      rows: 3,
      missing: 'Enter what is there for access needs',
    },
    {
      kind: 'text',
      name: 'capacity',
      label: 'Places',
      hint: 'Once families can book, places can be added and not taken away',
      width: 3,
      inputMode: 'numeric',
      missing: 'Enter how many places',
    },
    {
      kind: 'date',
      name: 'bookBy',
      label: 'Last day for booking',
      hint: dayHint,
      missing: 'Enter the last day for booking',
    },
  ];
  const capacity = z
    .string()
    .regex(/^\d{1,3}$/, 'Places must be a whole number')
    .transform(Number)
    .pipe(shape.capacity);
  return {
    form: { questions, schema: z.object({ ...shape, capacity }) },
    intro: aboutNobody,
    saveLabel: 'Save',
    warning: ({ title, text }: MeetingDetails) => readingView(title, text),
  };
}

function newFlow(visit: ActingVisit): FormFlow<MeetingDetails> {
  return {
    ...aboutMeeting(visit),
    title: 'Plan an event',
    backHref: meetingsPath,
    async save(details, key) {
      const { id } = await writeMeeting(visit.deps, writing(visit), details, key);
      return goTo(`${meetingPath(id)}?done=written`);
    },
  };
}

function changeFlow(visit: ActingVisit, meeting: Meeting, seen: number): FormFlow<MeetingDetails> {
  const { queues, on, bookBy, capacity, ...texts } = meeting.details;
  return {
    ...aboutMeeting(visit),
    title: 'Change the event',
    backHref: meetingPath(meeting.id),
    start: {
      ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, [text]])),
      ...{ queues, capacity: [String(capacity)] },
      ...typedDay('on', on),
      ...typedDay('bookBy', bookBy),
    },
    async save(details, key) {
      const { id } = meeting;
      await workMeeting(visit.deps, writing(visit), { id, seen, key, work: { kind: 'written', details } });
      return goTo(`${meetingPath(id)}?done=written`);
    },
  };
}

function cancelFlow(visit: ActingVisit, meeting: Meeting, seen: number): FormFlow<{ reason: string }> {
  return {
    form: {
      questions: [{ kind: 'long-text', name: 'reason', label: 'Why is it cancelled?', rows: 3 }],
      schema: z.object({ reason: boardText('The reason', 500) }),
    },
    title: 'Cancel the event',
    above: html`<p><strong><bdi>${meeting.details.title}</bdi></strong></p>`,
    intro: html`<p>Families see on their pages that it is cancelled. The reason is for staff. This cannot be undone.</p>`,
    backHref: meetingPath(meeting.id),
    saveLabel: 'Cancel the event',
    async save({ reason }, key) {
      const { id } = meeting;
      await workMeeting(visit.deps, writing(visit), { id, seen, key, work: { kind: 'cancelled', reason } });
      return goTo(`${meetingPath(id)}?done=cancelled`);
    },
  };
}
